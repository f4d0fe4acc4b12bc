"""Screens of laws, standards, schemes, approvals."""

import pytest

from mingzheng.office.library.actions.accredit_scope import accredit_scope
from mingzheng.office.library.models import Law, Norm, Petition, Qualification, Scheme
from mingzheng.office.record.models import Event
from mingzheng.rulebook.standards import Standard
from tests.rows import DAY

pytestmark = pytest.mark.django_db
AT = "/staff/library/"


def text(answer, status=200) -> str:
    assert answer.status_code == status, answer
    return answer.content.decode()


def test_a_law_from_entry_to_the_end(enter):
    technical = enter("technical")
    told = {"name": "某条例", "kind": "regulation", "in_force_from": "2020-01-01", "applies_to": "受理"}
    assert text(technical.post(f"{AT}laws/new/", {**told, "applies_to": " "})) and not Law.objects.exists()
    assert technical.post(f"{AT}laws/new/", told).url == f"{AT}laws/"
    row = Law.objects.get()
    at = f"{AT}laws/{row.number}/"
    assert "某条例" in text(technical.get(f"{AT}laws/")) and "合规性评价" in text(technical.get(at))
    assert technical.post(f"{AT}laws/new/", told).status_code == 409
    sitting = f"{AT}laws/evaluate/?of={row.number}"
    assert row.number in text(technical.get(sitting))
    unmet = {"numbers": [row.number], "compliance": "not_met"}
    assert technical.post(sitting, unmet).status_code == 409
    assert technical.post(sitting, {**unmet, "findings": "超期"}).url == at
    assert technical.post(f"{at}repeal-law/", {"repealed_on": DAY, "replaced_by": "新条例"}).url == at
    page = text(technical.get(at))
    assert "超期" in page and "新条例" in page
    assert Event.objects.filter(subject=f"law:{row.number}").count() == 3
    assert text(enter("market").get(at)) and enter("market").get(f"{AT}laws/new/").status_code == 403


def test_standards_and_the_table_of_the_system(enter):
    technical = enter("technical")
    told = {"code": "DB31/T 1-2020", "level": "local", "branch": "service.control", "title_zh": "某标准"}
    assert technical.post(f"{AT}norms/new/", {**told, "in_force_from": "2020-05-01"}).url == f"{AT}norms/"
    at = f"{AT}norms/{Norm.objects.get().number}/"
    assert "服务质量控制规范" in text(technical.get(at))
    table = text(technical.get(f"{AT}system/"))
    assert "国家、行业、地方标准 1 项，自编企业标准 0 项，共 1 项，自编占 0 %" in table
    assert "地方标准 0 项" in text(technical.get(f"{AT}system/?on=2020-01-01"))
    assert (
        technical.post(f"{at}withdraw-norm/", {"withdrawn_on": DAY, "replaced_by": "DB31/T 1-2026"}).url == at
    )
    assert "DB31/T 1-2026" in text(technical.get(f"{AT}norms/?tab=ended"))
    assert enter("auditor").post(f"{at}withdraw-norm/", {"withdrawn_on": DAY}).status_code == 403


def test_a_scheme_says_why_it_cannot_be_used_yet(enter, cast):
    technical = enter("technical")
    told = {"kind": "system", "name_zh": "质量管理体系认证", "category": "A010102", "standard": "QMS"}
    assert technical.post(f"{AT}schemes/new/", told).url == f"{AT}schemes/"
    number = Scheme.objects.get().number
    at = f"{AT}schemes/{number}/"
    assert "尚无认证规则" in text(technical.get(at)) and "质量管理体系认证" in text(
        technical.get(f"{AT}schemes/")
    )
    assert technical.post(f"{at}advance-scheme/", {"to": "live"}).status_code == 409
    assert technical.post(f"{at}advance-scheme/", {"to": "draft"}).url == at
    rule = {"version": "1.0", "adopted_on": DAY, "promise": "十日内答复"}
    assert technical.post(f"{at}adopt-rule/", rule).url == at
    assert "1.0 修订后尚未备案" in text(technical.get(at))
    assert technical.post(f"{at}file-rule/", {"filing_number": "BA-1", "filed_on": DAY}).url == at
    assert "BA-1" in text(technical.get(at))
    assert enter("auditor").get(at).status_code == 403


def test_an_application_to_an_authority_is_a_thread_and_grants_a_qualification(enter):
    director = enter("director")
    told = {
        "kind": "approval",
        "title": "绿色产品",
        "authority": "某委员会",
        "sent_on": DAY,
        "text": "首次上报",
    }
    assert director.post(f"{AT}petitions/new/", told).url == f"{AT}petitions/"
    row = Petition.objects.get()
    at = f"{AT}petitions/{row.number}/"
    reply = {"submitted": "no", "day": DAY, "text": "请补充"}
    assert director.post(f"{at}continue-petition/", reply).url == at
    assert (
        director.post(f"{at}conclude-petition/", {"outcome": "granted", "day": DAY, "text": "准予"}).url == at
    )
    page = text(director.get(at))
    assert (
        "首次上报" in page
        and "请补充" in page
        and "绿色产品" in text(director.get(f"{AT}petitions/?tab=all"))
    )
    got = {
        "kind": "approval",
        "authority": "某委员会",
        "certificate": "C-1",
        "scope": "产品",
        "categories": "B01\nB02",
    }
    assert (
        director.post(f"{AT}qualifications/new/", {**got, "valid_from": DAY, "petition": row.number}).url
        == f"{AT}qualifications/"
    )
    held = Qualification.objects.get()
    assert held.categories == ["B01", "B02"]
    page = text(director.get(f"{AT}qualifications/{held.number}/"))
    assert row.number in page and "B01、B02" in text(director.get(f"{AT}qualifications/"))
    end = f"{AT}qualifications/{held.number}/end-qualification/"
    assert director.post(end, {"ended_on": DAY}).status_code == 302
    assert enter("auditor").get(f"{AT}qualifications/").status_code == 403


def test_the_scope_is_a_register_too(enter, cast):
    accredit_scope(Standard.QMS, "17", valid_from=DAY, on=DAY, by=cast["quality"])
    assert "2026-03-02" in text(enter("quality").get(f"{AT}scope/register/"))
    assert enter("auditor").get(f"{AT}scope/register/").status_code == 403


def test_a_way_is_shown_to_those_it_opens_to(enter):
    assert "/laws/evaluate/" in text(enter("technical").get(f"{AT}laws/"))
    assert "/laws/evaluate/" not in text(enter("director").get(f"{AT}laws/"))
