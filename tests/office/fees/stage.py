"""Contracts that owe something, invoices and orders, for tests."""

from decimal import Decimal

from mingzheng.office.contracts.models import Contract
from mingzheng.office.fees.actions.add_charge import add_charge
from mingzheng.office.fees.actions.deliver_service import deliver_service
from mingzheng.office.fees.actions.issue_invoice import issue_invoice
from mingzheng.office.fees.actions.quote_service import quote_service
from mingzheng.rulebook.prices import ImpartialityClass
from tests import rows
from tests.office.contracts.cases import USCC
from tests.office.prices import test_prices as prices
from tests.rows import DAY


def contract(cast, amount=1000, standards=("QMS", "EMS")) -> Contract:
    """Signed, carried over, with one fee due today."""
    made = rows.contract(standards)
    charge(cast, made, amount)
    return made


def charge(cast, of: Contract, amount=1000, due_on=DAY):
    told = {"what": "other", "amount": Decimal(amount), "due_on": due_on}
    return add_charge(of.number, **told, on=DAY, by=cast["finance"])


def invoiced(cast, amount=1000, number="25310001") -> str:
    made = contract(cast, amount)
    return issue_invoice(made.number, fiscal_number=number, until=DAY, on=DAY, by=cast["finance"]).number


def ordered(cast, as_class=ImpartialityClass.GUARDED, amount=8000) -> str:
    service = prices.service(cast, as_class=as_class)
    told = {"uscc": USCC, "customer": "某公司", "amount": Decimal(amount)}
    return quote_service(service, **told, on=DAY, by=cast["market"]).number


def delivered(cast, **more) -> str:
    number = ordered(cast, **more)
    told = {"held_on": DAY, "people": 12, "certificates": 11, "trainer": "auditor"}
    deliver_service(number, **told, on=DAY, by=cast["market"])
    return number
