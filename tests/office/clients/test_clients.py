import pytest

from mingzheng.office.clients.actions.add_contact import add_contact
from mingzheng.office.clients.actions.change_client import change_client
from mingzheng.office.clients.actions.open_client import open_client
from mingzheng.office.clients.models import Client, Contact, Site
from mingzheng.office.clients.names import plain, spelled
from mingzheng.office.clients.queries import clients_for, found_by
from mingzheng.office.record.models import Event
from mingzheng.rulebook.identifiers import complete_organisation_code, complete_social_credit_code
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Refused

pytestmark = pytest.mark.django_db
USCC = complete_social_credit_code("91310113" + complete_organisation_code("MA1GKA01"))


@pytest.fixture
def market(person):
    return person("market", Role.MARKET)


@pytest.fixture
def opened(market, day):
    open_client(
        USCC,
        facts={"name_zh": "重庆长安银河（示例）有限公司", "name_en": "Sample Co., Ltd.", "employees": 96},
        sites=[{"kind": "permanent", "name_zh": "总部", "address_zh": "示例路1号"}],
        contacts=[{"name": "何经理", "phone": "000"}],
        on=day,
        by=market,
    )
    return Client.objects.get()


def codes(refused) -> list[str]:
    return [objection.code for objection in refused.value.objections]


def test_a_client_is_opened_with_its_sites_and_contacts(opened):
    assert (opened.uscc, opened.employees) == (USCC, 96)
    assert (Site.objects.get().client, Contact.objects.get().client) == (opened, opened)
    event = Event.objects.get()
    assert (event.subject, event.facts) == (f"client:{USCC}", {"uscc": USCC, "name_zh": opened.name_zh})


def test_a_client_is_opened_once(opened, market, day):
    with pytest.raises(Refused) as refused:
        open_client(USCC, facts={"name_zh": "别名"}, on=day, by=market)
    assert codes(refused) == ["client.known-already"]


def test_a_client_needs_a_name_and_a_code_whose_check_digits_are_right(market, day):
    with pytest.raises(Refused) as refused:
        open_client(USCC[:17] + ("0" if USCC[17] != "0" else "1"), facts={"name_zh": " "}, on=day, by=market)
    assert codes(refused) == ["identifier.credit-code-check", "client.name-missing"]


def test_a_foreign_client_has_a_registration_number_instead(market, day):
    open_client("HRB-12345", facts={"name_zh": "示例海外公司"}, on=day, by=market)
    assert Client.objects.get().uscc == "HRB-12345"


@pytest.mark.parametrize("act", [
    lambda by, day: open_client(USCC, facts={"name_zh": "甲"}, on=day, by=by),
    lambda by, day: change_client(USCC, facts={"name_zh": "甲"}, on=day, by=by),
    lambda by, day: add_contact(USCC, name="甲", phone="1", on=day, by=by),
])  # fmt: skip
def test_clients_are_no_business_of_an_auditor(person, day, act):
    with pytest.raises(Refused, match="person.not-yours"):
        act(person("a", Role.AUDITOR), day)


def test_an_earlier_name_stays_and_is_still_found(opened, market, day):
    former = opened.name_zh
    told = change_client(USCC, facts={"name_zh": "宝山电子有限公司", "employees": 96}, on=day, by=market)

    opened.refresh_from_db()
    assert (told.former_name, told.fields) == (former, ["name_zh"])
    assert opened.former_names == [{"name_zh": former, "until": "2026-03-02"}]
    assert Client.objects.filter(found_by("bsdz")).get() == Client.objects.filter(found_by("长安银河")).get()
    assert Event.objects.count() == 2


@pytest.mark.parametrize(
    "facts, code", [({"employees": 96}, "client.nothing-changed"), ({"name_zh": ""}, "client.name-missing")]
)
def test_a_change_must_change_something_and_leave_a_name(opened, market, day, facts, code):
    with pytest.raises(Refused) as refused:
        change_client(USCC, facts=facts, on=day, by=market)
    assert codes(refused) == [code]


@pytest.mark.parametrize(
    "asked",
    ["长安", "chongqingchangan", "cqcayh", "CQCA", "（示例）", "(示例)", USCC[:10].lower(), "sample co"],
)
def test_a_client_is_found_by_name_pinyin_initials_and_code(opened, asked):
    assert Client.objects.filter(found_by(asked)).get() == opened


def test_spelling_leaves_spaces_brackets_and_width_aside():
    assert plain("Ａ（上海） 公司") == "a上海公司"
    assert spelled(["银行", ""]) == "银行 yinhang yh"


def test_a_contact_is_added_and_not_named_in_the_record(opened, market, day):
    add_contact(USCC, name="李工", phone="000-1", on=day, by=market)
    assert opened.contacts.count() == 2
    assert "李工" not in str(list(Event.objects.values_list("facts", flat=True)))


def test_a_contact_must_be_reachable(opened, market, day):
    with pytest.raises(Refused) as refused:
        add_contact(USCC, name="李工", on=day, by=market)
    assert codes(refused) == ["client.contact-cannot-be-reached"]


def test_the_office_sees_all_clients_and_an_auditor_none_here(opened, market, person):
    assert clients_for(market).count() == 1
    assert not clients_for(person("a", Role.AUDITOR)).exists()


def test_changing_asks_few_queries(opened, market, day, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        change_client(USCC, facts={"name_zh": "新名"}, on=day, by=market)
