"""The body's profile, its accredited scope and its calendar, on the screen."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mingzheng.doors import today
from mingzheng.office.library.models import AccreditationMark, AccreditedScope, Body, Holiday
from mingzheng.office.library.queries import accredited_groups
from mingzheng.rulebook.identifiers import complete_organisation_code, complete_social_credit_code
from mingzheng.rulebook.roles import Role
from tests.conftest import DAY
from tests.seal.test_mark import SHAPES

pytestmark = pytest.mark.django_db
PROFILE = {
    "name_zh": "示例质量认证中心",
    "name_en": "Sample Quality Certification Centre",
    "short_name_zh": "示例认证",
    "short_name_en": "SQCC",
    "uscc": complete_social_credit_code("12310000" + complete_organisation_code("42500123")),
    "approval_number": "CNCA-R-2002-042",
    "address_zh": "示例市示例路1号",
    "address_en": "1 Sample Road",
    "phone": "021-1",
    "email": "office@example.org",
    "complaints_phone": "021-2",
    "complaints_email": "complaints@example.org",
    "certificate_prefix": "042",
    "day_rate": "3000",
    "application_fee": "1000",
    "registration_fee": "0",
}


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch):
    monkeypatch.setattr(today, "clock", lambda: DAY)


def text(answer, status: int = 200) -> str:
    assert answer.status_code == status, answer
    return answer.content.decode()


@pytest.mark.parametrize(
    ("language", "missing"), [("zh-hans", "还没有填写机构档案"), ("en", "not been described yet")]
)
def test_the_body_describes_itself(client, cast, language, missing):
    client.cookies["django_language"] = language
    client.force_login(cast["director"])
    assert missing in text(client.get("/staff/library/"))
    client.post("/staff/library/describe/", PROFILE)

    shown = text(client.get("/staff/library/"))
    assert Body.objects.get().certificate_prefix == "042"
    assert "CNCA-R-2002-042" in shown and missing not in shown
    assert 'value="042"' in text(client.get("/staff/library/describe/"))  # what is known stands in the form


def test_a_change_of_name_keeps_the_old_one_and_those_of_old_are_entered(client, cast):
    client.force_login(cast["director"])
    client.post("/staff/library/describe/", PROFILE)
    ask = text(client.get("/staff/library/describe/"))
    assert 'name="valid_from"' in ask and 'name="correction"' in ask
    change = {**PROFILE, "name_zh": "新名称认证中心", "valid_from": "2026-03-02", "because_zh": "更名"}
    client.post("/staff/library/describe/", change)
    old = {"name_zh": "示例审核所", "name_en": "Sample Office", "approval_number": "示编(1992)213号"}
    days = {"valid_from": "1992-05-01", "valid_until": "2002-12-31"}
    client.post("/staff/library/former-profiles/new/", {**old, **days})

    listed = text(client.get("/staff/library/former-profiles/"))
    assert "示例审核所" in listed and "示例质量认证中心" in listed
    assert "新名称" not in listed.partition("<footer")[0]
    assert "示编(1992)213号" in text(client.get("/staff/library/former-profiles/JD2026-0002/"))
    again = text(client.post("/staff/library/former-profiles/new/", {**old, **days}), 409)
    assert "已有记录" in again
    kept, entered = (f"/staff/library/former-profiles/JD2026-000{n}/" for n in (1, 2))
    assert f"{kept}take-back-former-profile/" not in text(client.get(kept))
    assert f"{entered}take-back-former-profile/" in text(client.get(entered))
    client.post(f"{entered}take-back-former-profile/", {"reason": "文号有误"})
    assert "示例审核所" not in text(client.get("/staff/library/former-profiles/"))
    assert "示例审核所" in text(client.get("/staff/library/former-profiles/?tab=all"))
    assert client.post("/staff/library/former-profiles/new/", {**old, **days}).status_code == 302
    client.force_login(cast["technical"])
    text(client.get("/staff/library/former-profiles/"))
    text(client.get("/staff/library/former-profiles/new/"), 403)
    assert "撤销登记" not in text(client.get(kept))
    text(client.post(f"{entered}take-back-former-profile/", {"reason": "误"}), 403)


def test_a_wrong_profile_is_refused_and_a_reader_changes_nothing(client, cast):
    client.force_login(cast["administrator"])
    wrong = text(client.post("/staff/library/describe/", {**PROFILE, "certificate_prefix": "4x"}), 409)
    assert "机构号须为三位数字" in wrong and not Body.objects.exists()
    client.force_login(cast["technical"])
    text(client.get("/staff/library/"))
    text(client.post("/staff/library/describe/", PROFILE), 403)
    assert not Body.objects.exists()


@pytest.mark.parametrize(("language", "metals"), [("zh-hans", "基础金属"), ("en", "Basic metals")])
def test_a_press_in_the_grid_accredits_a_group_and_another_ends_it(client, cast, language, metals):
    client.cookies["django_language"] = language
    client.force_login(cast["quality"])
    grid = text(client.get("/staff/library/scope/"))
    assert grid.count('value="accredit ') == 39 * 3 and metals in grid

    client.post("/staff/library/scope/", {"change": "accredit QMS 17", "day": "2026-03-02"})
    assert accredited_groups("QMS", DAY) == {"17"} and accredited_groups("EMS", DAY) == set()
    assert 'value="end QMS 17"' in text(client.get("/staff/library/scope/"))
    client.post("/staff/library/scope/", {"change": "end QMS 17", "day": "2026-06-30"})
    assert AccreditedScope.objects.get().valid_until == date(2026, 6, 30)


def test_scope_is_shown_to_readers_and_changed_by_others(client, cast):
    client.force_login(cast["technical"])
    assert "change-scope" not in text(client.get("/staff/library/scope/"))
    text(client.post("/staff/library/scope/", {"change": "accredit QMS 17", "day": "2026-03-02"}), 403)
    client.force_login(cast["auditor"])
    text(client.get("/staff/library/scope/"), 403)
    assert not AccreditedScope.objects.exists()


@pytest.mark.parametrize("change", ["accredit QMS 40", "accredit XXX 17", "give QMS 17", ""])
def test_nonsense_accredits_nothing(client, cast, change):
    client.force_login(cast["quality"])
    assert client.post("/staff/library/scope/", {"change": change, "day": "2026-03-02"}).status_code == 302
    assert not AccreditedScope.objects.exists()


@pytest.mark.parametrize(("language", "said"), [("zh-hans", "调休上班"), ("en", "Working weekend")])
def test_holidays_are_entered_by_who_plans(client, cast, language, said):
    client.cookies["django_language"] = language
    client.force_login(cast["programme_manager"])
    client.post("/staff/library/holidays/new/", {"day": "2027-02-13", "working": "yes", "name": "春节"})
    client.post("/staff/library/holidays/new/", {"day": "2027-01-01", "working": "no", "name": "元旦"})

    assert dict(Holiday.objects.values_list("day", "working")) == {
        date(2027, 2, 13): True,
        date(2027, 1, 1): False,
    }
    assert said in text(client.get("/staff/library/holidays/"))
    client.force_login(cast["quality"])
    text(client.post("/staff/library/holidays/new/", {"day": "2027-01-02", "working": "no"}), 403)


def test_a_mark_is_uploaded_seen_and_ended(client, person, it_is):
    it_is(DAY)
    client.force_login(person("quality", Role.QUALITY))
    page = "/staff/library/accreditation-marks/"
    said = {"standard": "QMS", "valid_from": DAY}
    refused = client.post(f"{page}new/", {**said, "file": SimpleUploadedFile("mark.svg", b"GIF89a")})
    assert refused.status_code == 409 and "SVG" in refused.content.decode()
    client.post(f"{page}new/", {**said, "file": SimpleUploadedFile("mark.bin", SHAPES.encode())})
    (mark,) = AccreditationMark.objects.all()
    assert mark.number in client.get(page).content.decode()
    image = client.get(f"{page}{mark.number}/image/")
    assert image["Content-Type"] == "image/svg+xml" and "sandbox" in image["Content-Security-Policy"]
    client.post(f"{page}{mark.number}/end-mark/", {"valid_until": DAY})
    assert "2026-03-02" in client.get(f"{page}{mark.number}/").content.decode()
    client.force_login(person("auditor", Role.AUDITOR))
    assert client.get(f"{page}{mark.number}/image/").status_code == 403
