"""Putting a fault where it belongs: into a living function, or in place of a module that is imported anew."""

import ast
import functools
import importlib.machinery
import importlib.util
import sys
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

from bench.faults import Place

ROOTS = ("mingzheng", "tests")


def code_of(whole: CodeType, name: str, line: int) -> CodeType:
    """The code of the function of this qualified name and first line in the code of its module."""
    inner = [one for one in whole.co_consts if isinstance(one, CodeType)]
    for one in inner:
        if one.co_qualname == name and one.co_firstlineno == line:
            return one
    return code_of(next(one for one in inner if name.startswith(f"{one.co_qualname}.")), name, line)


def swap(place: Place, code: CodeType) -> None:
    """Give the living function the changed code; whoever imported it has it, too."""
    assert place.owner is not None
    module = next(m for m in list(sys.modules.values()) if getattr(m, "__file__", None) == str(place.path))
    living: Any = module
    for name in place.owner[0].split("."):
        living = vars(living)[name]
    _function(living).__code__ = code


def _function(living: Any) -> FunctionType:
    while not isinstance(living, FunctionType):
        living = next(
            inner
            for name in ("fget", "func", "__wrapped__", "__func__")
            if (inner := getattr(living, name, None))
        )
    return living


def clear_caches() -> None:
    """Forget what cached functions have answered so far."""
    for name, module in list(sys.modules.items()):
        if name.split(".")[0] in ROOTS:
            for one in list(vars(module).values()):
                if isinstance(one, functools._lru_cache_wrapper):
                    one.cache_clear()


def forget_everything() -> None:
    """As if nothing of ours had been imported yet."""
    for name in [name for name in sys.modules if name.split(".")[0] in ROOTS]:
        del sys.modules[name]


def put_module(name: str, path: Path, tree: ast.Module) -> None:
    """Let the changed tree be imported as the module of this name."""

    class Changed(importlib.machinery.SourceFileLoader):
        def get_code(self, fullname: str) -> CodeType:
            return compile(tree, str(path), "exec")

    class Finder:
        def find_spec(self, fullname: str, path_: object = None, target: object = None) -> object:
            return importlib.util.spec_from_loader(fullname, Changed(fullname, str(path))) if fullname == name else None  # fmt: skip

    sys.meta_path.insert(0, Finder())  # type: ignore[arg-type]
