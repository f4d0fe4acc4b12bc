"""Laws of the books about what the body answers for."""

from collections.abc import Iterator

from django.db.models import F, Q

from mingzheng.office.record.books import book
from mingzheng.rulebook.publicity import Medium

from .models import Look, Passing, Weight


@book("only a public commitment is said to be kept")
def _commitments() -> Iterator[str]:
    for look in Look.objects.select_related("item"):
        item = look.item
        if item.medium != Medium.COMMITMENT or not item.published_on or item.published_on > look.looked_on:
            yield f"{item.number} was looked at on {look.looked_on}"


@book("a weight is called by its year and its issue")
def _weights() -> Iterator[str]:
    for row in Weight.objects.all():
        if row.number != f"{row.year}-{row.issue}":
            yield f"{row.number} is of {row.year} and {row.issue}"


@book("nothing about a client passed to or from a laboratory without its consent")
def _passings() -> Iterator[str]:
    before = Q(passed_on__lt=F("intake__consented_on"))
    after = Q(passed_on__gt=F("intake__consent_ended_on"))
    for number, day in Passing.objects.filter(before | after).values_list("intake__number", "passed_on"):
        yield f"{number}: something was passed on {day}, when the client did not consent"
