"""On what terms persons work for the body: contract, days, insurance, declarations (ISO/IEC 17021-1:2015 5.2, 7.3, 7.4, 8.4).

The body controls external auditors by a written agreement (7.3); everyone commits himself to confidentiality (8.4) and
impartiality (5.2.13) and to the code of conduct (the body's own; Annex D). How often these are signed again, and how early the body is reminded, are its own numbers.
"""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from enum import StrEnum

from .calendar import add_months
from .code_lists import REGION_UNKNOWN, region
from .dated_numbers import last_day, number
from .verdict import NOT_YOURS, Objection

CONTRACTS_OVERLAP = Objection("engagement.contracts-overlap", "ISO/IEC 17021-1:2015 7.3")
ENDS_BEFORE_IT_BEGINS = Objection("engagement.ends-before-it-begins", "ISO/IEC 17021-1:2015 7.3")
NO_CONTRACT = Objection("engagement.no-contract", "ISO/IEC 17021-1:2015 7.3")
NO_MAIN_EMPLOYER = Objection("engagement.no-main-employer", "ISO/IEC 17021-1:2015 7.3")
ENDS_LATER = Objection("engagement.ends-later", "ISO/IEC 17021-1:2015 7.3")
SIGNED_ALREADY = Objection("engagement.signed-already", "ISO/IEC 17021-1:2015 5.2.13")
UNSIGNED = Objection("engagement.unsigned", "ISO/IEC 17021-1:2015 8.4")
UNION_MEMBER = Objection("union.member", "own procedure")
UNION_LEFT = Objection("union.left", "own procedure")
UNION_IN_FUTURE = Objection("union.in-future", "own procedure")
NO_SUCH_WEEKDAY = Objection("engagement.no-such-weekday", "ISO/IEC 17021-1:2015 7.2.1")
TOO_MANY_DAYS = Objection("engagement.too-many-days", "ISO/IEC 17021-1:2015 7.2.1")
POLICY_HELD = Objection("engagement.policy-held", "ISO/IEC 17021-1:2015 7.4")
DAYS_OF_A_YEAR = 366


class DeclarationKind(StrEnum):
    """What everyone who works for the body signs, again every year."""

    CONFIDENTIALITY = "confidentiality"  # 保密承诺 (8.4)
    IMPARTIALITY = "impartiality"  # 公正性声明 (5.2.13)
    INTEGRITY = "integrity"  # 廉洁承诺 (own procedure)
    CONDUCT = "conduct"  # 行为规范声明: the code of conduct (own procedure; Annex D names the behaviour)


class InsuranceKind(StrEnum):
    """What a person is insured against while he is out for the body."""

    ACCIDENT = "accident"  # 意外伤害
    MEDICAL = "medical"  # 医疗


class Language(StrEnum):
    """Languages a person can audit in, by ISO 639-1."""

    ENGLISH = "en"
    JAPANESE = "ja"
    KOREAN = "ko"
    GERMAN = "de"
    FRENCH = "fr"
    RUSSIAN = "ru"
    SPANISH = "es"


def soon(on: date) -> date:
    """What ends by this day is to be renewed now."""
    return last_day("renew_soon", on)


def lately(on: date) -> date:
    """What ended before this day is no longer called for."""
    return on - timedelta(days=number("renew_soon"))


def declared_until(signed: date) -> date:
    """The last day a declaration counts."""
    return add_months(signed, number("declaration_months")) - timedelta(days=1)


def objections_to_signing(own: bool, held_until: date | None, on: date) -> list[Objection]:
    """Everyone signs for himself; again only when the last one ends soon (`held_until` is its last day)."""
    if not own:
        return [NOT_YOURS]
    return [SIGNED_ALREADY.because(until=held_until)] if held_until and held_until > soon(on) else []


def objections_to_client_data(confidential_until: date | None, on: date) -> list[Objection]:
    """May somebody see what the body holds of clients? Once his declaration of confidentiality holds; `confidential_until`
    is its last day."""
    return [] if confidential_until and on <= confidential_until else [UNSIGNED]


def objections_to_joining_union(joined: date, on: date, *, member: bool) -> list[Objection]:
    """May it be entered that somebody joined? Once until he leaves."""
    return ([UNION_MEMBER] if member else []) + ([UNION_IN_FUTURE] if joined > on else [])


def objections_to_leaving_union(joined: date, ends: date, on: date, *, left: bool) -> list[Objection]:
    """May it be entered that somebody left, from this day on?"""
    if left:
        return [UNION_LEFT]
    return ([ENDS_BEFORE_IT_BEGINS] if ends < joined else []) + ([UNION_IN_FUTURE] if ends > on else [])


def objections_to_contract(
    first: date,
    last: date | None,
    *,
    full_time: bool,
    main_employer: str,
    others: Iterable[tuple[date, date | None]],
) -> list[Objection]:
    """`last` is None for a contract without a term; `others` are the contracts the person has."""
    if last and last < first:
        return [ENDS_BEFORE_IT_BEGINS]
    overlapping = [a for a, z in others if (last is None or a <= last) and (z is None or first <= z)]
    unnamed = not full_time and not main_employer.strip()
    return [CONTRACTS_OVERLAP] * bool(overlapping) + [NO_MAIN_EMPLOYER] * unnamed


def objections_to_leaving(first: date, last: date | None, ends: date) -> list[Objection]:
    """A contract is cut short, not drawn out."""
    if ends < first:
        return [ENDS_BEFORE_IT_BEGINS]
    return [ENDS_LATER] if last and ends > last else []


def objections_to_insuring(first: date, last: date, *, held: bool) -> list[Objection]:
    """`held`: this policy is entered already."""
    return [ENDS_BEFORE_IT_BEGINS] * (last < first) + [POLICY_HELD] * held


def objections_to_availability(weekdays: Collection[int], days_a_year: int | None) -> list[Objection]:
    """`weekdays` are 0 (Monday) to 6; none means every working day."""
    strange = [NO_SUCH_WEEKDAY] if set(weekdays) - set(range(7)) else []
    return strange + ([TOO_MANY_DAYS] if days_a_year and days_a_year > DAYS_OF_A_YEAR else [])


def objections_to_home(code: str) -> list[Objection]:
    """A home town is an administrative division by its six digits, or not said."""
    return [] if not code or region(code) else [REGION_UNKNOWN.because(code=code)]
