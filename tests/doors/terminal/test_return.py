"""`mingzheng return`: rows of a month, and checking a file."""

import json

import pytest
from django.core.management import call_command

from mingzheng.doors.registers.return_book import written
from tests import certified
from tests.office.returns.test_returns import LAYOUT, MARCH, filled, rows_for

pytestmark = pytest.mark.django_db


def test_rows_of_a_month_are_printed_and_written_and_the_file_is_checked(capsys, tmp_path):
    held = certified.certificate(on=MARCH.replace(day=5))
    call_command("return", "rows", "certificates", "2026-03", "--json")
    assert json.loads(capsys.readouterr().out)[0]["CERT_NUMBER"] == held.number

    file = tmp_path / "a.xlsx"
    file.write_bytes(
        written(LAYOUT, [filled(row) | {"CERTI_STATUS": "8"} for row in rows_for("certificates", MARCH)])
    )
    with pytest.raises(SystemExit) as ended:
        call_command(
            "return", "check", "certificates", str(file), "--json", "--mended", str(tmp_path / "b.xlsx")
        )
    told = json.loads(capsys.readouterr().out)
    assert ended.value.code == 1 and (tmp_path / "b.xlsx").exists()
    assert [(one["row"], one["column"], one["code"]) for one in told["faults"]] == [
        (3, "CERTI_STATUS", "return-cell.code")
    ]


def test_what_is_no_workbook_is_told(capsys, tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"nothing")
    with pytest.raises(SystemExit) as ended:
        call_command("return", "check", "energy", str(tmp_path / "a.xlsx"))
    assert ended.value.code == 2 and "a.xlsx" in capsys.readouterr().err
