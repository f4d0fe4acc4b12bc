"""Risks, related bodies, the committee and gifts, as they are kept."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from mingzheng.office.clients.models import Client
from mingzheng.office.impartiality import queries
from mingzheng.office.impartiality.actions.declare_gift import declare_gift
from mingzheng.office.impartiality.actions.end_related_body import end_related_body
from mingzheng.office.impartiality.actions.end_seat import end_seat
from mingzheng.office.impartiality.actions.enter_risk import enter_risk
from mingzheng.office.impartiality.actions.record_meeting import record_meeting
from mingzheng.office.impartiality.actions.register_related_body import register_related_body
from mingzheng.office.impartiality.actions.review_risk import review_risk
from mingzheng.office.impartiality.actions.seat_member import seat_member
from mingzheng.office.impartiality.actions.settle_gift import settle_gift
from mingzheng.office.impartiality.models import Gift, Meeting, Risk
from mingzheng.office.impartiality.queues import gifts, open_risks
from mingzheng.rulebook import governance as rules
from mingzheng.rulebook.governance import Activity, Interest, Panel, Relation, RiskKind, Settlement, Threat
from mingzheng.rulebook.verdict import NOT_YOURS
from tests.journeys.body import social_credit_code
from tests.office.audits.stage import told
from tests.office.voices.test_cases import refused
from tests.rows import DAY

pytestmark = pytest.mark.django_db
USCC = social_credit_code("MA1GKA03")


def risk(by, kind=RiskKind.IMPARTIALITY, **more) -> Risk:
    told = {"source": "上级单位从事检测", "likelihood": 3, "impact": 4, "threat": Threat.SELF_REVIEW, **more}
    return Risk.objects.get(number=enter_risk(kind, **told, on=DAY, by=by).number)


def committee(by, interests=(Interest.CLIENTS, Interest.TRADE, Interest.AUTHORITY)) -> list[str]:
    """The numbers of seats on the committee."""
    term = {"since": DAY, "until": DAY + timedelta(days=1000)}
    return [
        seat_member(
            Panel.COMMITTEE, name=f"委员{n}", organisation="", interest=interest, **term, on=DAY, by=by
        ).number
        for n, interest in enumerate(interests)
    ]


def test_a_threat_is_entered_reviewed_and_accepted_by_the_direction_alone(cast):
    quality, director = cast["quality"], cast["director"]
    number = risk(quality).number
    now = {"likelihood": 1, "impact": 4, "treatment": "人员隔离", "accepted": True, "on": DAY}
    refused(lambda: review_risk(number, **now, by=quality), rules.ACCEPTED_BY_DIRECTION)
    assert [r.number for r in open_risks(director, DAY)] == [number]
    review_risk(number, **now, by=director)
    row = Risk.objects.get()
    assert (row.weight, row.accepted_by, row.reviewed_on) == (4, "director", DAY)
    assert told("risk.reviewed").facts["accepted"] is True
    assert not open_risks(director, DAY).exists() and open_risks(quality, DAY).exists()
    assert queries.risks_reviewed(2026).count() == queries.risks_in_force(DAY).count() == 1
    refused(lambda: risk(cast["market"]), NOT_YOURS)


def test_a_related_body_that_is_a_client_is_called_out(cast):
    told = {"name": "示例检测院", "relation": Relation.PARENT, "activities": [Activity.TESTING], "since": DAY}
    by = cast["quality"]
    refused(lambda: register_related_body(USCC, **told, analysis=" ", on=DAY, by=by), rules.ANALYSIS_MISSING)
    register_related_body(USCC, **told, analysis="检测与认证人员分开", on=DAY, by=by)
    Client.objects.create(uscc=USCC, name_zh="示例检测院")
    assert queries.related_clients(DAY).count() == queries.related_on(DAY).count() == 1
    end_related_body(USCC, ended_on=DAY, on=DAY, by=by)
    assert not queries.related_clients(DAY + timedelta(days=1)).exists()
    refused(lambda: end_related_body(USCC, ended_on=DAY, on=DAY, by=by), rules.RELATED_ENDED)


def test_the_committee_meets_balanced_and_is_called_out_when_it_has_not_for_a_year(cast):
    by = cast["quality"]
    seats = committee(by)
    assert queries.late_committee(DAY) == [rules.NO_MEETING_IN_TIME]
    told_ = {"held_on": DAY, "subject": "年度会议", "minutes": "审议了公正性风险。", "on": DAY}
    refused(lambda: record_meeting(Panel.COMMITTEE, present=seats[:1], **told_, by=by), rules.PREDOMINATES)
    record_meeting(Panel.COMMITTEE, present=seats, **told_, by=by)
    assert told("meeting.recorded").facts["present"] == ["委员0", "委员1", "委员2"]
    assert queries.meetings_held(2026, Panel.COMMITTEE).get() == Meeting.objects.get()
    assert queries.late_committee(DAY) == [] and queries.late_committee(date(2027, 3, 3))


def test_whoever_left_is_not_present(cast):
    by = cast["quality"]
    first, *others = committee(by)
    end_seat(first, ended_on=DAY, on=DAY, by=by)
    refused(lambda: end_seat(first, ended_on=DAY, on=DAY, by=by), rules.SEAT_ENDED)
    told_ = {"held_on": DAY, "subject": "会议", "minutes": "…", "on": DAY}
    record_meeting(Panel.COMMITTEE, present=[first, *others], **told_, by=by)
    assert sorted(Meeting.objects.get().present.values_list("number", flat=True)) == sorted(others)


def test_everybody_declares_his_own_gift_and_it_is_settled(cast):
    auditor, integrity = cast["auditor"], cast["integrity"]
    gift = {"giver": "某企业", "what": "茶叶", "value": Decimal(200), "received_on": DAY, "on": DAY}
    refused(lambda: declare_gift("market", **gift, by=auditor), rules.GIFT_OF_ANOTHER)
    number = declare_gift("auditor", **gift, by=auditor).number
    declare_gift("market", **gift, by=integrity)
    assert queries.gifts_seen_by(auditor).count() == 1 and gifts(integrity, DAY).count() == 2
    settle_gift(number, settlement=Settlement.RETURNED, evidence="快递单", on=DAY, by=integrity)
    assert Gift.objects.get(number=number).settled_on == DAY
    told_ = {"settlement": Settlement.RETURNED, "evidence": "", "on": DAY}
    refused(lambda: settle_gift(number, **told_, by=integrity), rules.GIFT_SETTLED)
    refused(lambda: settle_gift(number, **told_, by=auditor), NOT_YOURS)
    assert queries.gifts_received(2026).count() == 2
