"""The pages of governance: registers, the two matrices, and who may enter what."""

import pytest

from mingzheng.office.governance.models import Demand, Happening, SharedIntake, Stakeholder, Support, Weight
from tests import rows
from tests.office.contracts import cases
from tests.office.governance import test_governance as governance
from tests.office.governance.test_shared_intakes import LABORATORY
from tests.rows import DAY

pytestmark = pytest.mark.django_db
AT = "/staff/governance/"


def text(answer) -> str:
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_stakeholder_is_entered_spoken_with_and_its_demand_answered(enter):
    office = enter("general_office")
    told = {"party": "community", "zh": "某街道", "en": ""}
    assert office.post(f"{AT}stakeholders/new/", told).url == f"{AT}stakeholders/"
    at = f"{AT}stakeholders/{Stakeholder.objects.get().number}/"
    assert "某街道" in text(office.get(AT))
    assert office.post(f"{at}raise-demand/", {"zh": "减排", "expects_zh": "公益"}).url == at
    talk = {"channel": "visit", "held_on": DAY, "text": "座谈"}
    assert enter("union").post(f"{at}contact-stakeholder/", talk).url == at
    demand = f"{AT}demands/{Demand.objects.get().number}/"
    assert enter("auditor").get(f"{demand}answer-demand/").status_code == 403
    assert enter("quality").post(f"{demand}answer-demand/", {"answer_zh": "逐月登记用能"}).url == demand
    assert "逐月登记用能" in text(enter("auditor").get(demand)) and "座谈" in text(enter("auditor").get(at))
    assert enter("quality").post(f"{demand}answer-demand/", {"answer_zh": "再答"}).status_code == 409


def test_issues_are_weighed_and_drawn_where_their_weights_put_them(enter):
    quality = enter("quality")
    told = {"issue": "6.4.6", "year": 2025, "stakeholders": 5, "body": 4, "reason": "外出多"}
    assert quality.post(f"{AT}weights/new/", told).url == f"{AT}weights/"
    assert quality.post(f"{AT}weights/carry/", {"year": 2026}).url == f"{AT}weights/"
    assert Weight.objects.filter(year=2026).count() == 1
    drawn = text(quality.get(f"{AT}weights/matrix/?year=2026"))
    assert "report-chart" in drawn and ">6.4.6<" in drawn
    assert "report-chart" not in text(quality.get(f"{AT}weights/matrix/?year=1999"))
    assert "issue=6.4.6" in text(quality.get(f"{AT}weights/2026-6.4.6/"))
    assert 'value="2026"' in text(quality.get(f"{AT}weights/new/?issue=6.4.6&year=2026"))
    assert "对相关方 5，对机构 4" in text(quality.get(f"{AT}weights/2025-6.4.6/"))
    assert f"{AT}weights/matrix/" in text(quality.get(f"{AT}weights/"))
    auditor = enter("auditor")
    assert auditor.get(f"{AT}weights/carry/").status_code == 403
    assert "issue=6.4.6" not in text(auditor.get(f"{AT}weights/2026-6.4.6/"))


def test_a_duty_stands_in_the_matrix_with_its_position_and_who_holds_it(enter):
    director = enter("director")
    told = {"zh": "受理申请", "position": "market", "supporting": ["technical"]}
    assert director.post(f"{AT}position-duties/new/", told).url == f"{AT}position-duties/"
    assert director.post(f"{AT}position-duties/new/", told).status_code == 409
    drawn = text(enter("auditor").get(f"{AT}position-duties/matrix/"))
    assert "受理申请" in drawn and "●" in drawn and "○" in drawn
    assert enter("auditor").get(f"{AT}position-duties/new/").status_code == 403


def test_anybody_proposes_and_the_office_takes_in(enter):
    told = {"zh": "新系统上线", "happened_on": DAY, "of_year": "on"}
    assert enter("auditor").post(f"{AT}chronicle/new/", told).url == f"{AT}chronicle/"
    at = f"{AT}chronicle/{Happening.objects.get().number}/"
    assert enter("auditor").get(f"{at}take-happening/").status_code == 403
    assert enter("general_office").post(f"{at}take-happening/", {"of_year": "on"}).url == at
    assert "新系统上线" in text(enter("auditor").get(AT))


