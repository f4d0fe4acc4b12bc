"""Take a signature back, or begin a new edition of a released report 撤回签发、修订 — ISO 26000:2010 7.6.2."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.yearly_report import objections_to_reopening

from ..writing import held, standing_of


@dataclass(frozen=True)
class ReportReopened(Happened, kind="report.reopened"):
    year: int
    edition: int  # that is written from now on
    reason: str


@action(Role.QUALITY, Role.DIRECTOR, clause="ISO 26000:2010 7.6.2")
def reopen_report(year: int, *, reason: str, on: date, by: Actor) -> ReportReopened:
    report = held(year)
    refuse_if(objections_to_reopening(standing_of(report), reason))

    report.edition += report.released_on is not None
    report.signed_on, report.signed_by, report.released_on, report.released_by = None, "", None, ""
    report.digest, report.doubts_because = "", ""
    report.save()
    return ReportReopened(year, report.edition, reason.strip())
