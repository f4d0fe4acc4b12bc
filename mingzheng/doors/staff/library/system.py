"""标准体系表: standards of others and the body's own by branch and level, and laws by kind, in force on a day."""

from collections import Counter
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from mingzheng.doors.today import today
from mingzheng.office.documents.queries import own_standards
from mingzheng.office.library.queries import laws_in_force, norms_in_force
from mingzheng.rulebook.laws import REPORTED, SYSTEMS, Branch, LawKind, Level, share

from ..rights import StaffRequest, staff_page

OTHER_LEVELS = tuple(level for level in Level if level not in REPORTED)


@staff_page()
def system(request: StaffRequest) -> HttpResponse:
    on = asked_for(request.GET.get("on", ""))
    kinds = Counter(laws_in_force(on).values_list("kind", flat=True))
    return render(
        request,
        "staff/library/system.html",
        {**tree(on), "on": on, "laws": [(kind, kinds[kind]) for kind in LawKind], "all_laws": kinds.total()},
    )


def asked_for(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return today()


def tree(on: date) -> dict[str, Any]:
    """The table: a row a branch; national, industry and local standards and own ones make the total of the report."""
    found = Counter(norms_in_force(on).values_list("branch", "level"))
    own = Counter(own_standards(on).values_list("branch", flat=True))
    systems = [
        (name, [_row(branch, found, own) for branch in Branch if branch.system == name]) for name in SYSTEMS
    ]
    cells = [row for _, rows in systems for row in rows]
    sums = [sum(row["cells"][n] for row in cells) for n in range(len(REPORTED))]
    others = [sum(row["others"][n] for row in cells) for n in range(len(OTHER_LEVELS))]
    written, total = own.total(), sum(sums) + own.total()
    return {
        "systems": systems,
        "levels": REPORTED,
        "other_levels": OTHER_LEVELS,
        "sums": sums,
        "others": others,
        "own": written,
        "adopted": sum(sums),
        "total": total,
        "share": share(written, total),
    }


def _row(branch: Branch, found: Counter[Any], own: Counter[Any]) -> dict[str, Any]:
    cells = [found[branch.value, level.value] for level in REPORTED]
    return {
        "branch": branch,
        "cells": cells,
        "own": own[branch.value],
        "total": sum(cells) + own[branch.value],
        "others": [found[branch.value, level.value] for level in OTHER_LEVELS],
    }
