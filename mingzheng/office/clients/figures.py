"""The figures of clients' tiers and sectors."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from mingzheng.office.record.figure import figure
from mingzheng.rulebook.client_tiers import Tier
from mingzheng.rulebook.indicators import certificates as means
from mingzheng.rulebook.indicators.meaning import Period

from .models import ClientTier, SectorTag


@figure(means.PREMIUM_CLIENTS, shows=("set_on",))
def premium_clients(period: Period) -> QuerySet[ClientTier]:
    """By the day alone: the lists behind figures are read by people from whom tiers are kept."""
    known = ClientTier.objects.filter(set_on__lte=period.last)
    after = Q(set_on__gt=OuterRef("set_on")) | Q(set_on=OuterRef("set_on"), pk__gt=OuterRef("pk"))
    return known.filter(~Exists(known.filter(after, client=OuterRef("client"))), tier=Tier.PREMIUM)


@figure(
    means.SECTOR_CLIENTS,
    shows=("client__name_zh", "sector__name_zh", "tagged_on"),
    opens="client:client__uscc",
    by="sector__name_zh",
)
def sector_clients(period: Period) -> QuerySet[SectorTag]:
    stands = Q(ended_on=None) | Q(ended_on__gt=period.last)
    return SectorTag.objects.filter(stands, tagged_on__lte=period.last)
