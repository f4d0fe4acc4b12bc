"""How many faults put into the rulebook its tests notice: `python bench/mutants.py [--budget 240] [MODULE …]`.

A mutant is the source of one module with one thing changed: a comparison, an operator, a number, a truth value, a
condition negated, a returned value dropped. It is killed when a test of tests/rulebook fails, and survives when all
of them pass. Every place there is is tried; what was tried is kept in a file, so that a run may be cut into slices:
the next one goes on where the last one stopped, and begins anew with a module whose source has changed.

Most places lie inside a function. For these the tests are collected once, one run notes which of them call which
function, and a child of the process puts the changed code into the function and runs those tests alone, the quickest
first. What lies outside of a function, or in one that no test calls, is tried in a child that imports everything anew.
"""

import argparse
import ast
import hashlib
import json
import os
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import HealthCheck, settings

from bench.faults import Place, mutated, places
from bench.faults_put import clear_caches, code_of, forget_everything, put_module, swap

HOME = Path(__file__).resolve().parents[1]
RULEBOOK = HOME / "mingzheng" / "rulebook"
TESTS = HOME / "tests" / "rulebook"
KEPT = HOME / ".mutants.jsonl"
MEMORY = 3 * 1024**3  # bytes a mutant may take: greedy ones are noticed, too
SECONDS = 120  # of a processor all tests may take; a function's own ten and thrice their time: endless ones are noticed
WRONG = 3  # the status of a child that could not put the fault where it belongs
PYTEST = ["-x", "-q", "-p", "no:django", "-p", "no:cacheprovider", "--noconftest", "-c", os.devnull,
          "--rootdir", str(HOME), "-o", "markers=slow"]  # fmt: skip


class Kept:
    """What earlier slices found out, one JSON line a mutant; of a module that has changed since, nothing."""

    def __init__(self, file: Path, again: bool):
        self.file, self.found = file, {}
        for line in file.read_text().splitlines() if file.exists() else []:
            one = json.loads(line)
            self.found[one["module"], one["source"], one["number"]] = one
        if again:
            self.found = {key: one for key, one in self.found.items() if one["killed"]}

    def of(self, place: Place) -> dict | None:
        """The line of this mutant; None when it was never tried, or only found to lie where no test calls it."""
        one = self.found.get(place.key)
        return None if one is None or one["killed"] is None else one

    def is_left(self, place: Place) -> bool:
        """Does it lie in a function that no test calls?"""
        return self.found.get(place.key, {"killed": True})["killed"] is None

    def add(self, place: Place, killed: bool | None) -> None:
        module, source, number = place.key
        told = "" if killed is None else mutated(place)[1]
        one = {"module": module, "source": source, "number": number, "killed": killed, "told": told}
        self.found[place.key] = one
        with self.file.open("a") as file:
            file.write(json.dumps(one, ensure_ascii=False) + "\n")


class InFunctions:
    """A pytest plugin that, instead of running the tests once, runs them against every fault inside a function.

    `done` is told of each whether it was killed; None when no test calls its function.
    """

    def __init__(self, waiting: list[Place], done: Callable[[Place, bool | None], None], until: float):
        self.waiting, self.done, self.until = waiting, done, until

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        calls = _callers(session.items)
        for place in self.waiting:
            if time.monotonic() > self.until:
                break
            tests = calls.get((str(place.path), place.owner[1]), [])
            self.done(place, self._killed(place, session, tests) if tests else None)
        return True

    def _killed(self, place: Place, session: pytest.Session, tests: list[dict]) -> bool:
        chosen = [session.items[one["test"]] for one in tests]
        bound = 10 + 3 * int(sum(one["took"] for one in tests))
        return not _in_child(lambda: _swapped(place, chosen), bound)


def _swapped(place: Place, items: list[pytest.Item]) -> bool:
    tree, _ = mutated(place)
    swap(place, code_of(compile(tree, str(place.path), "exec"), *place.owner))
    clear_caches()
    return _pass(items)


def _pass(items: list[pytest.Item]) -> bool:
    return all(
        not any(report.failed for report in runtestprotocol(item, log=False, nextitem=following))
        for item, following in zip(items, [*items[1:], None], strict=True)
    )


def _callers(items: list[pytest.Item]) -> dict[tuple[str, int], list[dict]]:
    """For each function, by file and first line, the tests that call it with what they took, the quickest first."""
    reading, writing = os.pipe()
    if os.fork() == 0:
        os.close(reading)
        _note_calls(items, writing)
    os.close(writing)
    with os.fdopen(reading) as file:
        noted = [json.loads(line) for line in file]
    os.wait()
    if broken := [items[one["test"]].nodeid for one in noted if not one["passed"]]:
        sys.exit(f"the tests fail without any change: {', '.join(broken)}")
    calls = defaultdict(list)
    for one in sorted(noted, key=lambda one: one["took"]):
        for called in one["called"]:
            calls[tuple(called)].append(one)
    return calls


