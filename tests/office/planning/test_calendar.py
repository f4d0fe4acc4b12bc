"""A calendar another program reads (RFC 5545), and the rows of the regulator's plan file."""

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from mingzheng.office.clients.models import Contact
from mingzheng.office.planning.board import board_between
from mingzheng.office.planning.calendar import calendar, open_link
from mingzheng.office.planning.journeys import journeys
from mingzheng.office.planning.models import CalendarLink
from mingzheng.office.planning.plan_rows import plan_rows, to_report
from mingzheng.office.schedule.models import Assignment
from mingzheng.rulebook.return_files import ReturnFile, layout_in_force, objections_to_row
from tests import rows

pytestmark = pytest.mark.django_db
DAY, MON = rows.DAY, date(2026, 3, 16)


@pytest.fixture
def visit(db):
    client = rows.client(name_zh="很长的名字" * 14 + "有限公司", district="330402", uscc="91310113MA1GKA0399")
    Contact.objects.create(client=client, name="何经理", phone="000-3")
    visit = rows.visit("surveillance", [rows.certification(contract=rows.contract(client=client))])
    rows.team(
        visit,
        rows.auditor("wang", home="310115", phone="000-1"),
        rows.auditor("li", home="310115", phone="000-2"),
        starts_on=MON,
    )
    return visit


def read(language="zh-hans", **whose) -> tuple[bytes, Calendar]:
    link = CalendarLink.objects.create(token="t" * 43, opened_on=DAY, **whose)
    content = calendar(link, DAY, language)
    return content, Calendar.from_ical(content)


def test_a_persons_visits_are_events_any_calendar_program_reads(visit):
    content, found = read(person=Assignment.objects.get(role="leader").person)
    [event] = found.walk("VEVENT")
    assert event["UID"] == f"{visit.number}@mingzheng"
    assert event.decoded("DTSTART") == datetime(2026, 3, 16, 0, 30, tzinfo=UTC)
    assert event.decoded("DTEND") == datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
    assert visit.client.name_zh in event["SUMMARY"] and "审核员wang（组长）" in event["DESCRIPTION"]
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75 and b"\n" not in content.replace(b"\r\n", b"")  # 3.1: folded by octets
    assert {line.split(b":")[0] for line in lines} >= {b"PRODID", b"VERSION", b"UID", b"DTSTAMP"}


def test_a_client_sees_what_was_announced_to_him_in_english_too(visit):
    rows.visit("surveillance", [rows.certification("EMS", contract=visit.contract)])
    _, found = read("en", client=visit.client)
    [event] = found.walk("VEVENT")
    assert event["SUMMARY"].startswith(visit.client.name_en) and event["STATUS"] == "CONFIRMED"


def test_a_closed_calendar_is_gone(visit):
    CalendarLink.objects.create(token="c" * 43, opened_on=DAY, closed_on=DAY, client=visit.client)
    assert open_link("c" * 43) is None and open_link("nothing") is None


def test_an_announced_visit_is_a_row_of_the_plan_file(visit):
    [row] = plan_rows(
        to_report(DAY, date(2026, 4, 1)), {visit.parts.get().certification_id: "99926Q00001R0M"}
    )
    assert row["AUDIT_INSPECTOR"] == "N1-wang-QMS，审核员wang，01，000-1；N1-li-QMS，审核员li，02，000-2"
    assert (row["AUDIT_START_DATE"], row["AUDIT_END_DATE"]) == ("2026-03-16 08:00:00", "2026-03-16 17:00:00")
    assert (row["CERT_NUMBER"], row["AUTH_PROJ_CODE"], row["AUDIT_ACT_TYPE"]) == (
        "99926Q00001R0M",
        "A0101",
        "03",
    )
    assert objections_to_row(layout_in_force(ReturnFile.PLANS, DAY), row).keys() <= {"RZJG_ID", "ORG_CODE"}
    assert to_report(date(2026, 4, 1), date(2026, 5, 1)) == []


def test_who_goes_far_is_away_at_night_and_who_stays_near_drives_home(visit, cast):
    far = rows.client(district="110105")
    other = rows.visit("surveillance", [rows.certification(contract=rows.contract(client=far))])
    wang, li = (Assignment.objects.get(person__login=login).person for login in ("wang", "li"))
    rows.team(other, li, starts_on=date(2026, 3, 18))
    board = board_between(cast["programme_manager"], MON, date(2026, 3, 22), [wang, li])
    found = journeys(board)
    near, away = found[wang.pk, MON], found[li.pk, MON]
    assert (near.nights, away.nights) == (0, 1)
    assert 100 < near.km < 260 and away.km > 2000
