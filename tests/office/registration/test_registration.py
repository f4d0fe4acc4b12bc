from datetime import date, timedelta
from decimal import Decimal

import pytest

from mingzheng.office.people.models import Employment, Person
from mingzheng.office.record.figure import FIGURES
from mingzheng.office.registration.actions.assign_mentor import assign_mentor
from mingzheng.office.registration.actions.confirm_registration import confirm_registration
from mingzheng.office.registration.actions.end_registration import end_registration
from mingzheng.office.registration.actions.enter_experience import enter_experience
from mingzheng.office.registration.actions.enter_training import enter_training
from mingzheng.office.registration.actions.mark_green import mark_green
from mingzheng.office.registration.actions.register_auditor import register_auditor
from mingzheng.office.registration.actions.review_training import review_training
from mingzheng.office.registration.actions.unmark_green import unmark_green
from mingzheng.office.registration.models import Registration, Traineeship
from mingzheng.office.registration.queries import auditor_table, hours_of, log_elsewhere, persons_counted
from mingzheng.rulebook.competence import RegistrationGrade, TeamRole
from mingzheng.rulebook.indicators.meaning import Period
from mingzheng.rulebook.registration import AuditLog, TrainingKind
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Refused
from tests.conftest import kinds

pytestmark = pytest.mark.django_db
DAY, LATER = date(2026, 3, 2), date(2026, 9, 1)
YEAR = {"valid_from": DAY, "valid_until": date(2029, 3, 1)}


def test_a_registration_is_entered_once_for_a_time(cast):
    evaluator = cast["competence_evaluator"]
    told = {"grade": RegistrationGrade.AUDITOR, "number": "N1-1", "on": DAY, "by": evaluator}
    register_auditor("auditor", Standard.QMS, **told, **YEAR)

    with pytest.raises(Refused, match="registrations-overlap"):
        register_auditor(
            "auditor", Standard.QMS, **told, valid_from=date(2028, 1, 1), valid_until=date(2030, 1, 1)
        )
    with pytest.raises(Refused, match="ends-before-it-begins"):
        register_auditor("auditor", Standard.EMS, **told, valid_from=DAY, valid_until=date(2025, 1, 1))
    assert kinds() == ["person.registered"]


def test_a_registration_withdrawn_ends_early_and_never_late(cast):
    evaluator = cast["competence_evaluator"]
    told = {"grade": RegistrationGrade.AUDITOR, "number": "N1-1", "on": DAY, "by": evaluator}
    register_auditor("auditor", Standard.QMS, **told, **YEAR)
    for day, why in [(date(2030, 1, 1), "ends-later"), (date(2025, 1, 1), "ends-before-it-begins")]:
        with pytest.raises(Refused, match=why):
            end_registration("auditor", Standard.QMS, valid_until=day, reason="撤销", on=DAY, by=evaluator)
    end_registration("auditor", Standard.QMS, valid_until=DAY, reason="撤销", on=DAY, by=evaluator)

    assert Registration.objects.get().valid_until == DAY
    assert kinds() == ["person.registered", "person.registration-ended"]


def registered(cast, grade=RegistrationGrade.AUDITOR, standard=Standard.QMS, login="auditor") -> Registration:
    """Registered from 2025-01-01 to 2027-12-31."""
    register_auditor(
        login,
        standard,
        grade=grade,
        number=f"N-{login}",
        valid_from=date(2025, 1, 1),
        valid_until=date(2027, 12, 31),
        on=date(2025, 1, 1),
        by=cast["competence_evaluator"],
    )
    return Registration.objects.get(person__login=login, standard=standard)


