"""Record what the links of public items answered 链接检查 (ISO/IEC 17021-1:2015 8.1.1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.publicity import is_dead
from mingzheng.rulebook.roles import Role

from ..models import Item, Link


@dataclass(frozen=True)
class LinksChecked(Happened, kind="links.checked"):
    day: date
    links: int
    dead: int


@action(Role.CLOCK, clause="ISO/IEC 17021-1:2015 8.1.1")
def record_links(answers: Sequence[tuple[str, str, int]], *, on: date, by: Actor) -> LinksChecked:
    """`answers`: number of the item, address and status. A link that is named no longer is forgotten."""
    before = {(row.item.number, row.address): row for row in Link.objects.select_related("item")}
    items = {item.number: item for item in Item.objects.filter(number__in={one[0] for one in answers})}
    rows = [
        _row(items[of], address, status, before.get((of, address)), on) for of, address, status in answers
    ]
    Link.objects.all().delete()
    Link.objects.bulk_create(rows)
    return LinksChecked(on, len(rows), sum(row.dead_since is not None for row in rows))


def _row(item: Item, address: str, status: int, before: Link | None, on: date) -> Link:
    since = (before.dead_since if before and before.dead_since else on) if is_dead(status) else None
    return Link(item=item, address=address, status=status, checked_on=on, dead_since=since)
