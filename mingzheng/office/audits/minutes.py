"""The record of an opening or closing meeting, as it is kept in the audit's row (ISO/IEC 17021-1:2015 9.4.2, 9.4.7)."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from mingzheng.rulebook.on_site import Held, Meeting


@dataclass(frozen=True)
class Attendee:
    """One of the client's people at a meeting."""

    name: str
    department: str = ""
    position: str = ""


@dataclass(frozen=True)
class Minutes:
    """Who met from when to when (``09:00``), what was said of the points that must be said, what else came up."""

    held_on: date
    starts: str
    ends: str
    team: Sequence[str]  # logins
    client: Sequence[Attendee]
    said: Sequence[str]  # rulebook.on_site.Point
    matters: str = ""

    @property
    def row(self) -> dict[str, Any]:
        return {**asdict(self), "held_on": self.held_on.isoformat()}

    def facts(self, meeting: Meeting, leader: str) -> Held:
        """What the rulebook needs to know of them."""
        return Held(meeting, self.held_on, leader in self.team, len(self.client), self.said)


def minutes_in(row: dict[str, Any]) -> Minutes:
    """The minutes kept in a row."""
    attendees = [Attendee(**attendee) for attendee in row["client"]]
    return Minutes(**{**row, "held_on": date.fromisoformat(row["held_on"]), "client": attendees})
