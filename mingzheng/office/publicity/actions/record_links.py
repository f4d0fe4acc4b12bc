"""Record what the links of public items answered 链接检查 (ISO/IEC 17021-1:2015 8.1.1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.publicity import is_dead
from mingzheng.rulebook.roles import Role

from ..models import Link
from ..queries import dead_links, locked_items


@dataclass(frozen=True)
class LinksChecked(Happened, kind="links.checked"):
    day: date
    links: int
    dead: int


@action(Role.CLOCK, clause="ISO/IEC 17021-1:2015 8.1.1")
def record_links(answers: Sequence[tuple[str, str, int | None]], *, on: date, by: Actor) -> LinksChecked:
    """`answers`: number of the item, address and status, None when it was not asked today: then what it answered before
    stands. A link that is named no longer is forgotten."""
    items = locked_items({number for number, _, _ in answers})
    before = {(row.item_id, row.address): row for row in Link.objects.all()}
    rows = []
    for number, address, status in answers:
        earlier = before.get((items[number].pk, address))
        if status is not None:
            since = (
                (earlier.dead_since if earlier and earlier.dead_since else on) if is_dead(status) else None
            )
            rows.append(
                Link(item=items[number], address=address, status=status, checked_on=on, dead_since=since)
            )
        elif earlier:
            rows.append(earlier)
    Link.objects.all().delete()
    Link.objects.bulk_create(rows)
    return LinksChecked(on, len(rows), dead_links(on).count())
