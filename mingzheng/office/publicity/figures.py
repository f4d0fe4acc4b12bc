"""The figures of what is said in public."""

from typing import Any

from django.db.models import QuerySet

from mingzheng.office.record.figure import figure
from mingzheng.rulebook.indicators import governance as means
from mingzheng.rulebook.indicators.meaning import Period

from .models import Item
from .queries import public_on

ITEM: dict[str, Any] = {
    "shows": ("number", "title_zh", "medium|medium", "published_on"),
    "opens": "publicity:number",
    "by": "medium|medium",
}


@figure(means.PUBLISHED_ITEMS, **ITEM)
def published_items(period: Period) -> QuerySet[Item]:
    return Item.objects.filter(published_on__range=period.days)


@figure(means.PUBLIC_ITEMS, **ITEM)
def public_items(period: Period) -> QuerySet[Item]:
    return public_on(period.last)
