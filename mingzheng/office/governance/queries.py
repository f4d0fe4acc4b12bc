"""Reading stakeholders, weights, objectives, memberships, honours, the chronicle, duties, pacts and commitments,
applications shared with laboratories, and support of clients."""

from datetime import date
from typing import Any

from django.db.models import CharField, Count, Exists, F, Max, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Concat

from mingzheng.office.contracts.models import Application
from mingzheng.office.contracts.queries import READERS
from mingzheng.office.fees.models import Relief
from mingzheng.office.files.models import Paper
from mingzheng.office.footprint.models import RemoteAudit
from mingzheng.office.publicity.models import Item
from mingzheng.office.publicity.queries import public_on
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.models import Event
from mingzheng.rulebook.fees import Decided
from mingzheng.rulebook.publicity import Medium
from mingzheng.rulebook.responsibility import Party, due_if_raised_by
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.shared_intake import OPEN_TO
from mingzheng.rulebook.support import SupportKind

from .models import (
    Ally,
    Contact,
    Demand,
    Duty,
    Happening,
    Honour,
    Look,
    Membership,
    Objective,
    Pact,
    SharedIntake,
    Stakeholder,
    Support,
    TradeEvent,
    Weight,
)

SUPPORT_READERS = (Role.MARKET, Role.PROGRAMME_MANAGER, Role.FINANCE, Role.QUALITY, Role.DIRECTOR)


def stakeholders_seen_by(by: Actor) -> QuerySet[Any]:
    """Every stakeholder with its `last` contact and how many demands are `open`."""
    return Stakeholder.objects.annotate(
        last=Max("contacts__held_on"),
        open=Count("demands", filter=Q(demands__answered_on=None), distinct=True),
    )


def stakeholders_on(day: date) -> QuerySet[Stakeholder]:
    """Those listed at the end of a day."""
    return Stakeholder.objects.filter(Q(ended_on=None) | Q(ended_on__gt=day), entered_on__lte=day)


def spoken_with(first: date, last: date) -> Exists:
    """Was there a contact with a stakeholder in these days?"""
    return Exists(Contact.objects.filter(stakeholder=OuterRef("pk"), held_on__range=(first, last)))


