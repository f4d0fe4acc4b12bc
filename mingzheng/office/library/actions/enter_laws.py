"""Enter laws the body works under 登记法律法规: one from a form, or a whole list (own procedure)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_numbers
from mingzheng.rulebook.laws import LawEntry, LawKind
from mingzheng.rulebook.verdict import refuse_if

from ..models import Law
from ..queries import LAW_KEEPERS
from ..standing import standing_of_laws


@dataclass(frozen=True)
class LawEntered(Happened, kind="law.entered", begins=True):
    number: str
    name: str
    kind: LawKind
    in_force_from: date


@action(*LAW_KEEPERS, clause="own procedure")
def enter_laws(entries: Sequence[LawEntry], *, on: date, by: Actor) -> list[LawEntered]:
    """All of them or none; `standing_of_laws` says beforehand what stands against which."""
    refuse_if(objection for against in standing_of_laws(entries) for objection in against)
    numbers = next_numbers(Law, "FL", on.year, len(entries))
    laws = [_law(entry, number, on) for entry, number in zip(entries, numbers, strict=True)]
    Law.objects.bulk_create(laws, batch_size=200)
    return [LawEntered(law.number, law.name, LawKind(law.kind), law.in_force_from) for law in laws]


def _law(entry: LawEntry, number: str, on: date) -> Law:
    return Law(
        number=number,
        name=entry.name.strip(),
        document=entry.document.strip(),
        kind=entry.kind,
        issuer=entry.issuer.strip(),
        applies_to=entry.applies_to.strip(),
        department=entry.department.strip(),
        issued_on=entry.issued_on,
        in_force_from=entry.in_force_from,
        repealed_on=entry.repealed_on,
        entered_on=on,
    )
