"""The staff's front door: which log-in pages there are, what they say, and whom they let in."""

import re
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.utils import timezone

from mingzheng.office.people.actions.set_password import set_password
from mingzheng.office.people.models import Person
from mingzheng.office.record.models import Event
from mingzheng.rulebook.roles import Role
from tests.conftest import DAY

pytestmark = [pytest.mark.django_db, pytest.mark.slow]  # argon2 takes its time, as it should
PASSWORD = "own-Bhorse-9153"
LATIN = re.compile(r"[A-Za-z]{3,}[ ,.]+[A-Za-z]{2,}")  # two English words in a row


@pytest.fixture(autouse=True)
def nobody_has_guessed_yet():
    cache.clear()


@pytest.fixture
def wang(person) -> Person:
    one = person("wangfang", Role.QUALITY, name_zh="王芳")
    one.set_password(PASSWORD)
    one.save()
    return one


def log_in(client, password: str = PASSWORD, login: str = "wangfang", **more):
    return client.post("/accounts/login/", {"login": login, "password": password, **more})


def body_of(answer, status: int = 200) -> str:
    """What a page says, without its tags."""
    assert answer.status_code == status, answer
    main = answer.content.decode().split("<main", 1)[1].split("</main>")[0]
    return re.sub(r"<[^>]*>", " ", main.partition(">")[2])


@pytest.mark.parametrize(
    "path",
    ["signup/", "email/", "confirm-email/", "confirm-email/abc/", "password/reset/", "password/reset/done/"]
    + ["password/reset/key/1-abc/", "password/set/", "login/code/", "login/code/confirm/", "3rdparty/"],
)
def test_there_is_no_sign_up_and_nothing_by_mail(client, wang, path):
    assert client.get(f"/accounts/{path}").status_code == 404
    client.force_login(wang)
    assert client.post(f"/accounts/{path}").status_code == 404


@pytest.mark.parametrize(
    ("path", "zh", "en"),
    [
        ("login/", "工作人员登录", "Staff log-in"),
        ("password/change/", "修改密码", "Change Password"),
        ("2fa/", "两步验证", "Second factor"),
        ("2fa/totp/activate/", "激活身份验证器应用", "Activate Authenticator App"),
        ("2fa/webauthn/", "通行密钥", "Passkeys"),
        ("2fa/webauthn/add/", "添加安全密钥", "Add Security Key"),
        ("logout/", "登出", "Sign Out"),
    ],
)
def test_every_page_speaks_both_languages_and_keeps_the_content_policy(client, wang, path, zh, en):
    if path != "login/":
        log_in(client)
        client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    for language, said in (("zh-hans", zh), ("en", en)):
        client.cookies["django_language"] = language
        answer = client.get(f"/accounts/{path}")
        assert said in body_of(answer), path
        assert language == "en" or not LATIN.search(body_of(answer)), LATIN.search(body_of(answer))
        page = answer.content.decode()
        assert "<style" not in page and " style=" not in page and " onclick=" not in page
        scripts = re.findall(r"<script([^>]*)>", page)
        assert all("src=" in attributes or "application/json" in attributes for attributes in scripts)


def test_the_right_password_lets_in_and_leads_on(client, wang):
    assert log_in(client, next="/staff/done/").url == "/staff/done/"
    assert client.get("/staff/").status_code == 200


@pytest.mark.parametrize(
    "elsewhere", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"]
)
def test_logging_in_never_leads_to_another_site(client, wang, elsewhere):
    assert log_in(client, next=elsewhere).url == "/staff/"


@pytest.mark.parametrize(("language", "said"), [("zh-hans", "登录名或密码不正确"), ("en", "is not right")])
def test_a_wrong_password_and_an_unknown_login_are_told_in_the_same_words(client, wang, language, said):
    client.cookies["django_language"] = language
    assert said in body_of(log_in(client, "wrong")) and said in body_of(log_in(client, login="nobody"))


def test_a_closed_account_does_not_get_in(client, wang):
    Person.objects.update(is_active=False)
    log_in(client)
    assert "_auth_user_id" not in client.session and client.get("/staff/").status_code == 302


