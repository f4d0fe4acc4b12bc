"""Open a calendar to subscribe to, for a person or a client 开通日历订阅 (ISO/IEC 17021-1:2015 9.2.3.4, 8.4)."""

from dataclasses import dataclass
from datetime import date
from secrets import token_urlsafe

from mingzheng.office.clients.models import Client
from mingzheng.office.people.models import Person
from mingzheng.office.people.queries import locked_person
from mingzheng.office.record.action import Happened, action
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role
from mingzheng.rulebook.verdict import NOT_YOURS, refuse_if

from ..models import CalendarLink

OPENERS = (Role.PROGRAMME_MANAGER, Role.MARKET)  # for others than oneself


@dataclass(frozen=True)
class CalendarOpened(Happened, kind="calendar.opened"):
    of: str  # login or uscc


@action(*HELD_BY_PERSONS, clause="ISO/IEC 17021-1:2015 9.2.3.4")
def open_calendar(login: str = "", *, uscc: str = "", on: date, by) -> CalendarOpened:
    """A new secret address; one given out before stops working. Everyone opens his own, the office anybody's."""
    others = any(by.holds(role) for role in OPENERS)
    refuse_if([] if others or (login and login == by.login) else [NOT_YOURS])
    whose: dict[str, Person | Client] = (
        {"person": locked_person(login)}
        if login
        else {"client": Client.objects.select_for_update().get(uscc=uscc)}
    )
    CalendarLink.objects.filter(**whose, closed_on=None).update(closed_on=on)
    CalendarLink.objects.create(**whose, token=token_urlsafe(32), opened_on=on)
    return CalendarOpened(login or uscc)
