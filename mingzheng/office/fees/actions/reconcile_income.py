"""Hold a year's invoices against the accounts 收入与账务核对 (own procedure)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.fees import objections_to_reconciling
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Reconciliation
from ..queries import charges_invoiced, reconciled, total


@dataclass(frozen=True)
class IncomeReconciled(Happened, kind="reconciliation.made", begins=True):
    number: str
    year: int
    invoiced: Decimal
    booked: Decimal


@action(Role.FINANCE, clause="own procedure")
def reconcile_income(
    year: int, *, booked: Decimal, explanation: str, on: date, by: Actor
) -> IncomeReconciled:
    """`booked`: the income of the year by the accounts, CNY; a difference is explained."""
    invoiced = total(charges_invoiced(date(year, 1, 1), date(year, 12, 31)))
    done = reconciled(year) is not None
    refuse_if(objections_to_reconciling(year, on, invoiced, booked, explanation, done=done))
    row = Reconciliation.objects.create(
        number=f"HD{year}",
        year=year,
        invoiced=invoiced,
        booked=booked,
        explanation=explanation.strip(),
        reconciled_on=on,
    )
    return IncomeReconciled(row.number, year, invoiced, booked)
