"""Begin the report of a year with the texts of the year before 建立年度报告 — ISO 26000:2010 7.5.3."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.library.queries import body
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.report_outline import beginning, written
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.yearly_report import objections_to_opening

from ..models import Block, Report


@dataclass(frozen=True)
class ReportOpened(Happened, kind="report.opened"):
    year: int
    begins_with: int | None  # the year whose texts it begins with


@action(Role.QUALITY, Role.DIRECTOR, clause="ISO 26000:2010 7.5.3")
def open_report(year: int, *, on: date, by: Actor) -> ReportOpened:
    refuse_if(objections_to_opening(year, on=on, is_open=Report.objects.filter(year=year).exists()))
    before = Report.objects.filter(year__lt=year).order_by("-year").first()
    texts = {block.code: block for block in before.blocks.all()} if before else {}
    report = Report.objects.create(year=year, opened_on=on, opened_by=by.login)
    names = body()
    new = []
    for chapter in written():
        old = texts.get(chapter.code)
        begun = old or beginning(chapter.code, year, (names.name_zh, names.name_en))
        new.append(
            Block(
                report=report,
                code=chapter.code,
                zh=begun.zh,
                en=begun.en,
                left_out=begun.left_out,
                owner=old.owner if old else chapter.owner,
                supporting=old.supporting if old else list(chapter.supporting),
                written_on=on,
                written_by=by.login,
            )
        )
    Block.objects.bulk_create(new)
    return ReportOpened(year, before.year if before else None)
