"""Clients' tiers: set with a reason and a day, kept from whoever decides, counted."""

from datetime import date

import pytest

from mingzheng.office.clients.actions.set_tier import set_tier
from mingzheng.office.clients.models import ClientTier
from mingzheng.office.clients.queries import may_see_tiers, premium_on, tier_of
from mingzheng.office.record.figure import FIGURES, counted
from mingzheng.office.record.models import Event
from mingzheng.rulebook.client_tiers import Tier
from mingzheng.rulebook.indicators.meaning import Period
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Refused
from tests import rows

pytestmark = pytest.mark.django_db
DAY, LATER = date(2026, 3, 2), date(2026, 9, 1)


def why(act) -> list[str]:
    with pytest.raises(Refused) as refused:
        act()
    return [one.code for one in refused.value.objections]


def test_a_tier_holds_from_its_day_until_the_next_and_the_record_says_why(cast):
    client, market = rows.client(), cast["market"]
    set_tier(client.uscc, Tier.PREMIUM, reason=" 三体系两个周期 ", on=DAY, by=market)
    set_tier(client.uscc, Tier.STANDARD, reason="合同到期未续", on=LATER, by=market)
    days = (date(2026, 3, 1), DAY, date(2026, 8, 31), LATER)
    assert [tier_of(client, day) for day in days] == ["standard", "premium", "premium", "standard"]
    assert list(premium_on(DAY)) == [client] and not premium_on(LATER)
    assert Event.objects.earliest("id").facts["reason"] == "三体系两个周期"


def test_a_tier_needs_a_reason_and_is_not_the_one_held(cast):
    client, market = rows.client(), cast["market"]
    assert why(lambda: set_tier(client.uscc, Tier.STANDARD, reason=" ", on=DAY, by=market)) == [
        "client-tier.held-already",
        "client-tier.reason-missing",
    ]
    assert not ClientTier.objects.exists()


def test_a_tier_is_neither_set_nor_seen_by_whoever_reviews_or_decides(cast, person):
    both = person("both", Role.MARKET, Role.DECISION_MAKER)
    client = rows.client()
    assert why(lambda: set_tier(client.uscc, Tier.PREMIUM, reason="x", on=DAY, by=both)) == [
        "client-tier.not-for-deciders"
    ]
    assert (
        "not-yours"
        in why(lambda: set_tier(client.uscc, Tier.PREMIUM, reason="x", on=DAY, by=cast["reviewer"]))[0]
    )
    assert [one for one in cast if may_see_tiers(cast[one])] == [
        "market", "programme_manager", "quality", "director",
    ]  # fmt: skip
    assert not may_see_tiers(both)


def test_what_happened_to_a_client_does_not_tell_its_tier(cast):
    client = rows.client()
    set_tier(client.uscc, Tier.PREMIUM, reason="示范企业", on=DAY, by=cast["market"])
    assert Event.objects.get().subject == f"client-tier:{client.uscc}"


def test_premium_clients_are_counted_by_their_last_tier(cast):
    one, two, market = rows.client(), rows.client(), cast["market"]
    for client in (one, two):
        set_tier(client.uscc, Tier.PREMIUM, reason="示范企业", on=DAY, by=market)
    set_tier(two.uscc, Tier.STANDARD, reason="缩减范围", on=LATER, by=market)
    figure = FIGURES["premium-clients"]
    asked = {month: (figure, Period.of(2026, month)) for month in (2, 3, 8, 9)}
    assert {month: told["value"] for month, told in counted(asked).items()} == {2: 0, 3: 2, 8: 2, 9: 1}
    assert figure.shows == ("set_on",), "the list names no client"
