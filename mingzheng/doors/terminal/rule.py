"""`mingzheng rule`: ask the rulebook. Needs no database and no Django, so it starts at once.

    mingzheng rule --list                                 every rule; with --json also its schemas
    mingzheng rule audit-time '{"personnel": 85}'         an answer with its derivation; with --json as JSON
        [--on 2026-03-02] [--edition CN2016]              judged as on a day, or by an edition
        [--lang en]                                       in English
    mingzheng rule audit-time --lines < cases.jsonl       one JSON input a line in, one answer a line out

The exit status is 0 when there is an answer, 1 when there is none, 2 when the command itself is not understood.
"""

import argparse
import json
import sys
from collections.abc import Iterable
from datetime import date
from typing import IO, Any

from mingzheng.rulebook.catalogue import RULES, Answer, ask, objection, read_json, refused
from mingzheng.words import WORDS, pick, say


def main(arguments: list[str], out: IO[str] | None = None, given: IO[str] | None = None) -> int:
    """Run the command; `arguments` without the program's and the command's name."""
    options = _parser().parse_args(arguments)
    out, given = out or sys.stdout, given or sys.stdin
    if options.list or options.name is None:
        return _print_list(out, options.json, options.lang)
    day, wrong = _day(options.on)
    if wrong:
        options.json |= options.lines
        return _print(wrong, out, options)
    judged: dict[str, Any] = {"on": day, "edition": options.edition}
    if options.lines:
        return _answer_lines(options.name, given, out, options.lang, judged)
    return _print(_answer(options.name, options.input or "{}", judged), out, options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mingzheng rule", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("name", nargs="?", help="the name of a rule, see --list")
    parser.add_argument("input", nargs="?", help="its input, a JSON object")
    parser.add_argument("--list", action="store_true", help="list the rules")
    parser.add_argument("--json", action="store_true", help="answer in JSON")
    parser.add_argument("--lines", action="store_true", help="one JSON input a line from standard input")
    parser.add_argument("--on", help="judge as on this day (2026-03-02)")
    parser.add_argument("--edition", help="judge by this edition (ISO, CN2016, CN2025, CN2026)")
    parser.add_argument(
        "--lang", default="zh-hans", choices=["zh", "zh-hans", "en"], help="language of the words"
    )
    return parser


def _day(text: str | None) -> tuple[date | None, Answer[Any] | None]:
    try:
        return (date.fromisoformat(text) if text else None), None
    except ValueError:
        return None, refused(objection("input.not-a-day", field="on", value=text))


def _answer(name: str, text: str, judged: dict[str, Any]) -> Answer[Any]:
    try:
        given = read_json(text)
    except ValueError:
        clause = RULES[name].clause if name in RULES else ""
        return refused(objection("input.not-json", clause, field="input"))
    return ask(name, given, today=date.today(), **judged)  # noqa: DTZ011  the machine's own day


def _answer_lines(
    name: str, lines: Iterable[str], out: IO[str], language: str, judged: dict[str, Any]
) -> int:
    for line in lines:
        if line.strip():
            out.write(_answer(name, line, judged).encoded(language) + "\n")
    return 0


def _print(answer: Answer[Any], out: IO[str], options: argparse.Namespace) -> int:
    told = answer.to_json(options.lang)
    if options.json:
        print(json.dumps(told, ensure_ascii=False, indent=2), file=out)
    else:
        for line in _proof(told, options.lang):
            print(line, file=out)
    return 0 if told["answer"] is not None else 1


def _proof(told: dict[str, Any], language: str) -> Iterable[str]:
    """The answer for a reader: each result, each step with its clause, each objection."""
    for name, value in (told["answer"] or {}).items():
        code = f"rule-field.{name}"
        yield f"{say(code, language) if code in WORDS else name}: {json.dumps(value, ensure_ascii=False)}"
    for number, step in enumerate(told["steps"], 1):
        sure = say(f"confidence.{step['confidence']}", language)
        yield f"{number:>3}. {step['what']}: {step['value']}  [{step['clause']}; {sure}]"
    for one in told["objections"]:
        field = f"{one['field']}: " if one["field"] else ""
        yield f"  ! {field}{one['reason']}  [{one['clause']}]"


def _print_list(out: IO[str], as_json: bool, language: str) -> int:
    described = [rule.describe() for rule in RULES.values()]
    if as_json:
        print(json.dumps(described, ensure_ascii=False, indent=2), file=out)
        return 0
    for one in described:
        title = pick(one["title"]["zh"], one["title"]["en"], language)
        print(f"{one['name']:<24}{one['clause']:<36}{title}", file=out)
    return 0
