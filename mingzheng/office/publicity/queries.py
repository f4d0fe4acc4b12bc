"""Reading what is said in public. What the yearly report counts is here, each figure with its list."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Case, CharField, Count, Exists, F, Max, OuterRef, Q, QuerySet, Value, When

from mingzheng.rulebook.publicity import Approval as Which
from mingzheng.rulebook.publicity import links_in

from .models import Comparison, Item, Link

STATES = ("proposed", "department", "published", "returned", "taken_down")


def items() -> QuerySet[Any]:
    """Every item with its `state`, one of STATES."""
    by_department = Count("approvals", filter=Q(approvals__approval=Which.DEPARTMENT))
    return (
        Item.objects.annotate(n_department=by_department)
        .prefetch_related("approvals")
        .annotate(
            state=Case(
                When(taken_down_on__isnull=False, then=Value("taken_down")),
                When(returned_on__isnull=False, then=Value("returned")),
                When(published_on__isnull=False, then=Value("published")),
                When(n_department__gt=0, then=Value("department")),
                default=Value("proposed"),
                output_field=CharField(),
            )
        )
    )


def locked_item(number: str) -> Item:
    """An item held until the action is done."""
    return Item.objects.select_for_update().get(number=number)


def locked_items(numbers: Collection[str]) -> dict[str, Item]:
    """Items held until the action is done, by number; always in one order, so that two wait for each other in turn."""
    rows = Item.objects.select_for_update().filter(number__in=numbers).order_by("pk")
    return {item.number: item for item in rows}


def public_on(day: date) -> QuerySet[Item]:
    """What stands in public on a day."""
    return Item.objects.filter(
        Q(taken_down_on=None) | Q(taken_down_on__gt=day), published_on__lte=day
    ).order_by("medium", "title_zh")


def is_public(item: Item, day: date) -> bool:
    return public_on(day).filter(pk=item.pk).exists()


def differing(day: date) -> QuerySet[Item]:
    """Public items of which a page was last found to say something else than was approved."""
    later = Comparison.objects.filter(item=OuterRef("item"), where=OuterRef("where"), pk__gt=OuterRef("pk"))
    differ = Comparison.objects.filter(~Exists(later)).exclude(missing=[], added=[])
    return public_on(day).filter(Exists(differ.filter(item=OuterRef("pk"))))


def page_of(item: Item) -> str:
    """The page it was last compared with, empty before: spelled otherwise it would be another."""
    return item.comparisons.order_by("-pk").values_list("where", flat=True).first() or ""


def added_before(item: Item, where: str) -> list[str]:
    """What stood on this page unapproved when it was last compared."""
    found = item.comparisons.filter(where=where).order_by("-pk").values_list("added", flat=True)[:1]
    return [said for added in found for said in added]


def published_in(year: int) -> QuerySet[Item]:
    """Items published in the calendar year; each was approved by two."""
    return Item.objects.filter(published_on__year=year)


def published_unapproved() -> QuerySet[Item]:
    """Published without two approvals: none, or the books are broken."""
    return Item.objects.annotate(n=Count("approvals")).filter(published_on__isnull=False, n__lt=len(Which))


def links_on(day: date) -> list[tuple[str, str]]:
    """Number and address of every link in what stands in public on a day; the evidence is shown to nobody."""
    texts = public_on(day).values_list("number", "text_zh", "text_en")
    return [(number, link) for number, *parts in texts for link in links_in("\n".join(parts))]


def dead_links(day: date) -> QuerySet[Link]:
    """Those that did not answer on two days they were asked, one after the other: a site may be down for an hour. Only
    of what still stands in public."""
    dead = Link.objects.filter(dead_since__lt=F("checked_on"), item__in=public_on(day))
    return dead.select_related("item")


def checked_on(day: date) -> bool:
    return Link.objects.filter(checked_on=day).exists()


def last_asked() -> dict[str, date]:
    """When each address was last asked."""
    return dict(Link.objects.values_list("address").annotate(Max("checked_on")))