def test_a_registration_is_confirmed_every_year_until_it_ends(cast):
    held, evaluator = registered(cast), cast["competence_evaluator"]
    assert held.confirm_by == date(2026, 1, 1)
    with pytest.raises(Refused, match="confirmed-too-early"):
        confirm_registration("auditor", Standard.QMS, evidence="平台截图", on=date(2025, 9, 30), by=evaluator)
    with pytest.raises(Refused, match="no-evidence"):
        confirm_registration("auditor", Standard.QMS, evidence=" ", on=date(2025, 12, 1), by=evaluator)
    confirm_registration("auditor", Standard.QMS, evidence="平台截图", on=date(2025, 12, 1), by=evaluator)
    held.refresh_from_db()
    assert held.confirm_by == date(2027, 1, 1)
    confirm_registration("auditor", Standard.QMS, evidence="平台截图", on=DAY.replace(month=12), by=evaluator)
    with pytest.raises(Refused, match="nothing-to-confirm"):
        confirm_registration("auditor", Standard.QMS, evidence="平台截图", on=date(2027, 3, 1), by=evaluator)

    assert [c.due_on for c in held.confirmations.order_by("due_on")] == [date(2026, 1, 1), date(2027, 1, 1)]
    assert kinds() == ["person.registered", *["person.registration-confirmed"] * 2]


AUDIT = {
    "role": TeamRole.LEADER,
    "organisation": "示例厂",
    "first_day": date(2026, 1, 5),
    "last_day": date(2026, 1, 6),
    "audit_days": Decimal("2.5"),
    "on_site_days": Decimal(2),
    "evidence": "审核经历记录表",
}


def test_an_audit_held_elsewhere_counts_once_and_with_evidence(cast):
    evaluator = cast["competence_evaluator"]
    enter_experience("auditor", Standard.QMS, **AUDIT, on=DAY, by=evaluator)
    for wrong, why in [
        ({}, "counted-already"),
        ({"organisation": "B", "last_day": date(2026, 3, 3)}, "in-future"),
        ({"organisation": "B", "on_site_days": Decimal(3)}, "more-on-site"),
        ({"organisation": "B", "audit_days": Decimal(0), "on_site_days": Decimal(0)}, "no-days"),
        ({"organisation": "B", "evidence": ""}, "no-evidence"),
    ]:
        with pytest.raises(Refused, match=why):
            enter_experience("auditor", Standard.QMS, **{**AUDIT, **wrong}, on=DAY, by=evaluator)

    counted = log_elsewhere(cast["auditor"], "QMS", date(2026, 1, 1), DAY)
    assert (counted.audit_days, counted.on_site_days, counted.led, counted.audits) == (
        Decimal("2.5"),
        2,
        1,
        1,
    )
    assert log_elsewhere(cast["auditor"], "EMS", date(2026, 1, 1), DAY) == AuditLog()
    assert kinds() == ["person.experience-entered"]


def test_education_counts_once_another_person_accepted_it(cast):
    course = {"kind": TrainingKind.COURSE, "held_on": DAY, "evidence": "结业证书", "on": DAY}
    enter_training(
        "auditor", title="质量工具", hours=Decimal(8), standard=Standard.QMS, **course, by=cast["auditor"]
    )
    enter_training("auditor", title="审核技巧", hours=Decimal(6), **course, by=cast["competence_evaluator"])
    enter_training("auditor", title="无关", hours=Decimal(9), **course, by=cast["auditor"])
    evaluator = cast["competence_evaluator"]
    review_training("auditor", 1, accepted=True, on=DAY, by=evaluator)
    review_training("auditor", 2, accepted=True, on=DAY, by=evaluator)
    with pytest.raises(Refused, match="no-reason"):
        review_training("auditor", 3, accepted=False, on=DAY, by=evaluator)
    review_training("auditor", 3, accepted=False, reason="与认证无关", on=DAY, by=evaluator)
    with pytest.raises(Refused, match="reviewed-already"):
        review_training("auditor", 3, accepted=True, on=DAY, by=evaluator)

    assert hours_of(cast["auditor"], "QMS", DAY, DAY) == (14, 8)
    assert hours_of(cast["auditor"], "EMS", DAY, DAY) == (6, 0)
    for login, more, why in [
        ("reviewer", {}, "not-yours"),
        ("auditor", {"hours": Decimal(0)}, "no-hours"),
        ("auditor", {"held_on": date(2026, 3, 3)}, "in-future"),
    ]:
        with pytest.raises(Refused, match=why):
            enter_training(login, **{"title": "x", "hours": Decimal(1), **course, **more}, by=cast["auditor"])


