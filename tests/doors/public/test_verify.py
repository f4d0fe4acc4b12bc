"""What anybody sees of a certificate."""

from datetime import timedelta

import pytest
from django.utils import timezone

from mingzheng.doors import today
from mingzheng.doors.site.lists import DID
from mingzheng.office.certificates.actions.cancel_certificate import cancel_certificate
from mingzheng.office.certificates.actions.replace_certificate import replace_certificate
from mingzheng.office.certificates.actions.restore_certificate import restore_certificate
from mingzheng.office.certificates.models import SUB_CARRIED_IN, Certificate, SubCertificate
from mingzheng.office.clients.models import Client
from mingzheng.office.publication.folder import write
from mingzheng.office.record.action import HAPPENINGS
from mingzheng.office.record.models import Event
from mingzheng.words import WORDS
from tests.certified import body, clerk, decided
from tests.published import on_show as certificate
from tests.published import on_show_suspended as suspended
from tests.published import show
from tests.rows import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fixed_day(monkeypatch):
    monkeypatch.setattr(today, "clock", lambda: DAY)


def page(client, number, language="zh-hans", status=200):
    response = client.get(f"/c/{number}/", headers={"accept-language": language})
    assert response.status_code == status
    return response.content.decode()


def test_a_certificate_in_force_says_so_with_everything_it_certifies(client):
    held = certificate()
    shown = page(client, held.number)
    for said in (
        "认证有效，有效期至 2029-03-01",
        "verdict-in_force",
        held.name_zh,
        held.name_en,
        "GB/T 19001-2016 / ISO 9001:2015",
        "机械零件的生产",
        "Manufacture of machine parts",
        "2027-03-02",
        "颁发证书",
    ):
        assert said in shown, said


def test_it_is_read_in_english_too(client):
    held = certificate()
    shown = page(client, held.number, "en")
    assert "The certification is in force, valid until 2029-03-01." in shown
    assert "Next surveillance audit by" in shown


def test_it_asks_at_most_four_questions_of_the_database_and_needs_no_session(
    client, django_assert_max_num_queries
):
    held = certificate()
    with django_assert_max_num_queries(4):
        response = client.get(f"/c/{held.number}/")
    assert "sessionid" not in response.cookies
    assert response["X-Robots-Tag"] == "noindex"


def test_the_history_tells_what_happened_but_neither_who_nor_why(client):
    held = suspended()
    day = held.suspended_on + timedelta(days=9)
    decision = decided("restore", held, day)
    restore_certificate(held.number, on=day, by=clerk())
    shown = page(client, held.number)
    assert shown.index("恢复") < shown.index(f"暂停，至 {held.suspended_until}") < shown.index("颁发证书")
    assert decision.number not in shown and "clerk" not in shown and "主动请求" not in shown


def test_every_end_is_told_from_the_others(client):
    held = certificate()
    cancel_certificate(held.number, asked_on=DAY, request="来函", on=DAY, by=clerk())
    assert "verdict-cancelled" in page(client, held.number)
    assert "verdict-suspended" in page(client, suspended("EMS").number)


def test_past_its_last_day_it_has_expired_even_before_the_clock_wrote_it_down(client, monkeypatch):
    held = certificate()
    monkeypatch.setattr(today, "clock", lambda: held.expires_on + timedelta(days=1))
    assert "verdict-expired" in page(client, held.number)
    assert "Expired" in page(client, held.number, "en")


def test_whatever_happens_to_a_certificate_has_words_for_the_public():
    kinds = {kind for kind in HAPPENINGS if kind.startswith("certificate.")}
    kinds -= {"certificate.carried-in", SUB_CARRIED_IN}
    assert {f"history.{kind.partition('.')[2]}" for kind in kinds} - WORDS.keys() == set()


def test_a_replaced_certificate_leads_to_the_new_one(client):
    old = certificate()
    Client.objects.update(name_zh="新名有限公司")
    new = replace_certificate(old.number, reason="0104", on=DAY, by=clerk())
    assert new.number not in page(client, old.number)  # not public yet
    show(Certificate.objects.get(number=new.number))
    shown = page(client, old.number)
    assert "verdict-replaced" in shown and f'href="/c/{new.number}/"' in shown
    assert f"替代 {old.number}" in page(client, new.number)


