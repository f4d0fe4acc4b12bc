"""What must always be true of certificates."""

from collections import Counter
from collections.abc import Iterator
from itertools import accumulate

from django.db.models import F

from mingzheng.office.decisions.models import Decision
from mingzheng.office.record.books import book
from mingzheng.office.record.models import Event

from .models import SUB_CARRIED_IN, Certificate

# What an event makes of its certificate. An event with a fact `status` says it itself.
BECOMES = {
    "certificate.issued": "in_force",
    "certificate.taken-over": "in_force",
    "certificate.renewed": "in_force",
    "certificate.suspended": "suspended",
    "certificate.restored": "in_force",
    "certificate.withdrawn": "withdrawn",
    "certificate.cancelled": "cancelled",
    "certificate.expired": "expired",
    "certificate.transferred": "replaced",
}
ENDS = {
    "certificate.withdrawn",
    "certificate.cancelled",
    "certificate.expired",
    "certificate.transferred",
}
MAY_BE_RESTED_ON = {"grant", "renew", "extend", "reduce"}

Month = tuple[str, str]  # standard, "2026-03"


def _events() -> Iterator[tuple[str, str, str, dict[str, str]]]:
    """Kind, number, day and facts of everything that happened to certificates themselves, in the order it was written."""
    rows = (
        Event.objects.filter(subject__startswith="certificate:").exclude(kind=SUB_CARRIED_IN).order_by("id")
    )
    for kind, subject, on, facts in rows.values_list("kind", "subject", "on", "facts").iterator(
        chunk_size=2000
    ):
        yield kind, subject.partition(":")[2], str(on), facts


@book("a certificate's status is what its events made of it")
def _status_is_the_fold() -> Iterator[str]:
    told: dict[str, str] = {}
    for kind, number, _, facts in _events():
        if status := facts.get("status") or BECOMES.get(kind):
            told[number] = status
        if previous := facts.get("previous"):
            told[previous] = facts["previous_becomes"]
    rows = dict(Certificate.objects.values_list("number", "status"))
    for number in sorted(rows.keys() | told.keys()):
        status, folded = rows.get(number, "missing"), told.get(number, "nothing")
        if status != folded:
            yield f"{number} is {status}, its events say {folded}"


@book("no certificate without a decision, and none before it")
def _certificates_rest_on_decisions() -> Iterator[str]:
    ours = Certificate.objects.filter(decision__carried=False)
    for number, executed_on, act in ours.values_list("number", "decision__executed_on", "decision__act"):
        if act not in MAY_BE_RESTED_ON:
            yield f"{number} rests on a decision to {act}"
        if executed_on is None:
            yield f"{number} rests on a decision that nobody executed"
    for number in ours.filter(issued_on__lt=F("decision__decided_on")).values_list("number", flat=True):
        yield f"{number} was issued before its decision"


@book("a decision is executed once, and the record says when")
def _decisions_are_used_once() -> Iterator[str]:
    told = Counter(facts["decision"] for _, _, _, facts in _events() if facts.get("decision"))
    rows = set(Decision.objects.filter(executed_on__isnull=False).values_list("number", flat=True))
    yield from (f"{number} was executed {times} times" for number, times in told.items() if times > 1)
    yield from (f"{number} was executed in the rows only" for number in sorted(rows - told.keys()))
    yield from (f"{number} was executed in the record only" for number in sorted(told.keys() - rows))


@book("stock and flow of certificates agree for every month")
def _stock_and_flow() -> Iterator[str]:
    """Living certificates at the end of each month: by the rows, and by what the events brought in and took out."""
    rows, told = _flows_by_the_rows(), _flows_by_the_record()
    months = sorted(rows.keys() | told.keys())
    for standard in sorted({standard for standard, _ in months}):
        mine = [month for month in months if month[0] == standard]
        stocks = accumulate(rows[month] for month in mine)
        flows = accumulate(told[month] for month in mine)
        for (_, month), stock, flow in zip(mine, stocks, flows, strict=True):
            if stock != flow:
                yield f"{standard} {month}: {stock} living certificates, by the record {flow}"


def _flows_by_the_rows() -> Counter[Month]:
    flows: Counter[Month] = Counter()
    days = Certificate.objects.values_list("certification__standard", "issued_on", "ended_on")
    for standard, issued_on, ended_on in days.iterator(chunk_size=5000):
        flows[standard, f"{issued_on:%Y-%m}"] += 1
        if ended_on:
            flows[standard, f"{ended_on:%Y-%m}"] -= 1
    return flows


def _flows_by_the_record() -> Counter[Month]:
    flows: Counter[Month] = Counter()
    for kind, _, on, facts in _events():
        standard = facts.get("certification", "").rpartition("/")[2]
        if issued_on := facts.get("issued_on"):
            flows[standard, issued_on[:7]] += 1
        if facts.get("previous_becomes") == "replaced" or kind in ENDS:
            flows[standard, on[:7]] -= 1
        if ended_on := facts.get("ended_on"):  # of a certificate that came from another system already ended
            flows[standard, ended_on[:7]] -= 1
    return flows


@book("a certificate taken over keeps the days of the one it follows")
def _days_are_kept() -> Iterator[str]:
    first = Certificate.objects.filter(certification__transfer__isnull=False, replaces=None)
    first = first.filter(cycle_number=F("certification__transfer__cycle_number"), prolonged_from=None)
    moved = first.exclude(
        expires_on=F("certification__transfer__expires_on"),
        first_issued_on=F("certification__transfer__first_issued_on"),
    )
    for number in moved.values_list("number", flat=True):
        yield f"{number} has other days than the certificate it took the place of"
