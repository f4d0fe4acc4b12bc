"""Reading clients."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from mingzheng.rulebook.client_tiers import Tier, may_see
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role

from ..record.actors import Actor
from .models import Client, ClientTier, Sector, SectorTag
from .names import plain

READERS = tuple(
    role for role in HELD_BY_PERSONS if role is not Role.AUDITOR
)  # auditors see clients in their visits


def clients_for(by: Actor) -> QuerySet[Client]:
    """The clients this person may look at: the office sees all of them."""
    everything = Client.objects.order_by("name_zh", "id")
    return everything if any(by.holds(role) for role in READERS) else everything.none()


def found_by(text: str) -> Q:
    """Clients whose name, earlier name, pinyin, initials or code contain `text`."""
    found = Q(pinyin__contains=plain(text)) | Q(name_en__icontains=text.strip())
    return found | Q(uscc__icontains=text.strip()) if text.isascii() else found


def tier_on(day: date | str, **client: Any) -> Coalesce:
    """In a query, the tier on a day, or on the day of a column, of the client its rows name: ``client=OuterRef("pk")``."""
    until = OuterRef(day) if isinstance(day, str) else day
    rows = ClientTier.objects.filter(set_on__lte=until, **client).order_by("-set_on", "-pk")
    return Coalesce(Subquery(rows.values("tier")[:1]), Value(Tier.STANDARD.value))


def with_tier(rows: QuerySet[Client], day: date) -> QuerySet[Any]:
    """Clients with `tier`, theirs on a day."""
    return rows.annotate(tier=tier_on(day, client=OuterRef("pk")))


def tier_of(client: Client, day: date) -> Tier:
    """How a client is served on a day."""
    return Tier(with_tier(Client.objects.filter(pk=client.pk), day).values_list("tier", flat=True).get())


def premium_on(day: date) -> QuerySet[Any]:
    """优质客户 of a day."""
    return with_tier(Client.objects.all(), day).filter(tier=Tier.PREMIUM)


def premium_among(clients: Collection[int], day: date) -> frozenset[int]:
    """Which of these clients, by key, are premium on a day."""
    return frozenset(premium_on(day).filter(pk__in=clients).values_list("pk", flat=True))


def may_see_tiers(by: Actor) -> bool:
    """Tiers are for whoever serves clients, and kept from whoever reviews or decides."""
    return may_see([role for role in HELD_BY_PERSONS if by.holds(role)])


def sectors_seen_by(by: Actor) -> QuerySet[Any]:
    """Sectors with `clients`, how many are tagged as theirs; whoever sees clients sees them."""
    tagged = Count("tags", filter=Q(tags__ended_on=None))
    everything = Sector.objects.annotate(clients=tagged)
    return everything if any(by.holds(role) for role in READERS) else everything.none()


def sectors_of(client: Client) -> QuerySet[SectorTag]:
    """The tags a client carries now."""
    return client.sector_tags.filter(ended_on=None).select_related("sector").order_by("sector__name_zh")


def in_sector(number: str) -> Q:
    """Clients tagged now as those of a sector."""
    tags = SectorTag.objects.filter(sector__number=number, ended_on=None)
    return Q(pk__in=tags.values("client"))
