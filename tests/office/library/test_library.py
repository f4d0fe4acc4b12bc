from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from mingzheng.office.library.actions.accredit_scope import accredit_scope
from mingzheng.office.library.actions.describe_body import describe_body
from mingzheng.office.library.actions.end_scope import end_scope
from mingzheng.office.library.actions.enter_former_profile import enter_former_profile
from mingzheng.office.library.actions.enter_holiday import enter_holiday
from mingzheng.office.library.actions.take_back_former_profile import take_back_former_profile
from mingzheng.office.library.models import Body, FormerProfile
from mingzheng.office.library.papers import letterhead
from mingzheng.office.library.queries import (
    accredited_groups,
    body,
    body_on,
    calendar_overrides,
    known_since,
    profiles_by,
)
from mingzheng.office.record.models import Event
from mingzheng.rulebook.identifiers import complete_organisation_code, complete_social_credit_code
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Refused

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)
PROFILE = {
    "name_zh": "示例质量认证中心",
    "name_en": "Sample Quality Certification Centre",
    "uscc": complete_social_credit_code("12310000" + complete_organisation_code("42500123")),
    "approval_number": "CNCA-R-2002-042",
    "certificate_prefix": "042",
    "day_rate": Decimal("3000.00"),
}


LATER = date(2026, 9, 1)


def test_the_body_is_described_once_and_a_correction_changes_it_in_place(cast):
    describe_body(**PROFILE, on=DAY, by=cast["administrator"])
    event = describe_body(name_zh="新名称认证中心", correction=True, on=LATER, by=cast["director"])

    assert body().name_zh == "新名称认证中心" and Body.objects.count() == 1
    assert event.changed == {"name_zh": "新名称认证中心"} and not FormerProfile.objects.exists()
    assert Event.objects.filter(subject="body:CNCA-R-2002-042").count() == 2


def test_papers_of_a_day_name_the_body_as_it_was_named_that_day(cast):
    describe_body(**PROFILE, on=DAY, by=cast["administrator"])
    event = describe_body(name_zh="新名称认证中心", on=LATER, by=cast["director"])

    eve = LATER - timedelta(1)
    assert (event.since, event.former) == (LATER, "JD2026-0001")
    assert [letterhead(day).name.zh for day in (date(1990, 1, 1), DAY, eve)] == [PROFILE["name_zh"]] * 3
    assert letterhead(LATER).name.zh == letterhead(date(2030, 1, 1)).name.zh == "新名称认证中心"
    describe_body(complaints_phone="2", on=LATER, by=cast["director"])
    assert body_on(DAY).complaints_phone == "2"  # who reads an old paper reaches the body as it is now
    # another change as of the same day belongs to it; what papers do not print is no former state
    describe_body(name_en="New Name Centre", on=LATER, by=cast["director"])
    describe_body(day_rate=Decimal(4000), on=date(2026, 10, 1), by=cast["director"])
    assert FormerProfile.objects.count() == 1 and body_on(LATER).name_en == "New Name Centre"
    assert body_on(eve).name_en == PROFILE["name_en"] and body_on(eve).day_rate == Decimal(4000)


def test_a_change_is_neither_ahead_nor_before_the_one_that_was(cast):
    describe_body(**PROFILE, on=DAY, by=cast["administrator"])
    describe_body(name_en="1", valid_from=DAY, on=LATER, by=cast["director"])
    for day, why in ((DAY - timedelta(1), "overlaps"), (LATER + timedelta(1), "ahead")):
        with pytest.raises(Refused, match=why):
            describe_body(name_en="2", valid_from=day, on=LATER, by=cast["director"])
    assert body().name_en == "1" and FormerProfile.objects.count() == 1


def test_a_change_dated_earlier_does_not_overlap_a_former_profile(cast):
    describe_body(**PROFILE, on=DAY, by=cast["administrator"])
    then = {"name_zh": "旧名", "name_en": "Old", "approval_number": "示编1号", "valid_from": date(1992, 5, 1)}
    enter_former_profile(**then, valid_until=date(2002, 12, 31), on=DAY, by=cast["director"])
    with pytest.raises(Refused, match="overlaps"):
        describe_body(name_en="New", valid_from=date(2002, 12, 31), on=LATER, by=cast["director"])
    told = {"because_zh": "改制", "on": LATER, "by": cast["director"]}
    event = describe_body(name_en="New", valid_from=date(2003, 1, 1), **told)
    assert (event.former, event.because_zh) == ("", "改制")  # nothing was between the two
    assert letterhead(date(2002, 12, 31)).name.zh == "旧名" and body_on(date(2003, 1, 1)).name_en == "New"


