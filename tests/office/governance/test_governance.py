"""Stakeholders and demands, weights, objectives, memberships, honours, the chronicle, duties, pacts, commitments."""

from datetime import date, timedelta

import pytest

from mingzheng.office.files.actions.file_paper import file_paper
from mingzheng.office.governance.actions.answer_demand import answer_demand
from mingzheng.office.governance.actions.carry_weights import carry_weights
from mingzheng.office.governance.actions.check_pact import check_pact
from mingzheng.office.governance.actions.contact_stakeholder import contact_stakeholder
from mingzheng.office.governance.actions.end_duty import end_duty
from mingzheng.office.governance.actions.end_pact import end_pact
from mingzheng.office.governance.actions.end_stakeholder import end_stakeholder
from mingzheng.office.governance.actions.enter_allies import enter_allies
from mingzheng.office.governance.actions.enter_honour import enter_honour
from mingzheng.office.governance.actions.enter_stakeholder import enter_stakeholder
from mingzheng.office.governance.actions.enter_trade_event import enter_trade_event
from mingzheng.office.governance.actions.give_duty import give_duty
from mingzheng.office.governance.actions.join_association import join_association
from mingzheng.office.governance.actions.join_trade_event import join_trade_event
from mingzheng.office.governance.actions.leave_association import leave_association
from mingzheng.office.governance.actions.leave_happening import leave_happening
from mingzheng.office.governance.actions.let_ally_go import let_ally_go
from mingzheng.office.governance.actions.look_at_commitment import look_at_commitment
from mingzheng.office.governance.actions.pass_duty import pass_duty
from mingzheng.office.governance.actions.propose_happening import propose_happening
from mingzheng.office.governance.actions.raise_demand import raise_demand
from mingzheng.office.governance.actions.renew_membership import renew_membership
from mingzheng.office.governance.actions.set_objective import set_objective
from mingzheng.office.governance.actions.sign_pact import sign_pact
from mingzheng.office.governance.actions.take_happening import take_happening
from mingzheng.office.governance.actions.tell_result import tell_result
from mingzheng.office.governance.actions.weigh_issue import weigh_issue
from mingzheng.office.governance.models import Ally, Look, Weight
from mingzheng.office.governance.queries import demands_overdue, ranked
from mingzheng.office.impartiality.models import Seat
from mingzheng.office.quality.actions.hold_management_review import hold_management_review
from mingzheng.office.quality.outputs import Output
from mingzheng.office.record.books import check_the_books
from mingzheng.office.record.models import Event
from mingzheng.office.record.queue import QUEUES
from mingzheng.office.report.registers import challenge_rows
from mingzheng.rulebook.indicators.meaning import Owner
from mingzheng.rulebook.own_system import ReviewInput
from mingzheng.rulebook.publicity import Medium
from mingzheng.rulebook.responsibility import (
    Bond,
    Channel,
    HonourKind,
    Kept,
    PactKind,
    Party,
    Result,
    Standing,
    answer_due,
    due_if_raised_by,
)
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Refused
from tests.office.footprint.test_footprint import figure
from tests.office.publicity.test_publicity import published
from tests.rows import DAY

pytestmark = pytest.mark.django_db
LATER = DAY + timedelta(days=20)


def listed(cast, zh="某区政府") -> str:
    return enter_stakeholder(Party.GOVERNMENT, zh=zh, on=DAY, by=cast["general_office"]).number


def raised(cast, on=DAY) -> str:
    told = {"zh": "环境达标", "expects_zh": "节能减排", "on": on, "by": cast["quality"]}
    return raise_demand(listed(cast), **told).number


def weighed(cast, issue="6.4.6", year=2026, stakeholders=4, body=5) -> str:
    told = {"stakeholders": stakeholders, "body": body, "reason": "外出多", "on": DAY, "by": cast["quality"]}
    return weigh_issue(issue, year=year, **told).number


def aimed(cast, due_on=LATER) -> str:
    told = {"target": "0 起", "owner": Owner.QUALITY, "due_on": due_on, "on": DAY, "by": cast["director"]}
    return set_objective("不受行政处罚", **told).number


def joined(cast, until=LATER) -> str:
    told = {"bond": Bond.ALLIANCE, "standing": Standing.VICE_CHAIR, "since": date(2024, 5, 1), "until": until}
    return join_association("某区质量服务联盟", **told, on=DAY, by=cast["general_office"]).number


def allied(cast) -> str:
    """The number of one ally of two."""
    told = {"names": ["甲院", "乙院", "甲院"], "since": DAY, "on": DAY, "by": cast["general_office"]}
    enter_allies(joined(cast), **told)
    return Ally.objects.order_by("pk")[0].number


