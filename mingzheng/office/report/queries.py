"""Counting certificates from the record, and the records behind each count."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Case, CharField, Count, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Coalesce, Concat, ExtractMonth, ExtractYear, StrIndex, Substr

from mingzheng.office.certificates.models import Certificate
from mingzheng.office.record.figure import Figure
from mingzheng.office.record.models import Event
from mingzheng.rulebook.indicators.meaning import Period
from mingzheng.rulebook.indicators.stocks import KINDS, Cause, Entry, Stock, Told, carried_in, moves

from .models import Snapshot

CARRIED, RESTORED = "certificate.carried-in", "certificate.restored"


def said(fact: str) -> Cast:
    """A fact of an event as text."""
    return Cast(KT(f"facts__{fact}"), CharField())


SCHEME = Substr(said("certification"), StrIndex(said("certification"), Value("/")) + 1)  # of "91310000…/QMS"
FACTS = {name: KT(f"facts__{name}") for name in ("was", "previous_was", "previous_becomes", "status")}
IS_SUSPENDED = Q(facts__status="suspended")
KINDS_OF: dict[Cause, Q] = {
    Cause.TRANSFERRED_IN: Q(kind="certificate.taken-over"),
    Cause.GRANTED: Q(kind="certificate.issued"),
    Cause.MAINTAINED: Q(kind="certificate.surveillance-recorded"),
    Cause.SUSPENDED: Q(kind="certificate.suspended"),
    Cause.RESTORED: Q(kind="certificate.restored")
    | Q(kind="certificate.renewed", facts__previous_becomes="expired"),
    Cause.WITHDRAWN: Q(kind="certificate.withdrawn"),
    Cause.CANCELLED: Q(kind="certificate.cancelled"),
    Cause.EXPIRED: Q(kind="certificate.expired"),
    Cause.REPLACING: Q(
        kind__in=["certificate.renewed", "certificate.reissued"], facts__previous_becomes="replaced"
    ),
}
KINDS_OF[Cause.REPLACED] = KINDS_OF[Cause.REPLACING] | Q(kind="certificate.transferred")


def events(known: int | None = None) -> QuerySet[Any]:
    """Everything that happened to certificates, each with its `scheme`; of the log's first `known` events only."""
    rows = Event.objects.filter(kind__in=[*KINDS, CARRIED]).annotate(scheme=SCHEME)
    return rows if known is None else rows.filter(log_entry__position__lt=known)


def ledger(until: date, known: int | None = None) -> list[Entry]:
    """Every move of certificates up to a day, counted by month; two queries, however many certificates."""
    rows = events(known)
    happened = (
        rows.filter(kind__in=KINDS, on__lte=until)
        .annotate(year=ExtractYear("on"), month=ExtractMonth("on"), **FACTS)
        .values_list("year", "month", "scheme", "kind", *FACTS)
        .annotate(n=Count("pk"))
    )
    entries = [
        Entry(f"{year}-{month:02}", scheme, move, count)
        for year, month, scheme, kind, *facts, count in happened
        for move in moves(Told(kind, *facts))
    ]
    return [*entries, *_carried(rows)]


def _carried(rows: QuerySet[Any]) -> Iterator[Entry]:
    """Certificates of an earlier system, in the months they were issued there and ended there."""
    days = {f"{day}_in": Substr(said(day), 1, 7) for day in ("issued_on", "ended_on")}
    counted = (
        rows.filter(kind=CARRIED)
        .annotate(**days, status=FACTS["status"])
        .values_list(*days, "scheme", "status")
        .annotate(n=Count("pk"))
    )
    for issued, ended, scheme, status, count in counted:
        entered, left = carried_in(status)
        yield Entry(issued, scheme, entered, count)
        if left:
            yield Entry(ended, scheme, left, count)


def caused(*causes: Cause, first: date, last: date) -> QuerySet[Any]:
    """The events behind a figure that counts what happened from a day to a day, both inside."""
    condition = Q()
    for cause in causes:
        condition |= KINDS_OF[cause]
    return events().filter(condition, on__range=(first, last))


def behind_flow(stock: Stock, cause: Cause, first: date, last: date) -> QuerySet[Any]:
    """The events by which certificates entered a stock or left it for one cause."""
    if cause == Cause.CARRIED_IN:
        days = {"day__gte": first.isoformat(), "day__lte": last.isoformat()}
        rows = events().filter(kind=CARRIED).annotate(day=said("issued_on")).filter(**days)
        return rows.filter(IS_SUSPENDED) if stock == Stock.SUSPENDED else rows.exclude(IS_SUSPENDED)
    rows = caused(cause, first=first, last=last)
    if cause in (Cause.WITHDRAWN, Cause.CANCELLED, Cause.EXPIRED):
        return rows.filter(facts__was=stock)
    if cause == Cause.REPLACED:
        # to another body: no number of ours follows
        let_go = Q(kind="certificate.transferred", facts__was=stock)
        return rows.filter(Q(facts__previous_was=stock) | let_go)
    if cause == Cause.REPLACING:
        return rows.filter(IS_SUSPENDED) if stock == Stock.SUSPENDED else rows.exclude(IS_SUSPENDED)
    return rows.filter(kind=RESTORED) if stock == Stock.SUSPENDED and cause == Cause.RESTORED else rows


def living_on(day: date) -> QuerySet[Any]:
    """The certificates behind a stock: those alive at the end of a day; `suspended` is 1 where they were so, else 0.

    It is asked for as more or less than 1: what is to equal the answer of another query PostgreSQL takes to be rare, and
    then holds every certificate against every certification.
    """
    said = Event.objects.filter(
        Q(subject=Concat(Value("certificate:"), OuterRef("number"), output_field=CharField())),
        Q(kind__in=["certificate.suspended", RESTORED]) | IS_SUSPENDED,
        on__lte=day,
    ).order_by("-on", "-sequence")
    stood = said.annotate(stood=Case(When(kind=RESTORED, then=0), default=1)).values("stood")[:1]
    alive = Certificate.objects.filter(issued_on__lte=day).exclude(ended_on__lte=day)
    return alive.annotate(suspended=Coalesce(Subquery(stood), 0), scheme=F("certification__standard"))


def in_force_on(day: date) -> QuerySet[Any]:
    """Of those alive at the end of a day, those not suspended."""
    return living_on(day).filter(suspended__lt=1)


def suspended_on(day: date) -> QuerySet[Any]:
    """Of those alive at the end of a day, those suspended."""
    return living_on(day).filter(suspended__gte=1)


def rows_of(one: Figure, year: int, frozen: Snapshot | None = None, part: str | None = None) -> QuerySet[Any]:
    """The records behind a figure of a year, or of one of its parts; of a frozen year those it was frozen with."""
    if frozen is None or one.told_in_the_log:
        rows = one.rows(Period.of(year), frozen.log_size if frozen else None)
        return rows if part is None else rows.filter(**{one.part: part})
    kept = frozen.kept.filter(figure=one.name)
    kept = kept if part is None else kept.filter(part=part)
    return one.rows(Period.of(year)).model._default_manager.filter(pk__in=kept.values("row"))


def records_behind(one: Figure, year: int, frozen: Snapshot | None = None) -> list[str]:
    """What the records behind a figure are called."""
    key = "subject" if one.told_in_the_log else one.key
    return [str(key) for key in rows_of(one, year, frozen).order_by(key).values_list(key, flat=True)]
