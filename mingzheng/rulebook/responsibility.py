"""How the body answers to others: stakeholders and their demands, what is material, objectives, memberships, honours, the
chronicle, duties, pacts, and how commitments were kept.

Clauses: ISO 26000:2010 5.3 (stakeholders), 7.3 (relevance and significance), 7.4.2 (objectives), 7.6.2 (claims), 7.7 (review),
7.8 (voluntary initiatives), 6.2.3 (who decides). Seed items 5, 10, 13, 15, 60, 70, 77, 102, 107, 136, 138, 144, 146-160.
"""

from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum

from .calendar import add_months
from .dated_numbers import number
from .roles import Role
from .verdict import Objection

ENGAGED = "ISO 26000:2010 5.3.3"
SIGNIFICANT = "ISO 26000:2010 7.3.2"
DIRECTED = "ISO 26000:2010 7.4.2"
CREDIBLE = "ISO 26000:2010 7.6.2"
VOLUNTARY = "ISO 26000:2010 7.8"
DECIDING = "ISO 26000:2010 6.2.3"
OWN = "own procedure"
SCALE = (1, 2, 3, 4, 5)  # how much an issue matters to stakeholders, and to the body


class Party(StrEnum):
    """Whom a stakeholder belongs to."""

    INVESTORS = "investors"
    CLIENTS = "clients"
    STAFF = "staff"
    GOVERNMENT = "government"
    COMMUNITY = "community"
    ASSOCIATIONS = "associations"
    CONSUMERS = "consumers"
    SUPPLIERS = "suppliers"


class Channel(StrEnum):
    """How the body spoke with a stakeholder."""

    MEETING = "meeting"
    VISIT = "visit"
    WRITING = "writing"
    CALL = "call"
    SURVEY = "survey"
    EVENT = "event"


class Result(StrEnum):
    """What came of an objective."""

    MET = "met"
    PARTLY = "partly"
    MISSED = "missed"


class Bond(StrEnum):
    """What kind of association the body belongs to."""

    ASSOCIATION = "association"  # 行业协会
    ALLIANCE = "alliance"  # 联盟
    COMMITTEE = "committee"  # 标准化技术委员会
    PLATFORM = "platform"


class Standing(StrEnum):
    """As what it belongs to it."""

    MEMBER = "member"
    COUNCIL = "council"
    VICE_CHAIR = "vice_chair"
    CHAIR = "chair"


class HonourKind(StrEnum):
    HONOUR = "honour"
    PILOT = "pilot"  # 试点示范
    THANKS = "thanks"


class PactKind(StrEnum):
    SELF_DISCIPLINE = "self_discipline"  # 自律公约
    INTEGRITY = "integrity"  # 廉洁承诺
    INITIATIVE = "initiative"  # 倡议


class Kept(StrEnum):
    """How a commitment was kept."""

    KEPT = "kept"
    PARTLY = "partly"
    BROKEN = "broken"


TEXT_MISSING = Objection("governance.text-missing", OWN)
IN_FUTURE = Objection("governance.in-future", OWN)
KNOWN_ALREADY = Objection("governance.known-already", OWN)
ENDED = Objection("governance.ended", OWN)
TERM_BACKWARDS = Objection("governance.term-backwards", OWN)
ANSWERED = Objection("governance.answered", ENGAGED)
OFF_THE_SCALE = Objection("governance.off-the-scale", SIGNIFICANT)
NO_ISSUE = Objection("governance.no-issue", SIGNIFICANT)
YEAR_TOO_FAR = Objection("governance.year-too-far", SIGNIFICANT)
NOTHING_TO_CARRY = Objection("governance.nothing-to-carry", SIGNIFICANT)
RESULT_KNOWN = Objection("governance.result-known", DIRECTED)
EVIDENCE_MISSING = Objection("governance.evidence-missing", CREDIBLE)
NOT_LONGER = Objection("governance.not-longer", VOLUNTARY)
NEVER_ENDS = Objection("governance.never-ends", VOLUNTARY)
NO_TAG = Objection("governance.no-tag", OWN)
EVENT_KNOWN = Objection("governance.event-known", OWN)
NOBODY_THERE = Objection("governance.nobody-there", OWN)
SETTLED = Objection("governance.settled", OWN)
HELPS_ITSELF = Objection("governance.helps-itself", DECIDING)
DUTY_TAKEN = Objection("governance.duty-taken", DECIDING)
NOT_PUBLIC = Objection("governance.not-public", CREDIBLE)
LOOKED_AT = Objection("governance.looked-at", CREDIBLE)


def objections_to_texts(*texts: str) -> list[Objection]:
    return [] if all(text.strip() for text in texts) else [TEXT_MISSING]


def objections_to_day(day: date, on: date) -> list[Objection]:
    return [IN_FUTURE] if day > on else []


def objections_to_name(name: str, *, known: bool) -> list[Objection]:
    """May something be entered under this name? Once while it lasts."""
    return objections_to_texts(name) + ([KNOWN_ALREADY.because(name=name.strip())] if known else [])


def objections_to_more(*, ended: bool) -> list[Objection]:
    """May anything more be said of it? Not once it has ended."""
    return [ENDED] if ended else []


def objections_to_term(since: date, until: date | None) -> list[Objection]:
    """A term without an end is open."""
    return [TERM_BACKWARDS] if until and until <= since else []