def honoured(cast) -> str:
    told = {"kind": HonourKind.PILOT, "given_by": "某局", "given_on": DAY}
    return enter_honour("服务标准化试点", **told, on=DAY, by=cast["general_office"]).number


def proposed(cast) -> str:
    return propose_happening("发出首张服务认证证书", happened_on=DAY, on=DAY, by=cast["market"]).number


def given(cast, zh="受理申请") -> str:
    told = {"position": Role.MARKET, "supporting": [Role.TECHNICAL], "on": DAY, "by": cast["director"]}
    return give_duty(zh, **told).number


def signed(cast, on=DAY) -> str:
    told = {"kind": PactKind.SELF_DISCIPLINE, "parties": "某协会", "signed_on": on}
    return sign_pact("自律公约", **told, on=DAY, by=cast["market"]).number


def promised() -> str:
    return published(medium=Medium.COMMITMENT).number


def waits(queue, by, on=DAY):
    return [row.number for row in QUEUES[queue].waiting(by, on)]


def refused(code, do, *args, on=DAY, **more):
    with pytest.raises(Refused, match=code):
        do(*args, **more, on=on)


def test_a_stakeholder_nobody_spoke_with_this_year_is_a_gap(cast):
    by = cast["general_office"]
    number, other = listed(cast), listed(cast, "某协会")
    refused("known-already", enter_stakeholder, Party.GOVERNMENT, zh="某区政府", by=by)
    assert waits("governance.stakeholders", by) == [number, other]
    told = {"channel": Channel.VISIT, "held_on": DAY, "text": "走访"}
    contact_stakeholder(number, **told, on=DAY, by=cast["market"])
    contact_stakeholder(number, **told, on=DAY, by=cast["union"])
    assert waits("governance.stakeholders", by) == [other]
    assert figure("stakeholders")["value"] == 2 and figure("stakeholders-spoken-with")["value"] == 1
    assert figure("stakeholder-contacts")["value"] == 2
    end_stakeholder(other, reason="已解散", on=DAY, by=by)
    refused("governance.ended", contact_stakeholder, other, **told, by=by)
    assert waits("governance.stakeholders", by) == [] and figure("stakeholders")["value"] == 1
    assert waits("governance.stakeholders", by, date(2027, 1, 4)) == [number]


def test_a_demand_waits_until_it_is_answered_and_is_answered_once(cast):
    number, by = raised(cast), cast["quality"]
    assert waits("governance.demands", by) == [number]
    answer_demand(number, answer_zh="节能减排，审核时施加影响", on=DAY, by=by)
    refused("governance.answered", answer_demand, number, answer_zh="再答", by=by)
    assert waits("governance.demands", by) == []
    assert figure("demands-answered") == {**figure("demands"), "value": 1}


def test_a_demand_past_its_due_day_is_a_challenge_of_the_report_until_it_is_answered(cast):
    number = raised(cast)
    due = answer_due(DAY)
    assert not demands_overdue(due - timedelta(days=1))
    assert [row.number for row in demands_overdue(due)] == [number]
    assert (figure("demands-overdue", month=3)["value"], figure("demands-overdue")["value"]) == (0, 1)
    (told,) = challenge_rows(2026)
    assert told[0] == ["相关方诉求未回应", "A demand not answered"] and "环境达标" in told[1][0]
    assert told[2][0] == due.isoformat() and told[3][0] == str((date(2026, 12, 31) - due).days)
    assert challenge_rows(2025) == []
    answer_demand(number, answer_zh="节能减排", on=due + timedelta(days=9), by=cast["quality"])
    assert challenge_rows(2026) == [] and figure("demands-overdue")["value"] == 0
    assert demands_overdue(due), "it was one until then"


def test_a_demand_due_on_the_last_day_of_the_year_is_a_challenge_of_that_year_like_an_objective(cast):
    last = date(2026, 12, 31)
    raised(cast, on=due_if_raised_by(last))
    assert [row[2][0] for row in challenge_rows(2026)] == [last.isoformat()]
    assert figure("demands-overdue")["value"] == 1 and figure("demands-overdue", month=11)["value"] == 0


@pytest.mark.parametrize("due_on", [LATER, date(2026, 12, 31)])
def test_an_objective_left_undone_is_a_challenge_too_and_what_the_house_agreed_inside_is_not(cast, due_on):
    aimed(cast, due_on)
    assert [row[0][1] for row in challenge_rows(2026)] == ["An objective without a result"]
    held = {
        "held_on": DAY,
        "present": "管理层",
        "inputs": {one.value: "已评审" for one in ReviewInput},
        "on": DAY,
        "by": cast["director"],
    }
    hold_management_review(**held, outputs=[Output("补充两名审核员", "quality", LATER)])
    assert [row[1][0] for row in challenge_rows(2026)] == ["不受行政处罚"]


