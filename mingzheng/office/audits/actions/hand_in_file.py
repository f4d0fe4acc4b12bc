"""Hand in the file of an audit 资料收回: complete, so that reviewers can read it (ISO/IEC 17021-1:2015 9.5.3.1)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import on_site
from mingzheng.rulebook.audit_cycle import VisitKind
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..queries import file_facts, locked


@dataclass(frozen=True)
class HandedIn(Happened, kind="audit.handed_in"):
    audit: str
    days: int  # calendar days since the closing meeting


def objections(audit: Any, *, by: Actor) -> list[Objection]:
    """What the file of one of `queries.audits` lacks, one by one. A stage 1 is read together with its stage 2 and not handed in by itself."""
    found = [] if audit.leader == by.login else [on_site.NOT_LEADER]
    if audit.visit.kind == VisitKind.STAGE1:
        return [*found, on_site.STAGE1_GOES_WITH_STAGE2]
    if audit.handed_in_on:
        return [*found, on_site.ALREADY_HANDED_IN]
    return found + on_site.missing_from_file(file_facts(audit))


@action(Role.AUDITOR, clause="ISO/IEC 17021-1:2015 9.5.3.1")
def hand_in_file(number: str, *, on: date, by: Actor) -> HandedIn:
    audit = locked(number)
    refuse_if(objections(audit, by=by))

    assert audit.closed_on is not None  # the rulebook has just said so
    audit.handed_in_on = on
    audit.save(update_fields=["handed_in_on"])
    return HandedIn(number, (on - audit.closed_on).days)
