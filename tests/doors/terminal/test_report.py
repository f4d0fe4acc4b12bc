"""`mingzheng report proofread`: findings in words or as JSON, and a status that says whether there are any."""

import io
import json

import pytest

from mingzheng.doors.terminal.report import main

WRONG = "现有管理人员 10 人，审核员 63 人，共 70 人。"


def run(*arguments: str, given: str = "") -> tuple[int, str]:
    out = io.StringIO()
    return main(["proofread", *arguments], out, io.StringIO(given)), out.getvalue()


def test_findings_are_told_with_their_lines_in_both_languages(tmp_path):
    file = tmp_path / "报告.txt"
    file.write_text(WRONG, "utf-8")
    status, told = run(str(file))
    assert status == 1 and "73" in told and "共 1 处：矛盾 1" in told
    assert "1 contradictions" in run(str(file), "--lang", "en")[1]


def test_findings_are_data_on_request():
    status, told = run("-", "--json", given=WRONG)
    (found,) = json.loads(told)
    assert status == 1 and found["kind"] == "count-is-not-the-sum" and found["lines"] == [1]


def test_nothing_found_is_said_and_is_success():
    assert run("-", given="很好。") == (0, "未发现问题\n")


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_file_that_cannot_be_read_is_named_without_a_traceback(tmp_path, capsys, content):
    file = tmp_path / "不在.txt"
    if content:
        file.write_bytes(content)
    assert run(str(file))[0] == 2
    assert "不在.txt" in capsys.readouterr().err
