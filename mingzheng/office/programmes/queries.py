"""Reading the programmes."""

from collections import Counter
from datetime import date
from typing import Any

from django.db.models import Aggregate, CharField, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from mingzheng.office.contracts.models import Contract
from mingzheng.office.record.prepared import Prepared, put_beside
from mingzheng.rulebook.audit_cycle import VisitKind
from mingzheng.rulebook.dated_numbers import last_day

from .models import Certification, Cycle, Visit, VisitPart

PARTS = Prefetch(
    "parts",
    VisitPart.objects.select_related("certification", "cycle").order_by("certification_id"),
)


def put_parts_beside(visit: Visit) -> None:
    """PARTS of one visit, composed once."""
    put_beside(visit, "parts", _parts(visit=visit.pk))


@Prepared
def _parts(*, visit: int) -> QuerySet[VisitPart]:
    rows = VisitPart.objects.select_related("certification", "cycle")
    return rows.filter(visit=visit).order_by("certification_id")


TO_COME = Q(begun_on=None, dropped_on=None)  # visits that are still to begin


class _Joined(Aggregate):
    """The texts of a group as one, with spaces between."""

    function, template = "GROUP_CONCAT", "%(function)s(%(expressions)s, ' ')"
    output_field = CharField()

    def as_postgresql(self, *args: Any, **kwargs: Any) -> Any:
        return self.as_sql(*args, function="STRING_AGG", **kwargs)


def standards_of(visit: str = "pk") -> Subquery:
    """What the visit of a row (its key at this path) audits, "QMS EMS", where its parts are not needed."""
    parts = VisitPart.objects.filter(visit=OuterRef(visit)).order_by().values("visit")
    return Subquery(parts.annotate(held=_Joined("certification__standard")).values("held"))


def visits() -> QuerySet[Visit]:
    """Every visit with client and parts; in the order of the cycle when of one client."""
    return Visit.objects.select_related("client", "contract", "site").prefetch_related(PARTS)


def open_visits() -> QuerySet[Visit]:
    """Visits that are still to begin."""
    return visits().filter(TO_COME)


def to_be_dated(on: date) -> Q:
    """Visits to find dates for: everything due within 90 days, and what waits for the initial certification."""
    due = Q(latest__lte=last_day("due_soon", on))
    return due | Q(kind__in=[VisitKind.STAGE1, VisitKind.STAGE2])


def without_programme() -> QuerySet[Contract]:
    """Signed contracts for which no programme was opened yet, the oldest first."""
    return (
        Contract.objects.filter(signed_on__isnull=False, ended_on=None, application__isnull=False)
        .exclude(Exists(Certification.objects.filter(contract=OuterRef("pk"))))
        .select_related("client")
        .order_by("signed_on")
    )


def next_visit(certification: Certification, *kinds: VisitKind) -> Visit | None:
    """The visit of these kinds that comes next for a certification: the earliest last day among those not held yet."""
    return (
        Visit.objects.filter(
            parts__certification=certification, held_on=None, dropped_on=None, kind__in=kinds
        )
        .exclude(latest=None)
        .order_by("latest")
        .first()
    )


def latest_cycle(uscc: str, standard: str) -> Cycle:
    """The latest cycle of a client's living certification to a standard, locked."""
    return _latest_cycles.get(uscc=uscc, standard=standard)


@Prepared
def _latest_cycles(*, uscc: str, standard: str) -> QuerySet[Cycle]:
    """The latest alone."""
    rows = Cycle.objects.select_for_update(of=("self",))
    rows = rows.select_related("certification__client", "certification__contract")
    living = {"certification__standard": standard, "certification__ended_on": None}
    return rows.filter(certification__client__uscc=uscc, **living).order_by("-number")[:1]


def certifications_of(contract: Contract) -> QuerySet[Certification]:
    """What is certified under a contract, with its cycles, the ended ones included."""
    rows = Certification.objects.filter(contract=contract).select_related("transfer")
    return rows.prefetch_related("cycles").order_by("pk")


def codes_needed(standard: str) -> Counter[str]:
    """Technical codes of the certifications under way for a standard, and how many need each."""
    lists = Certification.objects.filter(standard=standard, ended_on=None).values_list(
        "technical_codes", flat=True
    )
    return Counter(code for codes in lists for code in codes)
