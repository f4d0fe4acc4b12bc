"""Screens of the reports to the regulator: calendar, file with its faults, sending, receipt, checking, the year's sheets."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from mingzheng.doors.registers.return_book import read_book, written
from mingzheng.office.record.actors import CLOCK
from mingzheng.office.returns.actions.open_duties import open_duties
from mingzheng.office.returns.models import Duty
from mingzheng.rulebook.return_duties import DutyKind
from tests import certified
from tests.office.returns.test_returns import APRIL, LAYOUT, MARCH, filled, rows_for

pytestmark = pytest.mark.django_db
AT = "/staff/returns/"
NUMBER = "certificates-2026-03"


@pytest.fixture
def clerk(client, it_is):
    it_is(APRIL)
    certified.certificate(on=date(2026, 3, 5))
    open_duties(MARCH, on=date(2026, 4, 1), by=CLOCK)
    client.force_login(certified.clerk())
    return client


def text(answer) -> str:
    return answer.content.decode()


def sheet(rows, faults=None) -> SimpleUploadedFile:
    return SimpleUploadedFile("证书信息.xlsx", written(LAYOUT, rows, faults or {}))


def test_a_month_from_the_calendar_to_the_receipt(clerk):
    assert "证书信息" in text(clerk.get(f"{AT}duties/"))
    at = f"{AT}duties/{NUMBER}/"
    assert "尚未上报" in text(clerk.get(at))
    page = text(clerk.get(f"{at}rows/"))
    assert "必填项为空" in page and "以平台现行模板为准" in page
    refused = clerk.post(f"{at}send/")
    assert refused.status_code == 409 and "未改正" in text(refused)
    mended = sheet([filled(row) for row in rows_for(DutyKind.CERTIFICATES, MARCH)])
    assert clerk.post(f"{at}send/", {"file": mended}).url == at
    assert "上报内容" in text(clerk.get(f"{at}rows/")) and Duty.objects.get(number=NUMBER).sent_on == APRIL
    assert clerk.post(f"{at}answer-return/", {"accepted": "1", "receipt": "R-1"}).url == at
    assert "平台已接收" in text(clerk.get(at))


def test_the_exported_file_says_at_its_cells_what_is_wrong(clerk):
    answer = clerk.get(f"{AT}duties/{NUMBER}/rows/excel/")
    page = load_workbook(BytesIO(answer.content)).active
    heads = [cell.value for cell in page[1]]
    cell = page.cell(3, heads.index("ORG_DISTRICT") + 1)
    assert "必填项为空" in cell.comment.text and cell.fill.fgColor.rgb.endswith("F8D7D3")


def test_any_file_is_checked_and_mended(clerk):
    row = filled(rows_for(DutyKind.CERTIFICATES, MARCH)[0])
    untidy = row | {"CERTI_STATUS": "1", "AWARD_DATE": "2026年3月5日", "ORG_COUNTRY": "CHN"}
    page = text(clerk.post(f"{AT}check/", {"kind": "certificates", "file": sheet([untidy])}))
    assert "1 处有误" in page and "2 处可自动改正" in page and "CHN" in page
    answer = clerk.post(f"{AT}check/", {"kind": "certificates", "file": sheet([untidy]), "mended": "1"})
    again = read_book(LAYOUT, answer.content, APRIL)
    assert (again.rows[0]["CERTI_STATUS"], again.rows[0]["AWARD_DATE"], again.mended) == (
        "01",
        "2026-03-05",
        0,
    )
    assert {name for faults in again.faults.values() for name in faults} == {"ORG_COUNTRY"}


@pytest.mark.parametrize(("content", "why"), [(b"PK no", "无法读取"), (None, "没有找到")])
def test_a_file_that_cannot_be_read_is_refused_at_its_field(clerk, content, why):
    other = sheet([]) if content is None else SimpleUploadedFile("a.xlsx", content)
    assert why in text(clerk.post(f"{AT}check/", {"kind": "energy", "file": other}))


def test_the_year_is_one_workbook_of_three_sheets(clerk):
    book = load_workbook(BytesIO(clerk.get(f"{AT}year/2026/").content))
    assert book.sheetnames == ["年度审核登记表", "业务统计表", "人员统计表"]
    rows = {row[0]: row[1:] for row in book["业务统计表"].values}
    assert rows["QMS"][:2] == (1, 1) and rows["合计"][:2] == (1, 1)


def test_a_year_nobody_can_mean_is_not_there(clerk):
    assert clerk.get("/staff/returns/year/1/").status_code == 404


def test_who_reports_nothing_sees_nothing_of_it(client, cast, it_is):
    it_is(APRIL)
    client.force_login(cast["auditor"])
    for path in ("duties/", f"duties/{NUMBER}/rows/", f"duties/{NUMBER}/send/", "check/", "year/2026/"):
        assert client.get(f"{AT}{path}").status_code == 403, path
