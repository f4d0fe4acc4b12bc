from datetime import date
from decimal import Decimal

import pytest

from mingzheng.office.library.actions.accredit_scope import accredit_scope
from mingzheng.office.library.actions.describe_body import describe_body
from mingzheng.office.library.actions.end_scope import end_scope
from mingzheng.office.library.actions.enter_holiday import enter_holiday
from mingzheng.office.library.models import Body
from mingzheng.office.library.queries import accredited_groups, body, calendar_overrides
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


def test_the_body_is_described_once_and_changed_in_place(cast):
    describe_body(**PROFILE, on=DAY, by=cast["administrator"])
    event = describe_body(name_zh="新名称认证中心", on=DAY, by=cast["director"])

    assert body().name_zh == "新名称认证中心" and Body.objects.count() == 1
    assert event.changed == {"name_zh": "新名称认证中心"}
    assert Event.objects.filter(subject="body:CNCA-R-2002-042").count() == 2


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
