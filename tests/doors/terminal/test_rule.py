"""`mingzheng rule` and `mingzheng rule-check`: plain programs that start without Django."""

import io
import json
import subprocess
import sys
from datetime import date

import pytest
from django.core.management import CommandError, call_command, load_command_class

from mingzheng.doors.terminal import rule, rule_check
from mingzheng.rulebook.catalogue import RULES


def run(command, *arguments, given=""):
    out = io.StringIO()
    status = command.main(list(arguments), out=out, given=io.StringIO(given))
    return status, out.getvalue()


def test_the_list_has_every_rule_with_its_schemas():
    status, out = run(rule, "--list", "--json")
    told = {one["name"]: one for one in json.loads(out)}
    assert status == 0 and list(told) == list(RULES)
    assert told["expiry"]["input"]["properties"]["issued"] == {"type": "string", "format": "date"}
    assert told["expiry"]["title"] == {"zh": "证书有效期截止日", "en": "Expiry of a certificate"}
    assert "ISO/IEC 17021-1" in run(rule, "--list", "--lang", "en")[1]
    assert run(rule)[1] == run(rule, "--list")[1]


def test_an_answer_is_json_or_a_proof_to_read():
    status, out = run(rule, "expiry", '{"issued": "2018-09-01"}', "--json")
    assert (status, json.loads(out)["answer"]) == (0, {"expires": "2021-08-31"})
    status, out = run(rule, "expiry", '{"issued": "2018-09-01"}', "--lang", "en")
    assert out.splitlines()[0] == 'Expires on: "2021-08-31"'
    assert (
        "  2. Three years less one day: 2021-08-31  [ISO/IEC 17021-1:2015 9.1.3.2; Seen in public text]"
        in out
    )


def test_the_day_and_the_edition_may_be_asked_for():
    asked = '{"last_ended": "2025-06-10"}'
    by = {
        day: json.loads(run(rule, "next-surveillance", asked, "--json", "--on", day)[1])["answer"]["latest"]
        for day in ("2025-12-31", "2026-01-01")
    }
    assert by == {"2025-12-31": "2026-09-10", "2026-01-01": "2026-06-10"}
    named = run(rule, "next-surveillance", asked, "--json", "--edition", "ISO")[1]
    assert json.loads(named)["answer"]["latest"] == "2026-12-31"


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        (["audit-time", "{"], "input"),
        (["audit-time"], "personnel"),
        (["no-such-rule", "{"], "input"),
        (["no-such-rule", "{}"], "name"),
        (["expiry", "{}", "--on", "tomorrow"], "on"),
        (["expiry", '{"issued": "2018-09-01"}', "--edition", "X"], "edition"),
    ],
)
def test_what_cannot_be_answered_says_the_field_and_the_reason(arguments, field):
    status, out = run(rule, *arguments, "--json")
    told = json.loads(out)
    assert (status, told["answer"]) == (1, None)
    assert told["objections"][0]["field"] == field and told["objections"][0]["reason"]
    assert "! " in run(rule, *arguments)[1]


def test_one_answer_a_line_even_for_lines_that_are_not_json():
    status, out = run(
        rule, "expiry", "--lines", given='{"issued": "2018-09-01"}\n\n{"issued": 5}\nnonsense\n'
    )
    answers = [json.loads(line) for line in out.splitlines()]
    assert (status, len(answers)) == (0, 3)
    assert [a["answer"] for a in answers] == [{"expires": "2021-08-31"}, None, None]
    assert answers[2]["objections"][0]["code"] == "input.not-json"
    status, out = run(rule, "expiry", "--lines", "--on", "tomorrow", given='{"issued": "2018-09-01"}\n')
    assert (status, json.loads(out)["objections"][0]["field"]) == (1, "on")


REGISTER = """证书编号,认证领域,证书状态,颁证日期,有效期至,上次监督结束日期,备注
06426Q00001R0S,质量,有效,2025-01-10,2028-01-09,,x
06426Q00002R0S,QMS,有效,2025-01-10,2028-01-09,,x
06426Q00003R0S,E,有效,2022-01-10,2025-01-09,,x

06426Q00004R0S,S,有效,2026-01-10,2029-01-09,,x
"""


def test_a_register_is_checked_line_by_line(tmp_path):
    file = tmp_path / "register.csv"
    file.write_text("\ufeff" + REGISTER, encoding="utf-8")
    status, out = run(rule_check, str(file), "--on", "2026-11-22", "--json")
    told = [json.loads(line) for line in out.splitlines()]
    assert status == 1
    assert [(t["line"], t.get("overdue"), t.get("by"), t.get("must")) for t in told] == [
        (2, None, None, None),
        (3, "surveillance", "2026-01-10", "suspend"),
        (4, "expiry", "2025-01-09", "expire"),
    ]
    assert (told[0]["unread"], told[0]["reason"]) == ("standard", "无法识别：质量")
    status, words = run(rule_check, str(file), "--on", "2026-11-22", "--lang", "en")
    assert "Surveillance 316 days overdue" in words and "! standard: Not known: 质量" in words


def test_a_register_may_be_json_lines_from_standard_input(capsys):
    rows = [
        {"number": "1", "status": "in_force", "issued": "2025-01-10", "expires": "2028-01-09"},
        {"number": "2", "status": "in_force", "issued": "2026-01-10", "expires": "2029-01-09"},
    ]
    text = "\n".join([json.dumps(rows[0]), "", json.dumps(rows[1]), "{broken"])
    status, out = run(rule_check, "-", "--on", "2026-11-22", "--json", given=text)
    told = [json.loads(line) for line in out.splitlines()]
    assert status == 1 and [t["line"] for t in told] == [1, 4]
    assert capsys.readouterr().err == "3 / 1 / 1\n"
    assert run(rule_check, "-", given="")[0] == 0


def test_a_register_that_cannot_be_opened_is_told(capsys, tmp_path):
    assert run(rule_check, str(tmp_path / "none.csv"))[0] == 2
    assert "none.csv" in capsys.readouterr().err
    (tmp_path / "gbk.csv").write_bytes("证书编号\n".encode("gbk"))
    assert run(rule_check, str(tmp_path / "gbk.csv"))[0] == 2


def test_the_same_commands_stand_in_the_list_of_the_program(capsys):
    asked = ["mingzheng", "rule", "expiry", '{"issued": "2018-09-01"}', "--json"]
    load_command_class("mingzheng.doors.terminal", "rule").run_from_argv(asked)
    assert json.loads(capsys.readouterr().out)["answer"] == {"expires": "2021-08-31"}
    with pytest.raises(SystemExit) as ended:
        load_command_class("mingzheng.doors.terminal", "rule-check").run_from_argv(
            ["mingzheng", "rule-check", "no.csv"]
        )
    assert ended.value.code == 2
    with pytest.raises(CommandError):
        call_command("rule")


@pytest.mark.slow
def test_the_program_asks_the_rulebook_without_loading_django():
    program = (
        "import sys; sys.argv = ['mingzheng', 'rule', 'expiry', '{\"issued\": \"2018-09-01\"}', '--json']\n"
    )
    program += "from mingzheng.config.program import main\ntry:\n    main()\nexcept SystemExit as end:\n"
    program += "    assert 'django' not in sys.modules\n    sys.exit(end.code)"
    asked = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert json.loads(asked.stdout)["answer"]["expires"] == str(date(2021, 8, 31))
