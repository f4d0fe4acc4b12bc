"""What guards the house: headers, cookies, HTTPS, passwords, uploads, and rows that are somebody else's."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.contrib.auth.hashers import identify_hasher
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from mingzheng.office.files.models import Paper
from mingzheng.office.people.actions.set_password import set_password
from mingzheng.office.people.models import Person
from mingzheng.office.record.models import Event
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role
from tests import rows
from tests.conftest import DAY
from tests.migrated import given_to

pytestmark = pytest.mark.one_database

db = pytest.mark.django_db
PAGES = ("/", "/accounts/login/", "/staff/", "/staff/people/", "/staff/nowhere/", "/nowhere/")
EXE = b"MZ\x90\x00\x03" + bytes(200)


@pytest.fixture
def boss(person) -> Person:
    return person("boss", *HELD_BY_PERSONS)


@db
@pytest.mark.parametrize("path", PAGES)
def test_every_page_forbids_foreign_and_inline_script_and_being_framed(client, boss, path):
    client.force_login(boss)
    answer = client.get(path)
    policy = {part.split()[0]: part.split()[1:] for part in answer["Content-Security-Policy"].split("; ")}

    assert policy["default-src"] == ["'self'"] and policy["object-src"] == ["'none'"]
    assert policy["frame-ancestors"] == ["'none'"]
    assert policy["form-action"] == policy["base-uri"] == ["'self'"]
    assert "unsafe" not in answer["Content-Security-Policy"] and "script-src" not in policy
    assert (answer["X-Content-Type-Options"], answer["X-Frame-Options"]) == ("nosniff", "DENY")
    assert answer["Referrer-Policy"] == "same-origin"


@db
@pytest.mark.slow
def test_no_script_reads_the_session_cookie_and_no_other_site_sends_it(client, boss):
    boss.set_password("own-Bhorse-9153")
    boss.save()
    client.post("/accounts/login/", {"login": "boss", "password": "own-Bhorse-9153"})
    session = client.cookies["sessionid"]

    assert session["httponly"] and session["samesite"] == "Lax"
    client.get("/staff/people/new/")
    assert client.cookies["csrftoken"]["samesite"] == "Lax"


@db
def test_nothing_is_changed_without_the_token_of_the_form(boss):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(boss)
    told = {"login": "sun", "name_zh": "孙静"}
    assert strict.post("/staff/people/new/", told).status_code == 403
    assert not Event.objects.exists()

    strict.get("/staff/people/new/")
    told["csrfmiddlewaretoken"] = strict.cookies["csrftoken"].value
    assert strict.post("/staff/people/new/", told).status_code == 302


@db
@pytest.mark.slow
def test_passwords_are_kept_by_argon2_alone(person, boss):
    set_password(person("wang").login, "own-Bhorse-9153", on=DAY, by=boss)
    assert identify_hasher(Person.objects.get(login="wang").password).algorithm == "argon2"
    assert len(settings.PASSWORD_HASHERS) == 1


def outside(tmp_path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program as it is installed somewhere, not as the tests see it."""
    return subprocess.run(
        [sys.executable, *command],
        env={"PATH": os.environ["PATH"], "MINGZHENG_DATA": str(tmp_path), "MINGZHENG_HOSTS": "body.example", **environment},
        capture_output=True,
        text=True,
        timeout=60,
        cwd=settings.HOME,
    )  # fmt: skip


