"""Rules to ask: numbers and codes, and the calendar."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from mingzheng.rulebook.calendar import WORKING_DAYS_CLAUSE, add_working_days, is_working_day
from mingzheng.rulebook.certificate_numbers import (
    APPROVAL_CLAUSE,
    NUMBER_CLAUSE,
    PLAN_CLAUSE,
    CertificateNumber,
    parse_certificate_number,
    plan_number_prefix,
)
from mingzheng.rulebook.code_lists import (
    INDUSTRY_EDITION,
    INDUSTRY_UNKNOWN,
    REGION_EDITION,
    REGION_UNKNOWN,
    Named,
    industry,
    region,
)
from mingzheng.rulebook.identifiers import (
    CREDIT_CODE_CLAUSE,
    ORGANISATION_CODE_CLAUSE,
    Mended,
    normalise_organisation_code,
    normalise_social_credit_code,
    objections_to_organisation_code,
    objections_to_social_credit_code,
)
from mingzheng.rulebook.technical_areas import technical_areas
from mingzheng.rulebook.verdict import Objection, Refused, Step

from .cycle import By
from .rule import Answer, Case, rule
from .schema import Between

SUBJECT = "numbers"
AREA_CLAUSE = "IAF ID 1"
AREA_UNKNOWN = Objection("code.area-unknown", AREA_CLAUSE)


@dataclass(frozen=True)
class NumberAsked:
    number: str


@dataclass(frozen=True)
class NumberFound:
    valid: bool
    normalised: str | None
    body: str | None
    year: int | None
    scheme: str | None
    serial: str | None
    recertification: int | None
    size: str | None
    branch: str | None
    child: str | None


@rule(
    "certificate-number", NUMBER_CLAUSE, subject=SUBJECT, confidence="m", example={"number": "12319E20456R1M"}
)
def ask_certificate_number(given: NumberAsked, case: Case) -> Answer[NumberFound]:
    try:
        n: CertificateNumber = parse_certificate_number(given.number)
    except Refused as refused:
        nothing = NumberFound(False, None, None, None, None, None, None, None, None, None)
        return Answer(nothing, objections=tuple(o.because(field="number") for o in refused.objections))
    found = NumberFound(
        True, n.text, n.body, n.year, n.scheme, n.serial, n.recertification, n.size, n.branch, n.child
    )
    return Answer(found, _mended(n.notes, n.text, NUMBER_CLAUSE))


@dataclass(frozen=True)
class PlanAsked:
    approval: str
    branch: str


@dataclass(frozen=True)
class Prefix:
    prefix: str


@rule(
    "plan-number-prefix",
    PLAN_CLAUSE,
    subject=SUBJECT,
    example={"approval": "CNCA-R-2003-117", "branch": "02"},
)
def ask_plan_number_prefix(given: PlanAsked, case: Case) -> Answer[Prefix]:
    prefix = plan_number_prefix(given.approval, given.branch)
    steps = (
        Step("identifier.approval", given.approval, APPROVAL_CLAUSE),
        Step("identifier.plan-prefix", prefix, PLAN_CLAUSE),
    )
    return Answer(Prefix(prefix), steps)


@dataclass(frozen=True)
class CodeAsked:
    code: str


@dataclass(frozen=True)
class CodeFound:
    valid: bool
    normalised: str


@rule("social-credit-code", CREDIT_CODE_CLAUSE, subject=SUBJECT, example={"code": "91350100M000100Y43"})
def ask_social_credit_code(given: CodeAsked, case: Case) -> Answer[CodeFound]:
    mended = normalise_social_credit_code(given.code)
    return _checked(mended, objections_to_social_credit_code(mended.text), CREDIT_CODE_CLAUSE)


@rule("organisation-code", ORGANISATION_CODE_CLAUSE, subject=SUBJECT, example={"code": "M000100Y-4"})
def ask_organisation_code(given: CodeAsked, case: Case) -> Answer[CodeFound]:
    mended = normalise_organisation_code(given.code)
    return _checked(mended, objections_to_organisation_code(mended.text), ORGANISATION_CODE_CLAUSE)


def _checked(mended: Mended, objections: list[Objection], clause: str) -> Answer[CodeFound]:
    steps = _mended(mended.notes, mended.text, clause)
    told = tuple(o.because(field="code") for o in objections)
    return Answer(CodeFound(not objections, mended.text), steps, told)


def _mended(notes: tuple[str, ...], text: str, clause: str) -> tuple[Step, ...]:
    return (*(Step(note, text, clause) for note in notes), Step("identifier.read-as", text, clause))


@dataclass(frozen=True)
class DayEntered:
    """A day of the body's own table: one worked in exchange, or one off."""

    date: date
    working: bool


@dataclass(frozen=True)
class DayAsked:
    date: date
    entered: tuple[DayEntered, ...] = ()


@dataclass(frozen=True)
class Working:
    working: bool


@rule("working-day", WORKING_DAYS_CLAUSE, subject=SUBJECT, example={"date": "2020-01-31"})
def ask_working_day(given: DayAsked, case: Case) -> Answer[Working]:
    """`entered`: the body's table, for years the State Council's arrangement of which is not known here."""
    working = is_working_day(given.date, {one.date: one.working for one in given.entered})
    what = "calendar.working" if working else "calendar.off"
    return Answer(Working(working), (Step(what, str(given.date), WORKING_DAYS_CLAUSE),))


@dataclass(frozen=True)
class WorkingDaysAsked:
    date: date
    days: Annotated[int, Between(-366, 366)]
    entered: tuple[DayEntered, ...] = ()


@rule("working-days-after", WORKING_DAYS_CLAUSE, subject=SUBJECT, example={"date": "2026-04-30", "days": 5})
def ask_working_days_after(given: WorkingDaysAsked, case: Case) -> Answer[By]:
    """The day `days` working days after `date`, which itself does not count; before it when negative."""
    by = add_working_days(given.date, given.days, {one.date: one.working for one in given.entered})
    told: dict[str, object] = {"days": given.days}
    return Answer(By(by), (Step("calendar.working-days-after", str(by), WORKING_DAYS_CLAUSE, details=told),))


@dataclass(frozen=True)
class Place:
    valid: bool
    name: str | None
    within: tuple[str, ...]
    edition: str


@rule("region-code", REGION_EDITION, subject=SUBJECT, example={"code": "310115"})
def ask_region_code(given: CodeAsked, case: Case) -> Answer[Place]:
    return _named(region(given.code), given.code, REGION_UNKNOWN)


@rule("industry-code", INDUSTRY_EDITION, subject=SUBJECT, example={"code": "C3311"})
def ask_industry_code(given: CodeAsked, case: Case) -> Answer[Place]:
    return _named(industry(given.code), given.code, INDUSTRY_UNKNOWN)


@rule("technical-area", AREA_CLAUSE, subject=SUBJECT, confidence="m", example={"code": "17.10.02"})
def ask_technical_area(given: CodeAsked, case: Case) -> Answer[Place]:
    area = technical_areas().get(given.code.strip())
    above = (technical_areas()[area.group].zh,) if area and area.code != area.group else ()
    found = Named(area.code, area.zh, above) if area else None
    return _named(found, given.code, AREA_UNKNOWN)


def _named(found: Named | None, code: str, unknown: Objection) -> Answer[Place]:
    if found is None:
        told = unknown.because(field="code", value=code[:40])
        return Answer(Place(False, None, (), unknown.clause), objections=(told,))
    steps = (Step("code.found", " / ".join((*found.within, found.zh)), unknown.clause),)
    return Answer(Place(True, found.zh, found.within, unknown.clause), steps)
