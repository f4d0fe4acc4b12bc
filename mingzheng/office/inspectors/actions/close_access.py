"""Close an access before its last day 关闭查阅. At once: the next page an inspector asks for is refused."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.inspectors import objections_to_closing
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Access


@dataclass(frozen=True)
class AccessClosed(Happened, kind="inspection-access.closed"):
    number: str
    reason: str


@action(Role.QUALITY, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 8.4")
def close_access(number: str, *, reason: str, on: date, by: Actor) -> AccessClosed:
    access = Access.objects.select_for_update().get(number=number)
    refuse_if(objections_to_closing(access.term, reason=reason, on=on))
    access.closed_on, access.closing_reason = on, reason.strip()
    access.save()
    return AccessClosed(number, access.closing_reason)
