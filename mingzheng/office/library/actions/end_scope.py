"""Enter that an accredited group of technical areas ends — ISO/IEC 17021-1:2015 5.1.1."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard

from ..queries import in_force


@dataclass(frozen=True)
class ScopeEnded(Happened, kind="scope.ended"):
    group: str
    standard: Standard
    valid_until: date


@action(Role.QUALITY, Role.DIRECTOR, Role.ADMINISTRATOR, clause="ISO/IEC 17021-1:2015 5.1.1")
def end_scope(standard: Standard, group: str, *, valid_until: date, on: date, by: Actor) -> ScopeEnded:
    """`valid_until` is the last day on which the group is accredited."""
    scope = in_force(valid_until).select_for_update().get(standard=standard, group=group)
    scope.valid_until = valid_until
    scope.save(update_fields=["valid_until"])
    return ScopeEnded(group, standard, valid_until)
