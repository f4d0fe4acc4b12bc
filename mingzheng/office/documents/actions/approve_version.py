"""Approve the version of a document that waits; the one before it ends 批准 (10.2.3)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.own_documents import CONTROL, objections_to_approval, review_due
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..queries import KEEPERS, draft_facts, locked_document


@dataclass(frozen=True)
class VersionApproved(Happened, kind="document.approved"):
    number: str
    version: int
    in_force_from: date


@action(*KEEPERS, clause=CONTROL)
def approve_version(number: str, *, in_force_from: date, on: date, by: Actor) -> VersionApproved:
    """By another than its author; policy and manual by top management."""
    row = locked_document(number)
    versions = list(row.versions.all())
    directs = by.holds(Role.DIRECTOR)
    refuse_if(
        objections_to_approval(
            draft_facts(row, versions), by.login, directs=directs, in_force_from=in_force_from, on=on
        )
    )
    version = next(one for one in versions if one.waits)
    row.versions.filter(approved_on__isnull=False, ended_on=None).update(ended_on=in_force_from)
    version.approved_by, version.approved_on, version.in_force_from = by.login, on, in_force_from
    version.save(update_fields=["approved_by", "approved_on", "in_force_from"])
    row.review_due = review_due(in_force_from, row.every)
    row.save(update_fields=["review_due"])
    return VersionApproved(number, version.number, in_force_from)
