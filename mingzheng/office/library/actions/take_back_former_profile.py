"""Take back a former profile that was entered by mistake 撤销以往档案 — ISO/IEC 17021-1:2015 8.1."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import FormerProfile
from ..queries import objections_to_taking_back


@dataclass(frozen=True)
class FormerProfileTakenBack(Happened, kind="former-profile.taken-back"):
    number: str
    name: str
    reason: str


@action(Role.ADMINISTRATOR, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 8.1")
def take_back_former_profile(number: str, *, reason: str, on: date, by: Actor) -> FormerProfileTakenBack:
    """It stays listed; its days may be entered anew, rightly. Sealed papers stay as they are."""
    row = FormerProfile.objects.select_for_update().get(number=number)
    refuse_if(objections_to_taking_back(row, reason))
    row.taken_back_on = on
    row.save(update_fields=["taken_back_on"])
    return FormerProfileTakenBack(number, row.said["name_zh"], reason.strip())
