"""What the three years cost: fees by standard, auditor-days by the body's rate (CNCA-QMS-01:2025 5.3.1: paid to the body)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from mingzheng.office.library.models import Body
from mingzheng.rulebook.audit_time_table import Complexity
from mingzheng.rulebook.effective_personnel import PersonnelKind
from mingzheng.rulebook.standards import Standard

from .models import Application, AuditTime, Contract
from .queries import contracted_days, sorted_times
from .reckoning import reckon

FEN = Decimal("0.01")  # CNY
FEES = ("price.application", "price.certificate")


@dataclass(frozen=True)
class Line:
    """quantity × price = amount, CNY; `what` names words."""

    what: str
    quantity: Decimal
    price: Decimal

    @property
    def amount(self) -> Decimal:
        return (self.quantity * self.price).quantize(FEN)


def agreed_lines(contract: Contract) -> list[Line]:
    """The lines of an offer as they were kept."""
    return [Line(row["what"], Decimal(row["quantity"]), Decimal(row["price"])) for row in contract.lines]


@dataclass(frozen=True)
class Price:
    """The lines of an offer, for so many auditor-days."""

    lines: tuple[Line, ...]
    days: Decimal

    @property
    def total(self) -> Decimal:
        return sum((line.amount for line in self.lines), Decimal(0))

    @property
    def for_audits(self) -> Decimal:
        """What the auditor-days bring: everything but the fees for application and certificate, less the discount."""
        fees = sum((line.amount for line in self.lines if line.what in FEES), Decimal(0))
        return self.total - fees

    def as_kept(self) -> list[dict[str, str]]:
        """The lines as the contract keeps them."""
        return [
            {
                "what": line.what,
                "quantity": str(line.quantity),
                "price": str(line.price),
                "amount": str(line.amount),
            }
            for line in self.lines
        ]


def priced(
    application: Application,
    body: Body,
    discount: Decimal = Decimal(0),
    times: Sequence[AuditTime] | None = None,
) -> Price:
    """Fees for each standard and the audits the contract is for; lines without a price are left out.

    `times`: the rows of `sorted_times`, where the caller has them.
    """
    times = sorted_times(application) if times is None else times
    days = contracted_days(times, application.integration_percent)
    standards = Decimal(len(application.standards))
    lines = [
        Line("price.application", standards, body.application_fee),
        Line("price.initial", days.initial, body.day_rate),
        Line("price.certificate", standards, body.registration_fee),
        Line("price.surveillance-1", days.surveillances[0], body.day_rate),
        Line("price.surveillance-2", days.surveillances[1], body.day_rate),
        Line("price.recertification", days.recertification, body.day_rate),
    ]
    if discount:
        lines.append(Line("price.discount", Decimal(1), -discount))
    return Price(tuple(line for line in lines if line.amount), days.total)


def estimated(body: Body, people: int, complexities: Mapping[Standard, Complexity]) -> Price:
    """What an applicant of so many people would be quoted before anybody has reviewed him: nothing added or taken off for his
    circumstances, all of them at one place. Raises Refused where the rulebook objects."""
    asked = Application(
        standards=[one.value for one in Standard if one in complexities],
        complexities={standard.value: complexity.value for standard, complexity in complexities.items()},
        personnel=[{"kind": PersonnelKind.FULL_TIME.value, "count": people}],
    )
    return priced(asked, body, times=reckon(asked, {}))
