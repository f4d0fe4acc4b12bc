"""Rules to ask: the days of the three-year cycle."""

from dataclasses import dataclass
from datetime import date

from mingzheng.rulebook.audit_cycle import (
    REPORT_CLAUSE,
    SHORT_NOTICE_CLAUSE,
    Outcome,
    Window,
    expiry,
    first_surveillance,
    next_surveillance,
    objections_to_dates,
    objections_to_recertifying,
    recertification_outcome,
    recertification_window,
    report_by,
    short_notice_by,
    stage2_window,
)
from mingzheng.rulebook.certificate_life import Act
from mingzheng.rulebook.extraordinary import put_off
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Step

from .rule import Answer, Case, judged_by, rule

SUBJECT = "cycle"
ISO = "ISO/IEC 17021-1:2015"


@dataclass(frozen=True)
class FirstSurveillanceAsked:
    decided: date
    issued: date
    extraordinary: bool = False
    recertified: bool = False
    standard: Standard = Standard.QMS


@dataclass(frozen=True)
class FirstSurveillance:
    earliest: date
    latest: date


@rule(
    "first-surveillance",
    f"{ISO} 9.1.3.3",
    subject=SUBJECT,
    judged_on=("issued",),
    example={"decided": "2019-05-10", "issued": "2019-05-13", "extraordinary": False},
)
def ask_first_surveillance(given: FirstSurveillanceAsked, case: Case) -> Answer[FirstSurveillance]:
    """`recertified`: the cycle began with a recertification. `extraordinary`: an event of IAF ID 3."""
    window = first_surveillance(
        decided=given.decided,
        issued=given.issued,
        edition=case.edition,
        recertified=given.recertified,
        extraordinary=given.extraordinary,
    )
    steps = (
        judged_by(case.edition),
        Step("cycle.decided", str(given.decided), f"{ISO} 9.1.3.2"),
        Step("cycle.issued", str(given.issued), f"{ISO} 8.2.2"),
        _latest(window),
    )
    return Answer(FirstSurveillance(window.earliest, window.latest), steps)


@dataclass(frozen=True)
class NextSurveillanceAsked:
    last_ended: date
    planned: date | None = None
    extraordinary: bool = False
    standard: Standard = Standard.QMS


@dataclass(frozen=True)
class NextSurveillance:
    earliest: date
    latest: date
    in_time: bool | None
    must: Act | None


@rule(
    "next-surveillance",
    f"{ISO} 9.1.3.3",
    subject=SUBJECT,
    judged_on=("planned",),
    example={"last_ended": "2026-04-01", "planned": "2027-04-20"},
)
def ask_next_surveillance(given: NextSurveillanceAsked, case: Case) -> Answer[NextSurveillance]:
    """`planned`: the last day of the audit as planned; without it only the window is told."""
    window = next_surveillance(
        last_ended=given.last_ended, edition=case.edition, extraordinary=given.extraordinary
    )
    steps = [
        judged_by(case.edition),
        Step("cycle.last-ended", str(given.last_ended), window.clause),
        _latest(window),
    ]
    if given.planned is None:
        return Answer(NextSurveillance(window.earliest, window.latest, None, None), tuple(steps))
    in_time = given.planned <= window.latest
    must = None if in_time else Act.SUSPEND
    objections = [
        o.because(field="planned") for o in objections_to_dates(window, given.planned, given.planned)
    ]
    if must:
        days = (given.planned - window.latest).days
        steps.append(Step("cycle.must-suspend", str(days), window.clause, window.confidence))
    found = NextSurveillance(window.earliest, window.latest, in_time, must)
    return Answer(found, tuple(steps), tuple(objections))


@dataclass(frozen=True)
class ExpiryAsked:
    issued: date


@dataclass(frozen=True)
class Expiry:
    expires: date


@rule("expiry", f"{ISO} 9.1.3.2", subject=SUBJECT, judged_on=("issued",), example={"issued": "2018-09-01"})
def ask_expiry(given: ExpiryAsked, case: Case) -> Answer[Expiry]:
    expires = expiry(given.issued)
    steps = (
        Step("cycle.issued", str(given.issued), f"{ISO} 8.2.2"),
        Step("cycle.three-years-less-a-day", str(expires), f"{ISO} 9.1.3.2"),
    )
    return Answer(Expiry(expires), steps)


@dataclass(frozen=True)
class RecertificationAsked:
    expires: date
    decided: date
    on_site_ended: date | None = None
    activities_completed: bool = False
    extraordinary: bool = False
    standard: Standard = Standard.QMS


@dataclass(frozen=True)
class RecertificationFound:
    outcome: Outcome
    effective: date | None
    expires: date | None


