"""Enter that a law is in force no more 废止 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.laws import objections_to_repeal
from mingzheng.rulebook.verdict import refuse_if

from ..models import Law
from ..queries import LAW_KEEPERS


@dataclass(frozen=True)
class LawRepealed(Happened, kind="law.repealed"):
    number: str
    repealed_on: date
    replaced_by: str


@action(*LAW_KEEPERS, clause="own procedure")
def repeal_law(number: str, *, repealed_on: date, replaced_by: str = "", on: date, by: Actor) -> LawRepealed:
    """`repealed_on` is its first day no more; `replaced_by` names what came in its place."""
    law = Law.objects.select_for_update().get(number=number)
    refuse_if(objections_to_repeal(law.in_force_from, law.repealed_on, repealed_on))
    law.repealed_on, law.replaced_by = repealed_on, replaced_by.strip()
    law.save(update_fields=["repealed_on", "replaced_by"])
    return LawRepealed(number, repealed_on, law.replaced_by)
