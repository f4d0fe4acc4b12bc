"""Enter standards the body works by 登记标准: one from a form, or a whole list (own procedure)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_numbers
from mingzheng.rulebook.laws import Level, NormEntry
from mingzheng.rulebook.verdict import refuse_if

from ..models import Norm
from ..queries import LAW_KEEPERS
from ..standing import standing_of_norms


@dataclass(frozen=True)
class NormEntered(Happened, kind="norm.entered", begins=True):
    number: str
    code: str
    level: Level
    title: str


@action(*LAW_KEEPERS, clause="own procedure")
def enter_norms(entries: Sequence[NormEntry], *, on: date, by: Actor) -> list[NormEntered]:
    """All of them or none; `standing_of_norms` says beforehand what stands against which."""
    refuse_if(objection for against in standing_of_norms(entries) for objection in against)
    numbers = next_numbers(Norm, "BZ", on.year, len(entries))
    norms = [_norm(entry, number, on) for entry, number in zip(entries, numbers, strict=True)]
    Norm.objects.bulk_create(norms, batch_size=200)
    return [NormEntered(norm.number, norm.code, Level(norm.level), norm.title_zh) for norm in norms]


def _norm(entry: NormEntry, number: str, on: date) -> Norm:
    return Norm(
        number=number,
        code=entry.code.strip(),
        level=entry.level,
        branch=entry.branch,
        title_zh=entry.title_zh.strip(),
        title_en=entry.title_en.strip(),
        in_force_from=entry.in_force_from,
        withdrawn_on=entry.withdrawn_on,
        replaced_by=entry.replaced_by.strip(),
        entered_on=on,
    )
