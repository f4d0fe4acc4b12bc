"""An empty workbook to fill in: the heads with their lists, and a sheet that explains each column with an example."""

from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.writer.excel import save_workbook

from mingzheng.words import say

from .cells import day
from .moving_in import KINDS
from .register import Column

REQUIRED = PatternFill("solid", fgColor="F8E3C8")
OPTIONAL = PatternFill("solid", fgColor="E8EFF6")
ROWS = 10_000  # as far down as lists and formats reach
NOTES = ("列 Column", "必填 Required", "说明", "How to fill it in", "示例 Example")
EXAMPLES: dict[str, dict[str, object]] = {
    "certificates": {
        "RZJG_ID": "CNCA-R-2003-064",
        "ORG_NAME": "示例制造有限公司",
        "ORG_CODE": "91110000123456788M",
        "ORG_ADDRESS": "示例市示例路1号",
        "RELA_PEOP_NUM": 85,
        "FIRST_CERT_DATE": date(2022, 9, 1),
        "CERT_NUMBER": "06425Q00001R1M",
        "AUTH_PROJ_CODE": "A010102",
        "BUSI_SCOP_CODE": "17.10.02；17.12.05",
        "BUSI_COVER_SCOP": "机械零件的设计、生产",
        "APPR_AC_CODE": "02",
        "A_AUTH_TIMES": 1,
        "SUSE_TIMES": 0,
        "APPR_E_DATE": date(2025, 7, 25),
        "CHK_PD_NUM": 4,
        "APP_ASS_DATE": date(2025, 8, 28),
        "AWARD_DATE": date(2025, 9, 1),
        "CERTI_E_DATE": date(2028, 8, 31),
        "CERTI_STATUS": "01",
        "ACC_SYMBOL": "01",
        "INVOICE_NUM": "HT2025-0001",
    },
    "clients": {
        "uscc": "91110000123456788M",
        "name_zh": "示例制造有限公司",
        "address_zh": "示例市示例路1号",
        "contact": "示例联系人",
        "phone": "000-00000000",
    },
    "auditors": {
        "name_zh": "示例甲",
        "standard": "QMS",
        "grade": "审核员",
        "number": "2025-1-NQMS-0001",
        "valid_from": date(2025, 1, 1),
        "valid_until": date(2027, 12, 31),
        "technical_codes": "17.10.02；17.12.05",
        "full_time": "专职",
        "home": "310113",
        "languages": "英语",
        "contract_number": "LD-2025-001",
        "contract_from": date(2025, 1, 1),
    },
    "laws": {
        "name": "示例认证管理条例",
        "document": "示例第 390 号",
        "kind": "行政法规",
        "issuer": "示例机关",
        "issued_on": date(2020, 11, 1),
        "in_force_from": date(2021, 1, 1),
        "applies_to": "受理、审核、认证决定",
    },
    "norms": {
        "code": "GB/T 19001-2016",
        "title_zh": "质量管理体系 要求",
        "level": "国家标准",
        "branch": "标准化导则",
        "in_force_from": date(2017, 7, 1),
    },
    "documents": {
        "code": "Q/SQCC 203-2020",
        "title_zh": "审核报告编写规范",
        "kind": "企业标准",
        "version": 2,
        "in_force_from": date(2020, 6, 1),
        "department": "技术部",
        "branch": "服务提供规范",
        "every": 12,
    },
}


def template(kind: str, on: date) -> bytes:
    """The bytes of the workbook for one kind of register."""
    columns = KINDS[kind].register(on).columns
    book = Workbook()
    sheet: Any = book.active
    sheet.title = say(f"register.{kind}")
    sheet.freeze_panes = "A2"
    for place, column in enumerate(columns, 1):
        _head(sheet, place, column)
    _explain(book.create_sheet("填写说明 Notes"), kind, columns)
    file = BytesIO()
    save_workbook(book, file)
    return file.getvalue()


def _head(sheet: Any, place: int, column: Column) -> None:
    """The head of a column, with its list; days and codes below it keep their form."""
    head = sheet.cell(1, place, column.names[0])
    head.font, head.fill = Font(bold=True), REQUIRED if column.required else OPTIONAL
    letter = get_column_letter(place)
    sheet.column_dimensions[letter].width = 24
    sheet.column_dimensions[letter].number_format = "yyyy-mm-dd" if column.read is day else "@"
    if column.choices:
        listed = DataValidation(type="list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
        listed.add(f"{letter}2:{letter}{ROWS}")
        sheet.add_data_validation(listed)


def _explain(sheet: Any, kind: str, columns: tuple[Column, ...]) -> None:
    """One line a column; the heads stand below one another, so that nothing here is read as a register."""
    sheet.append(NOTES)
    for column in columns:
        words = f"column.{kind}.{column.key}"
        required = "必填 yes" if column.required else ""
        example = EXAMPLES[kind].get(column.key)
        sheet.append([column.names[0], required, say(words), say(words, "en"), example])
    for letter, width in zip("ABCDE", (34, 16, 60, 70, 26), strict=True):
        sheet.column_dimensions[letter].width = width
