"""Release a signed report 发布年度报告 — ISO 26000:2010 7.5.3."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.yearly_report import objections_to_releasing

from ..document import digest_of
from ..writing import Draft, held


@dataclass(frozen=True)
class ReportReleased(Happened, kind="report.released"):
    year: int
    edition: int
    digest: str


@action(Role.QUALITY, Role.DIRECTOR, clause="ISO 26000:2010 7.5.3")
def release_report(year: int, *, on: date, by: Actor) -> ReportReleased:
    """Nothing of it is changed any more; a correction is a new edition."""
    draft = Draft.of(report := held(year))
    documents = draft.both() if report.signed_by else []
    unchanged = bool(documents) and digest_of(documents) == report.digest
    refuse_if(objections_to_releasing(draft.standing, by.login, unchanged=unchanged))

    report.released_on, report.released_by = on, by.login
    report.save(update_fields=["released_on", "released_by"])
    zh, en = (one.to_json() for one in draft.both())
    report.editions.create(number=report.edition, zh=zh, en=en, digest=report.digest, released_on=on)
    return ReportReleased(year, report.edition, report.digest)
