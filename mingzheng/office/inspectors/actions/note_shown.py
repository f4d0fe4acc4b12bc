"""Record what an inspector opened or took 查阅留痕, so that the body can tell whose information was shown (8.4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.inspectors import Shown, objections_to_entering
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import NOT_YOURS, Refused, refuse_if

from ..models import Access


@dataclass(frozen=True)
class AccessUsed(Happened, kind="inspection-access.used"):
    number: str
    what: Shown
    about: str  # what a person calls it: "XM2026-0012"
    client: str  # the code of the client whose information it is; empty: nobody's alone
    clients: list[str]  # of a list: whose rows stood in it


@action(Role.INSPECTOR, clause="ISO/IEC 17021-1:2015 8.4")
def note_shown(
    number: str,
    *,
    what: Shown,
    about: str = "",
    client: str = "",
    clients: Sequence[str] = (),
    on: date,
    by: Actor,
) -> AccessUsed:
    """`by` is an inspector of the access; once it is not open, nothing is shown to him any more. One after the other: two
    pages asked for at once are two events, and none is shown after the one that closes it."""
    access = Access.objects.select_for_update().get(number=number)
    if not by.login.startswith(f"inspector:{number}/"):
        raise Refused(NOT_YOURS)
    refuse_if(objections_to_entering(access.term, on))
    return AccessUsed(number, what, about, client, list(clients))
