"""Consultations, elections, care, donations, social insurance, activities, incidents, grievances."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from mingzheng.office.people.models import Employment
from mingzheng.office.quality.actions.confirm_register import confirm_register
from mingzheng.office.quality.queries import entries_in, none_in
from mingzheng.office.record.books import check_the_books
from mingzheng.office.record.models import Event
from mingzheng.office.record.queue import QUEUES
from mingzheng.office.workplace.actions.close_drive import close_drive
from mingzheng.office.workplace.actions.close_grievance import close_grievance
from mingzheng.office.workplace.actions.close_incident import close_incident
from mingzheng.office.workplace.actions.enter_contributions import enter_contributions
from mingzheng.office.workplace.actions.enter_facility import enter_facility
from mingzheng.office.workplace.actions.enter_gift import enter_gift
from mingzheng.office.workplace.actions.hold_activity import hold_activity
from mingzheng.office.workplace.actions.list_hazard import list_hazard
from mingzheng.office.workplace.actions.open_drive import open_drive
from mingzheng.office.workplace.actions.post_consultation import post_consultation
from mingzheng.office.workplace.actions.raise_grievance import raise_grievance
from mingzheng.office.workplace.actions.read_notice import read_notice
from mingzheng.office.workplace.actions.record_care_visit import record_care_visit
from mingzheng.office.workplace.actions.record_election import record_election
from mingzheng.office.workplace.actions.report_incident import report_incident
from mingzheng.office.workplace.actions.retire_facility import retire_facility
from mingzheng.office.workplace.actions.review_hazard import review_hazard
from mingzheng.office.workplace.models import Activity, Contributions, Drive, Gift, Hazard
from mingzheng.office.workplace.queries import (
    care_visits_seen_by,
    contributions_seen_by,
    facilities_on,
    grievances_seen_by,
    incidents_seen_by,
    unpaid_in,
)
from mingzheng.rulebook.indicators.meaning import Owner
from mingzheng.rulebook.own_system import Register
from mingzheng.rulebook.roles import HELD_BY_PERSONS
from mingzheng.rulebook.verdict import Refused
from mingzheng.rulebook.workplace import CareReason, FacilityKind, GrievanceKind, IncidentKind
from tests.office.footprint.test_footprint import figure
from tests.rows import DAY

pytestmark = pytest.mark.django_db


def posted(cast) -> str:
    told = {"held_on": DAY, "minutes": "一致同意", "notice": "自四月起调整作息"}
    return post_consultation("作息调整", **told, on=DAY, by=cast["union"]).number


def opened(cast) -> str:
    return open_drive("一日捐", receiver="某福利院", on=DAY, by=cast["union"]).number


def raised(cast, by="auditor") -> str:
    return raise_grievance(GrievanceKind.HOURS, text="连续外出", on=DAY, by=cast[by]).number


def reported(cast) -> str:
    told = {"kind": IncidentKind.TRAFFIC, "happened_on": DAY, "place": "途中", "text": "追尾"}
    return report_incident("auditor", **told, on=DAY, by=cast["auditor"]).number


def waits(queue, by):
    return [row.number for row in QUEUES[queue].waiting(by, DAY)]


def test_a_notice_lies_on_every_desk_until_it_is_read(cast):
    number = posted(cast)
    assert all(waits("workplace.notices", cast[role]) == [number] for role in HELD_BY_PERSONS)
    read_notice(number, on=DAY, by=cast["auditor"])
    with pytest.raises(Refused, match="workplace.read-already"):
        read_notice(number, on=DAY, by=cast["auditor"])
    assert waits("workplace.notices", cast["auditor"]) == [] and waits("workplace.notices", cast["market"])
    assert (figure("consultations")["value"], figure("notices-read")["value"]) == (1, 1)


def test_an_election_counts_no_more_votes_than_people(cast):
    told = {"held_on": DAY, "elected": ["甲"], "on": DAY, "by": cast["union"]}
    with pytest.raises(Refused, match="workplace.turnout-over"):
        record_election("工会委员", eligible=70, votes=71, **told)
    record_election("工会委员", eligible=70, votes=66, **told)
    assert (figure("election-votes")["value"], figure("election-eligible")["value"]) == (66, 70)


def test_what_a_care_visit_brought_is_in_no_event_and_seen_by_the_union_and_nobody_who_is_a_stranger(cast):
    told = {"reason": CareReason.ILLNESS, "visited_on": DAY, "amount": Decimal("512.34")}
    record_care_visit("auditor", **told, on=DAY, by=cast["union"])
    facts = str(Event.objects.get(kind="care-visit.recorded").facts)
    assert "512" not in facts and "auditor" not in facts
    assert care_visits_seen_by(cast["union"]).count() == 1 and not care_visits_seen_by(cast["market"])
    assert figure("care-visits")["value"] == 1


def test_gifts_may_be_unnamed_and_what_is_handed_over_is_their_sum(cast):
    number, by = opened(cast), cast["union"]
    enter_gift(number, amount=Decimal("100.50"), login="auditor", on=DAY, by=by)
    enter_gift(number, amount=Decimal(200), on=DAY, by=by)
    assert "auditor" not in str(list(Event.objects.values_list("facts", flat=True)))
    with pytest.raises(Refused, match="workplace.total-differs"):
        close_drive(number, handed_over=Decimal(300), receipt="SJ1", on=DAY, by=by)
    assert waits("workplace.drives", by) == [number]
    close_drive(number, handed_over=Decimal("300.50"), receipt="SJ1", on=DAY, by=by)
    with pytest.raises(Refused, match="workplace.drive-closed"):
        enter_gift(number, amount=Decimal(1), on=DAY, by=by)
    assert (figure("donations")["value"], figure("givers")["value"]) == (300.5, 2)
    assert waits("workplace.drives", by) == []


def test_a_sum_is_exact_whatever_the_database_adds_with(cast):
    drive = Drive.objects.get(number=opened(cast))
    Gift.objects.bulk_create(Gift(drive=drive, amount=Decimal("0.10"), given_on=DAY) for _ in range(1001))
    assert figure("donations")["value"] == 100.1


def test_who_was_employed_and_not_paid_for_is_named(cast):
    for login in ("auditor", "market"):
        Employment.objects.create(
            person=cast[login], number=login, full_time=True, first_day=date(2025, 1, 1)
        )
    Employment.objects.create(person=cast["quality"], number="q", full_time=True, first_day=date(2026, 2, 2))
    enter_contributions(date(2026, 2, 9), people=["auditor"], on=DAY, by=cast["general_office"])
    with pytest.raises(Refused, match="workplace.month-entered"):
        enter_contributions(date(2026, 2, 1), people=["auditor"], on=DAY, by=cast["general_office"])
    assert [one.login for one in unpaid_in(Contributions.objects.get())] == ["market"]
    row = contributions_seen_by(cast["general_office"]).get()
    assert (row.paid_for, row.wanted) == (1, 2) and figure("insured-months")["value"] == 1


def test_everybody_at_an_activity_counts_once(cast):
    told = {"held_on": DAY, "place": "活动室", "spent": Decimal(300), "on": DAY, "by": cast["union"]}
    hold_activity("乒乓赛", participants=["auditor", "auditor", "market"], **told)
    assert (figure("activity-people")["value"], figure("activity-spending")["value"]) == (2, 300)
    with pytest.raises(Refused, match="workplace.nobody-named"):
        hold_activity("乒乓赛", participants=[], **told)


def test_a_facility_is_on_the_list_from_its_day_until_it_is_taken_off(cast):
    told = {
        "kind": FacilityKind.RECREATION,
        "place": "二楼",
        "since": DAY,
        "on": DAY,
        "by": cast["general_office"],
    }
    number = enter_facility("乒乓球台", pieces=2, cost=Decimal(3000), **told).number
    assert figure("facilities") == {"value": 1, "parts": {"recreation": 1}}
    for wrong, why in (({"pieces": 0}, "amount-not-positive"), ({"cost": Decimal(-1)}, "amount-negative")):
        with pytest.raises(Refused, match=f"workplace.{why}"):
            enter_facility("跑步机", **{"pieces": 1, "cost": Decimal(0), **wrong}, **told)
    with pytest.raises(Refused, match="workplace.text-missing"):
        retire_facility(number, reason=" ", on=DAY, by=cast["union"])
    retire_facility(number, reason="损坏", on=DAY, by=cast["union"])
    assert figure("facilities")["value"] == 0
    assert not facilities_on(DAY) and not facilities_on(DAY - timedelta(days=1))
    with pytest.raises(Refused, match="workplace.facility-retired"):
        retire_facility(number, reason="损坏", on=DAY, by=cast["union"])


def test_an_incident_is_closed_with_its_days_and_its_measure(cast):
    number = reported(cast)
    assert waits("workplace.incidents", cast["general_office"]) == [number]
    assert incidents_seen_by(cast["auditor"]).count() == 1 and not incidents_seen_by(cast["market"])
    with pytest.raises(Refused, match="workplace.measure-missing"):
        close_incident(number, lost_days=3, measure=" ", on=DAY, by=cast["general_office"])
    close_incident(number, lost_days=3, measure="安全培训", on=DAY, by=cast["general_office"])
    assert (figure("incidents")["value"], figure("lost-days")["value"]) == (1, 3)


def test_none_is_a_counted_none_once_it_is_confirmed(cast):
    last_year = 2025
    assert entries_in(Register.INCIDENTS, last_year) == 0 and not none_in(Register.INCIDENTS, last_year, 0)
    for role in ("general_office", "union"):
        confirm_register(Register.INCIDENTS, last_year, entries=0, on=DAY, by=cast[role])
    assert none_in(Register.INCIDENTS, last_year, 0)
    raised(cast), reported(cast)
    assert (entries_in(Register.GRIEVANCES, 2026), entries_in(Register.INCIDENTS, 2026)) == (1, 1)


def test_who_brought_a_grievance_is_known_to_him_and_the_union_alone(cast):
    number = raised(cast)
    sees = {role.value for role in HELD_BY_PERSONS if grievances_seen_by(cast[role]).exists()}
    assert sees == {"auditor", "union"}
    own = raised(cast, "union")
    assert set(waits("workplace.grievances", cast["union"])) == {number, own}
    with pytest.raises(Refused, match="workplace.own-grievance"):
        close_grievance(own, result="x", on=DAY, by=cast["union"])
    close_grievance(number, result="已调整排班", on=DAY, by=cast["union"])
    assert (figure("grievances")["value"], figure("grievances-closed")["value"]) == (2, 1)


@pytest.mark.broken_books
def test_a_receipt_that_is_not_the_sum_and_a_wrong_count_are_found(cast):
    number = opened(cast)
    Drive.objects.filter(number=number).update(handed_over=5, receipt="SJ", closed_on=DAY)
    told = {"held_on": DAY, "place": "", "spent": Decimal(0), "participants": ["auditor"]}
    hold_activity("乒乓赛", **told, on=DAY, by=cast["union"])
    Activity.objects.update(n=7)
    found = check_the_books()
    assert {
        "what a drive handed over is what was given",
        "everybody at an activity is counted once",
    } <= found.keys()


def listed(cast) -> str:
    told = {
        "hazard": "交通意外",
        "likelihood": 2,
        "severity": 5,
        "measure": "选用合规车辆",
        "owner": Owner.GENERAL,
    }
    return list_hazard("外出审核", **told, on=DAY, by=cast["general_office"]).number


def test_a_hazard_is_weighed_and_looked_at_again_every_year_until_it_is_gone(cast):
    number = listed(cast)
    told = {"likelihood": 1, "severity": 5, "measure": "高铁优先"}
    due = [
        row.number
        for row in QUEUES["workplace.hazards"].waiting(cast["general_office"], DAY + timedelta(337))
    ]
    assert (
        Hazard.objects.get().weight == 10
        and due == [number]
        and not waits("workplace.hazards", cast["general_office"])
    )
    assert figure("hazards") == {"value": 1, "parts": {"general": 1}}
    with pytest.raises(Refused, match="workplace.measure-missing"):
        review_hazard(number, **{**told, "measure": " "}, on=DAY, by=cast["general_office"])
    with pytest.raises(Refused, match="workplace.off-the-scale"):
        review_hazard(number, **{**told, "severity": 6}, on=DAY, by=cast["general_office"])
    with pytest.raises(Refused, match="not-yours"):
        review_hazard(number, **told, on=DAY, by=cast["auditor"])
    review_hazard(number, **told, ended=True, on=DAY, by=cast["union"])
    with pytest.raises(Refused, match="workplace.hazard-ended"):
        review_hazard(number, **told, on=DAY, by=cast["union"])
    assert Hazard.objects.get().weight == 5 and figure("hazards") == {"value": 0, "parts": {}}
    assert Event.objects.filter(subject=f"hazard:{number}").count() == 2
