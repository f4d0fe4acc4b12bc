"""Call-backs: drawn at random so that anybody can draw them again, hidden from the teams."""

import pytest

from mingzheng.office.people.models import Person
from mingzheng.office.voices import queries
from mingzheng.office.voices.actions.draw_call_backs import draw_call_backs
from mingzheng.office.voices.actions.record_call import record_call
from mingzheng.office.voices.frames import Stratum
from mingzheng.office.voices.models import CallBack
from mingzheng.office.voices.queues import calls
from mingzheng.rulebook import questionnaires, random_draw
from mingzheng.rulebook.questionnaires import CallOutcome
from mingzheng.rulebook.random_draw import Unit, drawn
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import NOT_YOURS, Refused
from mingzheng.rulebook.voices import CaseKind, Means, Topic
from tests.office.audits.stage import told
from tests.office.voices import stage

from .test_cases import refused

DAY = stage.DAY
pytestmark = pytest.mark.django_db
DONE = {"outcome": CallOutcome.COMPLETED, "replies": stage.REPLIES, "on": DAY}


def test_the_kept_seed_and_frame_draw_the_same_again():
    draw = stage.draw(visits=8, count=3, strata=(Stratum.STANDARD, Stratum.AUDITOR))
    again = {unit.name for unit in drawn([Unit(*row) for row in draw.frame], draw.count, draw.seed)}
    assert again == set(draw.calls.values_list("visit__number", flat=True)) and len(again) == 3
    assert {stratum for _, stratum in draw.frame} == {"QMS/liu"}


def test_the_record_tells_how_it_was_drawn_but_not_which_visits():
    draw = stage.draw()
    facts = told("draw.made").facts
    assert facts["seed"] == 7 and facts["frame"] == 6 and facts["count"] == 2
    assert not any(number in str(facts) for number in draw.calls.values_list("visit__number", flat=True))


def test_a_visit_is_drawn_once_and_no_more_are_drawn_than_there_are(cast):
    stage.draw(visits=3, count=3)
    again = {"first_day": DAY, "last_day": DAY, "strata": (), "count": 1, "seed": 1, "on": DAY}
    refused(lambda: draw_call_backs(**again, by=stage.sun()), random_draw.TOO_MANY)
    refused(lambda: draw_call_backs(**again, by=cast["auditor"]), NOT_YOURS)


def test_nobody_of_the_team_sees_or_makes_the_call():
    call = stage.call()
    liu = Person.objects.get(login="liu")
    with pytest.raises(Refused):
        queries.calls_seen_by(liu)
    Person.objects.filter(login="liu").update(roles=[Role.AUDITOR, Role.QUALITY])
    liu.refresh_from_db()
    assert not queries.calls_seen_by(liu).exists() and not calls(liu, DAY).exists()
    refused(lambda: record_call(call.key, **DONE, by=liu), questionnaires.OWN_VISIT)


def test_a_completed_call_counts_and_one_not_reached_is_tried_again():
    call = stage.call()
    record_call(call.key, outcome=CallOutcome.NOT_REACHED, replies={}, on=DAY, by=stage.sun())
    assert not queries.calls_completed(2026).exists() and queries.to_call().count() == 2
    record_call(call.key, **DONE, by=stage.sun())
    assert queries.calls_completed(2026).count() == 1 and queries.to_call().count() == 1
    assert CallBack.objects.get(pk=call.pk).attempts == 2
    refused(lambda: record_call(call.key, **DONE, by=stage.sun()), questionnaires.ALREADY_CALLED)


def test_a_reply_that_was_not_hoped_for_waits_for_a_case():
    call, replies = stage.call(), {**stage.REPLIES, "money": "yes"}
    record_call(call.key, **{**DONE, "replies": replies}, by=stage.sun())
    assert told("call.recorded").facts["unexpected"] == ["money"]
    assert queries.to_follow_up().get() == call

    more = {"means": Means.CALL_BACK, "call": call.key, "by": stage.sun()}
    stage.received(CaseKind.REPORT, Topic.INTEGRITY, **more)
    assert not queries.to_follow_up().exists()
