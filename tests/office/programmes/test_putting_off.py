"""The programme gives a visit more time when an extraordinary event did (IAF ID 3)."""

from datetime import date

import pytest

from mingzheng.doors.clock.programme import FOLLOWS
from mingzheng.office.programmes.actions.begin_cycle import begin_cycle
from mingzheng.office.programmes.actions.open_programme import open_programme
from mingzheng.office.programmes.actions.prolong_cycle import prolong_cycle
from mingzheng.office.programmes.actions.put_off_visit import put_off_visit
from mingzheng.office.programmes.actions.set_windows import set_windows
from mingzheng.office.programmes.models import Visit
from mingzheng.office.record.actors import CLOCK
from mingzheng.office.record.models import Event
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Refused
from tests.rows import DAY

from .agreed import agreed

pytestmark = pytest.mark.django_db


@pytest.fixture
def uscc(person) -> str:
    """A client in its first cycle."""
    contract = agreed(["QMS"])
    open_programme(contract.number, on=DAY, by=person("fangan", Role.PROGRAMME_MANAGER))
    days = {"decided_on": DAY, "issued_on": DAY, "expires_on": date(2029, 3, 1)}
    begin_cycle(contract.client.uscc, "QMS", **days, on=DAY, by=CLOCK)
    return contract.client.uscc


def latest(uscc: str, kind: str) -> date | None:
    return Visit.objects.get(client__uscc=uscc, kind=kind, ordinal=1).latest


def test_a_surveillance_put_off_and_a_cycle_prolonged_move_the_windows_of_their_visits(uscc):
    put_off_visit(uscc, "QMS", until=date(2027, 9, 2), on=DAY, by=CLOCK)
    prolong_cycle(uscc, "QMS", until=date(2029, 9, 1), on=DAY, by=CLOCK)

    set_windows(uscc, on=DAY, by=CLOCK)

    assert latest(uscc, "surveillance") == date(2027, 9, 2)
    assert latest(uscc, "recertification") == date(2029, 9, 1)


@pytest.mark.parametrize(
    ("kind", "visit", "until"),
    [
        ("certificate.surveillance-put-off", "surveillance", date(2027, 9, 2)),
        ("certificate.prolonged", "recertification", date(2029, 9, 1)),
    ],
)
def test_it_follows_by_itself_what_the_certificate_was_told(uscc, kind, visit, until):
    facts = {"certification": f"{uscc}/QMS", "until": until.isoformat()}
    FOLLOWS[kind](Event(kind=kind, facts=facts, on=DAY))
    assert latest(uscc, visit) == until


def test_where_no_surveillance_is_to_come_none_is_put_off_and_only_the_clock_does_it(uscc, person):
    with pytest.raises(Refused) as refused:
        put_off_visit(uscc, "EMS", until=date(2027, 9, 2), on=DAY, by=CLOCK)
    assert refused.value.objections[0].code == "put-off.nothing"
    wang = person("wang", Role.QUALITY)
    for do in (put_off_visit, prolong_cycle):
        with pytest.raises(Refused) as refused:
            do(uscc, "QMS", until=date(2027, 9, 2), on=DAY, by=wang)
        assert refused.value.objections[0].code == "person.not-yours"
