"""Auditors ask to be witnessed or promoted, and are answered."""

from datetime import timedelta

import pytest

from mingzheng.office.competence.actions.answer_step_request import answer_step_request
from mingzheng.office.competence.actions.request_step import request_step
from mingzheng.office.competence.queries import requests_seen_by
from mingzheng.office.record.queue import QUEUES
from mingzheng.rulebook.development import RequestKind
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Refused
from tests import rows
from tests.office.footprint.test_footprint import figure
from tests.rows import DAY

pytestmark = pytest.mark.django_db


def asked(by, kind=RequestKind.WITNESSING, standard=Standard.QMS, reason="拟申报高级") -> str:
    return request_step(kind, standard=standard, reason=reason, on=DAY, by=by).number


def waits(queue, by, on=DAY):
    return [row.number for row in QUEUES[f"competence.{queue}"].waiting(by, on)]


def test_a_request_waits_to_be_answered_and_is_called_out_when_thirty_days_are_over(cast):
    number = asked(rows.auditor("zhao"))
    evaluator, director = cast["competence_evaluator"], cast["director"]
    assert waits("requests", evaluator) == [number] and waits("requests-late", director) == []
    assert waits("requests-late", director, DAY + timedelta(days=30)) == []
    assert waits("requests-late", director, DAY + timedelta(days=31)) == [number]
    item = QUEUES["competence.requests"].item(requests_seen_by(evaluator).get(), DAY)
    assert item.due == DAY + timedelta(days=30)
    with pytest.raises(Refused, match="request.reason-missing"):
        answer_step_request(number, agreed=True, answer=" ", on=DAY, by=evaluator)
    answer_step_request(number, agreed=True, answer="四月安排", on=DAY, by=evaluator)
    with pytest.raises(Refused, match="request.answered"):
        answer_step_request(number, agreed=True, answer="四月安排", on=DAY, by=evaluator)
    assert waits("requests", evaluator) == waits("requests-late", director, DAY + timedelta(days=99)) == []
    assert figure("requests") == {"value": 1, "parts": {"witnessing": 1}}
    assert figure("requests-answered")["value"] == 1


def test_one_asks_for_what_one_is_registered_for_and_once_until_it_is_answered(cast):
    zhao = rows.auditor("zhao", ("QMS",))
    for told, why in (({"standard": Standard.EMS}, "not-registered"), ({"reason": " "}, "reason-missing")):
        with pytest.raises(Refused, match=f"request.{why}"):
            asked(zhao, **told)
    asked(zhao), asked(zhao, RequestKind.PROMOTION)
    with pytest.raises(Refused, match="request.open"):
        asked(zhao)


def test_nobody_answers_his_own_and_others_do_not_see_it(cast):
    both = rows.auditor("both", roles=["auditor", "competence_evaluator"])
    number = asked(both)
    assert waits("requests", both) == [] and not requests_seen_by(cast["auditor"])
    with pytest.raises(Refused, match="request.own"):
        answer_step_request(number, agreed=True, answer="好", on=DAY, by=both)
