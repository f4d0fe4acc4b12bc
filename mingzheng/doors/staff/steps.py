"""The steps of the work: each action of the body, what is recorded when it is done, and the document it goes by."""

import re
from collections.abc import Callable, Mapping
from itertools import groupby
from typing import Any

from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.documents.models import Version
from mingzheng.office.documents.queries import governing
from mingzheng.office.record.action import ACTIONS
from mingzheng.words import WORDS

PLACE = re.compile(r"\{[^}]*\}")  # where a sentence holds the facts of one case


def step_of(act: Callable[..., Any]) -> str:
    """The step a function does: the action it is, or the first one its code names; empty when it names none."""
    wanted: list[Any] = [act]
    if code := getattr(act, "__code__", None):
        wanted += [act.__globals__.get(name) for name in code.co_names]
    return next((info.name for one in wanted for info in ACTIONS.values() if info.run is one), "")


def document_of(act: Callable[..., Any]) -> Version | None:
    """The version in force of the document by which this is done."""
    step = step_of(act)
    return governing(step, today()) if step else None


def told_steps(documents: Mapping[str, Any]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Every step, stage by stage, in words of both languages."""
    rows = [
        {
            "name": name,
            "told": t(*(PLACE.sub("…", words) for words in WORDS[f"event.{info.event.KIND}"])),
            "clause": info.clause,
            "roles": [say_lazy(f"role.{role}") for role in info.roles],
            "document": documents.get(name),
        }
        for name, info in sorted(ACTIONS.items())
    ]
    return [(stage, list(of)) for stage, of in groupby(rows, lambda row: str(row["name"]).partition(".")[0])]
