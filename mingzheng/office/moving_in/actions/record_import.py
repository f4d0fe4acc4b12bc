"""Record what became of a register that was carried in 登记接转 (ISO/IEC 17021-1:2015 9.9.1)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.moving_in import RECORDS
from mingzheng.rulebook.roles import Role

from ..models import Import


@dataclass(frozen=True)
class ImportRecorded(Happened, kind="import.recorded", begins=True):
    number: str
    register: str
    file: str
    digest: str
    rows: int
    taken: int
    mended: int
    repeated: int
    known: int
    refused: int


@action(Role.ADMINISTRATOR, clause=RECORDS)
def record_import(
    register: str,
    *,
    file: str,
    digest: str,
    counts: Mapping[str, int],
    keys: Sequence[str],
    refusals: Sequence[tuple[str, str, str, str]],
    unread: Sequence[str],
    on: date,
    by: Actor,
) -> ImportRecorded:
    """`counts`: rows by outcome; `keys`: of the rows taken; `refusals`: place, key and why in both languages."""
    row = Import.objects.create(
        number=next_number(Import, "DR", on.year),
        register=register,
        file=file,
        digest=digest,
        rows=sum(counts.values()),
        **counts,
        keys=list(keys),
        refusals=[list(one) for one in refusals],
        unread=list(unread),
        carried_on=on,
        carried_by=by.login,
    )
    return ImportRecorded(row.number, register, file, digest, row.rows, **counts)
