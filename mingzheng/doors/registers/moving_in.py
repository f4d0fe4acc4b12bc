"""A file of a register, looked at and carried in: what the terminal and the staff's page do alike."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.db import transaction

from mingzheng.office.certificates import carrying_in as certificates_stage
from mingzheng.office.certificates.actions.import_certificates import import_certificates
from mingzheng.office.clients.actions import import_clients as clients_stage
from mingzheng.office.clients.models import Client
from mingzheng.office.competence.actions import import_auditors as competence_stage
from mingzheng.office.documents.actions.import_documents import import_documents
from mingzheng.office.documents.making import standing as standing_of_documents
from mingzheng.office.library.actions.enter_laws import enter_laws
from mingzheng.office.library.actions.enter_norms import enter_norms
from mingzheng.office.library.standing import standing_of_laws, standing_of_norms
from mingzheng.office.moving_in.actions.record_import import record_import
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.identifiers import CREDIT_CODE_INNER, objections_to_social_credit_code
from mingzheng.rulebook.laws import CODE_KNOWN, KNOWN_ALREADY
from mingzheng.rulebook.moving_in import NOTHING_LOST
from mingzheng.rulebook.own_documents import CODE_TAKEN
from mingzheng.rulebook.verdict import Objection, refuse_if

from . import auditors, certificates, clients, shelves
from .register import Contents, Outcome, Progress, Register, Remark, Row, SheetRead
from .telling import why_refused

KNOWN = clients_stage.KNOWN_ALREADY
KNOWN_CODES = {known.code for known in (KNOWN, KNOWN_ALREADY, CODE_KNOWN, CODE_TAKEN)}


@dataclass(frozen=True)
class Kind:
    """One kind of register: how its sheets are read, and how the office is asked and told."""

    register: Callable[[date], Register]
    settle: Callable[[Iterable[Row]], None]
    standing: Callable[[Sequence[Any], date, Actor], list[list[Objection]]]
    carry_in: Callable[..., list[Any]]


@dataclass(frozen=True)
class Looked:
    """A file that was looked at: what became, or would become, of each row. `carried`: it has been carried in."""

    kind: str
    rows: list[Row]
    sheets: list[SheetRead]
    file: Path
    carried: bool = False

    @property
    def counts(self) -> Counter[Outcome]:
        return Counter(row.outcome for row in self.rows)

    @property
    def taken(self) -> list[Row]:
        return [row for row in self.rows if row.outcome in (Outcome.TAKEN, Outcome.MENDED)]


def settle_codes(rows: Iterable[Row]) -> None:
    """One client, one code: an organisation code of the older edition gives way to the unified code that contains it,
    when this file or the database knows that; a client known here by the older code keeps it."""
    rows = [row for row in rows if row.entry and not row.entry.foreign]
    known = set(Client.objects.values_list("uscc", flat=True))
    read = {row.entry.client_code for row in rows}
    unified = {code[CREDIT_CODE_INNER]: code for code in read | known if _is_right(code)}
    for row in rows:
        code = row.entry.client_code
        if code in known:
            continue
        inner = code[CREDIT_CODE_INNER]
        if _is_right(code) and inner in known:
            _settle_code(row, inner, "mend.known-by-older-code")
        elif code in unified:
            _settle_code(row, unified[code], "mend.unified-code")


def _is_right(code: str) -> bool:
    return not objections_to_social_credit_code(code)


def _settle_code(row: Row, meant: str, words: str) -> None:
    row.mended = (*row.mended, Remark("", words, {"found": row.entry.client_code, "taken": meant}))
    row.entry = replace(row.entry, client_code=meant)


def _at_once(carry_in: Callable[..., list[Any]]) -> Callable[..., list[Any]]:
    """An import so short that nobody need be told of its progress."""
    return lambda entries, *, on, by, progress: carry_in(entries, on=on, by=by)


KINDS: dict[str, Kind] = {
    "clients": Kind(
        lambda on: clients.REGISTER,
        lambda rows: None,
        lambda entries, on, by: clients_stage.standing(entries, on),
        _at_once(clients_stage.import_clients),
    ),
    "certificates": Kind(
        certificates.register,
        settle_codes,
        lambda entries, on, by: certificates_stage.standing(entries, on),
        import_certificates,
    ),
    "auditors": Kind(
        lambda on: auditors.REGISTER,
        auditors.settle,
        competence_stage.standing,
        _at_once(competence_stage.import_auditors),
    ),
    "laws": Kind(
        lambda on: shelves.LAWS,
        lambda rows: None,
        lambda entries, on, by: standing_of_laws(entries),
        _at_once(enter_laws),
    ),
    "norms": Kind(
        lambda on: shelves.NORMS,
        lambda rows: None,
        lambda entries, on, by: standing_of_norms(entries),
        _at_once(enter_norms),
    ),
    "documents": Kind(
        lambda on: shelves.DOCUMENTS,
        lambda rows: None,
        lambda entries, on, by: standing_of_documents(entries, on),
        _at_once(import_documents),
    ),
}


def look(
    kind: str, file: Path, *, on: date, by: Actor, progress: Progress = lambda done, total: None
) -> Looked:
    """Read a file and ask of every row whether it may be carried in; nothing is written. Raises Unreadable."""
    contents = KINDS[kind].register(on).read(file, progress)
    KINDS[kind].settle(contents.rows)
    asked = [row for row in contents.rows if row.entry and not row.faults]
    answers = KINDS[kind].standing([row.entry for row in asked], on, by)
    for row, against in zip(asked, answers, strict=True):
        _answer(row, against, contents)
    return Looked(kind, contents.rows, contents.sheets, file)


def _answer(row: Row, against: list[Objection], contents: Contents) -> None:
    if any(objection.code in KNOWN_CODES for objection in against):
        row.known, row.entry = True, None
        return
    for objection in against:
        column = contents.titles.get(str(objection.details.get("field", "")), "")
        row.refuse(Remark(column, objection.code, {**objection.details, "clause": objection.clause}))


@transaction.atomic
def carry_in(
    looked: Looked,
    *,
    name: str = "",
    on: date,
    by: Actor,
    progress: Progress = lambda done, total: None,
) -> Looked:
    """Carry in what was taken, in one transaction, and record what became of every row; `name` is what the file is called
    where it is not its own. Raises Refused when the books have changed since it was looked at, or when a row that was taken
    is not there afterwards."""
    taken = looked.taken
    entries = [row.entry for row in taken]
    KINDS[looked.kind].carry_in(entries, on=on, by=by, progress=lambda done: progress(done, len(taken)))
    _reconcile(looked.kind, entries, on, by)
    _record(looked, name or looked.file.name, on, by)
    for row in taken:
        row.entry = None
    return replace(looked, carried=True)


def _reconcile(kind: str, entries: Sequence[Any], on: date, by: Actor) -> None:
    """Source against record: asked again, the office must know each of them."""
    answers = KINDS[kind].standing(entries, on, by)
    lost = sum(not any(one.code in KNOWN_CODES for one in against) for against in answers)
    refuse_if([NOTHING_LOST.because(n=lost)] if lost else [])


def _record(looked: Looked, name: str, on: date, by: Actor) -> None:
    refused = [row for row in looked.rows if row.outcome is Outcome.REFUSED]
    record_import(
        looked.kind,
        file=name,
        digest=sha256(looked.file.read_bytes()).hexdigest(),
        counts={str(outcome): looked.counts[outcome] for outcome in Outcome},
        keys=[row.key for row in looked.taken],
        refusals=[(f"{row.sheet}!{row.number}", row.key, *why_refused(row)) for row in refused],
        unread=[sheet.name for sheet in looked.sheets if not sheet.is_register],
        on=on,
        by=by,
    )
