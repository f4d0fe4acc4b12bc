"""Compare an item with what stands on its page 网页核对 (ISO/IEC 17021-1:2015 8.1)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.publicity import difference, named_page, objections_to_comparing
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..queries import added_before, is_public, locked_item


@dataclass(frozen=True)
class PageCompared(Happened, kind="publicity.compared"):
    number: str
    where: str
    missing: int
    added: int


@action(Role.MARKET, Role.QUALITY, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 8.1.1")
def compare_page(
    number: str, *, where: str, page: str, whole: bool = False, on: date, by: Actor
) -> PageCompared:
    """`page`: its text, or its source; `whole`: all of it. What differs waits until the same page was found to agree again,
    or the item is no longer public."""
    item, where = locked_item(number), named_page(where)
    refuse_if(objections_to_comparing(page, where, public=is_public(item, on)))
    told = difference(
        [item.title_zh, item.text_zh, item.title_en, item.text_en],
        page,
        earlier=added_before(item, where) if whole else None,
    )
    item.comparisons.create(
        compared_on=on,
        compared_by=by.login,
        where=where,
        missing=list(told.missing),
        added=list(told.added),
    )
    return PageCompared(number, where, len(told.missing), len(told.added))
