"""`mingzheng report`: the figures of a year; findings in words or as JSON, and a status that says whether there are any."""

import io
import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from mingzheng.office.report.actions.open_report import open_report
from tests.certified import certificate

WRONG = "现有管理人员 10 人，审核员 63 人，共 70 人。"


def run(*arguments: str, given: str = "", monkeypatch=None) -> tuple[int, str, str]:
    out, wrong = io.StringIO(), io.StringIO()
    if monkeypatch:
        monkeypatch.setattr("sys.stdin", io.StringIO(given))
    try:
        call_command("report", *arguments, stdout=out, stderr=wrong)
    except SystemExit as end:
        return int(str(end.code)), out.getvalue(), wrong.getvalue()
    return 0, out.getvalue(), wrong.getvalue()


def test_findings_are_told_with_their_lines_in_both_languages(tmp_path):
    file = tmp_path / "报告.txt"
    file.write_text(WRONG, "utf-8")
    status, told, _ = run("proofread", str(file))
    assert status == 1 and "73" in told and "共 1 处：矛盾 1" in told
    assert "1 contradictions" in run("proofread", str(file), "--lang", "en")[1]


def test_findings_are_data_on_request(monkeypatch):
    status, told, _ = run("proofread", "-", "--json", given=WRONG, monkeypatch=monkeypatch)
    (found,) = json.loads(told)
    assert status == 1 and found["kind"] == "count-is-not-the-sum" and found["lines"] == [1]


def test_nothing_found_is_said_and_is_success(monkeypatch):
    assert run("proofread", "-", given="很好。", monkeypatch=monkeypatch)[:2] == (0, "未发现问题\n")


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_file_that_cannot_be_read_is_named_without_a_traceback(tmp_path, content):
    file = tmp_path / "不在.txt"
    if content:
        file.write_bytes(content)
    status, _, wrong = run("proofread", str(file))
    assert status == 2 and "不在.txt" in wrong


@pytest.mark.django_db
def test_the_figures_of_a_year_are_printed_as_data_and_as_a_table():
    certificate("QMS", on=date(2026, 3, 2))
    told = json.loads(run("figures", "2026", "--json")[1])
    assert told["certificates"]["QMS"]["valid"] == told["certificates"]["total"]["initial"] == 1
    assert told["flow"]["QMS"]["in_force"]["closing"] == 1 and told["frozen"] is None
    assert "有效证书" in run("figures", "2026")[1] and "QMS\t1\t1" in run("figures", "2026")[1]


@pytest.mark.django_db
@pytest.mark.slow
def test_the_report_of_a_year_is_written_to_a_file_and_proofread_without_a_finding(cast, tmp_path):
    with pytest.raises(CommandError, match="2026"):
        run("write", "2026")
    certificate("QMS", on=date(2026, 3, 2))
    open_report(2026, on=date(2027, 1, 10), by=cast["quality"])
    text = tmp_path / "report.txt"
    run("write", "2026", "--into", str(text))
    assert "年末有效证书 1 张" in text.read_text() and run("proofread", str(text))[0] == 0
    assert "certificates were in force" in run("write", "2026", "--lang", "en")[1]
    run("write", "2026", "--as", "pdf", "--into", str(tmp_path / "report.pdf"))
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    with pytest.raises(CommandError, match="--into"):
        run("write", "2026", "--as", "word")


@pytest.mark.django_db
def test_every_figure_is_printed_with_its_name_definition_and_records():
    certificate("QMS", on=date(2026, 3, 2))
    told = json.loads(run("figures", "2026", "--json")[1])
    one = told["figures"]["valid-certificates"]
    assert (one["name"], one["value"], len(one["records"])) == ("有效证书", 1, 1) and "期末" in one[
        "definition"
    ]
    assert told["auditors"]["QMS"] == {"full_time": 0, "part_time": 0, "total": 0, "trainee": 0}
    assert len(told["visits_by_month"]) == 12
