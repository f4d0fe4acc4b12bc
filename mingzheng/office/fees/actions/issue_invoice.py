"""Invoice what is due of a contract 开具发票 (own procedure)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.office.contracts.models import Contract
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.fees import NOTHING_DUE
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..issuing import made_out
from ..queries import uninvoiced


@dataclass(frozen=True)
class InvoiceIssued(Happened, kind="invoice.issued", begins=True):
    number: str
    contract: str
    amount: Decimal
    fiscal_number: str


@action(Role.FINANCE, clause="own procedure")
def issue_invoice(
    contract_number: str, *, fiscal_number: str, until: date, on: date, by: Actor
) -> InvoiceIssued:
    """Over everything of the contract that falls due by `until`: today, or later when the client asks for it early."""
    contract = (
        Contract.objects.select_for_update(of=("self",)).select_related("client").get(number=contract_number)
    )
    charges = list(uninvoiced(contract).filter(due_on__lte=until).order_by("due_on", "pk"))
    refuse_if([] if charges else [NOTHING_DUE])
    invoice = made_out(charges, fiscal_number, contract.client.name_zh, on, contract=contract)
    return InvoiceIssued(invoice.number, contract_number, invoice.amount, invoice.fiscal_number)
