"""What clients owe: when a contract's fees are due, what is invoiced, received, credited and let off.

Terms of payment, relief and reconciliation are the body's own procedure; that the client itself pays is the regulator's
(`duties.objections_to_payment`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum

from .calendar import add_months
from .dated_numbers import TIME_LIMITS, last_day, number
from .duties import objections_to_payment
from .prices import FEN, IncomeKind, is_below
from .verdict import Objection

OWN = "own procedure"
CONTRACT_TERMS = "ISO/IEC 17021-1:2015 5.1.2"
DISCOUNT = "price.discount"
RELIEF = "relief"
VISITS_AFTER = {"price.surveillance-1": 1, "price.surveillance-2": 2}  # years after signing


class Source(StrEnum):
    """How a client came to the body."""

    OWN = "own"  # 自有
    AGENT = "agent"  # 代理
    PARTNER = "partner"  # 合作方


class Decided(StrEnum):
    """Where a request for relief stands."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"


AMOUNT_NOT_POSITIVE = Objection("fee.amount-not-positive", OWN)
NOT_SIGNED = Objection("fee.not-signed", CONTRACT_TERMS)
PLANNED_ALREADY = Objection("fee.planned-already", OWN)
NOTHING_TO_PLAN = Objection("fee.nothing-to-plan", OWN)
NOTHING_DUE = Objection("fee.nothing-due", OWN)
NUMBER_MISSING = Objection("fee.number-missing", OWN)
NUMBER_USED = Objection("fee.number-used", OWN)
REFERENCE_MISSING = Objection("fee.reference-missing", OWN)
REFERENCE_USED = Objection("fee.reference-used", OWN)
MORE_THAN_OPEN = Objection("fee.more-than-open", OWN)
MORE_THAN_PAID = Objection("fee.more-than-paid", OWN)
RECEIVED_IN_FUTURE = Objection("fee.received-in-future", OWN)
REASON_MISSING = Objection("fee.reason-missing", OWN)
CREDIT_OF_CREDIT = Objection("fee.credit-of-credit", OWN)
RELIEF_TOO_LARGE = Objection("fee.relief-too-large", OWN)
RELIEF_DECIDED = Objection("fee.relief-decided", OWN)
OWN_RELIEF = Objection("fee.own-relief", OWN)
RELIEF_BY_DIRECTOR = Objection("fee.relief-by-director", OWN)
AGENT_UNNAMED = Objection("fee.agent-unnamed", OWN)
DELIVERED = Objection("fee.delivered", OWN)
NOT_DELIVERED = Objection("fee.not-delivered", OWN)
NOBODY_TRAINED = Objection("fee.nobody-trained", OWN)
TRAINER_MISSING = Objection("fee.trainer-missing", "ISO/IEC 17021-1:2015 5.2.10")
DELIVERED_IN_FUTURE = Objection("fee.delivered-in-future", OWN)
INVOICED = Objection("fee.invoiced", OWN)
YEAR_NOT_OVER = Objection("fee.year-not-over", OWN)
RECONCILED = Objection("fee.reconciled", OWN)
DIFFERENCE_UNEXPLAINED = Objection("fee.difference-unexplained", OWN)


@dataclass(frozen=True)
class Owed:
    """One fee of one standard, and the day it falls due."""

    what: str  # words price.<what>
    scheme: str
    amount: Decimal
    due_on: date


def split(amount: Decimal, weights: Sequence[Decimal]) -> list[Decimal]:
    """An amount cut in proportion to the weights, to a fen: the parts make exactly the whole."""
    total = sum(weights, Decimal(0))
    parts = [(amount * weight / total).quantize(FEN, ROUND_DOWN) for weight in weights]
    left = int((amount - sum(parts, Decimal(0))) / FEN)
    step = FEN if left >= 0 else -FEN
    for place in range(abs(left)):
        parts[place % len(parts)] += step
    return parts


def owed(lines: Sequence[tuple[str, Decimal]], weights: Mapping[str, Decimal], signed: date) -> list[Owed]:
    """What a signed contract makes due: surveillances a year and two after signing, all else at once.

    `weights`: auditor-days of each standard; every fee is cut by them. A discount lowers the first fee, what is left of it
    the next ones.
    """
    days = [max(day, FEN) for day in weights.values()]
    discount = -sum((amount for what, amount in lines if what == DISCOUNT), Decimal(0))
    found = []
    for what, amount in lines:
        if what == DISCOUNT:
            continue
        taken = min(discount, amount)
        discount -= taken
        due_on = due(what, signed)
        for scheme, part in zip(weights, split(amount - taken, days), strict=True):
            found.append(Owed(what.removeprefix("price."), scheme, part, due_on))
    return [one for one in found if one.amount]


def due(what: str, signed: date) -> date:
    """The day a fee of a contract falls due."""
    return add_months(signed, number("surveillance_fee_every") * VISITS_AFTER.get(what, 0))


def pay_by(issued: date) -> date:
    """The last day an invoice is paid in time."""
    return last_day("pay_invoice", issued)


def objections_to_planning(*, signed: bool, planned: bool, lines: int) -> list[Objection]:
    """May the fees of a contract be planned?"""
    if not signed:
        return [NOT_SIGNED]
    return [PLANNED_ALREADY] if planned else [] if lines else [NOTHING_TO_PLAN]


