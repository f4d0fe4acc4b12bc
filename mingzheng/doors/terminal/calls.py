"""Who calls whom, read from the code: functions by their full names, and the tests that use them."""

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

MOST_INDIRECT = 3  # tests named for a function that only others' tests reach


@dataclass(frozen=True)
class Function:
    """A function of a module: its code, the names its module knows, and the full names of what it uses."""

    node: ast.FunctionDef
    names: Mapping[str, Any]
    uses: set[str]


Functions = dict[str, Function]


def functions_in(home: Path, *packages: str) -> Functions:
    """Every function at the top of a module of these packages, by its full name."""
    found: Functions = {}
    for package in packages:
        folder = home.joinpath(*package.split(".")[1:])
        for file in sorted(folder.rglob("*.py")):
            if "migrations" not in file.parts and file.stem != "__init__":
                module = ".".join(["mingzheng", *file.relative_to(home).with_suffix("").parts])
                names = vars(import_module(module))
                for node in ast.parse(file.read_text()).body:
                    if isinstance(node, ast.FunctionDef):
                        found[f"{module}.{node.name}"] = Function(node, names, _used(node, names))
    return found


def tested_by(functions: Functions, folder: Path) -> dict[str, list[str]]:
    """For every function the tests that use it; where none does, some of those that reach it through another."""
    direct: dict[str, list[str]] = defaultdict(list)
    for file in sorted(folder.rglob("test_*.py")):
        for test, used in _tests(file):
            for name in sorted(used):
                direct[name].append(f"{file.stem}.{test}")
    callers: dict[str, set[str]] = defaultdict(set)
    for name, function in functions.items():
        for callee in function.uses:
            callers[callee].add(name)
    return {name: direct.get(name) or _through(name, callers, direct) for name in functions}


def _through(name: str, callers: Mapping[str, set[str]], direct: Mapping[str, list[str]]) -> list[str]:
    """Tests of the nearest callers."""
    seen, here = {name}, {name}
    while here:
        here = set().union(*(callers.get(one, set()) for one in here)) - seen
        seen |= here
        if tests := [test for one in sorted(here) for test in direct.get(one, [])]:
            return tests[:MOST_INDIRECT]
    return []


def _tests(file: Path) -> Iterator[tuple[str, set[str]]]:
    """The tests of a file with the full names of what they use, themselves or by a function beside them."""
    tree = ast.parse(file.read_text())
    names = _imported(tree)
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    used = {name: _used(node, names) for name, node in functions.items()}
    for name, node in functions.items():
        if name.startswith("test_"):
            beside = {one.id for one in ast.walk(node) if isinstance(one, ast.Name)} & set(functions)
            fixtures = {argument.arg for argument in node.args.args} & set(functions)
            yield name, used[name].union(*(used[one] for one in beside | fixtures))


def _imported(tree: ast.Module) -> dict[str, Any]:
    """What the imports of a test file bring in from the house."""
    names: dict[str, Any] = {}
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("mingzheng"):
            module = import_module(str(node.module))
            for alias in node.names:
                if not hasattr(module, alias.name):
                    import_module(f"{node.module}.{alias.name}")
                names[alias.asname or alias.name] = getattr(module, alias.name)
    return names


def _used(node: ast.AST, names: Mapping[str, Any]) -> set[str]:
    """Full names of the functions a piece of code uses: ``f`` or ``module.f``."""
    found = set()
    for one in ast.walk(node):
        thing: Any = None
        if isinstance(one, ast.Name):
            thing = names.get(one.id)
        elif isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name):
            holder = names.get(one.value.id)
            thing = getattr(holder, one.attr, None) if isinstance(holder, ModuleType) else None
        if callable(thing) and hasattr(thing, "__name__"):
            found.add(f"{thing.__module__}.{thing.__name__}")
    return found
