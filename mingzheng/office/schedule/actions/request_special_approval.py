"""Ask to go beyond a limit of the body's own with one visit 申请特批 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.people.models import Person
from mingzheng.office.programmes.models import Visit
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.special_approvals import Limit, objections_to_asking
from mingzheng.rulebook.verdict import refuse_if

from ..models import SpecialApproval
from ..queries import under_way


@dataclass(frozen=True)
class SpecialApprovalAsked(Happened, kind="special-approval.asked", begins=True):
    number: str
    visit: str
    limit: Limit
    person: str
    share: int
    reason: str
    first_day: date | None = None
    last_day: date | None = None


@action(Role.PROGRAMME_MANAGER, clause="own procedure")
def request_special_approval(
    visit: str,
    *,
    limit: Limit,
    login: str = "",
    first_day: date | None = None,
    last_day: date | None = None,
    share: int = 0,
    reason: str,
    on: date,
    by: Actor,
) -> SpecialApprovalAsked:
    """`login`: whose days out become too many, from `first_day` to `last_day`; `share`: percent to be held from afar.

    It counts once a director approved.
    """
    held = Visit.objects.get(number=visit)
    person = Person.objects.get(login=login) if limit is Limit.DAYS_OUT and login else None
    waits = SpecialApproval.objects.filter(visit=held, limit=limit, person=person, state="asked").exists()
    dated = bool(first_day and last_day and first_day <= last_day)
    told = {"named": bool(person), "dated": dated, "asked": waits, "begun": under_way(held)}
    refuse_if(objections_to_asking(limit, reason, share, **told))
    first_day, last_day = (first_day, last_day) if limit is Limit.DAYS_OUT else (None, None)
    row = SpecialApproval.objects.create(
        number=next_number(SpecialApproval, "TP", on.year),
        visit=held,
        limit=limit,
        person=person,
        first_day=first_day,
        last_day=last_day,
        share=share if limit is Limit.REMOTE else 0,
        reason=reason.strip(),
        asked_by=by.login,
        asked_on=on,
    )
    return SpecialApprovalAsked(
        row.number, visit, limit, person.login if person else "", row.share, row.reason, first_day, last_day
    )
