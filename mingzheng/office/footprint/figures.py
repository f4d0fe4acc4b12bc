"""The figures of energy, paper, travel, audits from afar and awareness."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from mingzheng.office.clients.models import Client
from mingzheng.office.record.figure import figure
from mingzheng.rulebook.footprint import PUBLIC, Meter, months_of
from mingzheng.rulebook.indicators import footprint as means
from mingzheng.rulebook.indicators.meaning import Period

from .models import Awareness, PrintCount, Reading, RemoteAudit, TemperatureCheck, Trip
from .queries import readings_in, trips_in

READING: dict[str, Any] = {"shows": ("number", "month", "amount", "co2_kg"), "opens": "reading:number"}
CHECK: dict[str, Any] = {
    "shows": ("number", "checked_on", "place", "degrees"),
    "opens": "temperature:number",
    "by": "season|season",
}
PRINTS: dict[str, Any] = {
    "shows": ("number", "month", "single_sided", "double_sided"),
    "opens": "prints:number",
}
TRIP: dict[str, Any] = {
    "shows": ("number", "visit__number", "person__name_zh", "travelled_on", "mode|mode", "km", "co2_kg"),
    "opens": "trip:number",
    "by": "mode|mode",
}
REMOTE: dict[str, Any] = {
    "shows": (
        "number",
        "visit__number",
        "visit__client__name_zh",
        "held_on",
        "share",
        "saved_km",
        "saved_co2_kg",
    ),
    "opens": "remote-audit:number",
}


def months_in(period: Period) -> int:
    """A meter has a reading for each month; while one is missing, nothing is said of its CO2."""
    return len(list(months_of(*period.days)))


@figure(means.ELECTRICITY, amount="amount", **READING)
def electricity(period: Period) -> QuerySet[Reading]:
    return readings_in(Meter.ELECTRICITY, *period.days)


@figure(means.ELECTRICITY_CO2, amount="co2_kg", rows_of=months_in, **READING)
def electricity_co2(period: Period) -> QuerySet[Reading]:
    return electricity(period)


@figure(means.GAS_CO2, amount="co2_kg", rows_of=months_in, **READING)
def gas_co2(period: Period) -> QuerySet[Reading]:
    return readings_in(Meter.GAS, *period.days)


@figure(means.TEMPERATURES_CHECKED, **CHECK)
def temperatures_checked(period: Period) -> QuerySet[TemperatureCheck]:
    return TemperatureCheck.objects.filter(checked_on__range=period.days)


@figure(means.TEMPERATURES_CONFORMING, **CHECK)
def temperatures_conforming(period: Period) -> QuerySet[TemperatureCheck]:
    return temperatures_checked(period).filter(conforming=True)


@figure(means.SHEETS_SINGLE, amount="single_sided", **PRINTS)
def sheets_single(period: Period) -> QuerySet[PrintCount]:
    return PrintCount.objects.filter(month__range=period.days)


@figure(means.SHEETS_SAVED, amount="double_sided", **PRINTS)
def sheets_saved(period: Period) -> QuerySet[PrintCount]:
    return sheets_single(period)


@figure(means.TRAVEL, amount="km", **TRIP)
def travel(period: Period) -> QuerySet[Trip]:
    return trips_in(*period.days)


@figure(means.TRAVEL_PUBLIC, amount="km", **TRIP)
def travel_public(period: Period) -> QuerySet[Trip]:
    return trips_in(*period.days).filter(mode__in=PUBLIC)


@figure(means.TRAVEL_CO2, amount="co2_kg", **TRIP)
def travel_co2(period: Period) -> QuerySet[Trip]:
    return trips_in(*period.days)


@figure(means.REMOTE_AUDITS, **REMOTE)
def remote_audits(period: Period) -> QuerySet[RemoteAudit]:
    return RemoteAudit.objects.filter(held_on__range=period.days)


@figure(means.REMOTE_SAVED, amount="saved_km", **REMOTE)
def remote_saved(period: Period) -> QuerySet[RemoteAudit]:
    return remote_audits(period)


@figure(means.REMOTE_SAVED_CO2, amount="saved_co2_kg", **REMOTE)
def remote_saved_co2(period: Period) -> QuerySet[RemoteAudit]:
    return remote_audits(period)


@figure(means.CLIENTS_MADE_AWARE, shows=("uscc", "name_zh"), opens="client:uscc")
def clients_made_aware(period: Period) -> QuerySet[Client]:
    signed = Awareness.objects.filter(signed_on__range=period.days, visit__client=OuterRef("pk"))
    return Client.objects.filter(Exists(signed))