# --- stakeholders -----------------------------------------------------------------------------------------------------


def objections_to_contact(told: str, held: date, on: date, *, ended: bool) -> list[Objection]:
    """May a contact with a stakeholder be entered?"""
    return objections_to_more(ended=ended) + objections_to_texts(told) + objections_to_day(held, on)


def objections_to_answer(answer: str, *, answered: bool) -> list[Objection]:
    """May a demand be answered? Once, with what is done about it."""
    return [ANSWERED] if answered else objections_to_texts(answer)


def answer_due(raised: date) -> date:
    """By when a demand is answered."""
    return raised + timedelta(days=number("demand_answer"))


def due_if_raised_by(on: date) -> date:
    """The last day on which a demand was raised that is to be answered by the end of day `on`."""
    return on - timedelta(days=number("demand_answer"))


# --- what is material -------------------------------------------------------------------------------------------------


def objections_to_weight(
    year: int, on: date, stakeholders: int, body: int, reason: str, *, is_issue: bool
) -> list[Objection]:
    """May an issue be weighed so? On the scale, with the reason, for this year, one past or the next."""
    found = [] if is_issue else [NO_ISSUE]
    found += [YEAR_TOO_FAR.because(year=year)] if year > on.year + 1 else []
    found += [] if stakeholders in SCALE and body in SCALE else [OFF_THE_SCALE]
    return found + objections_to_texts(reason)


def objections_to_carrying(year: int, on: date, missing: int) -> list[Objection]:
    """May the weights of the year before be taken over? Those of the issues that are not weighed yet."""
    found = [YEAR_TOO_FAR.because(year=year)] if year > on.year + 1 else []
    return found + ([] if missing else [NOTHING_TO_CARRY.because(year=year - 1)])


def is_material(stakeholders: int, body: int) -> bool:
    """Does an issue belong to the core of the report?"""
    return stakeholders * body >= number("material_from")


# --- objectives -------------------------------------------------------------------------------------------------------


def objections_to_objective(zh: str, target: str, due: date, on: date) -> list[Objection]:
    """May an objective be set? With what it is measured by, and a day still to come."""
    return objections_to_texts(zh, target) + ([TERM_BACKWARDS] if due < on else [])


def objections_to_result(result: Result, told: str, evidence: str, *, known: bool) -> list[Objection]:
    """May this be the result? Nothing is met, or met in part, without evidence."""
    if known:
        return [RESULT_KNOWN]
    bare = result is not Result.MISSED and not evidence.strip()
    return objections_to_texts(told) + ([EVIDENCE_MISSING] if bare else [])


# --- memberships, honours, chronicle ----------------------------------------------------------------------------------


def objections_to_renewing(until: date | None, longer: date, *, ended: bool) -> list[Objection]:
    """May a membership be renewed? One that ends, for longer."""
    if ended:
        return [ENDED]
    if until is None:
        return [NEVER_ENDS]
    return [] if longer > until else [NOT_LONGER.because(until=until)]


def objections_to_happening(
    zh: str, happened: date, on: date, *, milestone: bool, of_year: bool
) -> list[Objection]:
    """May this be proposed for the chronicle? As a milestone of the body, an event of the year, or both."""
    found = objections_to_texts(zh) + objections_to_day(happened, on)
    return found + ([] if milestone or of_year else [NO_TAG])


def objections_to_trade_event(
    zh: str, organiser: str, held: date, on: date, people: int, *, known: bool
) -> list[Objection]:
    """May an activity of the trade be entered? Once, however many of the body were there: the others join it."""
    found = objections_to_texts(zh, organiser) + objections_to_day(held, on)
    return found + ([] if people else [NOBODY_THERE]) + ([EVENT_KNOWN] if known else [])


def objections_to_joining(people: int) -> list[Objection]:
    """May these be added to who was there? Those who were not named yet."""
    return [] if people else [NOBODY_THERE]


def objections_to_settling(*, settled: bool) -> list[Objection]:
    """May a proposal be taken or left? Once."""
    return [SETTLED] if settled else []


# --- duties, pacts, commitments ---------------------------------------------------------------------------------------


def objections_to_duty(
    zh: str, position: Role, supporting: Collection[Role], *, taken: bool
) -> list[Objection]:
    """May a duty be given to a position? One answers for it, others help, and it is given once."""
    found = objections_to_texts(zh) + ([DUTY_TAKEN.because(duty=zh.strip())] if taken else [])
    return found + ([HELPS_ITSELF] if position in supporting else [])


def check_due(last: date) -> date:
    """By when the body looks again whether it keeps a pact."""
    return add_months(last, number("pact_check"))


def checked_before(on: date) -> date:
    """A pact last looked at by this day is due."""
    return add_months(on, -number("pact_check"))


def objections_to_looking(told: str, evidence: str, *, public: bool, looked: bool) -> list[Objection]:
    """May it be said how a commitment was kept? Of one that stands in public, once a year, with evidence."""
    found = [] if public else [NOT_PUBLIC]
    found += [LOOKED_AT] if looked else []
    return found + objections_to_texts(told) + ([] if evidence.strip() else [EVIDENCE_MISSING])


def look_due(last: date) -> date:
    """By when the body looks again how a commitment was kept."""
    return add_months(last, number("commitment_look"))


def looked_before(on: date) -> date:
    """A commitment last looked at by this day is due."""
    return add_months(on, -number("commitment_look"))
