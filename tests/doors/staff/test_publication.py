"""The clerk's way from a specimen to a public certificate; what the director withholds; marks and misuse."""

import pytest

from mingzheng.doors import today
from mingzheng.office.marks.models import MarkRequest, Misuse
from mingzheng.office.publication.models import Posting
from mingzheng.office.publication.queries import entry_of
from mingzheng.rulebook.roles import Role
from tests.certified import certificate, clerk, of_sites
from tests.published import moment, published, sealed, turn
from tests.rows import DAY

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(autouse=True)
def _publishes(publishing, monkeypatch):
    monkeypatch.setattr(today, "clock", lambda: DAY)
    monkeypatch.setattr("mingzheng.doors.staff.publication.timezone.now", moment)


@pytest.fixture
def at_desk(client):
    client.force_login(clerk())
    return client


def shown(client, number: str, status=200) -> str:
    answer = client.get(f"/staff/certificates/{number}/")
    assert answer.status_code == status
    return answer.content.decode()


def test_the_clerk_looks_at_the_specimen_seals_publishes_and_the_page_says_how_far_it_is(at_desk):
    held = certificate()
    assert "未登记" in shown(at_desk, held.number) and "样张 PDF" in shown(at_desk, held.number)
    refused = at_desk.post(f"/staff/certificates/{held.number}/seal/")
    assert refused.status_code == 409 and "公开日志" in refused.content.decode()
    turn()
    specimen = at_desk.get(f"/staff/certificates/{held.number}/pdf/")
    assert specimen["Content-Type"] == "application/pdf" and b"ETSI.CAdES" not in specimen.content
    assert "签章后内容不能再改" in at_desk.get(f"/staff/certificates/{held.number}/seal/").content.decode()
    assert at_desk.post(f"/staff/certificates/{held.number}/seal/").status_code == 302
    assert "证书 PDF" in shown(at_desk, held.number) and "公开页面" not in shown(at_desk, held.number)
    assert b"ETSI.CAdES" in at_desk.get(f"/staff/certificates/{held.number}/pdf/").content
    assert at_desk.post(f"/staff/certificates/{held.number}/publish/").status_code == 302
    assert f"/C/{entry_of(held.number).public_id}" in shown(at_desk, held.number)


def test_a_sub_certificate_is_a_specimen_until_its_main_one_is_sealed(at_desk):
    held = of_sites("总部", "一厂", subs=[2])
    (sub,) = held.subs.all()
    assert sub.number in shown(at_desk, held.number)
    page = f"/staff/certificates/{held.number}/subs/{sub.pk}/pdf/"
    assert b"ETSI.CAdES" not in at_desk.get(page).content
    sealed(held)
    assert b"ETSI.CAdES" in at_desk.get(page).content
    other = of_sites("总部", "一厂", subs=[2])
    assert at_desk.get(f"/staff/certificates/{other.number}/subs/{sub.pk}/pdf/").status_code == 404


def test_piles_lead_from_sealing_to_publishing(at_desk):
    held = certificate()
    turn()
    assert "待签章" in at_desk.get("/staff/").content.decode()
    sealed(held)
    assert "待公布" in at_desk.get("/staff/").content.decode()


def test_originals_are_posted_and_received(at_desk):
    held = published().certificate
    parcel = {"copies": 2, "carrier": "示例快递", "tracking": "SF0001", "recipient": "王工 示例路1号"}
    assert at_desk.post(f"/staff/certificates/{held.number}/post/", parcel).status_code == 302
    assert "SF0001" in shown(at_desk, held.number) and "登记签收" in shown(at_desk, held.number)
    where = f"/staff/certificates/{held.number}/received/{Posting.objects.get().pk}/"
    assert at_desk.post(where, {"on": "2026-03-02", "received_by": "王工"}).status_code == 302
    assert "登记签收" not in shown(at_desk, held.number)
    other = published(certificate("EMS")).certificate
    assert (
        at_desk.get(f"/staff/certificates/{other.number}/received/{Posting.objects.get().pk}/").status_code
        == 404
    )


def test_the_director_withholds_and_discloses(client, cast):
    held = published().certificate
    client.force_login(cast["director"])
    assert "保密" in shown(client, held.number)
    assert client.post(f"/staff/certificates/{held.number}/withhold/", {"reason": ""}).status_code == 200
    client.post(f"/staff/certificates/{held.number}/withhold/", {"reason": "客户书面申请"})
    assert "客户书面申请" in shown(client, held.number)
    client.post(f"/staff/certificates/{held.number}/disclose/")
    assert "客户书面申请" not in shown(client, held.number).split("公布情况")[1].split("</section>")[0]


@pytest.mark.parametrize("act", ["seal", "publish", "post", "withhold", "disclose"])
def test_nobody_else_may(client, cast, act):
    held = sealed()
    client.force_login(cast["market"])
    assert client.post(f"/staff/certificates/{held.number}/{act}/").status_code == 403


def test_a_mark_is_asked_for_and_answered_by_the_rules(at_desk):
    held = certificate()
    asked = {"certificate": held.number, "mark": "body", "place": "product", "description": "产品铭牌"}
    assert at_desk.post("/staff/marks/ask/", asked).status_code == 302
    number = MarkRequest.objects.get().number
    assert "不得用于产品" in at_desk.get(f"/staff/marks/{number}/").content.decode()
    assert at_desk.post(f"/staff/marks/{number}/answer/", {"agreed": "yes"}).status_code == 409
    refused = {"agreed": "no", "reason": "标志不得用于产品"}
    assert at_desk.post(f"/staff/marks/{number}/answer/", refused).status_code == 302
    assert number in at_desk.get("/staff/marks/?tab=refused").content.decode()
    assert number in shown(at_desk, held.number)
    assert at_desk.post("/staff/marks/ask/", {**asked, "certificate": "06499Q00001R0M"}).status_code == 404


def test_a_misuse_is_recorded_and_settled(client, cast):
    client.force_login(cast["quality"])
    assert (
        client.post("/staff/marks/misuse/report/", {"who": "陌生公司", "what": "伪造证书"}).status_code == 302
    )
    number = Misuse.objects.get().number
    assert "误用待处理" in client.get("/staff/").content.decode()
    assert client.post(f"/staff/marks/misuse/{number}/close/", {"done": "已公告"}).status_code == 302
    assert "已公告" in client.get(f"/staff/marks/misuse/{number}/").content.decode()
    assert number in client.get("/staff/marks/misuse/?tab=closed").content.decode()


def test_marks_are_not_an_auditors_business(client, person):
    client.force_login(person("audits", Role.AUDITOR))
    for page in ("/staff/marks/", "/staff/marks/misuse/", "/staff/marks/ask/"):
        assert client.get(page).status_code == 403