def test_nobody_accepts_his_own_education(cast):
    evaluator = cast["competence_evaluator"]
    enter_training(
        evaluator.login,
        kind=TrainingKind.COURSE,
        title="x",
        hours=Decimal(1),
        held_on=DAY,
        evidence="y",
        on=DAY,
        by=evaluator,
    )
    with pytest.raises(Refused, match="own-training"):
        review_training(evaluator.login, 1, accepted=True, on=DAY, by=evaluator)


def test_a_trainee_learns_from_a_registered_auditor(cast):
    evaluator = cast["competence_evaluator"]
    registered(cast, RegistrationGrade.TRAINEE)
    for mentor, why in [("auditor", "own-mentor"), ("reviewer", "mentor-not-registered")]:
        with pytest.raises(Refused, match=why):
            assign_mentor("auditor", Standard.QMS, mentor, on=DAY, by=evaluator)
    registered(cast, login="reviewer")
    with pytest.raises(Refused, match="not-a-trainee"):
        assign_mentor("reviewer", Standard.QMS, "auditor", on=DAY, by=evaluator)
    assign_mentor("auditor", Standard.QMS, "reviewer", on=DAY, by=evaluator)
    registered(cast, login="quality")
    assign_mentor("auditor", Standard.QMS, "quality", target_days=25, on=DAY, by=evaluator)

    held = Traineeship.objects.get()
    assert (held.mentor.login, held.target_days, held.target_on_site_days) == ("quality", 25, 10)


def test_the_table_of_auditors_counts_everyone_once_in_his_column_and_trainees_apart(cast):
    for login, grade in [
        ("auditor", "auditor"),
        ("reviewer", "senior"),
        ("quality", "trainee"),
        ("market", "auditor"),
    ]:
        registered(cast, RegistrationGrade(grade), login=login)
    Person.objects.filter(login="reviewer").update(full_time=False)
    Employment.objects.create(
        person=cast["market"],
        number="1",
        full_time=True,
        first_day=date(2025, 1, 1),
        last_day=date(2025, 12, 31),
    )

    assert auditor_table(DAY)["QMS"] == {"full_time": 1, "part_time": 1, "total": 2, "trainee": 1}
    assert auditor_table(date(2025, 6, 1))["QMS"]["full_time"] == 2, "who left since was there"
    assert auditor_table(date(2028, 1, 1))["QMS"]["total"] == 0 == auditor_table(DAY)["EMS"]["total"]


def test_the_table_of_auditors_goes_by_the_contract_of_the_day(cast):
    """What a person's row says is of today, and counts only where no contract was ever entered."""
    for login in ("auditor", "reviewer", "quality"):
        registered(cast, RegistrationGrade.AUDITOR, login=login)
    Person.objects.filter(login="reviewer").update(is_active=False)
    for number, full_time, first, last in (
        ("1", True, date(2025, 1, 1), date(2025, 12, 31)),
        ("2", False, date(2026, 1, 1), None),
    ):
        Employment.objects.create(
            person=cast["quality"], number=number, full_time=full_time, first_day=first, last_day=last
        )
    assert auditor_table(DAY)["QMS"] == {"full_time": 1, "part_time": 1, "total": 2, "trainee": 0}
    assert auditor_table(date(2025, 6, 1))["QMS"]["full_time"] == 2
    assert auditor_table(date(2024, 6, 1))["QMS"]["total"] == 0
    assert persons_counted(DAY)["part_time"] == {"quality"}