def not_spoken_with(year: int) -> QuerySet[Any]:
    """Stakeholders with no contact in the year so far: a gap the report shows."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    return stakeholders_on(last).exclude(spoken_with(first, last)).order_by("number")


def demands_seen_by(by: Actor) -> QuerySet[Demand]:
    return Demand.objects.select_related("stakeholder")


def demands_on(day: date) -> QuerySet[Demand]:
    """Raised by the end of a day, by stakeholders listed then."""
    held = Q(stakeholder__ended_on=None) | Q(stakeholder__ended_on__gt=day)
    return Demand.objects.filter(held, raised_on__lte=day).select_related("stakeholder")


def demands_overdue(day: date) -> QuerySet[Demand]:
    """面临的挑战: not answered at the end of a day by which they were to be, those due that very day among them."""
    still_open = Q(answered_on=None) | Q(answered_on__gt=day)
    return demands_on(day).filter(still_open, raised_on__lte=due_if_raised_by(day))


def by_party(rows: QuerySet[Demand]) -> list[Demand]:
    """In the order in which stakeholders are usually told."""
    order = {str(party): n for n, party in enumerate(Party)}
    return sorted(rows, key=lambda row: (order[row.stakeholder.party], row.stakeholder_id, row.pk))


def weights_seen_by(by: Actor) -> QuerySet[Any]:
    return weights()


def weights() -> QuerySet[Any]:
    """Every weight with its `score`."""
    return Weight.objects.annotate(score=F("stakeholders") * F("body"))


def ranked(year: int) -> QuerySet[Any]:
    """The issues of a year, the weightiest first."""
    return weights().filter(year=year).order_by("-score", "-stakeholders", "pk")


def objectives_seen_by(by: Actor) -> QuerySet[Objective]:
    return Objective.objects.all()


def memberships_seen_by(by: Actor) -> QuerySet[Any]:
    """Every membership with how many `others` are in it."""
    return Membership.objects.annotate(others=Count("allies", filter=Q(allies__left_on=None)))


def memberships_on(day: date) -> QuerySet[Membership]:
    """Those that stand at the end of a day: not run out, not left."""
    return Membership.objects.filter(
        Q(until=None) | Q(until__gte=day), Q(left_on=None) | Q(left_on__gt=day), since__lte=day
    )


def allies_seen_by(by: Actor) -> QuerySet[Ally]:
    return Ally.objects.select_related("membership")


def allies_on(day: date) -> QuerySet[Ally]:
    """The other members of the alliances the body belongs to at the end of a day."""
    return Ally.objects.filter(
        Q(left_on=None) | Q(left_on__gt=day), since__lte=day, membership__in=memberships_on(day)
    )


def honours_seen_by(by: Actor) -> QuerySet[Any]:
    """Every honour, and whether its certificate is `filed`."""
    subject = Concat(Value("honour:"), OuterRef("number"), output_field=CharField())
    return Honour.objects.annotate(filed=Exists(Paper.objects.filter(subject=subject)))


def happenings_seen_by(by: Actor) -> QuerySet[Happening]:
    return Happening.objects.all()


def chronicle(first: date, last: date) -> QuerySet[Happening]:
    """大事记 of these days."""
    rows = Happening.objects.filter(of_year=True, taken_on__isnull=False)
    return rows.filter(happened_on__range=(first, last)).order_by("happened_on", "pk")


def milestones(last: date) -> QuerySet[Happening]:
    """沿革 up to a day."""
    rows = Happening.objects.filter(milestone=True, taken_on__isnull=False, happened_on__lte=last)
    return rows.order_by("happened_on", "pk")


def trade_events_seen_by(by: Actor) -> QuerySet[TradeEvent]:
    return TradeEvent.objects.all()


def duties_seen_by(by: Actor) -> QuerySet[Duty]:
    return Duty.objects.all()


def duties_on(day: date) -> QuerySet[Duty]:
    return Duty.objects.filter(Q(ended_on=None) | Q(ended_on__gt=day), given_on__lte=day).order_by("pk")


def pacts_seen_by(by: Actor) -> QuerySet[Any]:
    """Every pact with its `last` self-check, or its signing."""
    return Pact.objects.annotate(
        last=Coalesce(Max("checks__checked_on"), F("signed_on")), checked=Max("checks__checked_on")
    )


def pacts_on(day: date) -> QuerySet[Pact]:
    return Pact.objects.filter(Q(ended_on=None) | Q(ended_on__gt=day), signed_on__lte=day)


def commitments() -> QuerySet[Any]:
    """Every public commitment with its `last` look, or its publication."""
    looked = Look.objects.filter(item=OuterRef("pk")).order_by("-year").values("looked_on")[:1]
    rows = Item.objects.filter(medium=Medium.COMMITMENT, published_on__isnull=False)
    return rows.annotate(looked=Subquery(looked), last=Coalesce("looked", "published_on"))


def looks_at(item: Item) -> QuerySet[Look]:
    """How a commitment was kept, the last year first."""
    return Look.objects.filter(item=item).order_by("-year")


def commitments_seen_by(by: Actor) -> QuerySet[Any]:
    return commitments()


def commitments_on(day: date) -> QuerySet[Item]:
    """What stands in public as a commitment at the end of a day; an older version that was replaced does not."""
    return public_on(day).filter(medium=Medium.COMMITMENT)


def looks_in(year: int) -> QuerySet[Look]:
    return Look.objects.filter(year=year).select_related("item").order_by("item__published_on", "pk")


def intakes_seen_by(by: Actor) -> QuerySet[Any]:
    """Shared intakes with `ours`, the number of our contract; for whoever sees applications."""
    rows = SharedIntake.objects.select_related("application").annotate(
        ours=F("application__contract__number")
    )
    return rows if any(by.holds(role) for role in READERS) else rows.none()


def intakes_to_take() -> QuerySet[Application]:
    """Applications that can still be shared, the latest first."""
    rows = Application.objects.filter(status__in=OPEN_TO)
    shared = SharedIntake.objects.filter(application=OuterRef("pk"), consent_ended_on=None)
    return rows.exclude(Exists(shared)).order_by("-pk")


def supports_seen_by(by: Actor) -> QuerySet[Support]:
    """What was done for clients, money among it: for whoever serves them or answers for it."""
    rows = Support.objects.select_related("client")
    return rows if any(by.holds(role) for role in SUPPORT_READERS) else rows.none()


def done_for(uscc: str, kind: SupportKind, number: str) -> list[date]:
    """The days on which the thing of this number was done for this client, the latest first; a certificate may have been
    put off more than once."""
    days = {
        SupportKind.FEE_RELIEF: Relief.objects.filter(
            number=number, contract__client__uscc=uscc, state=Decided.GRANTED
        ).values_list("decided_on"),
        SupportKind.POSTPONEMENT: _told_of(uscc, number, "certificate.surveillance-put-off"),
        SupportKind.REMOTE_AUDIT: RemoteAudit.objects.filter(
            number=number, visit__client__uscc=uscc
        ).values_list("held_on"),
        SupportKind.TRANSFER: _told_of(uscc, number, "certificate.taken-over"),
    }
    return [day for (day,) in days[kind]] if kind in days else []


def _told_of(uscc: str, certificate: str, kind: str) -> QuerySet[Any]:
    """The days on which this happened to a certificate of a client, the latest first."""
    rows = Event.objects.filter(subject=f"certificate:{certificate}", kind=kind)
    return rows.filter(facts__certification__startswith=f"{uscc}/").order_by("-on").values_list("on")
