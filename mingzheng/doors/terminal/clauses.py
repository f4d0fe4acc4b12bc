"""docs/generated/clauses.md: which clause is implemented by which function, and which tests hold it.

Read from the code. A function stands for a clause when it uses an objection, a limit or a text that names the clause,
itself or through the private functions it calls. A test stands for a function when it uses it by its imported name;
where none does, the tests of the functions that call it are named instead.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from mingzheng.office.record.action import ACTIONS
from mingzheng.rulebook.catalogue import RULES
from mingzheng.rulebook.dated_numbers import NUMBERS, DatedNumber
from mingzheng.rulebook.documents import document_of
from mingzheng.rulebook.editions import EDITIONS
from mingzheng.rulebook.verdict import Objection

from .calls import Functions, functions_in, tested_by

EVERY_RULE = "test_catalogue.test_every_rule_answers_its_own_example_in_both_languages"


def _clauses_of_limits() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for edition in EDITIONS:
        for name, limit in edition.limits.items():
            found[name].add(limit.clause)
    for key, row in NUMBERS.items():
        found[key].add(row.clause)
    return found


OF_LIMITS = _clauses_of_limits()


def clauses_of(value: Any) -> Iterator[str]:
    """The clauses a value names: an objection, a text that begins with a document's name, or many of them."""
    if isinstance(value, Objection):
        yield value.clause
    elif isinstance(value, str):
        if _is_clause(value):
            yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from clauses_of(one)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from clauses_of(one)
    elif not isinstance(value, DatedNumber) and isinstance(getattr(value, "clause", None), str):
        yield value.clause


def _is_clause(text: str) -> bool:
    try:
        return text != document_of(text).name or not text.startswith("ISO/IEC")
    except KeyError:
        return False


def clauses_used(functions: Functions, name: str) -> set[str]:
    """The clauses a public function stands for, those of the private functions it reaches included."""
    found: set[str] = set()
    reached, left = {name}, [name]
    while left:
        here = functions[left.pop()]
        found |= _used(here.node, here.names)
        for one in here.uses & set(functions) - reached:
            if one.rpartition(".")[2].startswith("_"):
                reached.add(one)
                left.append(one)
    return found


def _used(node: ast.AST, names: Mapping[str, Any]) -> set[str]:
    found: set[str] = set()
    for one in ast.walk(node):
        if isinstance(one, ast.Name) and not callable(names.get(one.id)):
            found.update(clauses_of(names.get(one.id)))
        elif isinstance(one, ast.Constant) and isinstance(one.value, str):
            found.update(OF_LIMITS.get(one.value, ()) or clauses_of(one.value))
        elif isinstance(one, ast.JoinedStr):
            found.update(clauses_of(_spelled(one, names)))
    return found


def _spelled(text: ast.JoinedStr, names: Mapping[str, Any]) -> str:
    inner = [part.value if isinstance(part, ast.FormattedValue) else part for part in text.values]
    return "".join(
        str(names.get(p.id, "") if isinstance(p, ast.Name) else getattr(p, "value", "")) for p in inner
    )


def rows(house: Path, tests: Path) -> Iterator[tuple[str, str, str]]:
    """The lines of the page: clause, function, tests."""
    functions = functions_in(house / "mingzheng", "mingzheng.rulebook", "mingzheng.office")
    tested = tested_by(functions, tests)
    for clause, names in sorted(_implemented(functions).items(), key=lambda item: _in_order(item[0])):
        for shown, name in sorted(names.items()):
            yield clause, shown, _told(tested.get(name, [f"{EVERY_RULE}[{name}]"] if name in RULES else []))


def _implemented(functions: Functions) -> dict[str, dict[str, str]]:
    """Clause -> function as shown -> its name among the functions, or the name of the rule."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for info in ACTIONS.values():
        stage, _, verb = info.name.partition(".")
        found[info.clause][f"`office/{stage}/actions/{verb}.py`"] = (
            f"mingzheng.office.{stage}.actions.{verb}.{verb}"
        )
    for rule in RULES.values():
        found[rule.clause][f"rule `{rule.name}`"] = rule.name
    for name in functions:
        module, _, own = name.removeprefix("mingzheng.").rpartition(".")
        if module.startswith("rulebook") and "catalogue" not in module and not own.startswith("_"):
            for clause in clauses_used(functions, name):
                found[clause][f"`{module.replace('.', '/')}.{own}`"] = name
    return found


def _told(tests: Iterable[str]) -> str:
    """Tests by file: ``test_x: a, b``."""
    files: dict[str, list[str]] = defaultdict(list)
    for test in dict.fromkeys(tests):
        file, _, name = test.partition(".")
        files[file].append(name.removeprefix("test_"))
    return "; ".join(f"`{file}`: {', '.join(names)}" for file, names in files.items())


def _in_order(clause: str) -> tuple[str, list[tuple[int, str]]]:
    """Clauses in the order of their numbers: 9.2 before 9.10."""
    document = document_of(clause).name if _is_clause(clause) else clause
    parts = re.findall(r"\d+|\D+", clause[len(document) :])
    return document, [(int(part), "") if part.isdigit() else (0, part) for part in parts]