@pytest.mark.slow
def test_installed_as_it_comes_django_finds_nothing_to_warn_of(tmp_path):
    done = outside(tmp_path, "-m", "mingzheng.config.program", "check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stderr


HTTPS_STORY = """
import django
django.setup()
from django.conf import settings
from django.core.management import call_command
from django.test import Client
call_command("prepare")
plain = Client(SERVER_NAME="body.example").get("/accounts/login/")
assert (plain.status_code, plain.url) == (301, "https://body.example/accounts/login/"), plain
secure = Client(SERVER_NAME="body.example", HTTP_X_FORWARDED_PROTO="https").get("/accounts/login/")
assert secure.status_code == 200 and secure.cookies["csrftoken"]["secure"], secure
assert secure["Strict-Transport-Security"] == "max-age=31536000", secure.headers
assert settings.SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE and not settings.DEBUG
assert settings.SECOND_FACTOR_REQUIRED and settings.DECLARATION_REQUIRED and settings.SESSION_COOKIE_AGE == 8 * 3600
assert Client(SERVER_NAME="elsewhere.example", HTTP_X_FORWARDED_PROTO="https").get("/i18n/").status_code == 400
print("all held")
"""


@pytest.mark.slow
def test_installed_as_it_comes_everything_goes_by_https_and_a_second_factor_is_required(tmp_path):
    given_to(tmp_path)
    done = outside(tmp_path, "-c", HTTPS_STORY, DJANGO_SETTINGS_MODULE="mingzheng.config.settings")
    assert "all held" in done.stdout, done.stderr


@pytest.mark.slow
def test_the_secret_key_is_made_where_it_is_used_and_read_by_its_owner_alone(tmp_path):
    show = "from mingzheng.config import settings; print(settings.SECRET_KEY)"
    keys = [
        outside(place, "-c", show).stdout.strip()
        for place in (tmp_path / "a", tmp_path / "b", tmp_path / "a")
    ]

    assert keys[0] == keys[2] != keys[1] and len(keys[0]) >= 50
    assert (tmp_path / "a" / "secret-key").stat().st_mode & 0o777 == 0o600


@db
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("licence.pdf", EXE),
        ("licence.pdf", b""),
        ("photo.png", b"<svg onload=alert(1)>"),
        ("page.html", b"<html>"),
    ],
)
def test_an_upload_is_what_its_bytes_say_whatever_it_is_called(client, boss, name, content):
    client.force_login(boss)
    upload = SimpleUploadedFile(name, content or b" ", content_type="application/pdf")
    told = {"kind": "licence", "file": upload}
    answer = client.post("/staff/papers/application/SQ2026-0001/file/", told)

    assert answer.status_code == 409 and not Paper.objects.exists()


@db
def test_an_upload_that_is_too_large_is_refused(client, boss, settings):
    settings.LARGEST_UPLOAD = 1000
    client.force_login(boss)
    upload = SimpleUploadedFile("licence.pdf", b"%PDF-" + bytes(1000))
    answer = client.post("/staff/papers/application/SQ2026-0001/file/", {"kind": "licence", "file": upload})

    assert answer.status_code == 409 and not Paper.objects.exists()


@db
@pytest.mark.parametrize("where", ["schedule/{}/", "schedule/{}/plan/", "audits/{}/"])
def test_an_auditor_opens_no_visit_but_his_own(client, where):
    visit = rows.visit()
    wang, li = rows.auditor("wang"), rows.auditor("li")
    rows.team(visit, wang)
    path = f"/staff/{where.format(visit.number)}"

    client.force_login(wang)
    assert client.get(path).status_code in (200, 302)
    client.force_login(li)
    answer = client.get(path)
    assert answer.status_code in (403, 404) and visit.client.name_zh not in answer.content.decode()


@db
def test_nobody_of_the_staff_with_no_role_sees_anything(client, person):
    client.force_login(person("somebody"))
    assert client.get("/staff/").status_code == 403
    assert client.get("/staff/search/?q=a").status_code == 403


@db
def test_a_role_taken_away_is_gone_at_the_next_click(client, person):
    somebody = person("somebody", Role.ADMINISTRATOR)
    client.force_login(somebody)
    assert client.get("/staff/accounts/").status_code == 200
    Person.objects.filter(login="somebody").update(roles=[Role.MARKET])
    assert client.get("/staff/accounts/").status_code == 403


@db
def test_there_is_no_back_door(client, boss):
    client.force_login(boss)
    for path in ("/admin/", "/staff/admin/", "/__debug__/", "/static/../secret-key"):
        assert client.get(path).status_code == 404