def test_a_paper_of_1995_prints_the_name_of_then(cast):
    describe_body(**PROFILE, on=DAY, by=cast["administrator"])
    then = {
        "name_zh": "示例电子仪表审核所",
        "name_en": "Sample Audit Office for Instruments",
        "approval_number": "示编(1992)213号",
        "valid_from": date(1992, 5, 1),
        "valid_until": date(2002, 12, 31),
    }
    told = {"because_zh": "改制", "on": DAY, "by": cast["director"]}
    event = enter_former_profile(**then, **told)

    letter = letterhead(date(1995, 6, 30))
    assert (letter.name.zh, letter.approval) == ("示例电子仪表审核所", "示编(1992)213号")
    assert body_on(date(1995, 6, 30)).uscc == PROFILE["uscc"]  # not told: as now
    assert letterhead(date(2003, 1, 1)).name.zh == PROFILE["name_zh"]
    assert Event.objects.filter(subject=f"former-profile:{event.number}").count() == 1
    for other, why in (
        ({"valid_from": date(2002, 12, 31), "valid_until": date(2003, 5, 1)}, "profile-known"),
        ({"valid_from": date(2003, 6, 1), "valid_until": date(2003, 5, 1)}, "ends-early"),
        ({"valid_from": date(2003, 1, 1), "valid_until": DAY}, "not-over"),
        (
            {"valid_from": date(2003, 1, 1), "valid_until": DAY, "on": LATER},
            "profile-known",
        ),  # described since
    ):
        with pytest.raises(Refused, match=why):
            enter_former_profile(**{**then, **told, **other})
    with pytest.raises(Refused, match="not-yours"):
        enter_former_profile(**then, on=DAY, by=cast["technical"])
    assert FormerProfile.objects.count() == 1


@pytest.mark.broken_books
def test_days_before_changes_were_kept_can_be_entered_up_to_the_last_change_not_kept(cast):
    described = {"kind": "body.described", "at": timezone.now(), "by": "guan", "salt": "", "digest": ""}
    for n, day in enumerate((date(2020, 1, 1), date(2021, 1, 1)), 1):  # as they were told before
        facts = {"approval_number": "1", "name": "旧名", "changed": {"name_zh": "旧名"}}
        Event.objects.create(**described, subject="body:1", sequence=n, on=day, facts=facts)
    Body.objects.create(**PROFILE)
    then = {
        "name_zh": "旧名",
        "name_en": "Old",
        "approval_number": "示编1号",
        "on": DAY,
        "by": cast["director"],
    }
    with pytest.raises(Refused) as refused:
        enter_former_profile(**then, valid_from=date(2020, 1, 1), valid_until=date(2021, 1, 1))
    (found,) = refused.value.objections
    assert (found.code, found.details["since"]) == ("body.profile-known", date(2021, 1, 1))
    enter_former_profile(**then, valid_from=date(2020, 1, 1), valid_until=date(2020, 12, 31))
    assert letterhead(date(2020, 6, 30)).name.zh == "旧名"


def test_a_former_profile_entered_wrongly_is_taken_back_and_entered_anew(cast):
    describe_body(**PROFILE, on=DAY, by=cast["administrator"])
    days = {"valid_from": date(1992, 5, 1), "valid_until": date(2002, 12, 31)}
    told = {"name_en": "Old", "approval_number": "示编1号", **days, "on": DAY, "by": cast["director"]}
    number = enter_former_profile(name_zh="错名", **told).number
    with pytest.raises(Refused, match="body.reason-missing"):
        take_back_former_profile(number, reason=" ", on=DAY, by=cast["director"])
    with pytest.raises(Refused, match="not-yours"):
        take_back_former_profile(number, reason="名称有误", on=DAY, by=cast["technical"])
    take_back_former_profile(number, reason="名称有误", on=DAY, by=cast["administrator"])
    assert Event.objects.filter(kind="former-profile.taken-back").count() == 1
    assert letterhead(date(1995, 6, 30)).name.zh == PROFILE["name_zh"] and known_since(None) is None
    assert [one.body.name_zh for one in profiles_by(DAY)] == [PROFILE["name_zh"]]
    with pytest.raises(Refused, match="body.profile-taken-back"):
        take_back_former_profile(number, reason="再次", on=DAY, by=cast["director"])
    enter_former_profile(name_zh="旧名", **told)
    assert letterhead(date(1995, 6, 30)).name.zh == "旧名"


