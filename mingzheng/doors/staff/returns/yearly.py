"""年度工作报告的三表: register, business and personnel statistics of a year, from the frozen figures where it is frozen."""

from datetime import date
from io import BytesIO
from typing import Any

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.writer.excel import save_workbook

from mingzheng.doors.frame.sheet import XLSX
from mingzheng.doors.frame.two import t
from mingzheng.office.library.queries import body
from mingzheng.office.people.queries import movement
from mingzheng.office.report.year import TOTAL, Year
from mingzheng.office.returns.queries import READERS
from mingzheng.rulebook.duties import ATTACHMENTS
from mingzheng.rulebook.indicators.stocks import Column
from mingzheng.words import say

from ..report.years import the_year
from ..rights import StaffRequest, staff_page
from .duties import PREVAILS

HEAD = PatternFill("solid", fgColor="E8EFF6")
PERSONNEL = ("full_time", "part_time", "total", "trainee")
Line = list[Any]


@staff_page(*READERS)
def workbook(request: StaffRequest, number: int) -> HttpResponse:
    """One workbook, three sheets, one snapshot."""
    told = Year.of(the_year(number))
    book = Workbook()
    book.remove(book.worksheets[0])
    _write(book.create_sheet("年度审核登记表"), _register(told))
    _write(book.create_sheet("业务统计表"), _business(told))
    _write(book.create_sheet("人员统计表"), _personnel(told))
    file = BytesIO()
    save_workbook(book, file)
    header = content_disposition_header(True, f"年度工作报告_{number}.xlsx") or "attachment"
    return HttpResponse(file.getvalue(), content_type=XLSX, headers={"Content-Disposition": header})


def _write(page: Any, lines: list[Line]) -> None:
    for line in lines:
        page.append(line)
    for cell in page[1]:
        cell.font, cell.fill = Font(bold=True), HEAD
    page.column_dimensions["A"].width = 34
    for letter in "BCDEFGH":
        page.column_dimensions[letter].width = 16
    for cell in page["B"]:
        cell.alignment = Alignment(horizontal="left" if page.title == "年度审核登记表" else None)


def _register(told: Year) -> list[Line]:
    ours, moved = body(), movement(date(told.number, 1, 1), date(told.number, 12, 31))
    frozen = told.frozen
    return [
        ["项目", "内容"],
        ["机构名称", ours.name_zh],
        ["批准号", ours.approval_number],
        ["认可注册号", ours.accreditation_number],
        ["地址", ours.address_zh],
        ["联系电话", ours.phone],
        ["年度", told.number],
        ["年初人数", moved.opening],
        ["本年加入", len(moved.joined)],
        ["本年离开", len(moved.left)],
        ["年末人数", moved.closing],
        ["有效证书总份数", told.figures["certificates"][TOTAL]["valid"]],
        ["附件", "、".join(say(f"attachment.{name}") for name in ATTACHMENTS)],
        ["数据快照", frozen.digest if frozen else "未冻结 / not frozen"],
        ["记录树根", frozen.log_root if frozen else ""],
        ["说明", str(PREVAILS)],
    ]


def _business(told: Year) -> list[Line]:
    rows = {name: row for name, row in told.figures["certificates"].items() if name != TOTAL}
    total = told.figures["certificates"][TOTAL]
    names = [str(column) for column in Column]
    lines: list[Line] = [["认证类别", *(say(f"column.{name}") for name in names)]]
    lines += [[scheme, *(row[name] for name in names)] for scheme, row in rows.items()]
    lines.append(["合计", *(total[name] for name in names)])
    for name in names:
        if gap := total[name] - sum(row[name] for row in rows.values()):
            lines.append([str(t("“{column}”合计与各行之和相差 {gap}", "“{column}” differs from its rows by {gap}")).format(
                column=say(f"column.{name}"), gap=gap)])  # fmt: skip
    return lines


def _personnel(told: Year) -> list[Line]:
    lines: list[Line] = [["领域", "专职", "兼职", "合计", "实习"]]
    for scheme, row in told.figures["auditors"].items():
        lines.append([scheme, *(row[name] for name in PERSONNEL)])
    return lines