def test_a_changed_weight_changes_the_order_of_the_issues(cast):
    weighed(cast), weighed(cast, "6.5.5", stakeholders=2, body=3)
    assert [row.issue for row in ranked(2026)] == ["6.4.6", "6.5.5"]
    assert (figure("issues-weighed")["value"], figure("issues-material")["value"]) == (2, 1)
    weighed(cast, "6.5.5", stakeholders=5, body=5)
    assert [row.issue for row in ranked(2026)] == ["6.5.5", "6.4.6"]
    assert figure("issues-material")["value"] == 2
    for wrong in ({"issue": "9.9.9"}, {"stakeholders": 6}, {"year": 2028}):
        with pytest.raises(Refused):
            weighed(cast, **wrong)


def test_last_years_weights_are_taken_over_where_none_are_yet(cast):
    weighed(cast, year=2025), weighed(cast, "6.5.5", year=2025), weighed(cast, "6.5.5")
    assert carry_weights(2026, on=DAY, by=cast["quality"]).issues == 1
    refused("nothing-to-carry", carry_weights, 2026, by=cast["quality"])
    assert ranked(2026).count() == 2


def test_no_objective_is_met_without_evidence(cast):
    number, by = aimed(cast), cast["quality"]
    assert waits("governance.objectives", by) == [number]
    refused("evidence-missing", tell_result, number, result=Result.MET, told_zh="无处罚", by=by)
    tell_result(number, result=Result.MET, told_zh="无处罚", evidence="处罚登记已确认", on=DAY, by=by)
    refused("result-known", tell_result, number, result=Result.MISSED, told_zh="x", by=by)
    assert waits("governance.objectives", by) == []
    assert (figure("objectives")["value"], figure("objectives-met")["value"]) == (1, 1)


def test_a_membership_that_runs_out_leaves_the_list_unless_it_is_renewed(cast):
    number, by = joined(cast), cast["general_office"]
    assert (
        waits("governance.memberships", by) == [number] and figure("memberships")["value"] == 0
    )  # at 31 December
    refused(
        "known-already",
        join_association,
        "某区质量服务联盟",
        bond=Bond.ALLIANCE,
        standing=Standing.MEMBER,
        since=DAY,
        by=by,
    )
    told = {"standing": Standing.COUNCIL, "by": by}
    refused("not-longer", renew_membership, number, until=LATER, **told)
    renew_membership(number, until=date(2027, 12, 31), **told, on=DAY)
    assert waits("governance.memberships", by) == [] and figure("memberships")["value"] == 1
    leave_association(number, reason="调整", on=DAY, by=by)
    refused("governance.ended", renew_membership, number, until=date(2029, 1, 1), **told)
    assert figure("memberships")["value"] == 0


def test_allies_are_counted_while_they_and_the_body_are_in_the_alliance(cast):
    number, by = allied(cast), cast["general_office"]
    assert (
        Ally.objects.count() == 2 and figure("allies")["value"] == 0
    )  # ours runs out before the end of the year
    ours = Ally.objects.get(number=number).membership.number
    renew_membership(ours, until=date(2028, 1, 1), standing=Standing.VICE_CHAIR, on=DAY, by=by)
    assert figure("allies")["value"] == 2
    refused("known-already", enter_allies, ours, names=["丙院", "乙院"], since=DAY, by=by)
    let_ally_go(number, left_on=DAY, on=DAY, by=by)
    refused("governance.ended", let_ally_go, number, left_on=DAY, by=by)
    assert figure("allies")["value"] == 1


def test_an_honour_waits_for_its_certificate(cast):
    number, by = honoured(cast), cast["general_office"]
    assert waits("governance.honours", by) == [number]
    file_paper(f"honour:{number}", kind="evidence", name="a.pdf", content=b"%PDF-1.7 seal", on=DAY, by=by)
    assert waits("governance.honours", by) == [] and figure("honours")["value"] == 1


def test_the_chronicle_is_proposed_by_anybody_and_taken_in_once(cast):
    number, other, by = proposed(cast), proposed(cast), cast["general_office"]
    assert (
        set(waits("governance.happenings", by)) == {number, other} and figure("events-of-year")["value"] == 0
    )
    refused("no-tag", take_happening, number, by=by)
    take_happening(number, milestone=True, of_year=True, on=DAY, by=by)
    leave_happening(other, reason="重复", on=DAY, by=by)
    refused("governance.settled", take_happening, other, of_year=True, by=by)
    assert waits("governance.happenings", by) == []
    assert (figure("events-of-year")["value"], figure("milestones")["value"]) == (1, 1)