def test_what_is_kept_of_a_change_of_the_body_is_not_taken_back(cast):
    describe_body(**PROFILE, on=DAY, by=cast["administrator"])
    kept = describe_body(name_en="New", on=LATER, by=cast["director"]).former
    with pytest.raises(Refused, match="body.profile-of-a-change"):
        take_back_former_profile(kept, reason="误", on=LATER, by=cast["director"])


@pytest.mark.parametrize(
    "wrong, why",
    [
        ({"certificate_prefix": "4x"}, "prefix"),
        ({"day_rate": Decimal(0)}, "rate"),
        ({"uscc": "1"}, "credit-code"),
    ],
)
def test_a_body_described_wrongly_is_refused(cast, wrong, why):
    with pytest.raises(Refused, match=why):
        describe_body(**{**PROFILE, **wrong}, on=DAY, by=cast["administrator"])
    assert not Body.objects.exists() and not Event.objects.exists()


def test_scope_is_accredited_from_a_day_and_ends_on_one(cast):
    accredit_scope(Standard.QMS, "17", valid_from=DAY, on=DAY, by=cast["quality"])
    assert accredited_groups("QMS", DAY) == {"17"}
    assert accredited_groups("QMS", date(2026, 3, 1)) == set() == accredited_groups("EMS", DAY)

    end_scope(Standard.QMS, "17", valid_until=date(2026, 6, 30), on=DAY, by=cast["quality"])
    assert accredited_groups("QMS", date(2026, 6, 30)) == {"17"}
    assert accredited_groups("QMS", date(2026, 7, 1)) == set()


@pytest.mark.parametrize("group", ["00", "40", "1", "17.10"])
def test_a_group_is_01_to_39(cast, group):
    with pytest.raises(Refused, match="group-unfit"):
        accredit_scope(Standard.QMS, group, valid_from=DAY, on=DAY, by=cast["quality"])


def test_a_group_is_entered_once(cast):
    accredit_scope(Standard.QMS, "17", valid_from=DAY, on=DAY, by=cast["quality"])
    with pytest.raises(Refused, match="group-held"):
        accredit_scope(Standard.QMS, "17", valid_from=DAY, on=DAY, by=cast["quality"])


def test_a_group_accredited_until_a_day_may_end_earlier_and_follow_itself(cast):
    until = date(2027, 2, 28)
    accredit_scope(Standard.QMS, "17", valid_from=DAY, valid_until=until, on=DAY, by=cast["quality"])
    with pytest.raises(Refused, match="group-held"):
        accredit_scope(Standard.QMS, "17", valid_from=until, on=DAY, by=cast["quality"])
    end_scope(Standard.QMS, "17", valid_until=date(2026, 6, 30), on=DAY, by=cast["quality"])
    accredit_scope(Standard.QMS, "17", valid_from=date(2026, 7, 1), on=DAY, by=cast["quality"])

    assert accredited_groups("QMS", date(2028, 1, 1)) == {"17"}


def test_the_calendar_of_a_year_not_published_yet_is_entered_by_hand(cast):
    enter_holiday(date(2027, 1, 1), working=False, name="元旦", on=DAY, by=cast["programme_manager"])
    enter_holiday(date(2027, 1, 2), working=True, on=DAY, by=cast["administrator"])

    assert calendar_overrides() == {date(2027, 1, 1): False, date(2027, 1, 2): True}


@pytest.mark.parametrize(
    "act",
    [
        lambda by: describe_body(**PROFILE, on=DAY, by=by),
        lambda by: accredit_scope(Standard.QMS, "17", valid_from=DAY, on=DAY, by=by),
        lambda by: end_scope(Standard.QMS, "17", valid_until=DAY, on=DAY, by=by),
        lambda by: enter_holiday(DAY, working=False, on=DAY, by=by),
    ],
)
def test_an_auditor_changes_none_of_this(cast, act):
    with pytest.raises(Refused, match="person.not-yours"):
        act(cast["auditor"])
