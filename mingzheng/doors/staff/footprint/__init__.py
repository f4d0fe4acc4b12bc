"""环境足迹: energy, temperatures, paper, travel, audits from afar, awareness."""

from typing import Any

from django.urls import path

from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.footprint.queries import TRAVELLERS, keeps, readings_in, unread
from mingzheng.rulebook.footprint import FACTORS, Factor, Meter

from ..recorded import Table
from ..register import overview
from . import energy, travel

REGISTERS = (
    energy.READINGS,
    energy.TEMPERATURES,
    energy.PRINTS,
    travel.TRIPS,
    travel.REMOTE,
    travel.AWARENESS,
)


def panels(by: Any) -> list[Table]:
    """The months of each meter in this year and the last, and the factors reckoned with."""
    return [months(), factors()] if keeps(by) else []


def months() -> Table:
    heads = [t("年度", "Year"), t("类别", "Meter"), t("已登记月份", "Months read"), t("缺少", "Missing")]
    found = []
    for year in (today().year, today().year - 1):
        first, last = today().replace(year=year, month=1, day=1), today().replace(year=year, month=12, day=31)
        last = min(last, today().replace(day=1))
        for meter in Meter:
            missing = unread(meter, first, last)
            told = missing[0].details["months"] if missing else ""
            found.append(
                ("", [year, say_lazy(f"meter.{meter}"), readings_in(meter, first, last).count(), told])
            )
    return Table(t("各月读数", "Readings by month"), heads, found)


def factors() -> Table:
    heads = [
        t("项目", "Of"),
        t("千克二氧化碳/单位", "kg CO₂ a unit"),
        t("生效", "Valid from"),
        t("出处", "Source"),
    ]
    return Table(
        t("排放因子", "Emission factors"),
        heads,
        [("", [name(one.of), one.kg, one.valid_from, source(one)]) for one in FACTORS],
    )


def source(one: Factor) -> Any:
    """Who says so, and whether the body has still to confirm it."""
    if one.confidence == "m":
        return t(f"{one.source_zh}（待核实）", f"{one.source} (to be confirmed)")
    return t(one.source_zh, one.source)


def name(of: str) -> Any:
    return say_lazy(f"meter.{of}" if of in tuple(Meter) else f"mode.{of}")


look = overview(t("环境足迹", "Footprint"), REGISTERS, TRAVELLERS, panels)
urlpatterns = [path("", look, name="footprint"), *(url for register in REGISTERS for url in register.urls())]