def test_bonds_honours_and_pacts_have_their_pages(enter, cast):
    ally, honour, pact = governance.allied(cast), governance.honoured(cast), governance.signed(cast)
    market = enter("market")
    assert "甲院" in text(market.get(f"{AT}allies/{ally}/"))
    assert "乙院" in text(
        market.get(f"{AT}memberships/{governance.Ally.objects.get(number=ally).membership.number}/")
    )
    assert "还没有归档证书" in text(market.get(f"{AT}honours/{honour}/"))
    at = f"{AT}pacts/{pact}/"
    assert market.post(f"{at}check-pact/", {"keeps": "on", "text": "遵守"}).url == at
    assert "遵守" in text(market.get(at)) and enter("auditor").get(f"{at}check-pact/").status_code == 403


def test_objectives_and_commitments_say_what_came_of_them(enter, cast):
    number, promise = governance.aimed(cast), governance.promised()
    quality = enter("quality")
    at, of = f"{AT}objectives/{number}/", f"{AT}commitments/{promise}/"
    bare = {"result": "met", "told_zh": "无处罚"}
    assert quality.post(f"{at}tell-result/", bare).status_code == 409
    assert quality.post(f"{at}tell-result/", {**bare, "evidence": "登记表"}).url == at
    assert "登记表" in text(quality.get(at))
    look = {"kept": "kept", "zh": "按时答复", "evidence": "统计表"}
    assert quality.post(f"{of}look-at-commitment/", look).url == of
    assert (
        "按时答复" in text(quality.get(of))
        and quality.post(f"{of}look-at-commitment/", look).status_code == 409
    )
    assert enter("market").get(f"{of}look-at-commitment/").status_code == 403


@pytest.mark.parametrize("language, heading", [("zh-hans", "信息传递记录"), ("en", "What was passed on")])
def test_an_application_is_shared_with_a_laboratory_and_what_passes_stands_on_its_page(
    enter, language, heading
):
    market, application = enter("market"), cases.submitted()
    market.cookies["django_language"] = language
    told = {"application": application.number, "laboratory": "示例检测中心", "laboratory_uscc": LABORATORY}
    new = f"{AT}shared-intakes/new/"
    assert application.number in text(market.get(new))
    assert market.post(new, {**told, "consent_by": "沈立", "consented_on": DAY}).url == f"{AT}shared-intakes/"
    at = f"{AT}shared-intakes/{SharedIntake.objects.get().number}/"
    sent = {"direction": "to_laboratory", "content": "schedule", "what": "样品清单甲", "recipient": "罗收样"}
    assert market.post(f"{at}pass-on/", {**sent, "passed_on": DAY}).url == at
    page = text(market.get(at))
    assert heading in page and "样品清单甲" in page and "罗收样" in page
    assert market.post(f"{at}end-consent/", {"reason": "来函"}).url == at
    assert market.post(f"{at}pass-on/", {**sent, "passed_on": DAY}).status_code == 409
    assert enter("auditor").get(at).status_code == 403, (
        "what a client lets two houses share is not for everybody"
    )


def test_support_of_a_client_is_entered_listed_and_taken_back(enter):
    market, client = enter("market"), rows.client()
    told = {
        "client": client.uscc,
        "kind": "training",
        "occasion": "复工复产",
        "what": "免费线上培训",
        "done_on": DAY,
    }
    assert market.post(f"{AT}supports/new/", told).url == f"{AT}supports/"
    assert market.post(f"{AT}supports/new/", {**told, "kind": "fee_relief", "proof": "JM"}).status_code == 409
    at = f"{AT}supports/{Support.objects.get().number}/"
    listed = text(market.get(f"{AT}supports/?kind=training"))
    assert client.name_zh in listed and "免费线上培训" in listed
    assert client.name_zh not in text(market.get(f"{AT}supports/?kind=transfer"))
    assert market.post(f"{at}take-support-back/", {"reason": "登记错误"}).url == at
    assert client.name_zh not in text(market.get(f"{AT}supports/?tab=counted"))
    assert enter("auditor").get(f"{AT}supports/").status_code == 403


@pytest.mark.parametrize(
    ("language", "words"), [("zh-hans", "补登参加人员"), ("en", "Add who else was there")]
)
def test_an_activity_of_the_trade_is_entered_once_and_joined(enter, language, words):
    market = enter("market")
    market.cookies["django_language"] = language
    told = {"zh": "技术交流会", "organiser": "某协会", "held_on": DAY, "people": ["market"]}
    assert market.post(f"{AT}trade-events/new/", told).url == f"{AT}trade-events/"
    assert market.post(f"{AT}trade-events/new/", told).status_code == 409
    at = f"{AT}trade-events/XH2026-0001/"
    assert words in text(market.get(at))
    auditor = enter("auditor")
    assert auditor.post(f"{at}join-trade-event/", {"people": ["auditor"]}).url == at
    assert auditor.post(f"{at}join-trade-event/", {"people": ["auditor"]}).status_code == 409
