"""Enter in the public log what happened to a certificate 状态入册 — ISO/IEC 17021-1:2015 8.1.2. Follows by itself."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.seal.leaf import What

from ..entering import add_lines
from ..queries import entry_of, lines_of


@dataclass(frozen=True)
class Logged(Happened, kind="publication.logged"):
    number: str
    what: str
    position: int


@action(Role.CLOCK, clause="ISO/IEC 17021-1:2015 8.1.2")
def log_change(number: str, *, what: What, source: str = "", on: date, by: Actor) -> Logged:
    """`source` is the event this follows from. Raises Entry.DoesNotExist for a certificate that was never entered."""
    entry = entry_of(number, lock=True)
    (line,) = add_lines(entry, [(what, on)], after=lines_of(entry).count(), source=source)
    return Logged(number, what, line.position)
