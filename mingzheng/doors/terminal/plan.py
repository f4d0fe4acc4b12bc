"""`mingzheng plan`: plan the audits of a problem told in JSON. Needs no database.

    mingzheng plan PROBLEM.json --seconds 60 --json       a plan, as JSON; how far it is goes to standard error
        [--steps 1000000] [--seed 1]                      the same plan again for a seed and a number of steps
        [--from OLD.json [--announced]]                   begin with an older plan; with --announced its visits were told
                                                          to the clients, move only at a price, and the changes are listed
    mingzheng plan PROBLEM.json --check PLAN.json         every rule the plan breaks, and what it costs
    mingzheng plan PROBLEM.json --from PLAN.json --explain VISIT [--person WHO]
                                                          why this team, and why not somebody else

The exit status is 0 when there is a feasible plan or an answer, 1 when a plan breaks a rule or something is not there,
2 when the command itself or a file is not understood.
"""

import argparse
import json
import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from mingzheng.planner import Candidate, NotReadable, Problem, check, cost, explain
from mingzheng.planner.plain_data import written
from mingzheng.planner.plan import Cost, Plan, Progress, Reason
from mingzheng.words import WORDS, say


def main(arguments: list[str], out: IO[str] | None = None) -> int:
    """Run the command; `arguments` without the program's and the command's name."""
    options = _parser().parse_args(arguments)
    out = out or sys.stdout
    try:
        problem = Problem.from_json(_text(options.problem))
        old = Plan.from_json(_text(options.old)) if options.old else None
        if options.check:
            return _check(problem, Plan.from_json(_text(options.check)), options, out)
        if options.explain:
            return _explain(problem, old or Plan(()), options, out)
        return _plan(problem, old, options, out)
    except NotReadable as wrong:
        return _wrong(
            options, "planner.not-readable", field=wrong.field, expected=wrong.expected, found=wrong.found
        )
    except OSError as wrong:
        return _wrong(options, "planner.no-such-file", file=wrong.filename)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mingzheng plan", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("problem", help="the problem, a JSON file; - for standard input")
    parser.add_argument("--seconds", type=float, help="how long to plan")
    parser.add_argument("--steps", type=int, help="how many steps to try, in the place of seconds")
    parser.add_argument("--seed", type=int, default=1, help="another seed, another plan")
    parser.add_argument(
        "--from", dest="old", metavar="PLAN.json", help="an older plan, to begin with or to explain"
    )
    parser.add_argument(
        "--announced", action="store_true", help="its visits have been announced to the clients"
    )
    parser.add_argument("--check", metavar="PLAN.json", help="only check this plan")
    parser.add_argument("--explain", metavar="VISIT", help="why this team")
    parser.add_argument("--person", metavar="WHO", help="why not this person")
    parser.add_argument("--json", action="store_true", help="answer in JSON")
    parser.add_argument(
        "--lang", default="zh-hans", choices=["zh", "zh-hans", "en"], help="language of the words"
    )
    return parser


def _text(path: str) -> str:
    return sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8")


def _wrong(options: argparse.Namespace, code: str, **details: object) -> int:
    print(say(code, options.lang, **details), file=sys.stderr)
    return 2


# --- planning ---------------------------------------------------------------------------------------------------------
def _plan(problem: Problem, old: Plan | None, options: argparse.Namespace, out: IO[str]) -> int:
    if not (options.seconds or options.steps):
        return _wrong(options, "planner.need-seconds")
    effort: dict[str, Any] = {"seconds": options.seconds, "steps": options.steps, "seed": options.seed}
    try:
        replanning = import_module("mingzheng.planner.replanning")
    except ModuleNotFoundError as missing:
        return _wrong(options, "planner.no-planner", missing=missing.name)
    announced = {one.visit for one in old.assignments} if old and options.announced else set()
    if old is None:
        new, changes = replanning.plan(problem, **effort, progress=_tell), []
    else:
        done = replanning.replan(problem, old, announced=announced, **effort, progress=_tell)
        new, changes = done.plan, done.changes
    if options.json:
        print(new.to_json(), file=out)
        return 0
    lines = [
        *_cost_lines(new.cost, options.lang),
        *_bound_lines(new, options.lang),
        *_visits(new, options.lang),
    ]
    for change in list(changes):
        told = {"before": _when(change.before), "after": _when(change.after), "visit": change.visit}
        if change.kind == "team":
            told |= {"before": ", ".join(change.before.people), "after": ", ".join(change.after.people)}
        lines.append(say(f"planner.change.{change.kind}", options.lang, **told))
    print("\n".join(lines), file=out)
    return 0