def attended(cast, *people) -> str:
    told = {"organiser": "认证认可协会", "held_on": DAY, "people": people or ("market",)}
    return enter_trade_event("年度技术交流会", **told, on=DAY, by=cast["market"]).number


def test_two_associations_may_meet_under_one_name_on_one_day(cast):
    attended(cast)
    told = {"organiser": "电子仪表行业协会", "held_on": DAY, "people": ["market"], "by": cast["market"]}
    enter_trade_event("年度技术交流会", **told, on=DAY)
    refused("event-known", enter_trade_event, "年度技术交流会", **told)
    assert figure("trade-events")["value"] == 2


def test_an_activity_of_the_trade_counts_once_even_if_three_people_were_there(cast):
    number, told = (
        attended(cast, "market"),
        {"organiser": "认证认可协会", "held_on": DAY, "by": cast["quality"]},
    )
    refused("event-known", enter_trade_event, "年度技术交流会", people=["quality"], **told)
    refused("nobody-there", enter_trade_event, "论坛", people=[], **told)
    refused("nobody-there", join_trade_event, number, people=["market"], by=cast["quality"])
    join_trade_event(number, people=["quality", "auditor", "market"], on=DAY, by=cast["quality"])
    assert figure("trade-events") == {"value": 1, "parts": {"认证认可协会": 1}}
    assert figure("trade-event-people")["value"] == 3
    assert Event.objects.filter(subject=f"trade-event:{number}").count() == 2


def test_one_position_answers_for_a_duty(cast):
    number, by = given(cast), cast["director"]
    refused("duty-taken", give_duty, "受理申请", position=Role.QUALITY, by=by)
    refused("helps-itself", pass_duty, number, position=Role.QUALITY, supporting=[Role.QUALITY], by=by)
    pass_duty(number, position=Role.QUALITY, on=DAY, by=by)
    assert figure("duties") == {"value": 1, "parts": {"quality": 1}}
    end_duty(number, reason="合并", on=DAY, by=by)
    refused("governance.ended", pass_duty, number, position=Role.MARKET, by=by)
    assert figure("duties")["value"] == 0 and given(cast)


def test_a_pact_is_checked_every_year_until_it_ends(cast):
    number, by = signed(cast, on=date(2025, 3, 2)), cast["market"]
    assert waits("governance.pacts", by) == [number]
    check_pact(number, keeps=True, text="未发现低价竞争", on=DAY, by=by)
    assert waits("governance.pacts", by) == [] and waits("governance.pacts", by, date(2027, 3, 2)) == [number]
    assert (figure("pacts")["value"], figure("pact-checks")["value"]) == (1, 1)
    end_pact(number, reason="期满", on=DAY, by=by)
    refused("governance.ended", check_pact, number, keeps=True, text="x", by=by)
    assert figure("pacts")["value"] == 0


def test_a_commitment_is_carried_over_and_looked_at_once_a_year(cast):
    number, by = promised(), cast["quality"]
    assert waits("governance.commitments", by) == []
    next_year = DAY.replace(year=DAY.year + 1)
    assert waits("governance.commitments", by, next_year) == [number]
    told = {"kept": Kept.PARTLY, "zh": "两份报告超期", "evidence": "统计表", "by": by}
    refused("not-public", look_at_commitment, published().number, **told)
    look_at_commitment(number, **told, on=next_year)
    refused("looked-at", look_at_commitment, number, **told, on=next_year)
    assert waits("governance.commitments", by, next_year) == []
    assert figure("commitments")["value"] == 1 and Look.objects.get().kept == "partly"


def test_a_term_that_ends_is_called_to_mind_unless_somebody_is_seated_again(cast):
    told = {"panel": "board", "name": "甲", "interest": "body"}
    Seat.objects.create(number="XW1", since=date(2022, 3, 1), until=LATER, **told)
    assert waits("impartiality.seats", cast["quality"]) == ["XW1"]
    Seat.objects.create(number="XW2", since=LATER, until=date(2030, 1, 1), **told)
    assert waits("impartiality.seats", cast["quality"]) == []


@pytest.mark.broken_books
def test_what_is_no_commitment_and_a_weight_under_a_wrong_name_are_found(cast):
    item = published()
    Look.objects.create(item=item, year=2026, kept="kept", zh="x", evidence="x", looked_on=DAY)
    weighed(cast)
    Weight.objects.update(number="2026-6.5.5")
    wanted = {"only a public commitment is said to be kept", "a weight is called by its year and its issue"}
    assert wanted <= check_the_books().keys()
