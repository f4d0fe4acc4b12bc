"""How many faults put into the rulebook its tests notice: `python bench/mutants.py [--budget 600] [--seed 1] [--slow] [MODULE …]`.

A mutant is the source of one module with one thing changed: a comparison, an operator, a number, a truth value, a
condition negated, a returned value dropped. The tests that import the module run against it in a process of their
own, without Django; a mutant that no test notices survives. Mutants are drawn at random with a kept seed until the
budget of seconds is spent, module by module in turn, so a short run is a fair sample of a long one.
"""

import argparse
import ast
import copy
import importlib.machinery
import importlib.util
import os
import random
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
RULEBOOK = HOME / "mingzheng" / "rulebook"
TESTS = HOME / "tests" / "rulebook"
MEMORY = 2 * 1024**3  # bytes a mutant may take: greedy ones are noticed, too
NO_TESTS = 5  # what pytest says when none was chosen
LIMIT = 90  # seconds a mutant may take: endless ones are noticed, too
SWAPS = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult, ast.Mod: ast.Add,
}  # fmt: skip


def places(tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """Every node that can be changed, and how; docstrings and annotations are left alone."""
    quiet = {id(n) for node in ast.walk(tree) for n in _said(node)}
    for node in ast.walk(tree):
        if id(node) in quiet:
            continue
        if isinstance(node, ast.Compare | ast.BoolOp | ast.BinOp):
            op = node.ops[0] if isinstance(node, ast.Compare) else node.op
            if type(op) in SWAPS:
                yield node, type(op).__name__
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield node, "not"
        elif isinstance(node, ast.Constant) and type(node.value) in (int, bool):
            yield node, "number"
        elif isinstance(node, ast.If | ast.IfExp):
            yield node, "condition"
        elif isinstance(node, ast.Return) and node.value is not None and ast.unparse(node.value) != "None":
            yield node, "return"


def _said(node: ast.AST) -> Iterator[ast.AST]:
    """What is said in annotations and decorators."""
    for part in ("annotation", "returns"):
        if isinstance(inner := getattr(node, part, None), ast.AST):
            yield from ast.walk(inner)
    for decorator in getattr(node, "decorator_list", []):
        yield from ast.walk(decorator)


def mutated(tree: ast.Module, number: int) -> tuple[ast.Module, str]:
    """The tree with its n-th place changed, and what was changed."""
    tree = copy.deepcopy(tree)
    node, kind = list(places(tree))[number]
    before = ast.unparse(node).partition("\n")[0]
    match node:
        case ast.Compare():
            node.ops[0] = SWAPS[type(node.ops[0])]()
        case ast.BoolOp() | ast.BinOp():
            node.op = SWAPS[type(node.op)]()
        case ast.UnaryOp():
            node.op = ast.UAdd()
            node.operand = ast.Call(ast.Name("bool", ast.Load()), [node.operand], [])
        case ast.Constant():
            node.value = not node.value if isinstance(node.value, bool) else node.value + 1
        case ast.If() | ast.IfExp():
            node.test = ast.UnaryOp(ast.Not(), node.test)
        case ast.Return():
            node.value = ast.Constant(None)
    after = ast.unparse(ast.fix_missing_locations(node)).partition("\n")[0]
    return tree, f"{node.lineno}: {kind}: {before}  ->  {after}"


@cache
def tests_of(module: Path) -> tuple[str, ...]:
    """The test files that import the module, those named after it first; else those of the modules that do."""
    name = _dotted(module)
    found = {str(file) for file in TESTS.glob("test_*.py") if name in _imports(file, "")}
    if not found:
        users = [
            path
            for path in RULEBOOK.rglob("*.py")
            if path != module and name in _imports(path, _spelled(path))
        ]
        found = {test for path in users for test in tests_of(path)}
    return tuple(sorted(found, key=lambda file: (f"test_{module.stem}.py" not in file, file)))


def _dotted(module: Path) -> str:
    return _spelled(module).removesuffix(".__init__")


def _spelled(module: Path) -> str:
    return ".".join(module.relative_to(HOME).with_suffix("").parts)


@cache
def _imports(file: Path, within: str) -> frozenset[str]:
    """The full names a file imports, modules and what is in them; `within` resolves relative imports."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(within.split(".")[: -node.level]) + "." if node.level else ""
            source = f"{base}{node.module or ''}".rstrip(".")
            found |= {source} | {f"{source}.{alias.name}" for alias in node.names}
    return frozenset(found)


def survives(module: Path, tree: ast.Module, tests: tuple[str, ...], *, slow: bool = False) -> bool:
    """Do all tests pass with the module changed: the quick ones, and, when asked for, the slow ones too?"""
    return all(_pass(module, tree, tests, kind) for kind in ("not slow", "slow")[: 1 + slow])


def _pass(module: Path, tree: ast.Module, tests: tuple[str, ...], kind: str) -> bool:
    """Run in a child so that nothing leaks."""
    child = os.fork()
    if child == 0:
        _run(module, tree, tests, kind)
    signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGKILL))
    signal.alarm(LIMIT)
    _, status = os.waitpid(child, 0)
    signal.alarm(0)
    return os.waitstatus_to_exitcode(status) == 0


def _run(module: Path, tree: ast.Module, tests: tuple[str, ...], kind: str) -> None:
    """In the child: put the changed module in place of the true one, then test."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    try:
        importlib_put(_dotted(module), module, tree)
        status = pytest.main(["-x", "-q", "-p", "no:django", "-p", "no:cacheprovider", "-p", "no:randomly", "--noconftest",
                              "-c", os.devnull, "--rootdir", str(HOME), "-o", "markers=slow", "-m", kind, *tests])  # fmt: skip
    except BaseException:
        status = 1
    os._exit(0 if int(status) in (0, NO_TESTS) else 1)


def importlib_put(name: str, module: Path, tree: ast.Module) -> None:
    """Load the changed tree as the module of this name."""

    class Changed(importlib.machinery.SourceFileLoader):
        def get_code(self, fullname: str) -> object:
            return compile(tree, str(module), "exec")

    class Finder:
        def find_spec(self, fullname: str, path: object = None, target: object = None) -> object:
            if fullname != name:
                return None
            return importlib.util.spec_from_loader(fullname, Changed(fullname, str(module)))

    sys.meta_path.insert(0, Finder())  # type: ignore[arg-type]


def modules(names: list[str]) -> list[Path]:
    """The modules of the rulebook that have anything to change and tests of their own."""
    found = [p for p in sorted(RULEBOOK.rglob("*.py")) if not names or p.stem in names]
    return [p for p in found if tests_of(p) and any(places(ast.parse(p.read_text())))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="*")
    parser.add_argument("--budget", type=float, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--slow", action="store_true", help="let the slow properties try what the quick tests let pass"
    )
    parser.add_argument("--each", type=int, default=10**6, help="at most so many mutants of a module")
    options = parser.parse_args()
    draw, began = random.Random(options.seed), time.monotonic()
    killed: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    trees = {path: ast.parse(path.read_text()) for path in modules(options.modules)}
    waiting = {
        path: draw.sample(range(n := len(list(places(tree)))), n)[: options.each]
        for path, tree in trees.items()
    }
    first = {tests_of(path): path for path in trees}
    broken = [path.stem for tests, path in first.items() if not survives(path, trees[path], tests)]
    if broken:
        sys.exit(f"the tests fail without any change: {', '.join(broken)}")
    whole = sum(map(len, waiting.values()))
    while any(waiting.values()) and time.monotonic() - began < options.budget:
        for path in [path for path, numbers in waiting.items() if numbers]:
            tree, told = mutated(trees[path], waiting[path].pop())
            tried[path.stem] += 1
            if survives(path, tree, tests_of(path), slow=options.slow):
                print(f"survived  {path.relative_to(RULEBOOK)}:{told}", flush=True)
            else:
                killed[path.stem] += 1
            if time.monotonic() - began > options.budget:
                break
        print(f"so far    killed {killed.total()} of {tried.total()}", flush=True)
    for name in sorted(tried):
        print(f"{name:<24}{killed[name]:>5} of {tried[name]:>5}")
    share = killed.total() / max(tried.total(), 1)
    print(
        f"killed {killed.total()} of {tried.total()} mutants drawn ({share:.1%}) of {whole}, seed {options.seed}"
    )


if __name__ == "__main__":
    sys.path.insert(0, str(HOME))
    import pytest  # loaded once, before forking
    from hypothesis import HealthCheck, settings

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
