"""Enter that a standard was withdrawn, and what replaces it 标准作废、代替 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.laws import objections_to_withdrawal
from mingzheng.rulebook.verdict import refuse_if

from ..models import Norm
from ..queries import LAW_KEEPERS


@dataclass(frozen=True)
class NormWithdrawn(Happened, kind="norm.withdrawn"):
    number: str
    code: str
    withdrawn_on: date
    replaced_by: str


@action(*LAW_KEEPERS, clause="own procedure")
def withdraw_norm(
    number: str, *, withdrawn_on: date, replaced_by: str = "", on: date, by: Actor
) -> NormWithdrawn:
    """`withdrawn_on` is its first day no more; `replaced_by` the code of the edition in its place."""
    norm = Norm.objects.select_for_update().get(number=number)
    refuse_if(
        objections_to_withdrawal(norm.code, norm.in_force_from, norm.withdrawn_on, withdrawn_on, replaced_by)
    )
    norm.withdrawn_on, norm.replaced_by = withdrawn_on, replaced_by.strip()
    norm.save(update_fields=["withdrawn_on", "replaced_by"])
    return NormWithdrawn(number, norm.code, withdrawn_on, norm.replaced_by)
