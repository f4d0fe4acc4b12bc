"""治理与相关方: stakeholders, what is material, objectives, memberships, honours, the chronicle, duties, pacts, commitments."""

from typing import Any

from django.urls import path

from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.governance.queries import chronicle, not_spoken_with
from mingzheng.rulebook.roles import HELD_BY_PERSONS

from ..recorded import Table
from ..register import overview
from . import aims, bonds, intakes, stakeholders, support, weights

REGISTERS = (
    stakeholders.STAKEHOLDERS,
    stakeholders.DEMANDS,
    weights.WEIGHTS,
    aims.OBJECTIVES,
    bonds.MEMBERSHIPS,
    bonds.ALLIES,
    bonds.HONOURS,
    bonds.PACTS,
    intakes.INTAKES,
    support.SUPPORTS,
    aims.COMMITMENTS,
    aims.HAPPENINGS,
    aims.TRADE_EVENTS,
    aims.DUTIES,
)


def panels(by: Any) -> list[Table]:
    """The stakeholders nobody spoke with this year, and what happened in it."""
    on = today()
    gaps = [
        (
            stakeholders.STAKEHOLDERS.url_of(row),
            [stakeholders.said(row.zh, row.en), say_lazy(f"party.{row.party}")],
        )
        for row in not_spoken_with(on.year)
    ]
    told = [
        (aims.HAPPENINGS.url_of(row), [row.happened_on, stakeholders.said(row.zh, row.en)])
        for row in chronicle(on.replace(month=1, day=1), on)
    ]
    return [
        Table(t("今年还没有沟通的相关方", "Stakeholders not spoken with this year"), [t("名称", "Name"), t("类别", "Kind")], gaps),
        Table(t("今年大事记", "Events of this year"), [t("日期", "On"), t("事项", "What happened")], told),
    ]  # fmt: skip


LOOK = overview(t("治理与相关方", "Governance and stakeholders"), REGISTERS, HELD_BY_PERSONS, panels)
OWN = (weights.WEIGHTS, aims.DUTIES)  # bring addresses of their own
urlpatterns = [
    path("", LOOK, name="governance"),
    *weights.urls(),
    *aims.urls(),
    *(url for register in REGISTERS if register not in OWN for url in register.urls()),
]
