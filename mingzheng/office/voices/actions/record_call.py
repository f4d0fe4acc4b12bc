"""Enter a call, reached or not, with the reply to each question 登记回访 (ISO/IEC 17021-1:2015 10.2.5.2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.schedule.models import Assignment
from mingzheng.rulebook import questionnaires as rules
from mingzheng.rulebook.questionnaires import CallOutcome
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import CallBack


@dataclass(frozen=True)
class CallRecorded(Happened, kind="call.recorded"):
    call: str  # draw and visit
    outcome: CallOutcome
    attempt: int
    unexpected: list[str]  # questions with another reply than hoped for


@action(Role.QUALITY, clause="ISO/IEC 17021-1:2015 10.2.5.2")
def record_call(
    call: str,
    *,
    outcome: CallOutcome,
    replies: Mapping[str, str],
    spoke_to: str = "",
    remarks: str = "",
    on: date,
    by: Actor,
) -> CallRecorded:
    """`replies`: question -> yes, no or unsure. A client not reached is tried again; nobody calls about his own visit."""
    draw, _, visit = call.partition("/")
    held = CallBack.objects.select_for_update(of=("self",)).select_related("draw", "visit", "questionnaire")
    row = held.get(draw__number=draw, visit__number=visit)
    own = Assignment.objects.filter(visit=row.visit, person__login=by.login).exists()
    done = row.outcome not in ("", CallOutcome.NOT_REACHED)
    refuse_if([rules.ALREADY_CALLED] if done else [rules.OWN_VISIT] if own else [])
    refuse_if(rules.objections_to_replies(outcome, row.questions, replies))

    row.outcome, row.attempts, row.called_on, row.called_by = outcome, row.attempts + 1, on, by.login
    row.answers, row.unexpected = dict(replies), rules.unexpected(row.questions, replies)
    row.spoke_to, row.remarks = spoke_to.strip(), remarks.strip()
    row.save()
    return CallRecorded(call, outcome, row.attempts, row.unexpected)
