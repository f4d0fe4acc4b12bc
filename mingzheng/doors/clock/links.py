"""Ask the links of what the body says in public whether they still answer; once a day, and for a minute at most."""

from datetime import date
from time import monotonic

from mingzheng.office.publicity.actions.record_links import LinksChecked, record_links
from mingzheng.office.publicity.queries import checked_on, last_asked, links_on
from mingzheng.office.record.actors import CLOCK

from .asking import status_of

A_DAY = 60  # seconds: letters and deadlines wait meanwhile; what was not asked comes first tomorrow


def check_links(on: date, *, again: bool = False) -> LinksChecked | None:
    """What was found; None when there is nothing to ask, or it was asked today."""
    links = links_on(on)
    if not links or (checked_on(on) and not again):
        return None
    asked, until, before = dict[str, int](), monotonic() + A_DAY, last_asked()
    for address in sorted({one for _, one in links}, key=lambda one: (before.get(one, date.min), one)):
        if monotonic() < until:
            asked[address] = status_of(address)
    return record_links([(of, address, asked.get(address)) for of, address in links], on=on, by=CLOCK)
