"""A visit goes beyond a limit of the body's own once a director approved the reason, and not before."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from mingzheng.office.clients.models import Client, Site
from mingzheng.office.planning.actions.state_wishes import state_wishes
from mingzheng.office.planning.visits_due import planned_remote
from mingzheng.office.record.models import Event
from mingzheng.office.record.queue import QUEUES
from mingzheng.office.schedule.actions.announce_visit import announce_visit
from mingzheng.office.schedule.actions.appoint_visit import appoint_visit
from mingzheng.office.schedule.actions.assign_member import assign_member
from mingzheng.office.schedule.actions.change_remote_share import change_remote_share
from mingzheng.office.schedule.actions.decide_special_approval import decide_special_approval
from mingzheng.office.schedule.actions.move_visit import move_visit
from mingzheng.office.schedule.actions.request_special_approval import request_special_approval
from mingzheng.office.schedule.models import Appointment, Assignment, Booking, SpecialApproval
from mingzheng.rulebook.calendar import Half, HalfDay
from mingzheng.rulebook.competence import TeamRole
from mingzheng.rulebook.special_approvals import Limit
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Refused
from tests import rows
from tests.rows import DAY

pytestmark = pytest.mark.django_db
MON = date(2026, 3, 16)


def asked(cast, visit, limit=Limit.REMOTE, reason="交通中断", **more) -> str:
    usual = {"share": 60} if limit is Limit.REMOTE else {"first_day": MON, "last_day": MON}
    more = usual | more
    by = cast["programme_manager"]
    return request_special_approval(visit.number, limit=limit, reason=reason, **more, on=DAY, by=by).number


def decided(cast, number, granted=True, remark="", by="director"):
    return decide_special_approval(number, granted=granted, remark=remark, on=DAY, by=cast[by])


def appointed(cast, visit, share=0, days=1):
    dates = {"starts_on": MON, "ends_on": MON + timedelta(days - 1)}
    return appoint_visit(visit.number, **dates, remote_percent=share, on=DAY, by=cast["programme_manager"])


def test_a_visit_held_from_afar_beyond_the_limit_is_not_booked_before_it_is_approved(cast):
    visit = rows.visit("surveillance")
    with pytest.raises(Refused, match="approval.remote-above-limit"):
        appointed(cast, visit, 60)
    number = asked(cast, visit)
    with pytest.raises(Refused, match="approval.asked-already"):
        asked(cast, visit)
    assert [row.number for row in QUEUES["schedule.special-approvals"].waiting(cast["director"], DAY)] == [
        number
    ]
    with pytest.raises(Refused, match="approval.remote-above-limit"):
        appointed(cast, visit, 60)
    decided(cast, number)
    with pytest.raises(Refused, match="approval.decided-already"):
        decided(cast, number)
    with pytest.raises(Refused, match="approval.remote-above-limit"):
        appointed(cast, visit, 61)
    appointed(cast, visit, 60)
    told = {"starts_on": MON, "ends_on": MON + timedelta(1), "reason": "客户要求"}
    move_visit(visit.number, **told, on=DAY, by=cast["programme_manager"])
    assert Appointment.objects.get().remote_percent == 60
    assert Event.objects.filter(subject=f"special-approval:{number}").count() == 2
    assert not QUEUES["schedule.special-approvals"].waiting(cast["director"], DAY)


def test_a_refused_approval_allows_nothing_and_says_why(cast):
    visit = rows.visit("surveillance")
    number = asked(cast, visit)
    with pytest.raises(Refused, match="approval.no-reason"):
        decided(cast, number, granted=False)
    with pytest.raises(Refused, match="not-yours"):
        decided(cast, number, by="quality")
    decided(cast, number, granted=False, remark="可改期")
    with pytest.raises(Refused, match="approval.remote-above-limit"):
        appointed(cast, visit, 60)


def test_nobody_approves_what_he_asked_for(cast, person):
    visit, both = rows.visit("surveillance"), cast["director"]
    both.roles = ["director", "programme_manager"]
    both.save()
    told = {"limit": Limit.REMOTE, "share": 60, "reason": "交通中断"}
    number = request_special_approval(visit.number, **told, on=DAY, by=both).number
    with pytest.raises(Refused, match="approval.own-request"):
        decide_special_approval(number, granted=True, on=DAY, by=both)


def test_the_planner_plans_from_afar_what_the_client_wishes_as_far_as_it_may(cast):
    visit = rows.visit("surveillance")
    assert planned_remote(visit) == 0
    state_wishes(visit.client.uscc, remote_percent=80, on=DAY, by=cast["programme_manager"])
    assert planned_remote(visit) == 30
    decided(cast, asked(cast, visit, share=50))
    assert planned_remote(visit) == 50


def out(person, first, days, visit=None):
    """A visit this person leads on so many days."""
    visit = visit or rows.visit("surveillance")
    halves = [(first + timedelta(n), half) for n in range(days) for half in ("am", "pm")]
    Assignment.objects.create(visit=visit, person=person, role="leader", standards=["QMS"])
    Appointment.objects.create(visit=visit, starts_on=first, ends_on=first + timedelta(days - 1))
    Booking.objects.bulk_create(Booking(person=person, visit=visit, day=d, half=half) for d, half in halves)
    return visit


def booked(cast, visit, login="wang", day=MON):
    told = {"role": TeamRole.LEADER, "standards": [Standard.QMS], "half_days": [HalfDay(day, Half.MORNING)]}
    return assign_member(visit.number, login, **told, on=DAY, by=cast["programme_manager"])


def test_nobody_is_out_beyond_his_limits_before_it_is_approved(cast):
    visit, wang = rows.visit("surveillance"), rows.auditor("wang")
    out(wang, MON - timedelta(6), 6)
    appointed(cast, visit)

    def book():
        return booked(cast, visit)

    with pytest.raises(Refused, match="approval.too-long-in-a-row"):
        book()
    with pytest.raises(Refused, match="approval.no-person"):
        asked(cast, visit, Limit.DAYS_OUT)
    with pytest.raises(Refused, match="approval.no-days"):
        asked(cast, visit, Limit.DAYS_OUT, login="wang", last_day=MON - timedelta(1))
    number = asked(cast, visit, Limit.DAYS_OUT, login="wang", reason="唯一具备该代码的审核员")
    with pytest.raises(Refused, match="approval.too-long-in-a-row"):
        book()
    decided(cast, number)
    assert SpecialApproval.objects.get().person == wang and book().member == "wang"


def test_an_approval_is_for_one_person_and_one_visit(cast):
    visit, other = rows.visit("surveillance"), rows.visit("surveillance")
    for login in ("wang", "zhao"):
        out(rows.auditor(login), MON - timedelta(6), 6)
    for one in (visit, other):
        appointed(cast, one)
    decided(cast, asked(cast, visit, Limit.DAYS_OUT, login="wang"))
    for one, login in ((other, "wang"), (visit, "zhao")):
        with pytest.raises(Refused, match="approval.too-long-in-a-row"):
            booked(cast, one, login)
    assert booked(cast, visit).member == "wang"


def test_what_is_approved_from_afar_for_one_visit_is_not_for_another(cast):
    visit, other = rows.visit("surveillance"), rows.visit("surveillance")
    decided(cast, asked(cast, visit))
    with pytest.raises(Refused, match="approval.remote-above-limit"):
        appointed(cast, other, 60)
    assert appointed(cast, visit, 60).remote_percent == 60


def test_a_booked_team_is_announced_though_another_visit_made_its_days_out_too_many(cast):
    wang = rows.auditor("wang")
    before = out(wang, MON, 5)
    out(wang, MON + timedelta(5), 2)
    assert announce_visit(before.number, on=DAY, by=cast["programme_manager"]).team == ["wang"]


def test_days_out_are_counted_across_new_year(cast):
    new_year = date(2027, 1, 1)
    out(rows.auditor("wang"), new_year - timedelta(6), 6)
    visit = rows.visit("surveillance", latest=date(2027, 3, 1))
    Appointment.objects.create(visit=visit, starts_on=new_year, ends_on=new_year + timedelta(3))
    with pytest.raises(Refused, match="approval.too-long-in-a-row"):
        booked(cast, visit, day=new_year)


def test_nobody_approves_his_own_days_out(cast):
    number = asked(cast, rows.visit("surveillance"), Limit.DAYS_OUT, login=cast["director"].login)
    with pytest.raises(Refused, match="approval.own-request"):
        decided(cast, number)


def test_of_two_approvals_the_larger_counts(cast):
    visit = rows.visit("surveillance")
    for share in (80, 40):
        decided(cast, asked(cast, visit, share=share))
    assert appointed(cast, visit, 80).remote_percent == 80


def test_an_approval_of_days_out_is_for_the_days_it_names(cast):
    visit, wang = rows.visit("surveillance"), rows.auditor("wang")
    out(wang, MON - timedelta(6), 6)
    appointed(cast, visit)
    other = {"first_day": MON + timedelta(1), "last_day": MON + timedelta(1)}
    decided(cast, asked(cast, visit, Limit.DAYS_OUT, login="wang", **other))
    with pytest.raises(Refused, match="approval.too-long-in-a-row"):
        booked(cast, visit)
    decided(cast, asked(cast, visit, Limit.DAYS_OUT, login="wang"))
    booked(cast, visit)
    out(wang, MON + timedelta(5), 6)
    told = {"starts_on": MON + timedelta(4), "ends_on": MON + timedelta(4), "reason": "客户要求"}
    with pytest.raises(Refused, match="approval.too-long-in-a-row"):
        move_visit(visit.number, **told, on=DAY, by=cast["programme_manager"])


@pytest.mark.parametrize(
    ("home", "district", "site", "share", "travels"),
    [
        ("310104", "310115", "", 0, False),
        ("310104", "310115", "320505", 0, True),
        ("310104", "320505", "310115", 0, False),
        ("310104", "320505", "", 100, False),
        ("310104", "320505", "", 60, True),
        ("", "310115", "", 0, True),
        ("310104", "", "", 0, True),
        ("429004", "429005", "", 0, True),
        ("429004", "429004", "", 0, False),
    ],
)
def test_nobody_is_out_where_he_lives_or_when_all_is_held_from_afar(
    cast, home, district, site, share, travels
):
    for before in (True, False):  # what is booked already, and what is to be booked
        made = {"home": home, "login": f"wang{before}"}
        near, far = held_at(district, site), rows.visit("surveillance")
        wang = rows.auditor(**made)
        first, second = (near, far) if before else (far, near)
        out(wang, MON - timedelta(6), 6, first)
        Appointment.objects.create(visit=second, starts_on=MON, ends_on=MON)
        Appointment.objects.filter(visit=near).update(remote_percent=share)
        if travels:
            with pytest.raises(Refused, match="approval.too-long-in-a-row"):
                booked(cast, second, wang.login)
        else:
            assert booked(cast, second, wang.login).member == wang.login


def held_at(district, site):
    """A visit at a client of this district, or at a site of it in another."""
    visit = rows.visit("surveillance")
    Client.objects.filter(pk=visit.client_id).update(district=district)
    if site:
        about = {"name_zh": "二厂", "address_zh": "示例路2号", "district": site}
        visit.site = Site.objects.create(client=visit.client, **about)
        visit.save()
    return visit


def shared(cast, visit, share, reason="疫情缓解", by="programme_manager"):
    return change_remote_share(visit.number, remote_percent=share, reason=reason, on=DAY, by=cast[by])


def test_the_share_from_afar_of_a_visit_with_dates_is_changed_and_the_client_told_anew(cast):
    visit = rows.visit("surveillance")
    with pytest.raises(Refused, match="schedule.not-appointed"):
        shared(cast, visit, 20)
    rows.team(visit, rows.auditor("wang"))
    Appointment.objects.update(plan_sent_on=DAY)
    told = shared(cast, visit, 20)
    assert (told.before, told.remote_percent) == (0, 20)
    assert Appointment.objects.values_list("remote_percent", "announced_on", "plan_sent_on").get() == (
        20,
        None,
        None,
    )
    assert Event.objects.filter(kind="visit.remote-changed").count() == 1


@pytest.mark.parametrize(
    ("share", "reason", "begun", "why"),
    [
        (0, "疫情", False, "schedule.same-share"),
        (20, " ", False, "schedule.no-reason"),
        (31, "疫情", False, "approval.remote-above-limit"),
        (101, "疫情", False, "approval.share-out-of-range"),
        (20, "疫情", True, "programme.visit-begun"),
    ],
)
def test_a_share_from_afar_that_may_not_be_is_refused(cast, share, reason, begun, why):
    visit = rows.visit("surveillance", begun_on=DAY if begun else None)
    Appointment.objects.create(visit=visit, starts_on=MON, ends_on=MON)
    with pytest.raises(Refused, match=why):
        shared(cast, visit, share, reason)
    with pytest.raises(Refused, match="not-yours"):
        shared(cast, visit, 20, by="director")


def test_a_team_that_need_not_travel_till_now_is_asked_whether_it_would_be_out_too_long(cast):
    visit, wang = rows.visit("surveillance"), rows.auditor("wang")
    decided(cast, asked(cast, visit, share=100))
    out(wang, MON - timedelta(6), 6)
    appointed(cast, visit, 100)
    booked(cast, visit)
    with pytest.raises(Refused, match="approval.too-long-in-a-row"):
        shared(cast, visit, 60)
    decided(cast, asked(cast, visit, Limit.DAYS_OUT, login="wang"))
    assert shared(cast, visit, 60).before == 100


def test_no_approval_gives_the_free_day_of_a_week_away(cast):
    visit = rows.visit("surveillance")
    out(rows.auditor("wang"), MON + timedelta(1), 6)
    appointed(cast, visit)
    decided(cast, asked(cast, visit, Limit.DAYS_OUT, login="wang"))
    with pytest.raises(Refused, match="approval.no-rest-day"):
        booked(cast, visit)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ({"limit": "remote", "share": 0}, "an_approval_from_afar_has_its_share"),
        ({"limit": "days-out"}, "an_approval_of_days_out_has_its_person_and_days"),
        (
            {"limit": "remote", "share": 60, "state": "granted", "decided_by": "a", "decided_on": DAY},
            "nobody_approves_what_he_asked_for",
        ),
    ],
)
def test_the_database_keeps_no_approval_of_nothing(told, name):
    visit = rows.visit("surveillance")
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        SpecialApproval.objects.create(number="TP", visit=visit, asked_by="a", asked_on=DAY, **told)


@pytest.mark.parametrize("how", ["begun_on", "dropped_on"])
def test_nothing_is_approved_after_a_visit_began_or_was_dropped(cast, how):
    visit = rows.visit("surveillance")
    number = asked(cast, visit)
    type(visit).objects.filter(pk=visit.pk).update(**{how: DAY})
    with pytest.raises(Refused, match="approval.too-late"):
        asked(cast, visit, Limit.DAYS_OUT, login="director")
    with pytest.raises(Refused, match="approval.too-late"):
        decided(cast, number)
    decided(cast, number, granted=False, remark="已开始")
