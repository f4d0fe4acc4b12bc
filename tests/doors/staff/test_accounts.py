"""The administrator's grid of persons and roles, first passwords, and closed accounts."""

import re

import pytest
from allauth.mfa.models import Authenticator

from mingzheng.doors import today
from mingzheng.office.people.models import Person
from mingzheng.office.record.models import Event
from mingzheng.rulebook.roles import Role
from mingzheng.words import say
from tests.conftest import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch):
    monkeypatch.setattr(today, "clock", lambda: DAY)


@pytest.fixture
def admin(client, cast) -> Person:
    client.force_login(cast["administrator"])
    return cast["administrator"]


def text(answer, status: int = 200) -> str:
    assert answer.status_code == status, answer
    return answer.content.decode()


@pytest.mark.parametrize(("language", "said"), [("zh-hans", "审核方案管理"), ("en", "Programme manager")])
def test_the_grid_shows_who_holds_which_role(client, admin, language, said):
    client.cookies["django_language"] = language
    shown = text(client.get("/staff/accounts/"))

    assert say("role.programme_manager", language) in shown
    assert 'value="revoke market market"' in shown and 'value="grant market auditor"' in shown


def test_a_press_gives_a_role_and_another_takes_it_back(client, admin):
    client.post("/staff/accounts/role/", {"change": "grant market auditor"})
    assert Person.objects.get(login="market").roles == ["market", "auditor"]
    client.post("/staff/accounts/role/", {"change": "revoke market auditor"})
    assert Person.objects.get(login="market").roles == ["market"]

    told = Event.objects.filter(subject="person:market").order_by("sequence")
    assert [event.kind for event in told] == ["person.role-granted", "person.role-revoked"]


@pytest.mark.parametrize("change", ["", "grant market clock", "grant market", "give market auditor"])
def test_nonsense_gives_nobody_anything(client, admin, change):
    assert client.post("/staff/accounts/role/", {"change": change}).status_code == 400
    assert not Event.objects.exists()


def test_the_last_administrator_keeps_his_role(client, admin):
    refused = text(
        client.post("/staff/accounts/role/", {"change": "revoke administrator administrator"}), 409
    )
    assert "这是最后一名系统管理员" in refused


@pytest.mark.slow
def test_a_first_password_is_made_here_shown_once_and_kept_nowhere(client, admin):
    asked = text(client.get("/staff/accounts/market/password/"))
    assert "只显示一次" in asked and "secret" not in asked
    shown = client.post("/staff/accounts/market/password/")
    password = re.search(r'<code class="secret">(.*?)</code>', text(shown)).group(1)

    market = Person.objects.get(login="market")
    assert market.check_password(password) and market.password_is_first and len(password) == 16
    assert "no-store" in shown["Cache-Control"]
    assert password not in str(Event.objects.values_list("facts", flat=True))
    assert password not in text(client.get("/staff/accounts/")) + text(
        client.get("/staff/people/person/market/")
    )


@pytest.mark.slow
def test_two_first_passwords_are_not_the_same(client, admin):
    made = [text(client.post("/staff/accounts/market/password/")) for _ in range(2)]
    assert len({re.search(r'"secret">(.*?)<', page).group(1) for page in made}) == 2


@pytest.mark.slow
def test_a_closed_account_is_out_at_once_and_opened_again_by_a_new_password(client, admin, cast):
    other = type(client)()
    other.force_login(cast["market"])
    assert "不能再登录" in text(client.get("/staff/accounts/market/close/"))
    client.post("/staff/accounts/market/close/")

    assert other.get("/staff/").url.startswith("/accounts/login/")
    assert "/person/market/" in text(client.get("/staff/accounts/?tab=closed"))
    assert "该账户已停用" in text(client.post("/staff/accounts/market/close/"), 409)
    client.post("/staff/accounts/market/password/")
    assert Person.objects.get(login="market").is_active


def test_a_lost_phone_is_no_dead_end(client, admin, cast):
    Authenticator.objects.create(user=cast["market"], type=Authenticator.Type.TOTP, data={})
    assert "已设" in text(client.get("/staff/accounts/?q=market"))
    client.post("/staff/accounts/market/second-factor/")

    assert not Authenticator.objects.exists()
    assert Event.objects.get().kind == "person.second-factor-cleared"


@pytest.mark.parametrize(
    ("language", "said"), [("zh-hans", "您无权办理此事"), ("en", "This is not yours to do")]
)
@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.COMPETENCE_EVALUATOR])
def test_nobody_but_the_administrator_comes_here(client, cast, role, language, said):
    client.force_login(cast[role])
    client.cookies["django_language"] = language
    for path in ("", "role/", "market/password/", "market/close/", "market/second-factor/"):
        for ask in (client.get, client.post):
            assert said in text(ask(f"/staff/accounts/{path}"), 403)
    assert not Event.objects.exists()


def test_the_grid_takes_few_queries_however_many_persons(
    client, admin, person, django_assert_max_num_queries
):
    for number in range(30):
        person(f"person{number}", Role.AUDITOR)
    with django_assert_max_num_queries(12):
        text(client.get("/staff/accounts/?size=50"))
