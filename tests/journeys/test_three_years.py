"""One client's three years, from the public form to the end of the certificate, as its people do it on the screens."""

from datetime import date

import pytest

from .body import open_the_body, social_credit_code
from .steps import (
    applies,
    cancels,
    changes_its_address,
    decides,
    decides_status,
    executes,
    is_audited,
    is_reviewed,
    issues,
    next_visit,
    opens_the_programme,
    publishes,
    replaces,
    reviews,
    schedules,
    signs,
    the_clock_turns,
)


@pytest.fixture
def people(visitor, transactional_db):
    cast = open_the_body(date(2022, 3, 1))
    return {name: visitor(person) for name, person in cast.items()}


def test_one_client_three_years(visitor, people, it_is, publishing):
    it_is(date(2022, 3, 1))
    stranger = visitor()
    application = applies(
        stranger,
        name="示例零件制造有限公司",
        code=social_credit_code("MA1GKA02"),
        standards=["QMS"],
        operating_since="2021-06-01",
        internal_audit_on="2021-12-01",
        management_review_on="2021-12-20",
    )
    is_reviewed(people, application)
    people["market"].goes(f"/staff/applications/{application.number}/").sees("未发现不得受理的情形")
    contract = signs(people, application)
    opens_the_programme(people, contract)
    stage1, stage2 = next_visit("stage1"), next_visit("stage2")

    schedules(people, stage1, date(2022, 3, 9), date(2022, 3, 10), ["liu"])
    is_audited(people, stage1, it_is, date(2022, 3, 9), date(2022, 3, 10))
    schedules(people, stage2, date(2022, 3, 23), date(2022, 3, 24), ["liu", "chen"])
    is_audited(
        people,
        stage2,
        it_is,
        date(2022, 3, 23),
        date(2022, 3, 24),
        minor="QMS 7.1.5",
        settled=date(2022, 4, 6),
    )
    reviews(people, stage2, "QMS")
    first = issues(people, decides(people, stage2, "QMS", "grant"))
    publishes(people, first, date(2022, 4, 6))
    assert first.expires_on == date(2025, 4, 5)
    stranger.goes(f"/c/{first.number}/").sees("有效", "示例零件制造有限公司", "2025-04-05")
    stranger.goes(f"/apply/{application.token}/").sees(application.number)

    it_is(date(2023, 4, 20))  # twelve months have passed without surveillance
    the_clock_turns(date(2023, 4, 20))
    people["decision_maker"].goes("/staff/").sees("示例零件制造有限公司")
    decides_status(people, first, "suspend", "0112")
    executes(people, first, "suspend")
    stranger.goes(f"/c/{first.number}/").sees("暂停")

    surveillance = next_visit("surveillance")
    schedules(people, surveillance, date(2023, 5, 16), date(2023, 5, 17), ["liu"])
    is_audited(people, surveillance, it_is, date(2023, 5, 16), date(2023, 5, 17))
    reviews(people, surveillance, "QMS")
    decides(people, surveillance, "QMS", "maintain")
    the_clock_turns(date(2023, 5, 17))
    it_is(date(2023, 5, 25))
    decides_status(people, first, "restore")
    executes(people, first, "restore")
    stranger.goes(f"/c/{first.number}/").sees("有效")

    surveillance = next_visit("surveillance")
    it_is(date(2024, 3, 1))
    schedules(people, surveillance, date(2024, 6, 11), date(2024, 6, 12), ["liu"])
    is_audited(people, surveillance, it_is, date(2024, 6, 11), date(2024, 6, 12))
    reviews(people, surveillance, "QMS")
    decides(people, surveillance, "QMS", "maintain")
    the_clock_turns(date(2024, 6, 12))

    again = next_visit("recertification")
    it_is(date(2025, 1, 6))
    schedules(people, again, date(2025, 3, 4), date(2025, 3, 5), ["liu", "chen"])
    is_audited(people, again, it_is, date(2025, 3, 4), date(2025, 3, 5))
    reviews(people, again, "QMS")
    second = issues(people, decides(people, again, "QMS", "renew"))
    publishes(people, second, date(2025, 3, 5))
    assert (second.cycle_number, second.expires_on) == (1, date(2028, 4, 5))
    stranger.goes(f"/c/{first.number}/").sees("已换证").goes(f"/c/{second.number}/").sees("有效")

    it_is(date(2025, 9, 1))  # the client has moved
    changes_its_address(people, second)
    third = replaces(people, second)
    publishes(people, third, date(2025, 9, 1))
    stranger.goes(f"/c/{third.number}/").sees("新址示例路9号")

    it_is(date(2025, 11, 3))
    cancels(people, third)
    stranger.goes(f"/c/{third.number}/").sees("注销")
    the_clock_turns(date(2025, 11, 3))
    assert next_visit("surveillance") is None
