from datetime import date

import pytest

from mingzheng.office.clients.actions.import_clients import import_clients
from mingzheng.office.clients.models import Client
from mingzheng.office.clients.queries import found_by
from mingzheng.office.record.models import Event
from mingzheng.rulebook.carried_clients import CarriedClient
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Refused
from tests.registers import credit_code

pytestmark = pytest.mark.django_db
ON = date(2026, 3, 2)
ENTRY = CarriedClient(
    credit_code(1), "示例制造有限公司", former_names=("老字号厂",), contact="示例联系人", phone="000-00000000"
)


@pytest.fixture
def admin(person):
    return person("admin", Role.ADMINISTRATOR)


def test_a_client_is_carried_in_with_former_names_and_contact(admin):
    import_clients([ENTRY], on=ON, by=admin)

    client = Client.objects.get(found_by("lzhc"))
    assert (client.uscc, client.former_names) == (ENTRY.uscc, [{"name_zh": "老字号厂", "until": ""}])
    assert client.contacts.get().phone == "000-00000000"
    event = Event.objects.get()
    assert (event.kind, event.subject) == ("client.carried-in", f"client:{ENTRY.uscc}")


@pytest.mark.parametrize(
    "entry, why",
    [
        (CarriedClient("91999999000000010X", "示例"), "identifier"),
        (CarriedClient(credit_code(2), "示例", contact="示例"), "client.contact-cannot-be-reached"),
        (ENTRY, "carried.known"),
    ],
)
def test_what_cannot_be_taken_is_refused_and_nothing_is_in(admin, entry, why):
    import_clients([ENTRY], on=ON, by=admin)

    with pytest.raises(Refused, match=why):
        import_clients([CarriedClient(credit_code(9), "另一家"), entry], on=ON, by=admin)
    assert Client.objects.count() == 1


def test_a_client_abroad_has_a_registration_of_his_own_country(admin):
    import_clients([CarriedClient("DE-HRB-12345", "示例境外公司", foreign=True)], on=ON, by=admin)

    assert Client.objects.get().uscc == "DE-HRB-12345"


def test_only_an_administrator_carries_in(person):
    with pytest.raises(Refused, match="person.not-yours"):
        import_clients([ENTRY], on=ON, by=person("wang", Role.MARKET))