def _note_calls(items: list[pytest.Item], writing: int) -> None:
    """In the child: run every test, and write down what it called and how long it took."""
    owners = {str(path): _lines(path) for path in RULEBOOK.rglob("*.py")}
    called: set[tuple[str, int]] = set()

    def note(frame, event, argument) -> None:
        code = frame.f_code
        if event == "call" and (lines := owners.get(code.co_filename)):
            called.add((code.co_filename, lines.get(code.co_firstlineno, 0)))

    with os.fdopen(writing, "w") as file:
        for number, (item, following) in enumerate(zip(items, [*items[1:], None], strict=True)):
            clear_caches()
            called.clear()
            began = time.process_time()
            sys.setprofile(note)
            reports = runtestprotocol(item, log=False, nextitem=following)
            sys.setprofile(None)
            passed = not any(report.failed for report in reports)
            took = time.process_time() - began
            file.write(json.dumps({"test": number, "passed": passed, "took": took, "called": sorted(called)}) + "\n")  # fmt: skip
    os._exit(0)


def _lines(path: Path) -> dict[int, int]:
    """For each line inside a function the first line of the function, decorators included."""
    return {
        line: first
        for _, first, last in Place.functions(ast.parse(path.read_text()))
        for line in range(first, last + 1)
    }


def survives_anew(place: Place) -> bool:
    """Do the tests pass when everything is imported anew with the changed module: those that import it; where there are
    none, or the place lies outside of a function, all of them?"""
    tree, _ = mutated(place)
    name = ".".join(place.path.relative_to(HOME).with_suffix("").parts).removesuffix(".__init__")
    near = [str(file) for file in sorted(TESTS.rglob("test_*.py")) if name in _imported(file)]

    def run(tests: list[str]) -> bool:
        forget_everything()
        put_module(name, place.path, tree)
        return int(pytest.main([*PYTEST, *tests])) == 0

    chosen = [near, *([] if near and place.owner else [[str(TESTS)]])]
    return all(_in_child(lambda tests=tests: run(tests), SECONDS) for tests in chosen if tests)


def _imported(file: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.ImportFrom):
            found |= {str(node.module), *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def _in_child(passes: Callable[[], bool], seconds: int) -> bool:
    """Run in a child, so that nothing leaks, with bounds; True when it says that all tests pass."""
    child = os.fork()
    if child == 0:
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        try:
            status = 0 if passes() else 1
        except BaseException:
            status = WRONG
        os._exit(status)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status != WRONG, "the fault could not be put where it belongs"
    return status == 0


def all_places(names: list[str]) -> Iterator[Place]:
    for path in sorted(RULEBOOK.rglob("*.py")):
        if not names or path.stem in names:
            yield from places(path, str(path.relative_to(RULEBOOK)), hashlib.sha256(path.read_bytes()).hexdigest()[:12])  # fmt: skip


def report(every: list[Place], kept: Kept) -> None:
    found = [one for place in every if (one := kept.of(place))]
    tried = Counter(one["module"] for one in found)
    killed = Counter(one["module"] for one in found if one["killed"])
    for one in found:
        if not one["killed"]:
            print(f"survived  {one['module']}:{one['told']}")
    for name in tried:
        print(f"{name:<32}{killed[name]:>5} of {tried[name]:>5}")
    share = killed.total() / max(tried.total(), 1)
    print(f"killed {killed.total()} of {tried.total()} tried ({share:.1%}); places there are: {len(every)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)  # fmt: skip
    parser.add_argument("modules", nargs="*", help="names of modules; unless given, the whole rulebook")
    parser.add_argument("--budget", type=float, default=240, help="seconds of this slice")
    parser.add_argument("--again", action="store_true", help="try once more what survived")
    parser.add_argument("--report", action="store_true", help="only say what was found so far")
    parser.add_argument("--kept", type=Path, default=KEPT, help="the file of what was tried")
    options = parser.parse_args()
    until = time.monotonic() + options.budget
    kept, every = Kept(options.kept, options.again), list(all_places(options.modules))
    waiting = [] if options.report else [place for place in every if kept.of(place) is None]

    inside = [place for place in waiting if place.owner and not kept.is_left(place)]
    if inside:
        pytest.main([*PYTEST, str(TESTS)], plugins=[InFunctions(inside, kept.add, until)])
    for place in waiting:
        if time.monotonic() > until:
            break
        if not place.owner or kept.is_left(place):
            kept.add(place, not survives_anew(place))
    report(every, kept)


if __name__ == "__main__":
    calm = settings(
        max_examples=50,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    settings.register_profile("mutants", calm)
    settings.load_profile("mutants")
    main()
