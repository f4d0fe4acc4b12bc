"""Registers of clients and auditors: what is mended, what is refused, and how a person gets a login."""

from datetime import date

import pytest

from mingzheng.doors.registers.moving_in import carry_in, look
from mingzheng.doors.registers.register import Outcome
from mingzheng.office.clients.models import Client
from mingzheng.office.competence.models import Authorisation
from mingzheng.office.people.models import Person
from mingzheng.office.record.models import Event
from mingzheng.rulebook.roles import Role
from tests.registers import ON, auditor, client, credit_code, workbook

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(person):
    return person("admin", Role.ADMINISTRATOR, name_zh="示例管理员")


@pytest.fixture
def looked(tmp_path, admin):
    return lambda kind, *sheets: look(kind, workbook(tmp_path / "a.xlsx", kind, *sheets), on=ON, by=admin)


def test_nothing_is_invented_on_clean_registers(looked):
    clients = looked("clients", [client(n) for n in range(1, 5)])
    auditors = looked(
        "auditors", [auditor("示例甲", s, number=f"N-{s}", login="shili.jia") for s in ("QMS", "EMS")]
    )

    assert clients.counts == {Outcome.TAKEN: 4} and auditors.counts == {Outcome.TAKEN: 2}
    assert not any(row.remarks for row in (*clients.rows, *auditors.rows))


@pytest.mark.parametrize(
    "kind, row, column, words",
    [
        (
            "clients",
            client(uscc=credit_code(1)[:17] + "?"),
            "A 统一社会信用代码",
            "identifier.credit-code-character",
        ),
        ("clients", client(name_zh=None), "B 客户名称", "fault.missing"),
        ("clients", client(employees="一百"), "K 员工数", "fault.not-a-number"),
        ("clients", client(email="nobody"), "N 电子邮箱", "fault.not-an-address"),
        ("clients", client(phone=None, email=None), "L 联系人", "client.contact-cannot-be-reached"),
        ("auditors", auditor(login="1"), "B 登录名", "account.login-unfit"),
        ("auditors", auditor(login="admin", technical_codes=None), "B 登录名", "carried.name-differs"),
        ("auditors", auditor(standard="ISO22000"), "D 认证标准", "fault.unknown-code"),
        ("auditors", auditor(grade="技术专家"), "E 注册级别", "fault.unknown-code"),
        ("auditors", auditor(valid_until=date(2024, 1, 1)), "H 注册有效期止", "person.ends-before-it-begins"),
        ("auditors", auditor(technical_codes="机械"), "I 专业代码", "person.code-unfit"),
        ("auditors", auditor(evaluated_on="明年"), "K 能力评价日期", "fault.not-a-day"),
        ("auditors", auditor(full_time="临时"), "L 专兼职", "fault.unknown-code"),
        ("auditors", auditor(home="999999"), "Q 常驻地", "code.region-unknown"),
        ("auditors", auditor(languages="世界语"), "R 外语", "fault.unknown-code"),
        ("auditors", auditor(contract_number="LD-1"), "T 合同起", "carried.contract-without-day"),
    ],
)
def test_a_planted_fault_is_found(looked, kind, row, column, words):
    (found,) = looked(kind, [row]).rows

    assert (found.number, [(f.column, f.words) for f in found.faults]) == (2, [(column, words)])


def test_two_overlapping_registrations_of_one_person_are_refused(looked):
    rows = looked("auditors", [auditor(), auditor(number="N-2", valid_from=date(2026, 1, 1))]).rows

    assert [[f.words for f in row.faults] for row in rows] == [[], ["person.registrations-overlap"]]


def test_a_person_without_a_login_gets_one_of_his_name_and_keeps_it(looked, admin):
    sheet = [auditor("示例"), auditor("示例", "EMS", number="N-2"), auditor("事例", number="N-3")]
    carry_in(looked("auditors", sheet), on=ON, by=admin)

    assert dict(Person.objects.exclude(login="admin").values_list("login", "name_zh")) == {
        "shili": "示例",
        "shili2": "事例",
    }
    assert looked("auditors", sheet).counts == {Outcome.KNOWN: 3}


def test_a_name_that_several_bear_needs_a_login(looked, person):
    person("shili", name_zh="示例")
    person("shili2", name_zh="示例")
    (row,) = looked("auditors", [auditor("示例")]).rows

    assert [(f.words, f.details["logins"]) for f in row.faults] == [
        ("fault.name-of-several", "shili、shili2")
    ]


def test_who_may_lead_is_authorised_from_the_day_told_or_else_from_the_day_of_import(looked, admin):
    sheet = [
        auditor("示例甲", login="jia", leads_since="2024年5月6日"),
        auditor("示例乙", login="yi", number="N-2", leads_since="是"),
        auditor("示例丙", login="bing", number="N-3", leads_since="否"),
        auditor("示例丁", login="ding", number="N-4", grade="实习审核员", leads_since="是"),
    ]
    rows = carry_in(looked("auditors", sheet), on=ON, by=admin).rows

    held = Authorisation.objects.order_by("pk").values_list("person__login", "kind", "since", "confirm_by")
    confirm_by = date(ON.year + 1, ON.month, ON.day)
    assert sorted(held) == [
        ("jia", "leader", date(2024, 5, 6), confirm_by),
        ("yi", "leader", ON, confirm_by),
    ]
    assert [fault.words for fault in rows[3].faults] == ["carried.trainee-leads"]
    assert sorted(Event.objects.filter(kind="person.authorised").values_list("subject", flat=True)) == [
        "person:jia",
        "person:yi",
    ]


def test_clients_twice_add_nothing_and_stay_as_they_are(looked, admin):
    carry_in(looked("clients", [client(1)]), on=ON, by=admin)
    again = carry_in(looked("clients", [client(1, name_zh="改名")]), on=ON, by=admin)

    assert again.counts == {Outcome.KNOWN: 1}
    assert Client.objects.get().name_zh == "示例1号制造有限公司"


def test_an_organisation_code_of_the_older_edition_is_kept(looked):
    (row,) = looked("clients", [client(1, uscc=credit_code(1)[8:17])]).rows

    assert (row.outcome, [m.words for m in row.mended]) == (Outcome.MENDED, ["mend.older-code"])


def test_home_languages_and_contract_come_along_once(looked, admin):
    terms = {
        "home": "310113",
        "languages": "英语、ja",
        "contract_number": "LD-1",
        "contract_from": date(2025, 1, 1),
    }
    sheet = [auditor("示例", **terms), auditor("示例", "EMS", number="N-2", **terms)]
    carry_in(looked("auditors", sheet), on=ON, by=admin)

    made = Person.objects.get(login="shili")
    assert (made.home, made.languages) == ("310113", ["en", "ja"])
    assert [(c.number, c.first_day, c.last_day) for c in made.employments.all()] == [
        ("LD-1", date(2025, 1, 1), None)
    ]
