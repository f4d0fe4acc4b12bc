"""Give somebody a seat on a panel for a term 委员、理事任职 (ISO/IEC 17021-1:2015 5.2.3)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.governance import Interest, Panel, objections_to_seat
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Seat


@dataclass(frozen=True)
class MemberSeated(Happened, kind="seat.taken"):
    number: str
    panel: Panel
    name: str
    interest: Interest
    since: date
    until: date


@action(Role.QUALITY, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 5.2.3")
def seat_member(
    panel: Panel,
    *,
    name: str,
    organisation: str,
    interest: Interest,
    since: date,
    until: date,
    on: date,
    by: Actor,
) -> MemberSeated:
    """`until` is the last day of the term."""
    seated = Seat.objects.filter(panel=panel, name=name, ended_on=None, until__gte=since).exists()
    refuse_if(objections_to_seat(since, until, seated=seated))
    seat = Seat.objects.create(
        number=next_number(Seat, "XW", on.year),
        panel=panel,
        name=name.strip(),
        organisation=organisation.strip(),
        interest=interest,
        since=since,
        until=until,
    )
    return MemberSeated(seat.number, panel, seat.name, interest, since, until)
