"""The search box: what it finds, for whom, and where it leads."""

import pytest

from mingzheng.office.clients.names import spelled
from mingzheng.office.people.models import Person
from mingzheng.office.people.names import searchable
from mingzheng.rulebook.roles import Role
from tests import rows

pytestmark = pytest.mark.django_db
NAME = "重庆长安银行"


def a_client(name: str = NAME, *former: str):
    return rows.client(name_zh=name, pinyin=spelled([name, *former]))


def a_visit(owner, number: str, standard: str = "QMS"):
    certification = rows.certification(standard, contract=rows.contract(client=owner))
    return rows.visit(certifications=[certification], number=number)


@pytest.fixture
def director(client, person) -> Person:
    one = person("director", Role.DIRECTOR, name_zh="郑管理")
    client.force_login(one)
    return one


def found(client, text: str, **more) -> str:
    answer = client.get("/staff/search/", {"q": text}, **more)
    assert answer.status_code == 200, (answer, getattr(answer, "url", ""))
    return answer.content.decode()


@pytest.mark.parametrize("text", ["长安", "cqcayh", "chongqingchangan", "ＣＱＣＡ", "长安（银行）", "旧名"])
def test_a_client_is_found_by_name_former_name_pinyin_and_initials(client, director, text):
    bank = a_client(NAME, "旧名信用社")
    a_client("上海示例厂")

    shown = found(client, text)
    assert f"/staff/clients/{bank.uscc}/" in shown and "上海示例厂" not in shown


def test_a_visit_a_contract_and_a_decision_are_found_by_number_or_client(client, director):
    visit = a_visit(a_client(), "XM2099-0001")
    decision = rows.decision(certification_=visit.parts.get().certification)

    assert "XM2099-0001" in found(client, "xm2099") and "XM2099-0001" in found(client, "cqcayh")
    assert visit.contract.number in found(client, "长安")
    assert decision.number in found(client, decision.number[:-1])


@pytest.mark.parametrize(
    ("language", "heads"), [("zh-hans", ("客户", "审核项目")), ("en", ("Clients", "Visits"))]
)
def test_results_are_grouped_in_the_readers_language_ten_a_group(client, director, language, heads):
    for number in range(12):
        a_visit(a_client(f"{NAME}{number}分行"), f"XM2099-{number:04d}")
    client.cookies["django_language"] = language

    shown = found(client, "cqcayh")
    assert all(f'<h2>{head} <span class="count">10+</span>' in shown for head in heads)
    assert shown.count("XM2099-") == 2 * 10 + 10  # link and key of ten visits; the row's own link


def test_the_whole_number_or_the_whole_name_leads_there(client, director):
    visit = a_visit(a_client(), "XM2099-0001")
    a_visit(visit.client, "XM2099-00012", "EMS")

    assert client.get("/staff/search/", {"q": " xm2099-0001 "}).url == "/staff/schedule/XM2099-0001/"
    assert client.get("/staff/search/", {"q": NAME}).url == f"/staff/clients/{visit.client.uscc}/"
    assert (
        client.get("/staff/search/", {"q": visit.client.uscc}).url == f"/staff/clients/{visit.client.uscc}/"
    )


def test_an_auditor_finds_his_own_visits_and_no_others(client):
    bank = a_client()
    his, other = a_visit(bank, "XM2099-0001"), a_visit(bank, "XM2099-0002", "EMS")
    wang = rows.auditor("wang")
    rows.team(his, wang)
    rows.team(other, rows.auditor("li"))
    client.force_login(wang)

    shown = found(client, "长安")
    assert "XM2099-0001" in shown and "XM2099-0002" not in shown
    assert his.contract.number not in shown
    assert client.get("/staff/search/", {"q": "XM2099-0002"}).status_code == 200  # not led there


def test_persons_are_found_by_those_who_look_after_them(client, director, person):
    person("sunjing", Role.MARKET, name_zh="孙静", pinyin=searchable("孙静"))
    assert "/person/sunjing/" in found(client, "sj") + found(client, "孙")
    client.force_login(person("zhao", Role.MARKET, name_zh="赵敏", pinyin=searchable("赵敏")))

    assert "/person/sunjing/" not in found(client, "sj")
    assert "/person/zhao/" in found(client, "zm")


@pytest.mark.parametrize(
    ("language", "said"), [("zh-hans", "统一社会信用代码"), ("en", "social credit code")]
)
@pytest.mark.parametrize("text", ["", "   ", "（）", "没有这个", "%", "\0"])
def test_nothing_found_says_what_can_be_searched(client, director, text, language, said):
    a_client()
    client.cookies["django_language"] = language
    shown = found(client, text)

    assert said in shown and NAME not in shown


def test_one_query_a_group(client, director, django_assert_max_num_queries):
    for number in range(12):
        a_visit(a_client(f"{NAME}{number}分行"), f"XM2099-{number:04d}")
    with django_assert_max_num_queries(12):
        found(client, "cqcayh")