def _tell(now: Progress) -> None:
    gap = f"≤ {100 * (now.cost / now.bound - 1):.1f} %" if now.bound > 0 else "?"
    print(
        f"{now.seconds:7.1f} s  {now.cost:14,.0f}  ≥ {now.bound:14,.0f}  {gap}  ({now.unplanned})",
        file=sys.stderr,
    )


def _when(assignment: Any) -> str:
    return f"{assignment.start.day} {', '.join(assignment.people)}" if assignment else ""


def _cost_lines(cost: Cost, language: str) -> Iterable[str]:
    parts = {**written(cost), "total": cost.total}
    return [f"{say(f'planner.cost.{name}', language):<24}{yuan:>16,.0f}" for name, yuan in parts.items()]


def _bound_lines(plan: Plan, language: str) -> Iterable[str]:
    yield f"{say('planner.bound', language):<24}{plan.bound:>16,.0f}"
    if plan.bound > 0:
        yield f"{say('planner.gap', language):<24}{100 * plan.gap:>14.1f} %"


def _visits(plan: Plan, language: str) -> Iterable[str]:
    yield f"{say('planner.planned', language)}: {len(plan.assignments)}"
    yield f"{say('planner.not-planned', language)}: {len(plan.unplanned)}"
    for one in plan.unplanned:
        words = [_words(reason, language) for reason in (*one.reasons, *one.remedies)]
        yield f"  ! {one.visit}: {'; '.join(words)}"


def _words(reason: Reason, language: str) -> str:
    return say(reason.code, language, **reason.details) if reason.code in WORDS else reason.code


# --- checking and explaining ------------------------------------------------------------------------------------------
def _check(problem: Problem, plan: Plan, options: argparse.Namespace, out: IO[str]) -> int:
    found, costs = check(problem, plan), cost(problem, plan)
    if options.json:
        told = [{"visit": one.visit, **_told(one.reason, options.lang)} for one in found]
        print(
            json.dumps(
                {"violations": told, "cost": written(costs), "total": costs.total}, ensure_ascii=False
            ),
            file=out,
        )
    else:
        lines = [f"  ! {one.visit or '-'}: {_words(one.reason, options.lang)}" for one in found]
        print(
            "\n".join(
                [*_cost_lines(costs, options.lang), *(lines or [say("planner.feasible", options.lang)])]
            ),
            file=out,
        )
    return 1 if found else 0


def _explain(problem: Problem, plan: Plan, options: argparse.Namespace, out: IO[str]) -> int:
    if options.explain not in {one.visit for one in plan.assignments}:
        print(say("planner.no-such-visit", options.lang, visit=options.explain), file=sys.stderr)
        return 1
    if options.person and options.person not in {person.id for person in problem.people}:
        print(say("planner.no-such-person", options.lang, person=options.person), file=sys.stderr)
        return 1
    found = explain(problem, plan, options.explain, options.person)
    if options.json:
        told = [{**written(c), "rules": [_told(r, options.lang) for r in c.rules]} for c in found.candidates]
        print(
            json.dumps({"assignment": written(found.assignment), "candidates": told}, ensure_ascii=False),
            file=out,
        )
        return 0
    for candidate in found.candidates:
        print(f"{candidate.person:<12}{_verdict(candidate, options.lang)}", file=out)
    return 0


def _verdict(candidate: Candidate, language: str) -> str:
    if candidate.on_team:
        return say("planner.on-team", language)
    if candidate.yuan is not None:
        return say("planner.costs-more", language, yuan=f"{candidate.yuan:,.0f}", member=candidate.instead_of)
    return "; ".join(_words(reason, language) for reason in candidate.rules)


def _told(reason: Reason, language: str) -> dict[str, object]:
    return {"code": reason.code, "details": dict(reason.details), "reason": _words(reason, language)}