@pytest.mark.broken_books
@pytest.mark.parametrize(("status", "words"), [("withdrawn", "撤销"), ("in_force", "颁发证书")])
def test_a_certificate_from_an_earlier_system_tells_its_own_days(client, status, words):
    held = certificate()
    days = {"issued_on": "2024-05-13", "ended_on": "2025-01-06" if status == "withdrawn" else None}
    carried = {"number": held.number, "status": status, **days}
    event = Event(
        subject=f"certificate:{held.number}", sequence=2, kind="certificate.carried-in", facts=carried
    )
    event.on, event.at, event.by = DAY, timezone.now(), "clerk"
    Event.objects.bulk_create([event])

    lines = client.get(f"/c/{held.number}/").context["history"]

    told = {str(line.on): str(line.words) for line in lines}
    assert told["2024-05-13"] == "颁发证书"
    assert told.get("2025-01-06") == (words if days["ended_on"] else None)


@pytest.mark.parametrize(
    "typed", ["06426q00001r0m", " 06426Q 00001R0M", "０６４２６Ｑ００００１Ｒ０Ｍ", "O6426QO0001ROM"]
)
def test_case_blanks_full_width_and_the_letter_o_do_not_matter(client, typed):
    certificate()
    response = client.get("/verify/", {"number": typed}, follow=True)
    assert response.status_code == 200
    assert response.context["certificate"] == Certificate.objects.get()


@pytest.mark.parametrize(
    ("number", "zh", "en"),
    [
        ("ABC", "输入有误", "typing error"),
        ("06426Q1R0M", "输入有误", "typing error"),
        ("09926Q00001R0M", "机构号是 099", "first digits 099"),
        ("06426Q99999R0M", "没有公开的证书", "no public certificate"),
    ],
)
def test_a_wrong_number_says_what_is_wrong_with_it(client, number, zh, en):
    body()
    assert zh in page(client, number, status=404)
    assert en in page(client, number, "en", status=404)


def test_a_number_with_a_branch_has_a_page_of_its_own(client):
    held = certificate()
    page(client, f"{held.number}/4400", status=404)


@pytest.mark.broken_books
def test_a_sub_certificate_is_shown_with_its_main_certificate(client):
    held = certificate()
    number = f"{held.number}-1"
    own = {
        "name_zh": "示例分厂",
        "address_zh": "示例路2号",
        "scope_zh": "装配",
        "issued_on": DAY,
        "expires_on": DAY,
    }
    SubCertificate.objects.create(number=number, main=held, **own)
    event = Event(
        subject=f"certificate:{held.number}", sequence=2, kind=SUB_CARRIED_IN, facts={"sub": number}
    )
    event.on, event.at, event.by = DAY, timezone.now(), "clerk"
    Event.objects.bulk_create([event])

    shown = page(client, number)

    assert number in shown and "示例分厂" in shown and "verdict-in_force" in shown


def test_what_is_typed_is_shown_as_text(client):
    body()
    response = client.get("/c/<script>alert(1)</script>/")
    assert b"<script>alert" not in response.content


@pytest.mark.parametrize(
    ("language", "said"),
    [("zh-hans", ["查证书", "投诉与申诉"]), ("en", ["Check a certificate", "Complaints"])],
)
def test_the_front_page_shows_the_ways_in(client, language, said):
    body()
    shown = client.get("/", headers={"accept-language": language}).content.decode()
    for words in [*said, "CNCA-R-2003-064", "complaints@example.org"]:
        assert words in shown


def test_a_file_can_be_checked_once_the_keys_are_published(client, settings, tmp_path):
    settings.PUBLISHED = tmp_path
    assert 'id="drop"' not in client.get("/verify/").text
    write(DID, b"{}")
    assert 'id="drop"' in client.get("/verify/").text
