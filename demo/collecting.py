"""How the body collects its fees: invoices over what is due, payments, and a year's income brought to an amount.

Plain calls of the actions on the day and by the person given, for whoever tells a story or builds a year.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from mingzheng.office.fees.actions.credit_invoice import credit_invoice
from mingzheng.office.fees.actions.deliver_service import deliver_service
from mingzheng.office.fees.actions.invoice_order import invoice_order
from mingzheng.office.fees.actions.issue_invoice import issue_invoice
from mingzheng.office.fees.actions.quote_service import quote_service
from mingzheng.office.fees.actions.receive_payment import receive_payment
from mingzheng.office.fees.models import Invoice
from mingzheng.office.fees.queries import accounts, charges_invoiced, receivables, total
from mingzheng.office.people.models import Person


def fiscal_number(on: date) -> str:
    """The next number of an invoice; no two are alike."""
    return f"{on:%y}312{Invoice.objects.count() + 1:07d}"


def invoice_what_is_due(on: date, finance: Person) -> list[str]:
    """An invoice for every contract of which something is due; their numbers."""
    due = list(accounts(on).filter(due__gt=0).order_by("due_since", "pk").values_list("number", flat=True))
    return [
        issue_invoice(number, fiscal_number=fiscal_number(on), until=on, on=on, by=finance).number
        for number in due
    ]


def collect(numbers: Iterable[str], on: date, finance: Person, share: Decimal = Decimal(1)) -> None:
    """What is open of these invoices is paid by those who owe it, a share of it or all."""
    for row in receivables().filter(number__in=list(numbers)):
        amount = (row.still_open * share).quantize(Decimal("0.01"))
        told = {"payer": row.payer, "bank_reference": f"{on:%Y%m%d}{row.number[-4:]}", "received_on": on}
        receive_payment(row.number, amount=amount, **told, on=on, by=finance)


def income_of(year: int) -> Decimal:
    """What was invoiced in a year, credits taken off."""
    return total(charges_invoiced(date(year, 1, 1), date(year, 12, 31)))


def bring_income_to(
    amount: Decimal, on: date, service: str, customer: tuple[str, str], market: Person, finance: Person
) -> Decimal:
    """Invoice one more order of `service` to `customer` (code, name), or take back part of the last invoice, so that the
    income of the year is exactly this; returns by how much it changed."""
    changed = missing = amount - income_of(on.year)
    if missing > 0:
        uscc, name = customer
        told = {"uscc": uscc, "customer": name, "amount": missing}
        number = quote_service(service, **told, on=on, by=market).number
        deliver_service(number, held_on=on, people=30, certificates=30, on=on, by=market)
        invoice_order(number, fiscal_number=fiscal_number(on), on=on, by=finance)
    while missing < 0:
        last = Invoice.objects.filter(credits=None, issued_on__year=on.year, credited=0).order_by("-pk")[0]
        back = min(-missing, last.amount)
        credit_invoice(
            last.number, amount=back, fiscal_number=fiscal_number(on), reason="结算调整", on=on, by=finance
        )
        missing += back
    return changed
