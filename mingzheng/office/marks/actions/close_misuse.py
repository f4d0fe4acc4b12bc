"""Close a case of misuse with what was done 误用处理结案 — ISO/IEC 17021-1:2015 8.3.5."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.marks import objections_to_closing
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import Misuse


@dataclass(frozen=True)
class MisuseClosed(Happened, kind="misuse.closed"):
    number: str
    action: str


def objections(case: Misuse, action: str) -> Iterable[Objection]:
    """Why the case cannot be closed."""
    return objections_to_closing(closed=case.closed_on is not None, action=action)


@action(Role.QUALITY, clause="ISO/IEC 17021-1:2015 8.3.5")
def close_misuse(number: str, *, done: str, on: date, by: Actor) -> MisuseClosed:
    """`done` says what was done about it. Raises Misuse.DoesNotExist."""
    case = Misuse.objects.select_for_update().get(number=number)
    refuse_if(objections(case, done))

    case.action, case.closed_on = done.strip(), on
    case.save(update_fields=["action", "closed_on"])
    return MisuseClosed(number, case.action)
