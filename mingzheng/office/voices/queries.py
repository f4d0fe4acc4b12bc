"""Reading cases, surveys and call-backs. What the yearly report counts is here, each figure with its list."""

from datetime import date
from typing import Any

from django.db.models import Case as Switch
from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When

from mingzheng.office.programmes.models import Certification, Visit
from mingzheng.office.record.actors import Actor
from mingzheng.office.schedule.models import Assignment
from mingzheng.rulebook.audit_cycle import VisitKind
from mingzheng.rulebook.questionnaires import CONDUCT, DISSATISFIED, CallOutcome, Form
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import NOT_YOURS, Refused
from mingzheng.rulebook.voices import UNPUBLISHED, VALID, CaseKind
from mingzheng.rulebook.voices import Limits as PublishedLimits

from .models import CallBack, Case, Draw, Limits, Questionnaire, Survey

KEEPERS = (Role.QUALITY, Role.DIRECTOR)  # see every case
HANDLERS = (Role.QUALITY, Role.DIRECTOR, Role.TECHNICAL)  # may be given one
CASE_STATES = ("received", "acknowledged", "assigned", "investigated", "decided", "answered", "closed")


def limits_on(day: date) -> PublishedLimits:
    """The limits published on a day; the rulebook's own before the first publication."""
    row = Limits.objects.filter(valid_from__lte=day).order_by("-valid_from").first()
    return row.days if row else UNPUBLISHED


def questionnaire_on(form: Form, day: date) -> Questionnaire | None:
    """The version of a form asked on a day; None: the rulebook's own questions."""
    rows = Questionnaire.objects.filter(form=form, valid_from__lte=day)
    return rows.order_by("-version").first()


# --- cases ------------------------------------------------------------------------------------------------------------


def with_state(rows: QuerySet[Case]) -> QuerySet[Any]:
    """Cases with `state`, one of CASE_STATES, and `due`: by when the next step is due by the published limits."""
    steps = ("closed", "answered", "decided", "investigated", "assigned", "acknowledged")
    return rows.annotate(
        state=Switch(
            *(When(**{f"{step}_on__isnull": False}, then=Value(step)) for step in steps),
            default=Value("received"),
            output_field=CharField(),
        ),
        due=Switch(
            When(answered_on__isnull=False, then=Value(None)),
            When(acknowledged_on=None, then=F("acknowledge_by")),
            default=F("answer_by"),
        ),
    )


def cases_seen_by(by: Actor) -> QuerySet[Any]:
    """Quality management and the direction see every case but those about themselves; a handler sees his own."""
    rows = with_state(Case.objects.select_related("client", "visit", "handler"))
    if any(by.holds(role) for role in KEEPERS):
        return rows.exclude(person__login=by.login)
    if by.holds(Role.INTEGRITY):
        return rows.filter(Q(topic="integrity") | Q(handler__login=by.login)).exclude(person__login=by.login)
    if any(by.holds(role) for role in HANDLERS):
        return rows.filter(handler__login=by.login)
    raise Refused(NOT_YOURS)


def case_of_code(code: str) -> Case | None:
    """The case of a code as somebody types it: small letters, with or without its dashes."""
    letters = "".join(letter for letter in code.upper() if letter.isalnum())
    return Case.objects.filter(code="-".join(letters[n : n + 4] for n in range(0, len(letters), 4))).first()


def locked_case(number: str) -> Case:
    """A case held until the action is done, with all it points to."""
    held = Case.objects.select_for_update(of=("self",))
    return held.select_related("client", "visit", "decision__audit", "person", "handler").get(number=number)


def calling_for_visit() -> QuerySet[Any]:
    """Decided to need a special visit, and none has been added whose reason names the case; with the `contract`."""
    added = Visit.objects.filter(
        client=OuterRef("client"), kind=VisitKind.SPECIAL, reason__contains=OuterRef("number")
    )
    living = Certification.objects.filter(client=OuterRef("client"), ended_on=None).order_by("-pk")
    rows = Case.objects.filter(calls_for_visit=True, closed_on=None).exclude(Exists(added))
    return rows.select_related("client").annotate(contract=Subquery(living.values("contract__number")[:1]))


def cases_received(year: int, kind: CaseKind | None = None) -> QuerySet[Case]:
    """Complaints, appeals or reports (None: all three) received in the calendar year, by the day they came in."""
    rows = Case.objects.filter(received_on__year=year)
    return rows.filter(kind=kind) if kind else rows