@pytest.mark.parametrize(
    ("language", "said"), [("zh-hans", "此账户已暂停登录"), ("en", "this account is locked")]
)
def test_after_five_wrong_passwords_the_right_one_does_not_let_in_either(
    client, wang, person, language, said
):
    client.cookies["django_language"] = language
    for _ in range(5):
        assert said not in body_of(log_in(client, "wrong"))
    assert said in body_of(log_in(client)) and client.get("/staff/").status_code == 302

    other = person("li", Role.QUALITY)
    other.set_password(PASSWORD)
    other.save()
    assert log_in(client, login="li").status_code == 302  # the lock is on the account, not on the house


def test_a_session_ends_after_a_working_day(client, wang):
    log_in(client)
    assert client.session.get_expiry_age() == 8 * 60 * 60
    assert client.cookies["sessionid"]["max-age"] == ""  # and with the browser
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert client.get("/staff/").url.startswith("/accounts/login/")


def test_logging_out_is_asked_and_ends_the_session(client, wang):
    log_in(client)
    client.get("/accounts/logout/")
    assert client.get("/staff/").status_code == 200
    client.post("/accounts/logout/")
    assert client.get("/staff/").status_code == 302


def test_a_first_password_must_be_changed_before_anything_else(client, wang, person, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    admin = person("administrator", Role.ADMINISTRATOR)
    set_password("wangfang", PASSWORD, on=DAY, by=admin)
    log_in(client)
    assert client.get("/staff/").url == "/accounts/password/change/"
    assert "请先改为只有您知道的密码" in body_of(client.get("/accounts/password/change/"))

    changed = {"oldpassword": PASSWORD, "password1": "another-Chorse-31", "password2": "another-Chorse-31"}
    assert client.post("/accounts/password/change/", changed).url == "/staff/"
    assert client.get("/staff/").url == "/accounts/2fa/"
    assert Event.objects.latest("id").kind == "person.password-changed"


@pytest.mark.parametrize(
    ("new", "why"), [("short-1", "12"), ("password1234", "常见"), ("123456789012345", "数字")]
)
def test_a_weak_password_is_refused_with_the_reason(client, wang, new, why):
    log_in(client)
    answer = client.post(
        "/accounts/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new}
    )
    assert why in body_of(answer) and "field-wrong" in answer.content.decode()


def test_a_new_password_ends_the_sessions_of_the_old_one(client, wang, person):
    log_in(client)
    set_password("wangfang", "another-Chorse-31", on=DAY, by=person("administrator", Role.ADMINISTRATOR))
    assert client.get("/staff/").status_code == 302


def test_what_the_staff_saw_stays_on_no_shared_screen(client, wang):
    log_in(client)
    assert client.get("/staff/")["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    "language, words", [("zh-hans", "本年度保密承诺"), ("en", "declaration of confidentiality")]
)
def test_who_has_not_signed_confidentiality_for_the_year_sees_nothing_of_a_client(
    client, cast, it_is, settings, language, words
):
    settings.DECLARATION_REQUIRED = True
    it_is(DAY)
    client.force_login(cast["market"])
    client.cookies["django_language"] = language
    signing = "/staff/people/person/market/declare/?kind=confidentiality"
    for closed in ("/staff/", "/staff/clients/", "/staff/people/person/auditor/", "/staff/search/?q=x"):
        assert client.get(closed).url == signing, closed
    assert client.post("/staff/applications/new/", {}).url == signing
    assert (
        words in body_of(client.get(signing))
        and client.get("/staff/people/person/market/").status_code == 200
    )
    client.post(signing, {"kind": "confidentiality"})
    assert client.get("/staff/clients/").status_code == 200
    last = cast["market"].declarations.get().valid_until
    it_is(last)
    assert client.get("/staff/clients/").status_code == 200
    it_is(last + timedelta(days=1))
    assert client.get("/staff/clients/").url == signing
    client.post(signing, {"kind": "confidentiality"})
    assert client.get("/staff/clients/").status_code == 200


def test_to_have_signed_impartiality_or_for_a_later_time_is_not_enough(client, cast, it_is, settings):
    settings.DECLARATION_REQUIRED = True
    it_is(DAY)
    until = DAY + timedelta(days=300)
    cast["market"].declarations.create(kind="impartiality", signed_on=DAY, valid_until=until)
    tomorrow = DAY + timedelta(days=1)
    cast["market"].declarations.create(kind="confidentiality", signed_on=tomorrow, valid_until=until)
    client.force_login(cast["market"])
    assert client.get("/staff/clients/").status_code == 302
