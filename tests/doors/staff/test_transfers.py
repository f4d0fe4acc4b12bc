"""Taking a client over from another body, on screen: reviewed, planned, decided, issued (IAF MD 2)."""

from datetime import date

import pytest
from django.urls import reverse

from mingzheng.doors import today
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.contracts.models import Application, TransferReview
from mingzheng.office.programmes.actions.open_programme import open_programme
from tests import rows
from tests.certified import body, clerk
from tests.doors.staff.test_applications import enter, page  # noqa: F401
from tests.office.contracts import cases, taken_over
from tests.office.contracts.taken_over import FOUND, HELD, POINTS

pytestmark = pytest.mark.django_db
EN = {"Accept-Language": "en"}
SENT = {
    "certificate": HELD["QMS"],
    "approval": FOUND.approval,
    "status": "in_force",
    "accredited": "on",
    "first_issued_on": "2021-09-10",
    "issued_on": "2024-09-10",
    "expires_on": "2027-09-09",
    "cycle_number": "1",
    "surveillances": "1",
    "last_audit_on": "2025-08-20",
    "majors_open": "0",
    **{f"point-{point}": text for point, text in POINTS.items()},
}


@pytest.fixture(autouse=True)
def fixed_day(monkeypatch):
    monkeypatch.setattr(today, "clock", lambda: cases.DAY)


def test_the_technical_reviewer_reviews_on_the_applications_page(enter):  # noqa: F811
    application = taken_over.submitted()
    at, form = page("application", application.number), page("review-transfer", application.number, "QMS")
    shown = enter("technical").get(at).text
    assert "自其他机构转换" in shown and form in shown and HELD["QMS"] in shown
    assert form not in enter("market").get(at).text

    asked = enter("technical").get(form).text
    assert "2027-09-09" in asked and "证书真实有效" in asked  # what was declared stands in the form
    answer = enter("technical").post(form, SENT)
    assert answer.status_code == 302 and answer.url == at

    assert TransferReview.objects.get().found == FOUND
    shown = enter("technical").get(at, headers=EN).text
    assert "Review again" in shown and "recertification no. 1" in shown and "Genuine" not in shown


def test_what_may_not_be_transferred_is_refused_with_its_clause(enter):  # noqa: F811
    application = taken_over.submitted()
    form = page("review-transfer", application.number, "QMS")

    answer = enter("technical").post(form, SENT | {"majors_open": "1", "accredited": "", "point-law": ""})

    assert answer.status_code == 409 and not TransferReview.objects.exists()
    for said in (
        "IAF MD 2:2017 2.2.4",
        "原认证不是获认可的认证",
        "转换前评审缺少：守法情况",
    ):
        assert said in answer.text


def test_a_transfer_is_given_up_on_its_page(enter, cast):  # noqa: F811
    application = taken_over.submitted()
    taken_over.review(application, cast["technical"])

    answer = enter("technical").post(page("drop-transfer", application.number, "QMS"), {"reason": "报告不全"})

    assert answer.status_code == 302 and not TransferReview.objects.exists()
    assert enter("technical").get(page("drop-transfer", application.number, "OHSMS")).status_code == 404


def test_who_is_certified_nowhere_is_not_asked_about_a_transfer(enter):  # noqa: F811
    shown = enter("technical").get(page("application", cases.submitted().number)).text
    assert "自其他机构转换" not in shown


def test_the_decision_maker_reads_the_review_and_grants(enter, cast):  # noqa: F811
    contract = taken_over.signed(cast, "QMS")
    open_programme(contract.number, on=cases.DAY, by=cast["programme_manager"])
    uscc = contract.client.uscc
    at, grant = page("transfer", uscc, "QMS"), page("decide-transfer", uscc, "QMS", "grant")
    programme = enter("programme_manager").get(page("programme", contract.number)).text
    assert f"转自 另一认证有限公司 {HELD['QMS']}" in programme
    assert (
        "Taken over from"
        in enter("programme_manager").get(page("programme", contract.number), headers=EN).text
    )

    assert at in enter("decision_maker").get("/staff/").text  # it waits on his desk
    shown = enter("decision_maker").get(at).text
    assert grant in shown and "第 1 次再认证" in shown and FOUND.approval in shown
    assert grant not in enter("reviewer").get(at).text
    assert enter("decision_maker").post(grant, {"reasons": ""}).url == at
    assert "JD2026-0001" in enter("decision_maker").get(at, headers=EN).text
    decided = enter("decision_maker").get(page("decision", "JD2026-0001"))
    assert "无审核，依据转换评审" in decided.text
    assert enter("decision_maker").get(page("decision-paper", "JD2026-0001")).content.startswith(b"%PDF")
    assert enter("decision_maker").get(page("decide-transfer", uscc, "QMS", "maintain")).status_code == 404
    assert enter("decision_maker").get(page("transfer", uscc, "EMS")).status_code == 404


def test_the_clerk_issues_it_with_the_days_it_had(client, cast):
    body()
    held = rows.taken_over()
    number = rows.decision("grant", held).number
    client.force_login(clerk())
    at = reverse("staff:issue-certificate", args=[number])
    assert "有效期至：2027-09-09" in client.get(at).text

    answer = client.post(at)

    issued = Certificate.objects.get()
    assert answer.url == reverse("staff:certificate", args=[issued.number])
    assert issued.expires_on == date(2027, 9, 9)
    shown = client.get(answer.url).text
    assert "转自" in shown and held.transfer.certificate in shown and "认证由 另一认证有限公司 转入" in shown
    assert "Taken over from 另一认证有限公司" in client.get(answer.url, headers=EN).text


def test_an_application_has_no_review_for_a_standard_it_is_not_for(enter):  # noqa: F811
    number = taken_over.submitted(standards=["QMS"]).number
    assert enter("technical").get(page("review-transfer", number, "EMS")).status_code == 404
    assert Application.objects.count() == 1