def test_inspectors_of_green_products_are_counted_by_themselves_at_the_end_of_the_year(cast):
    told = {"grade": RegistrationGrade.AUDITOR, "on": DAY, "by": cast["competence_evaluator"]}
    with pytest.raises(Refused, match="green-is-of-products"):
        register_auditor("auditor", Standard.QMS, **told, **YEAR, number="N0", green=True)
    register_auditor("auditor", Standard.PRODUCT, **told, **YEAR, number="N1", green=True)
    register_auditor("market", Standard.PRODUCT, **told, **YEAR, number="N2")
    ended = {"valid_from": DAY, "valid_until": date(2026, 12, 30)}
    register_auditor("quality", Standard.PRODUCT, **told, **ended, number="N3", green=True)
    counted = FIGURES["green-inspectors"].rows
    assert [one.login for one in counted(Period.of(2026))] == ["auditor"]
    assert counted(Period.of(2026, 11)).count() == 2 and not counted(Period.of(2025)).exists()


def test_the_mark_of_a_registration_that_is_over_is_not_ended_again(cast):
    by = cast["competence_evaluator"]
    told = {"standard": "product", "grade": "auditor", "person": cast["auditor"]}
    over = Registration.objects.create(
        **told, number="N1", valid_from=date(2025, 1, 1), valid_until=date(2025, 12, 31)
    )
    mark = over.green.create(first_day=date(2025, 7, 1), evidence="公告")
    with pytest.raises(Refused, match="registration.not-green"):
        unmark_green("auditor", last_day=date(2026, 1, 1), evidence="公告", on=DAY, by=by)
    unmark_green("auditor", last_day=date(2025, 12, 31), evidence="公告", on=DAY, by=by)
    mark.refresh_from_db()
    assert mark.last_day == date(2025, 12, 31)


def test_who_was_registered_before_is_marked_as_inspector_of_green_products_and_unmarked(cast):
    by = cast["competence_evaluator"]
    usual = {"on": DAY, "by": by}
    told = {
        "grade": RegistrationGrade.AUDITOR,
        "valid_from": date(2025, 1, 1),
        "valid_until": date(2027, 12, 31),
    }
    mark = {"first_day": date(2025, 7, 1), "evidence": "CCAA 公告"}
    with pytest.raises(Refused, match="registration.no-products"):
        mark_green("auditor", **mark, **usual)
    register_auditor("auditor", Standard.PRODUCT, **told, number="N1", **usual)
    for wrong, why in [
        ({"evidence": " "}, "registration.no-evidence"),
        ({"first_day": DAY + timedelta(1)}, "registration.in-future"),
        ({"first_day": date(2024, 12, 31)}, "registration.no-products"),
    ]:
        with pytest.raises(Refused, match=why):
            mark_green("auditor", **mark | wrong, **usual)
    with pytest.raises(Refused, match="registration.not-green"):
        unmark_green("auditor", last_day=DAY, evidence="公告", **usual)
    assert mark_green("auditor", **mark, **usual).number == "N1"
    for first in (date(2025, 6, 1), DAY):
        with pytest.raises(Refused, match="registration.green-already"):
            mark_green("auditor", **mark | {"first_day": first}, **usual)
    with pytest.raises(Refused, match="person.ends-before-it-begins"):
        unmark_green("auditor", last_day=date(2025, 6, 30), evidence="公告", **usual)
    unmark_green("auditor", last_day=date(2025, 12, 31), evidence="公告", **usual)
    mark_green("auditor", **mark | {"first_day": DAY}, **usual)
    counted = FIGURES["green-inspectors"].rows
    months = [(2025, 6), (2025, 7), (2025, 12), (2026, 1), (2026, 3)]
    assert [counted(Period.of(*month)).count() for month in months] == [0, 1, 1, 0, 1]
    assert [kind for kind in kinds() if "green" in kind] == [
        "person.green-marked",
        "person.green-ended",
        "person.green-marked",
    ]
