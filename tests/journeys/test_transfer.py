"""A client of another body is taken over: reviewed, planned for what is left of his cycle, decided, certified with its days."""

from mingzheng.office.certificates.models import Certificate
from mingzheng.office.contracts.actions.offer_contract import offer_contract
from mingzheng.office.contracts.actions.sign_contract import sign_contract
from mingzheng.office.files.actions.file_paper import file_paper
from mingzheng.office.programmes.models import Visit
from mingzheng.rulebook.transfer import Point
from tests.certified import clerk
from tests.office.contracts import cases, taken_over
from tests.office.contracts.cases import DAY, PDF
from tests.office.contracts.taken_over import FOUND, HELD

from .conftest import PHONE
from .steps import presses

SAID = {
    Point.REASON: "集团统一认证机构",
    Point.CERTIFICATE: "国家平台查询有效",
    Point.SCOPE: "17.10.02 在认可范围内",
    Point.REPORTS: "再认证报告、监一报告齐全",
    Point.NONCONFORMITIES: "轻微 1 项，监二验证",
    Point.COMPLAINTS: "无",
    Point.CYCLE: "第二周期，监一已完成",
    Point.LAW: "无处罚",
}


def test_a_client_of_another_body_is_taken_over_with_the_days_he_had(visitor, cast, transactional_db, it_is):
    it_is(DAY)
    application = cases.accepted(cast, **taken_over.declared(standards=["QMS"]))
    page, technical = f"/staff/applications/{application.number}/", visitor(cast["technical"])
    technical.goes(page).sees("自其他机构转换", HELD["QMS"]).follows("转换评审")
    technical.fills(
        approval=FOUND.approval, first_issued_on="2021-09-10", issued_on="2024-09-10", cycle_number="1",
        surveillances="1", last_audit_on="2025-08-20", **{f"point-{point}": text for point, text in SAID.items()},
    )  # fmt: skip
    technical.at("[name=accredited]").check()
    presses(technical)
    technical.sees("转换评审已通过", "第 1 次再认证", "轻微 1 项，监二验证")
    visitor(cast["technical"], language="en", size=PHONE).goes(page).sees("Transfer from another body")

    _sign(application.number, cast["market"])
    planner = visitor(cast["programme_manager"])
    presses(
        planner.goes(f"/staff/programmes/contracts/{application.contract.number}/"),
        "form[action*='/open/'] button",
    )
    planner.sees("转自 另一认证有限公司", "2026-08-20")
    assert [v.name for v in Visit.objects.order_by("number")] == [
        "visit-kind.surveillance-2",
        "visit-kind.recertification",
    ]

    decider = visitor(cast["decision_maker"])
    decider.goes("/staff/").sees("待决定的认证转换").follows(f"{application.uscc}/QMS")
    presses(decider.sees("集团统一认证机构").follows("授予"))
    decider.sees("认证决定已记录", "JD2026-0001")

    issuer = visitor(clerk())
    presses(issuer.goes("/staff/certificates/issue/JD2026-0001/").sees("有效期至：2027-09-09"))
    issuer.sees("转自", HELD["QMS"])
    held = Certificate.objects.get()
    assert (held.number, held.expires_on, held.cycle_number) == ("11726Q00001R1M", FOUND.expires, 1)


def _sign(application: str, by) -> None:
    number = offer_contract(application, on=DAY, by=by).number
    subject = f"contract:{number}"
    file_paper(subject, kind="signed_contract", name="a.pdf", content=PDF, on=DAY, by=by)
    sign_contract(number, client_signatory="甲", body_signatory="乙", on=DAY, by=by)
