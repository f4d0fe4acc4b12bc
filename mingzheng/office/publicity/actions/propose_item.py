"""Propose something to be said in public 提出宣传信息 (ISO/IEC 17021-1:2015 8.1)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.publicity import Medium, objections_to_proposal
from mingzheng.rulebook.roles import HELD_BY_PERSONS
from mingzheng.rulebook.verdict import refuse_if

from ..models import Item


@dataclass(frozen=True)
class ItemProposed(Happened, kind="publicity.proposed"):
    number: str
    medium: Medium
    title: str
    version: int
    flags: int


@action(*HELD_BY_PERSONS, clause="ISO/IEC 17021-1:2015 8.1.1")
def propose_item(
    medium: Medium,
    *,
    title_zh: str,
    title_en: str,
    text_zh: str,
    text_en: str,
    department: str,
    evidence: str = "",
    replaces: str = "",
    on: date,
    by: Actor,
) -> ItemProposed:
    """`department` answers for it; `replaces` is the item of which this is a new version."""
    both = bool(title_en.strip() and text_en.strip())
    refuse_if(objections_to_proposal(medium, text_zh, text_en if both else "", evidence))
    earlier = Item.objects.get(number=replaces) if replaces else None
    item = Item(
        number=next_number(Item, "XC", on.year),
        medium=medium,
        title_zh=title_zh.strip(),
        title_en=title_en.strip(),
        text_zh=text_zh.strip(),
        text_en=text_en.strip(),
        department=department.strip(),
        evidence=evidence.strip(),
        proposed_by=by.login,
        proposed_on=on,
        replaces=earlier,
        version=earlier.version + 1 if earlier else 1,
    )
    item.save()
    return ItemProposed(item.number, medium, item.title_zh, item.version, len(item.flags))
