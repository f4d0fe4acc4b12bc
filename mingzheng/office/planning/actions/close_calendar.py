"""Close a calendar somebody subscribed to 停用日历订阅 (ISO/IEC 17021-1:2015 8.4)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.rulebook.planning import CALENDAR_CLOSED
from mingzheng.rulebook.roles import HELD_BY_PERSONS
from mingzheng.rulebook.verdict import NOT_YOURS, refuse_if

from ..models import CalendarLink
from .open_calendar import OPENERS


@dataclass(frozen=True)
class CalendarClosed(Happened, kind="calendar.closed"):
    of: str


@action(*HELD_BY_PERSONS, clause="ISO/IEC 17021-1:2015 8.4")
def close_calendar(login: str = "", *, uscc: str = "", on: date, by) -> CalendarClosed:
    """The address answers no more."""
    others = any(by.holds(role) for role in OPENERS)
    whose = {"person__login": login} if login else {"client__uscc": uscc}
    link = CalendarLink.objects.select_for_update(of=("self",)).filter(**whose, closed_on=None).first()
    refuse_if(
        [
            *([] if others or (login and login == by.login) else [NOT_YOURS]),
            *([] if link else [CALENDAR_CLOSED]),
        ]
    )
    assert link
    link.closed_on = on
    link.save(update_fields=["closed_on"])
    return CalendarClosed(login or uscc)
