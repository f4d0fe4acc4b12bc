"""How somebody of the staff gets in: a first password, a second factor, and what happens to whoever guesses."""

import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache

from mingzheng.office.people.actions.employ_person import employ_person
from mingzheng.office.people.actions.grant_role import grant_role
from mingzheng.office.people.actions.set_password import set_password
from mingzheng.office.people.models import Person
from mingzheng.office.record.models import Event
from mingzheng.rulebook.roles import Role
from tests.conftest import DAY
from tests.rows import signed

pytestmark = pytest.mark.one_database

FIRST, OWN = "first-Ahorse-7421", "own-Bhorse-9153"


@pytest.fixture
def wang(transactional_db, person, settings) -> Person:
    """王芳, taken on a minute ago, where a second factor is required."""
    cache.clear()  # nobody has guessed yet
    settings.SECOND_FACTOR_REQUIRED = True
    settings.MFA_TOTP_TOLERANCE = (
        1  # a slow machine may take a half-minute between reading a code and sending it
    )
    admin = person("administrator", Role.ADMINISTRATOR)
    employ_person("wangfang", name_zh="王芳", on=DAY, by=admin)
    grant_role("wangfang", Role.QUALITY, on=DAY, by=admin)
    set_password("wangfang", FIRST, on=DAY, by=admin)
    return signed(Person.objects.get(login="wangfang"))


def code_of(secret: str) -> str:
    """What an authenticator app shows now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def logs_in(somebody, password: str) -> None:
    somebody.goes("/staff/").fills(login="wangfang", password=password)
    somebody.at("main form.sheet button.btn-primary").click()


def changes_password(somebody) -> None:
    somebody.fills(oldpassword=FIRST, password1=OWN, password2=OWN)
    somebody.at("main form.sheet button.btn-primary").click()


def test_a_new_colleague_changes_his_password_sets_up_his_phone_and_comes_back(visitor, wang):
    she = visitor()
    logs_in(she, FIRST)
    she.sees("请先改为只有您知道的密码")
    changes_password(she)
    she.sees("请先设置第二重验证").follows("设置手机动态码")
    she.fills(password=OWN).clicks("确认")
    secret = she.at("#authenticator_secret").input_value()
    she.fills(code=code_of(secret)).clicks("激活").sees("恢复代码")
    codes = she.at("#recovery_codes").input_value().split()
    she.goes("/staff/").sees("没有等您办理的事项")

    for answer in (lambda: code_of(secret), lambda: codes[0]):
        cache.clear()  # a code counts once: the next half-minute has come
        again = visitor()
        logs_in(again, OWN)
        again.goes("/staff/")
        assert "/accounts/2fa/authenticate/" in again.page.url, "the password alone lets her in"
        again.fills(code=answer()).clicks("登录").sees("没有等您办理的事项")
    told = Event.objects.filter(subject="person:wangfang").order_by("sequence")
    assert [event.kind for event in told][-2:] == ["person.password-set", "person.password-changed"]


def test_a_passkey_is_enrolled_and_logs_in_without_a_password(visitor, wang):
    she = visitor(language="en")
    device = she.context.new_cdp_session(she.page)
    device.send("WebAuthn.enable")
    key = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    device.send("WebAuthn.addVirtualAuthenticator", {"options": key})
    logs_in(she, FIRST)
    changes_password(she)
    she.sees("set up a second factor first").follows("Add a passkey")
    she.fills(password=OWN).clicks("Confirm")
    she.at("#id_passwordless").check()
    she.clicks("Add").sees("Recovery Codes")
    she.goes("/staff/").sees("Nothing waits for you")

    she.goes("/accounts/logout/")
    she.at("main form button").click()
    she.goes("/staff/").clicks("Log in with a passkey").sees("Nothing waits for you")


@pytest.mark.parametrize(
    ("language", "said"), [("zh-hans", "此账户已暂停登录"), ("en", "this account is locked")]
)
def test_five_wrong_passwords_lock_the_account_even_for_the_right_one(visitor, wang, language, said):
    somebody = visitor(language=language)
    for guess in range(5):
        logs_in(somebody, f"guess number {guess}")
    logs_in(somebody, FIRST)
    somebody.sees(said)
    somebody.goes("/staff/")
    assert "/accounts/login/" in somebody.page.url