def cases_closed(year: int, kind: CaseKind | None = None) -> QuerySet[Case]:
    """Cases closed in the calendar year, whenever they came in."""
    rows = Case.objects.filter(closed_on__year=year)
    return rows.filter(kind=kind) if kind else rows


def cases_upheld(year: int, kind: CaseKind | None = None) -> QuerySet[Case]:
    """Cases decided in the calendar year and upheld wholly or in part."""
    rows = Case.objects.filter(decided_on__year=year, outcome__in=VALID)
    return rows.filter(kind=kind) if kind else rows


def cases_open(day: date) -> QuerySet[Case]:
    """The stock at the end of a day: received by then and not closed by then."""
    return Case.objects.filter(Q(closed_on=None) | Q(closed_on__gt=day), received_on__lte=day)


def cases_late(year: int) -> QuerySet[Case]:
    """Cases answered in the calendar year after the published limit."""
    return Case.objects.filter(answered_on__year=year, answered_on__gt=F("answer_by"))


def integrity_cases(year: int) -> QuerySet[Case]:
    """Cases of corruption, undercutting or fraud received in the calendar year, whatever became of them."""
    return Case.objects.filter(received_on__year=year, topic="integrity")


# --- surveys ----------------------------------------------------------------------------------------------------------


def not_of(by: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    """Rows about visits, without those on whose team this person was."""
    return rows.exclude(Exists(Assignment.objects.filter(visit=OuterRef("visit"), person__login=by.login)))


def surveys_seen_by(by: Actor) -> QuerySet[Survey]:
    """Surveys with their answers: for quality management and the direction, and never those of one's own visits."""
    if not any(by.holds(role) for role in KEEPERS):
        raise Refused(NOT_YOURS)
    return not_of(by, Survey.objects.select_related("visit__client", "questionnaire"))


def is_surveyed(visit: str) -> bool:
    """Was the client of this visit asked already?"""
    return Survey.objects.filter(visit__number=visit).exists()


def surveys_sent(year: int) -> QuerySet[Survey]:
    """N: surveys sent out in the calendar year, one for each visit whose closing meeting was held."""
    return Survey.objects.filter(sent_on__year=year)


def surveys_answered(year: int) -> QuerySet[Survey]:
    """n: of the surveys sent out in the calendar year, those answered by now, by link or on paper."""
    return surveys_sent(year).filter(answered_on__isnull=False)


def badly_behaved(by: Actor) -> QuerySet[Survey]:
    """Answered with a bad mark for how the auditors behaved, and no case names the visit since."""
    names = Q(reference__contains=OuterRef("visit__number")) | Q(visit=OuterRef("visit"))
    opened = Case.objects.filter(names, received_on__gte=OuterRef("answered_on"))
    return surveys_seen_by(by).filter(**{f"answers__{CONDUCT}__lte": DISSATISFIED}).exclude(Exists(opened))


# --- call-backs -------------------------------------------------------------------------------------------------------


def draws_seen_by(by: Actor) -> QuerySet[Draw]:
    """Every draw, for quality management and the direction."""
    if not any(by.holds(role) for role in KEEPERS):
        raise Refused(NOT_YOURS)
    return Draw.objects.all()


def calls_seen_by(by: Actor) -> QuerySet[CallBack]:
    """Calls to make and made, without those about one's own visits."""
    if not any(by.holds(role) for role in KEEPERS):
        raise Refused(NOT_YOURS)
    return not_of(by, CallBack.objects.select_related("draw", "visit__client", "questionnaire"))


def calls_completed(year: int) -> QuerySet[CallBack]:
    """Call-backs completed in the calendar year: the client answered every question of the script."""
    return CallBack.objects.filter(outcome=CallOutcome.COMPLETED, called_on__year=year)


def to_follow_up() -> QuerySet[CallBack]:
    """Completed calls with a reply that was not hoped for, and no case about it yet."""
    return CallBack.objects.filter(outcome=CallOutcome.COMPLETED).exclude(unexpected=[]).filter(cases=None)


def to_call() -> QuerySet[CallBack]:
    """Drawn, and neither completed nor refused."""
    return CallBack.objects.filter(outcome__in=("", CallOutcome.NOT_REACHED))
