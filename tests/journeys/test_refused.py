"""An application outside the accredited scope is refused, with the clause, and the applicant's answer is kept."""

from datetime import date

import pytest

from mingzheng.office.contracts.models import Application

from .body import open_the_body, social_credit_code
from .steps import applies, is_checked, presses


@pytest.fixture
def people(visitor, transactional_db):
    cast = open_the_body(date(2026, 3, 2))
    return {name: visitor(cast[name]) for name in ("market", "technical", "director")}


def test_an_application_outside_the_scope_is_refused_and_answered(visitor, people, it_is):
    it_is(date(2026, 3, 2))
    stranger = visitor()
    application = applies(
        stranger,
        name="示例物业服务有限公司",
        code=social_credit_code("MA1GKB17"),
        standards=["QMS"],
        operating_since="2025-06-01",
        internal_audit_on="2025-12-01",
        management_review_on="2025-12-20",
    )
    is_checked(people, application, code="35.01.03")
    page, market = f"/staff/applications/{application.number}/", people["market"]
    market.goes(page).sees("不在认可范围内", "ISO/IEC 17021-1:2015 9.1.2")
    assert market.at("form[action$='/accept/'] button").count() == 0  # grey, with the reasons beside it
    presses(market.goes(f"{page}refuse/").fills(reason="物业服务不在本机构认可的业务范围内"))

    own = f"/apply/{application.token}/"
    stranger.goes(own).sees("不予受理", "物业服务不在本机构认可的业务范围内")
    presses(stranger.fills(answer="我们将另行申请，谢谢。"), "form[action$='/refusal/'] button")
    people["director"].goes(page).sees("我们将另行申请，谢谢。")

    kept = Application.objects.get(pk=application.pk)
    assert (kept.status, kept.applicants_answer) == ("refused", "我们将另行申请，谢谢。")
    assert any("scope" in one["code"] for one in kept.refusal_objections)
