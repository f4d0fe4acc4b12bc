"""Cases, surveys and call-backs as far as a test needs them, made through the actions."""

from datetime import date, timedelta

from mingzheng.office.people.models import Person
from mingzheng.office.programmes.models import Visit
from mingzheng.office.record.actors import CLOCK, Outsider
from mingzheng.office.voices.actions.acknowledge_case import acknowledge_case
from mingzheng.office.voices.actions.answer_case import answer_case
from mingzheng.office.voices.actions.assign_case import assign_case
from mingzheng.office.voices.actions.close_case import close_case
from mingzheng.office.voices.actions.decide_case import decide_case
from mingzheng.office.voices.actions.draw_call_backs import draw_call_backs
from mingzheng.office.voices.actions.investigate_case import investigate_case
from mingzheng.office.voices.actions.receive_case import receive_case
from mingzheng.office.voices.actions.send_survey import send_survey
from mingzheng.office.voices.frames import Stratum
from mingzheng.office.voices.models import CallBack, Case, Draw, Survey
from mingzheng.rulebook.questionnaires import STANDARD_FORMS, Form
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.voices import CaseKind, Outcome, Topic
from tests import rows

DAY = rows.DAY
ANYBODY = Outsider()
ANSWERS = {question.code: 4 for question in STANDARD_FORMS[Form.SURVEY]}
REPLIES = {question.code: question.expected for question in STANDARD_FORMS[Form.CALL_BACK]}
STEPS = ("received", "acknowledged", "assigned", "investigated", "decided", "answered", "closed")


def sun() -> Person:
    """Of quality management."""
    return Person.objects.get_or_create(login="sun", defaults={"name_zh": "孙静", "roles": [Role.QUALITY]})[0]


def shen() -> Person:
    """Of the direction."""
    return Person.objects.get_or_create(login="shen", defaults={"name_zh": "沈明", "roles": [Role.DIRECTOR]})[
        0
    ]


def received(kind=CaseKind.COMPLAINT, topic=Topic.AUDIT, *, on=DAY, by=ANYBODY, **more) -> Case:
    told = {"text": "审核员没有到场就发了证", **more}
    if kind is CaseKind.APPEAL:
        told = {"name": "何经理", "reference": "JD2026-0001", **told}
    return Case.objects.get(number=receive_case(kind, topic=topic, **told, on=on, by=by).number)


def case(until="received", *, about=None, on=DAY, outcome=Outcome.UPHELD, decided=None, **more) -> Case:
    """A case that has come so far, on one day; `about` is what acknowledging it says."""
    made, by = received(on=on, **more), sun()
    action = {"corrective_action": "重新培训"} if outcome is not Outcome.NOT_UPHELD else {}
    acts = [
        lambda: acknowledge_case(made.number, **about or {}, on=on, by=by),
        lambda: assign_case(made.number, "sun", on=on, by=by),
        lambda: investigate_case(made.number, found="签到记录和照片齐全", on=on, by=by),
        lambda: decide_case(
            made.number,
            outcome=outcome,
            reasons="核查属实",
            **{**action, **(decided or {})},
            on=on,
            by=shen(),
        ),
        lambda: answer_case(made.number, client_told=True, on=on, by=by),
        lambda: close_case(made.number, followed_up="已培训", on=on, by=by),
    ]
    for act in acts[: STEPS.index(until)]:
        act()
    made.refresh_from_db()
    return made


def held(leader: str = "liu", *, on: date = DAY, **more) -> Visit:
    """A visit that was held, with its leader."""
    visit = rows.visit("surveillance", begun_on=on, held_on=on, **more)
    person = Person.objects.filter(login=leader).first() or rows.auditor(leader)
    rows.team(visit, person, starts_on=on)
    return visit


def survey(**more) -> Survey:
    """A survey that was sent; its visit was led by "liu"."""
    visit = held(**more)
    send_survey(visit.number, on=visit.held_on, by=CLOCK)
    return Survey.objects.select_related("visit").get(visit=visit)


def draw(*, visits=6, count=2, strata=(Stratum.STANDARD,), seed=7, by=None) -> Draw:
    """A draw from visits held one a day until DAY, each led by "liu"."""
    for n in range(visits):
        held(on=DAY - timedelta(days=n))
    first = DAY - timedelta(days=visits)
    told = draw_call_backs(
        first_day=first, last_day=DAY, strata=strata, count=count, seed=seed, on=DAY, by=by or sun()
    )
    return Draw.objects.get(number=told.number)


def call() -> CallBack:
    """The first call of a draw."""
    return draw().calls.select_related("draw", "visit").order_by("visit__number").first()
