"""Record what was passed to or from a laboratory 登记信息传递 (ISO/IEC 17021-1:2015 8.4.3)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.shared_intake import CONFIDENTIAL, Content, Direction, objections_to_passing
from mingzheng.rulebook.verdict import refuse_if

from ..models import SharedIntake


@dataclass(frozen=True)
class PassedOn(Happened, kind="shared-intake.passed-on"):
    number: str
    direction: Direction
    content: Content
    what: str
    recipient: str
    passed_on: date


@action(Role.MARKET, Role.TECHNICAL, clause=CONFIDENTIAL)
def pass_on(
    number: str,
    *,
    direction: Direction,
    content: Content,
    what: str,
    recipient: str,
    passed_on: date,
    on: date,
    by: Actor,
) -> PassedOn:
    """`recipient` is the person who received it, in whichever house."""
    row = SharedIntake.objects.select_for_update().get(number=number)
    ended = bool(row.consent_ended_on)
    refuse_if(objections_to_passing(what, recipient, passed_on, on, consented=row.consented_on, ended=ended))
    what, recipient = what.strip(), recipient.strip()
    row.passings.create(
        direction=direction, content=content, what=what, recipient=recipient, passed_on=passed_on, by=by.login
    )
    return PassedOn(number, direction, content, what, recipient, passed_on)
