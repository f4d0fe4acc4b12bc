"""内部管理: what is late, which registers wait for their yearly confirmation, and the way to each register."""

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.impartiality.queries import late_committee, related_clients
from mingzheng.office.quality.actions.confirm_register import confirm_register
from mingzheng.office.quality.queries import (
    CONFIRMERS,
    KEEPERS,
    confirmations_since,
    entries_in,
    late,
)
from mingzheng.rulebook.own_system import CONFIRMED_BY, Register, may_say_none, objections_to_confirming
from mingzheng.rulebook.roles import Role

from ..asking import asked
from ..rights import StaffRequest, staff_page

YEARS = 3  # of confirmations shown, the last one first


@staff_page(Role.DIRECTOR, *CONFIRMERS)
def overview(request: StaffRequest) -> HttpResponse:
    on = today()
    keeps = any(request.user.holds(role) for role in KEEPERS)
    context = {
        "late": [*late(on), *late_committee(on)],
        "related": related_clients(on) if keeps else [],
        "confirmations": confirmations(request.user),
        "keeps": keeps,
    }
    return render(request, "staff/quality/overview.html", context)


def confirmations(by: Any) -> list[dict[str, Any]]:
    """Each register for each of the last years: entries, who confirmed, what may be said, and what this reader may do."""
    on, rows = today(), []
    known = confirmations_since(on.year - YEARS)
    for year in range(on.year - 1, on.year - 1 - YEARS, -1):
        for register in Register:
            count, given = entries_in(register, year), known.get((register, year), [])
            mine = next((role for role in CONFIRMED_BY[register] if by.holds(role)), None)
            barred = objections_to_confirming(register, year, mine, given, on) if mine else []
            rows.append(
                {
                    "register": register,
                    "year": year,
                    "count": count,
                    "roles": [(say_lazy(f"role.{role}"), role in given) for role in CONFIRMED_BY[register]],
                    "none": may_say_none(register, count, given),
                    "url": reverse("staff:confirm-register", args=[register, year])
                    if mine and not barred
                    else "",
                }
            )
    return rows


@staff_page(*CONFIRMERS)
def confirm(request: StaffRequest, register: str, year: int) -> HttpResponse:
    """After the year: this is all there was."""
    if register not in list(Register):
        raise Http404(register)
    which = Register(register)
    entries = entries_in(which, year)
    return asked(
        request,
        forms.Form(request.POST or None),
        lambda said: confirm_register(which, year, entries=entries, on=today(), by=request.user),
        heading=t("确认 {year} 年{register}登记", "Confirm {register} of {year}", year=year, register=say_lazy(f"own-register.{which}")),
        back=reverse("staff:own-system"),
        done=t("已确认。", "Confirmed."),
        consequences=[t("您确认该年共 {n} 条，没有遗漏。", "You confirm that {n} entries are all there were.", n=entries)],
    )  # fmt: skip