@rule(
    "recertification",
    f"{ISO} 9.6.3.2",
    subject=SUBJECT,
    judged_on=("decided",),
    example={
        "expires": "2023-08-15",
        "on_site_ended": "2023-08-02",
        "decided": "2023-11-01",
        "activities_completed": True,
        "extraordinary": False,
    },
)
def ask_recertification(given: RecertificationAsked, case: Case) -> Answer[RecertificationFound]:
    """`activities_completed`: audit, corrections and their verification are done."""
    found = recertification_outcome(
        expires=given.expires,
        on_site_ended=given.on_site_ended,
        decided=given.decided,
        activities_completed=given.activities_completed,
        edition=case.edition,
        extraordinary=given.extraordinary,
    )
    window = recertification_window(expires=given.expires, edition=case.edition)
    steps = [judged_by(case.edition), Step("cycle.expires", str(given.expires), window.clause)]
    if given.on_site_ended:
        steps.append(Step("cycle.on-site-ended", str(given.on_site_ended), window.clause, window.confidence))
    steps.append(Step("cycle.decided", str(given.decided), f"{ISO} 9.5.1.1"))
    steps.append(Step(f"recertification.{found.outcome}", "", found.clause))
    if found.expires:
        steps.append(Step("cycle.new-expiry", str(found.expires), f"{ISO} 9.6.3.2.3"))
    objections = objections_to_recertifying(
        given.on_site_ended, given.decided, activities_completed=given.activities_completed
    )
    told = RecertificationFound(found.outcome, found.effective, found.expires)
    return Answer(told, tuple(steps), tuple(objections))


@dataclass(frozen=True)
class Stage2Asked:
    stage1_ended: date


@rule(
    "stage2-window",
    f"{ISO} 9.3.1.2.4",
    subject=SUBJECT,
    confidence="body",
    example={"stage1_ended": "2026-08-31"},
)
def ask_stage2_window(given: Stage2Asked, case: Case) -> Answer[FirstSurveillance]:
    window = stage2_window(given.stage1_ended)
    return Answer(FirstSurveillance(window.earliest, window.latest), (_latest(window),))


@dataclass(frozen=True)
class ExtraordinaryAsked:
    surveillance_latest: date | None = None
    expires: date | None = None
    lifted: date | None = None
    standard: Standard = Standard.QMS


@dataclass(frozen=True)
class ExtraordinaryFound:
    surveillance_latest: date | None
    valid_until: date | None
    restore_until: date | None
    decide_by: date | None


@rule(
    "extraordinary-event",
    "IAF ID 3:2011",
    subject=SUBJECT,
    judged_on=("surveillance_latest", "expires"),
    example={"surveillance_latest": "2020-03-10", "expires": "2020-03-31", "lifted": "2020-06-01"},
)
def ask_extraordinary_event(given: ExtraordinaryAsked, case: Case) -> Answer[ExtraordinaryFound]:
    """`surveillance_latest` and `expires` as they were before the event; `lifted`: when restrictions were."""
    moved = put_off(
        case.edition,
        surveillance_latest=given.surveillance_latest,
        expires=given.expires,
        lifted=given.lifted,
    )
    clauses = {"surveillance_latest": "postponing", "valid_until": "prolonging", "restore_until": "restoring"}
    steps = [judged_by(case.edition)]
    for name, limit in clauses.items():
        if day := getattr(moved, name):
            months: dict[str, object] = {"months": case.edition.number(limit)}
            clause = case.edition.clause(limit)
            steps.append(Step(f"extraordinary.{name}", str(day), clause, details=months))
    if moved.decide_by:
        steps.append(Step("extraordinary.decide_by", str(moved.decide_by), "IAF ID 3:2011"))
    found = ExtraordinaryFound(
        moved.surveillance_latest, moved.valid_until, moved.restore_until, moved.decide_by
    )
    return Answer(found, tuple(steps))


@dataclass(frozen=True)
class ShortNoticeAsked:
    notified: date


@dataclass(frozen=True)
class By:
    by: date


@rule("short-notice-audit", SHORT_NOTICE_CLAUSE, subject=SUBJECT, example={"notified": "2026-05-06"})
def ask_short_notice_audit(given: ShortNoticeAsked, case: Case) -> Answer[By]:
    by = short_notice_by(given.notified)
    return Answer(By(by), (Step("cycle.short-notice-by", str(by), SHORT_NOTICE_CLAUSE),))


@dataclass(frozen=True)
class Happened:
    happened: date


@rule("report-deadline", REPORT_CLAUSE, subject=SUBJECT, example={"happened": "2026-03-20"})
def ask_report_deadline(given: Happened, case: Case) -> Answer[By]:
    by = report_by(given.happened)
    return Answer(By(by), (Step("cycle.report-by", str(by), REPORT_CLAUSE),))


def _latest(window: Window) -> Step:
    return Step("cycle.latest", str(window.latest), window.clause, window.confidence)
