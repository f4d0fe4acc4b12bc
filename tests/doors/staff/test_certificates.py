"""The certificate clerk's screens, and who else may look."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mingzheng.doors import today
from mingzheng.office.certificates.actions.record_surveillance import record_surveillance
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.certificates.queues import (
    expiring_without_renewal,
    surveillance_overdue,
    suspension_ending,
    to_execute,
    to_issue,
)
from mingzheng.office.clients.models import Client
from mingzheng.office.record.actors import CLOCK
from mingzheng.rulebook.roles import Role
from tests import rows
from tests.certified import body, certificate, clerk, decided, of_sites, surveyed, suspended
from tests.rows import DAY

pytestmark = pytest.mark.django_db
LATER = DAY + timedelta(days=30)


@pytest.fixture
def on(monkeypatch):
    """Set the day."""

    def put(day):
        monkeypatch.setattr(today, "clock", lambda: day)

    put(DAY)
    return put


@pytest.fixture
def at_desk(client, on):
    client.force_login(clerk())
    return client


def text(response, status=200) -> str:
    assert response.status_code == status, response.content.decode()[-2000:]
    return response.content.decode()


def test_the_register_has_a_tab_for_every_state_with_its_count(at_desk, on):
    held = certificate("QMS")
    certificate("EMS")
    suspended("OHSMS")
    on(held.surveillance_due_on + timedelta(days=5))
    counts = {tab.name: n for tab, n, _ in at_desk.get("/staff/certificates/").context["tabs"]}
    assert counts == {
        "in_force": 2,
        "suspended": 1,
        "overdue": 2,
        "expiring": 0,
        "withdrawn": 0,
        "cancelled": 0,
        "replaced": 0,
        "expired": 0,
        "all": 3,
    }
    assert "超期 5 天" in text(at_desk.get("/staff/certificates/?tab=overdue"))
    assert held.number not in text(at_desk.get("/staff/certificates/?tab=all&standard=EMS"))


def test_the_register_is_read_in_english_searched_and_exported(at_desk):
    held = certificate()
    other = certificate()
    at_desk.cookies["django_language"] = "en"
    shown = text(at_desk.get("/staff/certificates/", {"q": held.number}))
    assert "Certificate register" in shown and held.name_en in shown and other.number not in shown
    assert at_desk.get("/staff/certificates/?export=xlsx")["Content-Type"].endswith("sheet")


def test_a_list_of_certificates_asks_at_most_twelve_questions(at_desk, django_assert_max_num_queries):
    for _ in range(3):
        certificate()
    with django_assert_max_num_queries(12):
        at_desk.get("/staff/certificates/")


def test_the_page_of_a_certificate_shows_its_life_and_says_why_a_button_is_grey(
    at_desk, django_assert_max_num_queries
):
    held = certificate()
    with django_assert_max_num_queries(16):
        shown = text(at_desk.get(f"/staff/certificates/{held.number}/"))
    for said in (held.name_zh, "颁发证书", "尚无相应的认证决定", "9.5.1.1", "证书员", "2027-03-02"):
        assert said in shown, said
    at_desk.cookies["django_language"] = "en"
    assert "No certification decision has been made for this" in text(
        at_desk.get(f"/staff/certificates/{held.number}/")
    )


def test_a_decision_becomes_a_certificate(at_desk):
    body()
    granted = rows.decision()
    address = f"/staff/certificates/issue/{granted.number}/"
    asked = text(at_desk.get(address))
    assert granted.certification.client.name_zh in asked and "有效期至：2029-03-01" in asked

    answer = at_desk.post(address)

    assert answer.url == f"/staff/certificates/{Certificate.objects.get().number}/"
    assert "已经执行" in text(at_desk.get(address), 409)


def test_sites_are_ticked_that_get_a_sub_certificate(at_desk):
    old = of_sites("总部", "一厂", subs=[2])
    page = f"/staff/certificates/{old.number}/replace/"
    asked = text(at_desk.get(page))
    assert "颁发子证书的场所" in asked and "一厂 一厂路1号" in asked
    form = at_desk.get(page).context["form"]
    assert [box.data["selected"] for box in form["subs"]] == [False, True]
    assert "无需换证" in text(at_desk.post(page, {"reason": "0104", "subs": ["2"]}), 409)
    at_desk.post(page, {"reason": "0104", "subs": ["1", "2"]})
    new = Certificate.objects.get(replaces=old)
    assert [sub.number for sub in new.subs.order_by("number")] == [f"{new.number}-1", f"{new.number}-2"]


def test_a_decision_to_suspend_is_carried_out_with_a_letter(at_desk, on):
    held = certificate()
    on(LATER)
    address = f"/staff/certificates/{held.number}/execute/suspend/"
    assert "尚无相应的认证决定" in text(at_desk.get(address), 409)
    decided("suspend", held, LATER, reason_code="0116")
    assert "获证组织主动请求暂停" in text(at_desk.get(address))

    shown = text(at_desk.post(address, follow=True))

    assert "暂停认证证书通知书" in shown and "2026-10-01" in shown
    letter = at_desk.get(f"/staff/certificates/{held.number}/letters/2/")
    assert letter["Content-Type"] == "application/pdf" and letter.content.startswith(b"%PDF")
    assert at_desk.get(f"/staff/certificates/{held.number}/letters/1/").status_code == 404


def test_a_cancellation_asks_for_the_clients_request(at_desk):
    held = certificate()
    address = f"/staff/certificates/{held.number}/cancel/"
    assert "未收到获证组织的书面注销申请" in text(at_desk.post(address, {"asked_on": DAY}), 409)

    scan = SimpleUploadedFile("申请.pdf", b"%PDF-1.7 asked", content_type="application/pdf")
    shown = text(at_desk.post(address, {"asked_on": DAY, "paper": scan}, follow=True))

    held.refresh_from_db()
    assert held.status == "cancelled" and "申请.pdf" in shown
    paper = next(file for file in at_desk.get(f"/staff/certificates/{held.number}/").context["files"])
    assert at_desk.get(paper["url"]).content == b"%PDF-1.7 asked"


def test_a_certification_goes_to_the_body_that_took_it_over(at_desk):
    held = certificate()
    address = f"/staff/certificates/{held.number}/transfer/"
    asked = {"to": "另一家认证机构", "taken_over_on": DAY + timedelta(days=1), "notice": "来函"}
    assert "其他认证机构尚未告知" in text(at_desk.post(address, asked), 409)

    shown = text(at_desk.post(address, {**asked, "taken_over_on": DAY}, follow=True))

    assert "另一家认证机构" in shown and "已换证" in shown


def test_a_new_name_is_shown_before_the_new_version_is_made(at_desk):
    held = certificate()
    address = f"/staff/certificates/{held.number}/replace/"
    assert "无需换证" in text(at_desk.get(address), 409)
    Client.objects.update(name_zh="新名有限公司")
    assert f"{held.name_zh} → 新名有限公司" in text(at_desk.get(address))

    answer = at_desk.post(address, {"reason": "0104"})

    assert answer.url == "/staff/certificates/06426Q00002R0M/"


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_paper_of_a_certificate_is_drawn(at_desk, on, language):
    held = certificate()
    on(surveyed_on := held.surveillance_due_on)
    decision = decided("maintain", held, surveyed_on, audit=surveyed(held, surveyed_on))
    record_surveillance(decision.number, on=surveyed_on, by=CLOCK)
    at_desk.cookies["django_language"] = language
    for paper in ("pdf", "letters/2"):
        drawn = at_desk.get(f"/staff/certificates/{held.number}/{paper}/")
        assert drawn.content.startswith(b"%PDF"), paper


def test_others_look_but_do_not_act_and_some_do_not_even_look(client, cast, on):
    held = certificate()
    page = f"/staff/certificates/{held.number}/"
    for role, person in cast.items():
        client.force_login(person)
        status = client.get("/staff/certificates/").status_code
        assert status == (403 if role in ("competence_evaluator", "administrator") else 200), role
        if role not in (
            "certificate_clerk",
            "decision_maker",
            "competence_evaluator",
            "administrator",
            "auditor",
        ):
            assert not client.get(page).context["groups"], role
        if role != "certificate_clerk":
            assert client.post(f"{page}cancel/", {"asked_on": DAY, "request": "x"}).status_code == 403, role
    held.refresh_from_db()
    assert held.status == "in_force"


def test_a_decision_maker_finds_the_way_to_a_decision(client, cast, on):
    held = certificate()
    client.force_login(cast["decision_maker"])
    shown = text(client.get(f"/staff/certificates/{held.number}/"))
    key = f"{held.certification.client.uscc}/{held.certification.standard}"
    assert f"/status/{key}/suspend/" in shown and f"/status/{key}/restore/" not in shown
    assert "证书未被暂停" in shown


def test_a_renewal_says_which_certificate_it_replaces(at_desk, on):
    held, day = certificate(), DAY + timedelta(days=1050)
    on(day)
    audit = surveyed(held, day - timedelta(days=20), kind="recertification")
    decision = decided("renew", held, day, audit=audit)
    asked = text(at_desk.get(f"/staff/certificates/issue/{decision.number}/"))
    assert f"原证书 {held.number} 改为“已换证”" in asked and "有效期至：2032-03-01" in asked
    shown = text(at_desk.post(f"/staff/certificates/issue/{decision.number}/", follow=True))
    assert "第 1 次再认证" in shown and held.number in shown


def test_an_auditor_sees_the_certificates_of_his_visits_only(client, on):
    mine, other = certificate(), certificate()
    auditor = rows.auditor("wang")
    rows.team(rows.visit("surveillance", [mine.certification]), auditor)
    client.force_login(auditor)
    assert client.get(f"/staff/certificates/{mine.number}/").status_code == 200
    assert client.get(f"/staff/certificates/{other.number}/").status_code == 404
    assert client.get(f"/staff/certificates/{other.number}/pdf/").status_code == 404


def test_what_waits_lies_in_the_queue_it_belongs_to():
    by, held = clerk(), certificate()
    granted = rows.decision()
    late = held.surveillance_due_on + timedelta(days=1)
    assert list(to_issue(by, DAY)) == [granted]
    assert list(surveillance_overdue(by, held.surveillance_due_on)) == []
    assert list(surveillance_overdue(by, late)) == [held]

    decision = decided("suspend", held, late, reason_code="0199")

    assert list(surveillance_overdue(by, late)) == []
    assert list(to_execute(by, late)) == [decision]


def test_a_suspension_that_runs_out_and_a_certificate_that_expires_are_called_out():
    held, manager = suspended(), clerk()
    assert list(suspension_ending(manager, held.suspended_until - timedelta(days=31))) == []
    assert list(suspension_ending(manager, held.suspended_until - timedelta(days=30))) == [held]
    assert list(expiring_without_renewal(manager, held.expires_on - timedelta(days=91))) == []
    assert list(expiring_without_renewal(manager, held.expires_on - timedelta(days=90))) == [held]
    decided("withdraw", held, held.suspended_until, reason_code="0101")
    assert list(suspension_ending(manager, held.suspended_until)) == []


def test_the_desk_leads_from_a_decision_to_its_certificate(at_desk):
    body()
    granted = rows.decision()
    shown = text(at_desk.get("/staff/"))
    assert f"/staff/certificates/issue/{granted.number}/" in shown and "待颁发证书" in shown
    assert Role.CERTIFICATE_CLERK in clerk().roles


def test_a_certification_is_shown_by_its_latest_certificate(at_desk):
    held = certificate().certification
    latest = at_desk.get(f"/staff/certificates/of/{held.client.uscc}/{held.standard}/")
    assert latest.url == f"/staff/certificates/{Certificate.objects.get().number}/"
    before = rows.certification("EMS")
    nowhere = at_desk.get(f"/staff/certificates/of/{before.client.uscc}/EMS/")
    assert nowhere.url == f"/staff/clients/{before.client.uscc}/"
