"""Rules to ask: who may audit, how much one auditor may carry, who may decide."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

from mingzheng.rulebook.competence import (
    Registration,
    RegistrationGrade,
    TechnicalCompetence,
    codes_held,
    registered,
    uncovered,
)
from mingzheng.rulebook.dated_numbers import NUMBERS
from mingzheng.rulebook.decisions import Bond, objections_to_decider
from mingzheng.rulebook.impartiality import (
    Advice,
    Adviser,
    Tie,
    TieKind,
    free_from,
    objections_to_advice,
    objections_to_ties,
)
from mingzheng.rulebook.registration import (
    CLAUSE,
    Education,
    Registered,
    Trainee,
    apply_by,
    objections_to_promotion,
    objections_to_registering_again,
)
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.teams import CODE_NOT_COVERED, NOT_REGISTERED
from mingzheng.rulebook.verdict import Objection, Step
from mingzheng.rulebook.workload import (
    Led,
    Load,
    led_in_a_row,
    left_of_year,
    objections_to_leading_again,
    objections_to_load,
)

from .rule import Answer, Case, judged_by, rule
from .schema import Between

SUBJECT = "people"
ISO = "ISO/IEC 17021-1:2015"
NOBODY = "N.N."  # somebody, when the question does not name him
Count = Annotated[int, Between(0, 10_000)]
Days = Annotated[Decimal, Between(0, 10_000)]


@dataclass(frozen=True)
class RegistrationHeld:
    standard: Standard
    valid_from: date
    valid_until: date
    grade: RegistrationGrade = RegistrationGrade.AUDITOR


@dataclass(frozen=True)
class CompetenceHeld:
    standard: Standard
    code: str
    since: date
    ended: date | None = None


@dataclass(frozen=True)
class AuditorAsked:
    standard: Standard
    registrations: tuple[RegistrationHeld, ...] = ()
    competences: tuple[CompetenceHeld, ...] = ()
    codes: tuple[str, ...] = ()
    person: str = NOBODY


@dataclass(frozen=True)
class AuditorFound:
    may_audit: bool
    covers: tuple[str, ...]
    uncovered: tuple[str, ...]


@rule(
    "auditor-competence",
    f"{ISO} 7.2.4",
    subject=SUBJECT,
    example={
        "standard": "QMS",
        "registrations": [{"standard": "QMS", "valid_from": "2025-01-01", "valid_until": "2027-12-31"}],
        "competences": [{"standard": "QMS", "code": "17.10", "since": "2025-03-01"}],
        "codes": ["17.10.02", "18.01"],
    },
)
def ask_auditor_competence(given: AuditorAsked, case: Case) -> Answer[AuditorFound]:
    """Trainees never count, and a technical expert brings codes but audits nothing. `codes` need not be covered by one person: a team covers them."""
    held = [Registration(r.standard, r.grade, r.valid_from, r.valid_until) for r in given.registrations]
    skills = [TechnicalCompetence(c.standard, c.code, c.since, c.ended) for c in given.competences]
    may = registered(held, given.standard, case.on)
    left = uncovered(given.codes, codes_held(skills, given.standard, case.on) if may else ())
    covered = tuple(sorted(set(given.codes) - set(left)))
    person: dict[str, object] = {"standard": given.standard, "person": given.person, "field": "registrations"}
    objections = [] if may else [NOT_REGISTERED.because(**person)]
    objections += [
        CODE_NOT_COVERED.because(standard=given.standard, area=code, field="codes") for code in left
    ]
    steps = (Step(f"competence.registered.{'yes' if may else 'no'}", str(case.on), f"{ISO} 7.2.4"),)
    return Answer(AuditorFound(may, covered, tuple(left)), steps, tuple(objections))


@dataclass(frozen=True)
class TieHeld:
    kind: TieKind
    ended: date | None = None


@dataclass(frozen=True)
class AdviceGiven:
    adviser: Adviser
    ended: date | None = None


@dataclass(frozen=True)
class ImpartialityAsked:
    ties: tuple[TieHeld, ...] = ()
    advice: tuple[AdviceGiven, ...] = ()
    person: str = NOBODY


@dataclass(frozen=True)
class Impartial:
    free: bool


@rule(
    "impartiality",
    f"{ISO} 5.2",
    subject=SUBJECT,
    confidence="M",
    example={
        "ties": [{"kind": "consultancy", "ended": "2024-12-31"}],
        "advice": [{"adviser": "related_body", "ended": "2023-06-30"}],
    },
)
def ask_impartiality(given: ImpartialityAsked, case: Case) -> Answer[Impartial]:
    """`ties` of a person to the client; `advice` by the body or one related to it. `ended`: absent while it lasts."""
    objections = objections_to_ties(given.person, [Tie(one.kind, one.ended) for one in given.ties], case.on)
    objections += objections_to_advice([Advice(one.adviser, one.ended) for one in given.advice], case.on)
    steps = tuple(
        NUMBERS["cooling_consultancy"].step("impartiality.free-from", free_from(ended))
        for ended in [*(tie.ended for tie in given.ties), *(advice.ended for advice in given.advice)]
        if ended
    )
    return Answer(Impartial(not objections), steps, tuple(objections))


@dataclass(frozen=True)
class LoadAsked:
    on_site_days: Days = Decimal(0)
    planned_days: Days = Decimal(0)
    certificates: Count = 0
    planned_certificates: Count = 0
    standard: Standard = Standard.QMS


@dataclass(frozen=True)
class LoadFound:
    may: bool
    days_left: Decimal | None
    certificates_left: int | None


@rule(
    "auditor-load",
    "CNCA-QMS-01:2025 3.9",
    subject=SUBJECT,
    example={"on_site_days": 170, "planned_days": 12, "certificates": 49, "planned_certificates": 1},
)
def ask_auditor_load(given: LoadAsked, case: Case) -> Answer[LoadFound]:
    """What an auditor has this year, all systems together, and what is to be added. Editions before 2026: no limit."""
    load = Load(given.on_site_days, given.planned_days, given.certificates, given.planned_certificates)
    left = left_of_year(load, case.edition)
    objections = tuple(objections_to_load(load, case.edition))
    steps = [judged_by(case.edition)]
    for name, value in (("on_site_days_a_year", left.days), ("certificates_a_year", left.certificates)):
        if limit := case.edition.limit(name):
            most: dict[str, object] = {"most": limit.value}
            steps.append(Step(f"workload.{name}", str(value), limit.clause, limit.confidence, most))
    return Answer(LoadFound(not objections, left.days, left.certificates), tuple(steps), objections)


@dataclass(frozen=True)
class AuditLed:
    ended: date
    leader: str


@dataclass(frozen=True)
class RotationAsked:
    leader: str
    audits: tuple[AuditLed, ...] = ()


@dataclass(frozen=True)
class Rotation:
    may: bool
    in_a_row: int


@rule(
    "rotation",
    f"{ISO} 5.2.3",
    subject=SUBJECT,
    confidence="body",
    example={
        "leader": "wang",
        "audits": [{"ended": "2024-05-10", "leader": "wang"}, {"ended": "2025-05-09", "leader": "wang"}],
    },
)
def ask_rotation(given: RotationAsked, case: Case) -> Answer[Rotation]:
    """`audits` of the client so far, each with who led it."""
    audits = [Led(one.ended, one.leader) for one in given.audits]
    objections = tuple(objections_to_leading_again(given.leader, audits))
    times = led_in_a_row(given.leader, audits)
    step = NUMBERS["rotation_audits"].step("workload.in-a-row", times)
    return Answer(Rotation(not objections, times), (step,), objections)


@dataclass(frozen=True)
class ProfessionalAsked:
    areas: dict[str, Count]
    standard: Standard = Standard.QMS


@dataclass(frozen=True)
class Offered:
    may_offer: tuple[str, ...]
    may_not: tuple[str, ...]


@rule(
    "professional-auditors",
    "CNCA-QMS-01:2025",
    subject=SUBJECT,
    example={"areas": {"17.10": 2, "18.01": 1}},
)
def ask_professional_auditors(given: ProfessionalAsked, case: Case) -> Answer[Offered]:
    """`areas`: for each technical area how many professional auditors the body has."""
    needed = case.edition.number("professional_auditors")
    clause = case.edition.clause("professional_auditors")
    short = sorted(area for area, held in given.areas.items() if held < needed)
    objections = tuple(
        Objection(
            "application.too-few-auditors",
            clause,
            {"field": f"areas.{area}", "standard": given.standard, "area": area,
             "held": given.areas[area], "needed": needed},
        )
        for area in short
    )  # fmt: skip
    steps = (judged_by(case.edition), Step("competence.professional-auditors", str(needed), clause))
    may = tuple(sorted(set(given.areas) - set(short)))
    return Answer(Offered(may, tuple(short)), steps, objections)


@dataclass(frozen=True)
class DeciderAsked:
    decider: str
    team: tuple[str, ...]
    bond: Bond = Bond.EMPLOYED


@dataclass(frozen=True)
class May:
    may: bool


@rule(
    "decision-maker",
    f"{ISO} 9.5.1.1",
    subject=SUBJECT,
    confidence="M",
    example={"decider": "chen", "team": ["wang", "li"]},
)
def ask_decision_maker(given: DeciderAsked, case: Case) -> Answer[May]:
    """`team`: everybody who took part in the audit, experts and observers included."""
    objections = tuple(objections_to_decider(given.decider, given.team, given.bond))
    place = "on-team" if given.decider in given.team else "apart"
    step = Step(f"decision-maker.{place}", given.decider, f"{ISO} 9.5.1.1", "M")
    return Answer(May(not objections), (step,), objections)


@dataclass(frozen=True)
class PromotionAsked:
    education: Education
    work_years: Count
    field_years: Count
    audit_days: Days
    on_site_days: Days


@rule(
    "auditor-promotion",
    CLAUSE,
    subject=SUBJECT,
    confidence="m",
    example={
        "education": "bachelor",
        "work_years": 5,
        "field_years": 2,
        "audit_days": 20,
        "on_site_days": 10,
    },
)
def ask_auditor_promotion(given: PromotionAsked, case: Case) -> Answer[May]:
    objections = tuple(objections_to_promotion(Trainee(**vars(given))))
    keys = (f"ccaa_work_years_{given.education}", "ccaa_trainee_days", "ccaa_trainee_on_site_days")
    steps = tuple(NUMBERS[key].step(f"registration.{key}", NUMBERS[key].value) for key in keys)
    return Answer(May(not objections), steps, objections)


@dataclass(frozen=True)
class ReRegistrationAsked:
    valid_until: date
    cpd_hours: Days
    cpd_field_hours: Days
    audit_days: Days


@dataclass(frozen=True)
class ReRegistration:
    may: bool
    apply_by: date


@rule(
    "re-registration",
    CLAUSE,
    subject=SUBJECT,
    confidence="m",
    example={"valid_until": "2027-12-31", "cpd_hours": 20, "cpd_field_hours": 4, "audit_days": 10},
)
def ask_re_registration(given: ReRegistrationAsked, case: Case) -> Answer[ReRegistration]:
    objections = tuple(objections_to_registering_again(Registered(**vars(given)), case.on))
    by = apply_by(given.valid_until)
    steps = (NUMBERS["ccaa_apply_before"].step("registration.apply-by", by),)
    return Answer(ReRegistration(not objections, by), steps, objections)