def objections_to_amount(amount: Decimal) -> list[Objection]:
    """Is this an amount somebody can owe?"""
    return [] if amount.is_finite() and amount > 0 else [AMOUNT_NOT_POSITIVE]


def objections_to_invoice(amount: Decimal, fiscal_number: str, *, used: bool) -> list[Objection]:
    """May an invoice over what is due be issued? `used`: another invoice has that number."""
    found = [] if amount > 0 else [NOTHING_DUE]
    return found + objections_to_number(fiscal_number, used=used)


def objections_to_number(fiscal_number: str, *, used: bool) -> list[Objection]:
    return [NUMBER_USED] if used else [] if fiscal_number.strip() else [NUMBER_MISSING]


def objections_to_credit(
    amount: Decimal, creditable: Decimal, reason: str, *, credit: bool
) -> list[Objection]:
    """May so much of an invoice be taken back? `creditable` is its amount less what was credited; `credit`: it is one."""
    if credit:
        return [CREDIT_OF_CREDIT]
    found = objections_to_amount(amount)
    found += [MORE_THAN_OPEN.because(open=creditable)] if not found and amount > creditable else []
    return found + ([] if reason.strip() else [REASON_MISSING])


def objections_to_receipt(
    amount: Decimal, still_open: Decimal, reference: str, received: date, on: date, *, used: bool
) -> list[Objection]:
    """May a payment be entered? Part of what is open or all of it; `used`: its bank reference is entered for this invoice."""
    found = objections_to_amount(amount)
    found += [MORE_THAN_OPEN.because(open=still_open)] if not found and amount > still_open else []
    found += [RECEIVED_IN_FUTURE] if received > on else []
    return found + _reference(reference, used=used)


def objections_to_payer(kind: IncomeKind, client: str, payer: str, received: date) -> list[Objection]:
    """May this payer pay? Certification is paid by the client itself, since the regulator says so."""
    in_force = received >= TIME_LIMITS["cn_fee"].valid_from
    return objections_to_payment(client, payer) if kind is IncomeKind.CERTIFICATION and in_force else []


def objections_to_refund(amount: Decimal, paid: Decimal, reference: str, *, used: bool) -> list[Objection]:
    """May so much be paid back? No more than was paid."""
    found = objections_to_amount(amount)
    found += [MORE_THAN_PAID.because(paid=paid)] if not found and amount > paid else []
    return found + _reference(reference, used=used)


def _reference(reference: str, *, used: bool) -> list[Objection]:
    return [REFERENCE_USED] if used else [] if reference.strip() else [REFERENCE_MISSING]


def objections_to_relief(amount: Decimal, uninvoiced: Decimal, reason: str) -> list[Objection]:
    """May relief be asked for? Of fees not invoiced yet, for a reason."""
    found = objections_to_amount(amount)
    found += [RELIEF_TOO_LARGE.because(open=uninvoiced)] if not found and amount > uninvoiced else []
    return found + ([] if reason.strip() else [REASON_MISSING])


def relief_is_below_floor(charged: Decimal, days: Decimal | None, floor: Decimal | None) -> bool:
    """Would the auditor-days of a contract then cost less than the floor? Unknown days count as below it."""
    return floor is not None and (not days or is_below(charged, days, floor))


def objections_to_deciding_relief(
    state: str, *, own: bool, below_floor: bool, directs: bool, granted: bool, remark: str
) -> list[Objection]:
    """May relief be decided? Once, not by who asked; granted below the floor by a director alone; refused for a reason."""
    if state != Decided.ASKED:
        return [RELIEF_DECIDED]
    found = [OWN_RELIEF] if own else []
    found += [RELIEF_BY_DIRECTOR] if granted and below_floor and not directs else []
    return found + ([] if granted or remark.strip() else [REASON_MISSING])


def objections_to_source(source: Source, name: str) -> list[Objection]:
    """May this be entered as how a client came? An agent or partner is named."""
    return [] if source is Source.OWN or name.strip() else [AGENT_UNNAMED]


def objections_to_delivery(
    *, delivered: bool, people: int, held: date, on: date, guarded: bool, trainer: str
) -> list[Objection]:
    """May a service be entered as delivered? Of a guarded one it is known who did it: he keeps away from that client's audits."""
    found = [DELIVERED] if delivered else []
    found += [] if people > 0 else [NOBODY_TRAINED]
    found += [DELIVERED_IN_FUTURE] if held > on else []
    return found + ([TRAINER_MISSING] if guarded and not trainer else [])


def objections_to_reconciling(
    year: int, on: date, invoiced: Decimal, booked: Decimal, explanation: str, *, done: bool
) -> list[Objection]:
    """May a year's income be held against the accounts? A difference is explained."""
    found = [YEAR_NOT_OVER.because(year=year)] if on.year <= year else []
    found += [RECONCILED.because(year=year)] if done else []
    unexplained = invoiced != booked and not explanation.strip()
    return found + ([DIFFERENCE_UNEXPLAINED.because(difference=booked - invoiced)] if unexplained else [])
