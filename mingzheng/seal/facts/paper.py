"""What every paper must be told, and the parts several papers share.

Text in both languages is :class:`Two`; text a person wrote in one language only (evidence, causes) is a plain
``str``. Days are auditor-days 审核人日, money is CNY. Standards, steps of a derivation and objections are the
rulebook's own.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingzheng.rulebook.standards import Standard


@dataclass(frozen=True)
class Two:
    """The same thing said in Chinese and English; where the English is missing, its reader gets the Chinese."""

    zh: str
    en: str = ""


NOTHING = Two("")


@dataclass(frozen=True)
class Body:
    """The certification body as it signs its papers."""

    name: Two
    address: Two
    approval: str  # approval number 批准号 of the regulator
    telephone: str
    website: str
    complaints: str  # where complaints and appeals are received: telephone, e-mail


@dataclass(frozen=True)
class Form:
    """The body's own number of the form (审表012) and its version (A/3)."""

    number: str
    version: str


@dataclass(frozen=True)
class Organisation:
    """The client or applicant."""

    name: Two
    uscc: str
    address: Two
    contact: str = ""
    telephone: str = ""


@dataclass(frozen=True)
class Site:
    """场所, and what is done there."""

    name: Two
    address: Two
    activity: Two = NOTHING
    sub: str = ""  # number of its sub-certificate


@dataclass(frozen=True)
class Line:
    """One line of a price: quantity × price = amount, CNY."""

    what: Two
    quantity: Decimal
    price: Decimal
    amount: Decimal


@dataclass(frozen=True)
class Days:
    """Auditor-days of one audit of the cycle."""

    what: Two
    days: Decimal


@dataclass(frozen=True)
class Reason:
    """Why something is refused, suspended or ended, and the clause that says so."""

    what: Two
    clause: str = ""


@dataclass(frozen=True)
class CertificateRow:
    """A certificate as a letter names it."""

    number: str
    standard: Standard
    valid_until: date


@dataclass(frozen=True)
class Member:
    """A member of the audit team."""

    name: str
    role: Two
    registration: str = ""
    codes: str = ""  # technical codes the member covers
    days: Decimal | None = None  # None for experts and trainees, who are not counted


@dataclass(frozen=True, kw_only=True)
class OwnPaper:
    """On every paper: who issues it, on which form, under which number, on which day."""

    body: Body
    form: Form
    number: str
    dated: date


@dataclass(frozen=True, kw_only=True)
class Paper(OwnPaper):
    """On most also: about whom."""

    client: Organisation


@dataclass(frozen=True, kw_only=True)
class VisitPaper(Paper):
    """On every paper of one audit."""

    project: str
    kind: Two
    standards: tuple[Standard, ...]
    scope: Two
    starts_on: date
    ends_on: date
    team: tuple[Member, ...]
    place: Two
