"""The places of a module where a fault can be put, and the module with it."""

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

SWAPS = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult, ast.Mod: ast.Add,
}  # fmt: skip
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Place:
    """The `number`-th place of a module. `owner`: qualified name and first line of the function it lies in, if any."""

    path: Path
    module: str
    source: str
    number: int
    owner: tuple[str, int] | None

    @property
    def key(self) -> tuple[str, str, int]:
        return self.module, self.source, self.number

    @staticmethod
    def functions(tree: ast.Module) -> list[tuple[str, int, int]]:
        """Outermost functions and methods: qualified name, first line (decorators included), last line."""
        return [(name, _first_line(node), node.end_lineno or 0) for name, node in _functions(tree)]


def places(path: Path, module: str, source: str) -> Iterator[Place]:
    """Every place of a module."""
    tree = _tree(path, source)
    owners = {
        id(inner): (name, _first_line(function))
        for name, function in _functions(tree)
        for statement in function.body
        for inner in ast.walk(statement)
    }
    for number, node in enumerate(_nodes(tree)):
        yield Place(path, module, source, number, owners.get(id(node)))


def mutated(place: Place) -> tuple[ast.Module, str]:
    """The module with the place changed, and what was changed."""
    tree = copy.deepcopy(_tree(place.path, place.source))
    node = next(one for number, one in enumerate(_nodes(tree)) if number == place.number)
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
    return tree, f"{node.lineno}: {before}  ->  {after}"


@lru_cache(maxsize=1)
def _tree(path: Path, source: str) -> ast.Module:
    return ast.parse(path.read_text())


def _functions(tree: ast.Module) -> Iterator[tuple[str, Function]]:
    for node in tree.body:
        if isinstance(node, Function):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from ((f"{node.name}.{one.name}", one) for one in node.body if isinstance(one, Function))


def _first_line(function: Function) -> int:
    return min([function.lineno, *(decorator.lineno for decorator in function.decorator_list)])


def _nodes(tree: ast.Module) -> Iterator[ast.AST]:
    """Every node that can be changed; what is said in annotations and decorators is left alone."""
    quiet = {id(n) for node in ast.walk(tree) for n in _said(node)}
    for node in ast.walk(tree):
        if id(node) not in quiet and _can_change(node):
            yield node


def _can_change(node: ast.AST) -> bool:
    match node:
        case ast.Compare():
            return type(node.ops[0]) in SWAPS
        case ast.BoolOp() | ast.BinOp():
            return type(node.op) in SWAPS
        case ast.UnaryOp():
            return isinstance(node.op, ast.Not)
        case ast.Constant():
            return type(node.value) in (int, bool)
        case ast.Return():
            return node.value is not None and ast.unparse(node.value) != "None"
    return isinstance(node, ast.If | ast.IfExp)


def _said(node: ast.AST) -> Iterator[ast.AST]:
    for part in ("annotation", "returns"):
        if isinstance(inner := getattr(node, part, None), ast.AST):
            yield from ast.walk(inner)
    for decorator in getattr(node, "decorator_list", []):
        yield from ast.walk(decorator)
