"""How long applications and complaints took, by the tier of the day they came in."""

from datetime import date, timedelta

import pytest

from mingzheng.office.clients.models import ClientTier
from mingzheng.office.contracts.models import Application
from mingzheng.office.voices.handling import handled
from mingzheng.office.voices.models import Case
from mingzheng.rulebook.client_tiers import Handled, Matter, Size, Tier, by_tier
from tests import rows

from . import stage

pytestmark = pytest.mark.django_db
DAY = rows.DAY
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def applied(client, days: int, *, came: date = DAY, status: str = "accepted", people: int = 30) -> None:
    Application.objects.create(
        number=f"SQ-{Application.objects.count()}", token=f"t{Application.objects.count()}", status=status,
        uscc=client.uscc, begun_on=came, submitted_on=came, concluded_on=came + timedelta(days=days),
        personnel=[{"kind": "office", "count": people - 10}, {"kind": "workshop", "count": 10}],
    )  # fmt: skip


def premium(client, since: date) -> None:
    ClientTier.objects.create(client=client, tier=Tier.PREMIUM, set_on=since, reason="x", set_by="m")


def test_an_application_counts_from_its_submission_to_its_answer_under_the_tier_of_that_day():
    one, other = rows.client(), rows.client()
    premium(one, DAY + timedelta(days=10))
    applied(one, 12)  # came before the tier
    applied(one, 4, came=DAY + timedelta(days=10))
    applied(other, 6, status="refused", people=400)
    applied(other, 30, status="withdrawn")
    applied(other, 3, came=date(2025, 3, 2))
    applied(other, 20, came=date(2025, 12, 20), people=1200)  # answered in the year: it counts there
    applied(other, 40, came=date(2026, 12, 20))
    found = sorted(handled(*YEAR), key=lambda row: row.days)
    assert found == [
        Handled(Matter.APPLICATION, Tier.PREMIUM, Size.SMALL, 4),
        Handled(Matter.APPLICATION, Tier.STANDARD, Size.MEDIUM, 6),
        Handled(Matter.APPLICATION, Tier.STANDARD, Size.SMALL, 12),
        Handled(Matter.APPLICATION, Tier.STANDARD, Size.LARGE, 20),
    ]
    told = by_tier(found, Matter.APPLICATION)
    assert (told["premium"].days, told["standard"].days) == (4, 12)


def test_a_complaint_of_a_client_counts_until_its_answer_and_one_of_nobody_does_not():
    client = rows.client(employees=1200)
    premium(client, DAY)
    made = stage.case("answered")
    Case.objects.filter(pk=made.pk).update(client=client, answered_on=DAY + timedelta(days=8))
    stage.case("answered")
    assert handled(*YEAR) == [Handled(Matter.CASE, Tier.PREMIUM, Size.LARGE, 8)]
