"""办理时长: how long applicants and complainants waited in a year, by tier and size; medians far apart are called out."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from mingzheng.doors.today import today
from mingzheng.office.clients.queries import may_see_tiers
from mingzheng.office.voices.handling import handled
from mingzheng.rulebook.client_tiers import (
    NOT_FOR_DECIDERS,
    TIED_TO_SERVICE,
    Handled,
    Matter,
    apart,
    by_size,
    by_tier,
    is_unequal,
)
from mingzheng.rulebook.dated_numbers import number
from mingzheng.rulebook.indicators.meaning import Period
from mingzheng.rulebook.verdict import Refused

from .rights import StaffRequest, staff_page

YEARS = 4  # that can be chosen


@staff_page(*TIED_TO_SERVICE)
def handling(request: StaffRequest) -> HttpResponse:
    """A year, this one unless another is asked for."""
    if not may_see_tiers(request.user):
        raise Refused(NOT_FOR_DECIDERS)
    last = today().year
    years = range(last, last - YEARS, -1)
    year = next((one for one in years if str(one) == request.GET.get("year")), last)
    rows = handled(*Period.of(year).days)
    context = {"year": year, "years": years, "matters": drawn(rows), "limit": number("handling_apart")}
    return render(request, "staff/clients/handling.html", context)


def drawn(rows: list[Handled]) -> list[dict[str, Any]]:
    """Of each kind of matter its tables, and by how much they differ."""
    return [
        {
            "matter": matter,
            "groups": [
                (family, of, apart(of), is_unequal(of))
                for family, of in (
                    ("client-tier", by_tier(rows, matter)),
                    ("client-size", by_size(rows, matter)),
                )
            ],
        }
        for matter in Matter
    ]
