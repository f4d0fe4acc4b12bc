"""Migrations run on the data of an earlier version: they do not stop, and what they make of it is true."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from mingzheng.office.clients.models import ClientTier
from mingzheng.office.moving_in.models import TrialRun
from mingzheng.office.publicity.models import Comparison
from mingzheng.office.registration.models import GreenMark
from mingzheng.office.schedule.models import SpecialApproval
from mingzheng.office.workplace.actions.close_staff_survey import close_staff_survey
from mingzheng.office.workplace.models import Settlement, StaffSurvey
from mingzheng.office.workplace.staff_voice import DEPARTMENT, apart, whole_of
from mingzheng.rulebook.roles import Role
from tests.rows import DAY

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.slow,
    pytest.mark.broken_books,  # of old data as little is told as a migration looks at
]
LATER = DAY + timedelta(10)
TRUE = {"all:": 16, "department:甲": 9, "department:乙": 7}


@contextmanager
def then(app: str, name: str) -> Iterator[Any]:
    """The models of a database that has come as far as this migration; it is brought up to date afterwards."""
    yield MigrationExecutor(connection).migrate([(app, name)]).apps
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


def settled(apps, number, month, **more):
    person, _ = apps.get_model("people", "Person").objects.get_or_create(login="wang")
    told = {"claimed_by": "wang", "claimed_on": DAY, "checked_by": "zhou", "approved_by": "kong"}
    row = {"step": "paid", "approved_on": LATER, "paid_on": LATER, "reference": "D1", **told, **more}
    apps.get_model("workplace", "Settlement").objects.create(
        number=number, person=person, month=date(2026, month, 1), **row
    )


def test_day_fees_paid_before_their_approval_or_approved_by_who_claimed_them_stop_nothing():
    with then("workplace", "0006_survey_cuts") as old:
        settled(old, "LW1", 1, paid_on=DAY, remark="差半天")
        settled(old, "LW2", 2, approved_by="wang")
        settled(old, "LW3", 3, approved_by="wang", step="approved", paid_on=None, reference="")
        settled(old, "LW4", 4)
        settled(old, "LW5", 5, approved_by="wang", remark="核" * 290)
    first, second, third, fourth, fifth = Settlement.objects.order_by("number")
    assert first.paid_on == LATER and f"差半天；付款日原为 {DAY}" in first.remark
    assert (second.step, second.approved_by, second.approved_on) == ("paid", "", LATER)
    assert "wang" in second.remark
    assert (third.step, third.approved_by, third.approved_on) == ("checked", "", None)
    assert (fourth.step, fourth.paid_on, fourth.remark) == ("paid", LATER, "")
    assert fifth.remark.startswith("核" * 290 + "；原由") and len(fifth.remark) == 300


def visited(apps, number, **more):
    client, _ = apps.get_model("clients", "Client").objects.get_or_create(
        uscc="TEST1", name_zh="示例有限公司"
    )
    contract, _ = apps.get_model("contracts", "Contract").objects.get_or_create(
        number="HT1", client=client, defaults={"standards": ["QMS"], "offered_on": DAY}
    )
    visit = apps.get_model("programmes", "Visit")
    return visit.objects.create(number=number, client=client, contract=contract, kind="surveillance", **more)


def told(apps, subject, kind, by="zhou", **facts):
    event = {"subject": subject, "kind": kind, "on": DAY, "at": timezone.now(), "by": by, "facts": facts}
    n = apps.get_model("record", "Event").objects.filter(subject=subject).count()
    apps.get_model("record", "Event").objects.create(**event, sequence=n + 1, salt="", digest="")


def test_an_approval_of_days_out_that_named_none_is_for_the_days_its_visit_can_be_held_on():
    with then("schedule", "0003_special_approvals") as old:
        window = {"earliest": LATER, "latest": LATER + timedelta(90)}
        for number, dates, days in [
            ("1", None, window),
            ("2", LATER + timedelta(5), window),
            ("3", None, {}),
        ]:
            visit = visited(old, f"XM{number}", **days)
            if dates:
                old.get_model("schedule", "Appointment").objects.create(
                    visit=visit, starts_on=dates, ends_on=dates
                )
            old.get_model("schedule", "SpecialApproval").objects.create(
                number=f"TP{number}", visit=visit, limit="days-out", reason="唯一人选", asked_by="zhou", asked_on=DAY,
                person=old.get_model("people", "Person").objects.get_or_create(login="wang")[0],
            )  # fmt: skip
            told(old, f"special-approval:TP{number}", "special-approval.asked", limit="days-out")
    days = list(SpecialApproval.objects.order_by("number").values_list("first_day", "last_day"))
    booked = LATER + timedelta(5)
    assert days == [(LATER, LATER + timedelta(90)), (booked, booked), (DAY, DAY)]


def test_an_approval_of_a_visit_dated_since_is_for_its_dates():
    with then("schedule", "0004_approved_days") as old:
        person, _ = old.get_model("people", "Person").objects.get_or_create(login="wang")
        visit = visited(old, "XM1", earliest=DAY, latest=LATER + timedelta(90))
        old.get_model("schedule", "Appointment").objects.create(
            visit=visit, starts_on=LATER, ends_on=LATER + timedelta(1)
        )
        old.get_model("schedule", "SpecialApproval").objects.create(
            number="TP1", visit=visit, limit="days-out", reason="唯一人选", person=person,
            asked_by="zhou", asked_on=DAY, first_day=DAY, last_day=DAY,
        )  # fmt: skip
        told(old, "special-approval:TP1", "special-approval.asked", limit="days-out")
    days = SpecialApproval.objects.values_list("first_day", "last_day").get()
    assert days == (LATER, LATER + timedelta(1))


def test_an_approval_that_named_the_day_it_was_asked_on_keeps_it():
    with then("schedule", "0004_approved_days") as old:
        person, _ = old.get_model("people", "Person").objects.get_or_create(login="wang")
        old.get_model("schedule", "SpecialApproval").objects.create(
            number="TP1", visit=visited(old, "XM1", latest=LATER), limit="days-out", reason="唯一人选", person=person,
            asked_by="zhou", asked_on=DAY, first_day=DAY, last_day=DAY,
        )  # fmt: skip
        told(old, "special-approval:TP1", "special-approval.asked", first_day=str(DAY), last_day=str(DAY))
    assert SpecialApproval.objects.values_list("first_day", "last_day").get() == (DAY, DAY)


def surveyed(apps, number, closed_on=None, **more):
    """A survey of one question that ten people of two departments answered, as it was kept before its groups were fixed."""
    survey = apps.get_model("workplace", "StaffSurvey").objects.create(
        number=number, questions=[{"code": "pay"}], opened_on=DAY, ends_on=LATER, took=10, closed_on=closed_on, **more
    )  # fmt: skip
    mark, took = (apps.get_model("workplace", name) for name in ("MarkGiven", "TookPart"))
    for cut, n in [("all:", 10), ("department:甲", 5), ("department:乙", 5), ("engaged:full", 10)]:
        mark.objects.create(survey=survey, cut=cut, question="pay", mark=5, n=n)
    person = apps.get_model("people", "Person")
    for n, department in enumerate("甲甲甲甲甲乙乙乙乙乙"):
        who, _ = person.objects.get_or_create(
            login=f"p{n}", defaults={"department": department, "roles": ["auditor"], "full_time": True}
        )
        took.objects.create(survey=survey, person=who, department=department, full_time=True)
    return survey


def test_a_survey_open_when_its_groups_became_fixed_counts_everybody_among_the_others(person):
    with then("workplace", "0005_hazards") as old:
        surveyed(old, "YM2026")
        for n in range(10, 16):  # who did not answer
            old.get_model("people", "Person").objects.create(
                login=f"p{n}", department="甲", roles=["auditor"]
            )
    close_staff_survey("YM2026", on=LATER + timedelta(1), by=person("gong", Role.UNION))
    survey = StaffSurvey.objects.get()
    assert apart(survey, DEPARTMENT) == []  # not 5 of 5 of each, and none of those who did not answer
    assert whole_of(survey).took == 10 and survey.asked == {"all:": survey.staff} and survey.staff >= 16


def test_a_survey_closed_after_its_groups_became_fixed_keeps_everybodys_marks_alone():
    with then("workplace", "0008_few_answers") as old:
        asked = {"all:": 16, "department:甲": 5, "department:乙": 5, "department:others": 6}
        surveyed(old, "YM2025", closed_on=LATER, staff=16, asked=asked)
        surveyed(old, "YM2024", closed_on=LATER, staff=16, asked=TRUE)
    later, before = StaffSurvey.objects.order_by("-number")
    assert later.asked == {"all:": 16} and [row.cut for row in later.marks.all()] == ["all:"]
    assert before.asked == TRUE and before.marks.count() == 4


def test_who_was_marked_as_premium_among_his_wishes_is_a_premium_client():
    with then("planning", "0001_initial") as old:
        clients = [
            old.get_model("clients", "Client").objects.create(uscc=f"TEST{n}", name_zh=f"示例{n}") for n in range(3)
        ]  # fmt: skip
        for client, premium in zip(clients, (True, False, True), strict=True):
            old.get_model("planning", "ClientWishes").objects.create(client=client, premium=premium)
        for client in clients[:2]:
            told(old, f"client:{client.uscc}", "client.wishes-stated", by="lin")
            told(old, f"client:{client.uscc}", "client.wishes-stated")
    tiers = ClientTier.objects.values_list("client__uscc", "tier", "set_on", "set_by")
    assert list(tiers) == [("TEST0", "premium", DAY, "zhou")]


def test_who_was_entered_as_inspector_of_green_products_is_one_as_long_as_the_registration_holds():
    with then("registration", "0003_green") as old:
        person = old.get_model("people", "Person").objects.create(
            login="wang", name_zh="王", roles=["auditor"]
        )
        for n, green in ((1, True), (2, False)):
            old.get_model("registration", "Registration").objects.create(
                person=person, standard="product", grade="auditor", number=f"N{n}", green=green,
                valid_from=date(2020 + n, 1, 1), valid_until=date(2020 + n, 12, 31),
            )  # fmt: skip
    marks = GreenMark.objects.values_list("registration__number", "first_day", "last_day")
    assert list(marks) == [("N1", date(2021, 1, 1), None)]


def test_trial_runs_of_different_systems_concluded_before_hold_imports_of_their_own():
    with then("moving_in", "0001_imports_and_trial_runs") as old:
        imports, runs = (old.get_model("moving_in", name).objects for name in ("Import", "TrialRun"))
        none = dict.fromkeys(("rows", "taken", "mended", "repeated", "known", "refused"), 0)
        for n, day in enumerate((DAY, LATER), 1):
            imports.create(number=f"QR{n}", register="clients", carried_on=day, carried_by="lin", **none)
        for number, system, day in [("SY1", "乙", LATER), ("SY2", "甲", DAY), ("SY3", "甲", LATER)]:
            runs.create(
                number=number, system=system, begun_on=DAY, begun_by="lin", concluded_on=day, succeeded=True
            )
    held = {run.number: [one.number for one in run.imports.order_by("pk")] for run in TrialRun.objects.all()}
    assert held == {"SY1": ["QR2"], "SY2": ["QR1"], "SY3": ["QR1"]}


def test_pages_compared_before_have_one_name_however_each_was_spelled():
    with then("publicity", "0002_comparisons") as old:
        item = old.get_model("publicity", "Item").objects.create(
            number="XC1", medium="web", title_zh="流程", text_zh="流程", department="市场部", proposed_by="lin", proposed_on=DAY
        )  # fmt: skip
        for where in ("http://WWW.Example.org/", "https://www.example.org", "宣传册  第 3 页"):
            item.comparisons.create(compared_on=DAY, compared_by="lin", where=where)
    named = Comparison.objects.order_by("pk").values_list("where", flat=True)
    assert list(named) == ["https://www.example.org", "https://www.example.org", "宣传册 第 3 页"]
