"""Install the body's own Word template for the yearly report 启用 Word 模板 — ISO 26000:2010 7.5.3."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.files.actions.file_paper import file_paper
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.yearly_report import objections_to_template
from mingzheng.seal.report.word import wrong_with

from ..models import Report
from ..writing import TEMPLATE, Draft


@dataclass(frozen=True)
class TemplateInstalled(Happened, kind="report-template.installed"):
    place: str
    name: str
    sha256: str


@action(Role.QUALITY, Role.DIRECTOR, clause="ISO 26000:2010 7.5.3")
def install_template(*, name: str, content: bytes, on: date, by: Actor) -> TemplateInstalled:
    """It is filled with the latest report before it is kept; one that cannot be filled is refused with the reason."""
    report = Report.objects.order_by("-year").first()
    why = wrong_with(content, Draft.of(report).document("zh")) if report else ""
    refuse_if(objections_to_template(why, any_report=report is not None))
    filed = file_paper(TEMPLATE, kind="report_template", name=name, content=content, on=on, by=by)
    return TemplateInstalled("word", filed.name, filed.sha256)
