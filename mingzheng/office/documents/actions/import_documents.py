"""Carry in the controlled documents the body has, each with its version in force 接转受控文件 (10.2.3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_numbers
from mingzheng.rulebook.own_documents import CONTROL, CarriedDocument, review_due
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..making import document_of, readers_of, standing
from ..models import Document, Reader, Version


@dataclass(frozen=True)
class DocumentCarriedIn(Happened, kind="document.carried-in", begins=True):
    number: str
    code: str
    title: str
    version: int
    in_force_from: date


@action(Role.QUALITY, Role.ADMINISTRATOR, clause=CONTROL)
def import_documents(entries: Sequence[CarriedDocument], *, on: date, by: Actor) -> list[DocumentCarriedIn]:
    """All of them or none; `standing` says beforehand what stands against which. They were approved elsewhere."""
    refuse_if(objection for against in standing(entries, on) for objection in against)
    numbers = next_numbers(Document, "WJ", on.year, len(entries))
    rows = [document_of(one.entry, number, on) for one, number in zip(entries, numbers, strict=True)]
    for row, one in zip(rows, entries, strict=True):
        row.review_due = review_due(one.in_force_from, row.every)
    Document.objects.bulk_create(rows, batch_size=200)
    pairs = list(zip(rows, entries, strict=True))
    Reader.objects.bulk_create([reader for row, one in pairs for reader in readers_of(row, one.entry)])
    Version.objects.bulk_create([_version(row, one, on) for row, one in pairs], batch_size=200)
    return [
        DocumentCarriedIn(row.number, row.code, row.title_zh, one.version, one.in_force_from)
        for row, one in pairs
    ]


def _version(row: Document, one: CarriedDocument, on: date) -> Version:
    return Version(
        document=row,
        number=one.version,
        summary="--",
        text=one.text.strip(),
        drafted_on=one.in_force_from,
        approved_on=one.in_force_from,
        in_force_from=one.in_force_from,
    )
