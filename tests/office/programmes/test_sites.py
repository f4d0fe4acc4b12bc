"""A site of a client is audited where it is, on the visit itself or on one of its own; travel is reckoned to there."""

from datetime import date
from decimal import Decimal

import pytest

from mingzheng.office.clients.models import Site
from mingzheng.office.planning.places import client_place, place, visit_place, visit_province
from mingzheng.office.programmes.actions.begin_visit import begin_visit
from mingzheng.office.programmes.actions.join_visits import join_visits
from mingzheng.office.programmes.actions.send_to_site import send_to_site
from mingzheng.office.programmes.actions.visit_site_apart import visit_site_apart
from mingzheng.office.programmes.queries import visits
from mingzheng.office.record.actors import CLOCK
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Refused
from tests import rows

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)
CHENGDU = "510100"
FACTS = {"kind": "permanent", "name_zh": "成都厂", "address_zh": "示例路2号", "district": CHENGDU}


@pytest.fixture
def planner(person):
    return person("zhou", Role.PROGRAMME_MANAGER)


@pytest.fixture
def visit(db):
    contract = rows.contract(["QMS", "EMS"])
    return rows.visit("surveillance", [rows.certification(s, contract=contract) for s in ("QMS", "EMS")])


@pytest.fixture
def site(visit):
    return Site.objects.create(client=visit.client, **FACTS)


def codes(caught) -> list[str]:
    return [objection.code for objection in caught.value.objections]


def test_travel_is_reckoned_to_the_site(visit, site, planner):
    send_to_site(visit.number, site=site.pk, on=DAY, by=planner)
    there = visits().get(pk=visit.pk)
    assert visit_place(there) == place(CHENGDU) != client_place(visit.client)
    assert visit_province(there) == "51"
    send_to_site(visit.number, site=None, on=DAY, by=planner)
    assert visit_place(visits().get(pk=visit.pk)) == client_place(visit.client)


def test_a_site_takes_its_days_along_to_a_visit_of_its_own(visit, site, planner):
    days = {"QMS": Decimal("1.0"), "EMS": Decimal("0.5")}
    told = visit_site_apart(visit.number, site=site.pk, days=days, on=DAY, by=planner)
    left, other = visits().get(pk=visit.pk), visits().get(number=told.other)
    assert (other.site, other.kind, other.earliest, other.latest) == (
        site,
        "special",
        visit.earliest,
        visit.latest,
    )
    assert other.apart_from == visit
    assert (left.days, other.days, told.days) == (Decimal("2.5"), Decimal("1.5"), "1.5")
    assert {p.certification.standard: p.days for p in other.parts.all()} == days


@pytest.mark.parametrize(
    "days, code",
    [
        ({}, "programme.no-standard"),
        ({"QMS": Decimal("2.0")}, "programme.nothing-left-here"),
        ({"QMS": Decimal("0.3")}, "programme.not-half-days"),
        ({"OHSMS": Decimal("1.0")}, "programme.not-in-contract"),
    ],
)
def test_something_is_left_of_each_standard_at_the_visit_itself(visit, site, planner, days, code):
    with pytest.raises(Refused) as caught:
        visit_site_apart(visit.number, site=site.pk, days=days, on=DAY, by=planner)
    assert codes(caught) == [code]


def test_a_visit_that_joins_another_takes_the_sites_audited_apart_along(visit, site, planner):
    other = rows.visit("surveillance", [rows.certification("OHSMS", contract=visit.contract)])
    days = {"OHSMS": Decimal("1.0")}
    apart = visit_site_apart(other.number, site=site.pk, days=days, on=DAY, by=planner).other
    join_visits(visit.number, other.number, on=DAY, by=planner)
    assert visits().get(number=apart).apart_from == visit


def test_visits_at_two_places_are_not_joined(visit, site, planner):
    other = rows.visit("surveillance", [rows.certification("OHSMS", contract=visit.contract)])
    send_to_site(other.number, site=site.pk, on=DAY, by=planner)
    with pytest.raises(Refused) as caught:
        join_visits(visit.number, other.number, on=DAY, by=planner)
    assert codes(caught) == ["programme.other-site"]


def test_nobody_is_sent_to_a_closed_site_or_once_the_audit_began(visit, site, planner):
    Site.objects.update(closed_on=DAY)
    with pytest.raises(Refused) as caught:
        send_to_site(visit.number, site=site.pk, on=DAY, by=planner)
    assert codes(caught) == ["programme.site-closed"]
    begin_visit(visit.number, begun_on=DAY, on=DAY, by=CLOCK)
    with pytest.raises(Refused) as caught:
        send_to_site(visit.number, site=None, on=DAY, by=planner)
    assert codes(caught) == ["programme.visit-begun"]


@pytest.mark.parametrize("act", [
    lambda number, site, by: send_to_site(number, site=site, on=DAY, by=by),
    lambda number, site, by: visit_site_apart(number, site=site, days={"QMS": Decimal("1.0")}, on=DAY, by=by),
])  # fmt: skip
def test_where_an_audit_is_held_is_no_business_of_an_auditor(person, visit, site, act):
    with pytest.raises(Refused, match="person.not-yours"):
        act(visit.number, site.pk, person("a", Role.AUDITOR))
