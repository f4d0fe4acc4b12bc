"""Enter that the body is accredited for a group of technical areas — ISO/IEC 17021-1:2015 5.1.1, 9.1.2."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import scope as rules
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import refuse_if

from ..models import AccreditedScope
from ..queries import in_force


@dataclass(frozen=True)
class ScopeAccredited(Happened, kind="scope.accredited"):
    group: str
    standard: Standard
    valid_from: date
    valid_until: date | None


@action(Role.QUALITY, Role.DIRECTOR, Role.ADMINISTRATOR, clause="ISO/IEC 17021-1:2015 9.1.2")
def accredit_scope(
    standard: Standard, group: str, *, valid_from: date, valid_until: date | None = None, on: date, by: Actor
) -> ScopeAccredited:
    """`group` is the two-digit code 大类."""
    held = in_force(valid_from).filter(standard=standard, group=group).exists()
    refuse_if(rules.objections_to_scope(group, valid_from, valid_until, held=held))
    AccreditedScope.objects.create(
        standard=standard, group=group, valid_from=valid_from, valid_until=valid_until
    )
    return ScopeAccredited(group, standard, valid_from, valid_until)
