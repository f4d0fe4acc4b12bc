"""Enter a report as sent 登记上报 — with the rows that were sent, every cell of them in order (信息报告规范)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.return_duties import OWNERS, DutyKind, last_day_of, objections_to_sending
from mingzheng.rulebook.return_files import Row, layout_in_force, objections_to_file
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import Duty
from ..queries import digest_of, locked


@dataclass(frozen=True)
class ReturnSent(Happened, kind="return.sent"):
    number: str
    layout: str
    rows: int
    digest: str  # SHA-256 of the rows


def objections(duty: Duty, rows: Sequence[Row], on: date, by: Actor) -> list[Objection]:
    """Why this person cannot enter the report as sent on this day. One the platform did not take is sent again."""
    kind = DutyKind(duty.kind)
    wrong = objections_to_file(layout_in_force(kind.file, on), rows, on) if kind.file else {}
    return objections_to_sending(
        kind,
        last_day_of(kind, duty.first),
        on=on,
        sent=duty.sent_on is not None and duty.accepted is not False,
        faults=wrong,
        holds_it=by.holds(kind.owner),
    )


@action(*OWNERS, clause="信息报告规范")
def send_return(number: str, rows: Sequence[Row], *, on: date, by: Actor) -> ReturnSent:
    duty = locked(number)
    refuse_if(objections(duty, rows, on, by))

    kind = DutyKind(duty.kind)
    duty.layout = layout_in_force(kind.file, on).version if kind.file else ""
    duty.rows, duty.digest = list(rows), digest_of(rows)
    duty.sent_on, duty.sent_by = on, by.login
    duty.answered_on, duty.accepted, duty.receipt, duty.remark = None, None, "", ""
    duty.save()
    return ReturnSent(number, duty.layout, len(duty.rows), duty.digest)
