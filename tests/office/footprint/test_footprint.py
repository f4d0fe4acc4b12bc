"""Energy, temperatures, paper, travel, audits from afar and awareness."""

from datetime import date
from decimal import Decimal

import pytest

from mingzheng.office.footprint.actions.check_temperature import check_temperature
from mingzheng.office.footprint.actions.complete_trip import complete_trip
from mingzheng.office.footprint.actions.correct_reading import correct_reading
from mingzheng.office.footprint.actions.count_prints import count_prints
from mingzheng.office.footprint.actions.enter_trip import enter_trip
from mingzheng.office.footprint.actions.read_meter import read_meter
from mingzheng.office.footprint.actions.record_awareness import record_awareness
from mingzheng.office.footprint.actions.record_remote_audit import record_remote_audit
from mingzheng.office.footprint.models import Reading, RemoteAudit, TemperatureCheck, Trip
from mingzheng.office.footprint.queries import trips_seen_by
from mingzheng.office.programmes.models import Visit
from mingzheng.office.record.figure import FIGURES, counted
from mingzheng.office.record.queue import QUEUES
from mingzheng.office.schedule.actions.decide_special_approval import decide_special_approval
from mingzheng.office.schedule.actions.request_special_approval import request_special_approval
from mingzheng.office.schedule.models import Assignment
from mingzheng.rulebook.footprint import Meter, Mode, Season, Topic
from mingzheng.rulebook.indicators.meaning import Period
from mingzheng.rulebook.special_approvals import Limit
from mingzheng.rulebook.verdict import Refused
from tests import rows
from tests.rows import DAY

pytestmark = pytest.mark.django_db


def figure(name, year=2026, month=None):
    return counted({name: (FIGURES[name], Period.of(year, month))})[name]


def visit_of(person, held=True) -> Visit:
    """A visit this person is on the team of."""
    visit = rows.visit()
    Assignment.objects.create(visit=visit, person=person, role="leader", standards=["QMS"])
    Visit.objects.filter(pk=visit.pk).update(begun_on=DAY, held_on=DAY if held else None)
    return visit


def read(cast, month, amount=1000, meter=Meter.ELECTRICITY):
    return read_meter(meter, month=month, amount=Decimal(amount), on=DAY, by=cast["general_office"])


def trip(cast, visit, mode="", km=100, by="auditor"):
    told = {"login": "auditor", "mode": mode, "km": Decimal(km), "travelled_on": DAY}
    return enter_trip(visit.number, **told, on=DAY, by=cast[by]).number


def test_the_co2_of_a_year_is_withheld_until_every_month_is_read(cast):
    for month in range(1, 12):
        read(cast, date(2025, month, 15))
    assert figure("electricity", 2025) == {"value": 11000}
    assert figure("electricity-co2", 2025) == {"value": None}
    read(cast, date(2025, 12, 1))
    with pytest.raises(Refused, match="footprint.read-already"):
        read(cast, date(2025, 12, 31))
    assert figure("electricity-co2", 2025)["value"] == pytest.approx(12000 * 0.5366)
    number = Reading.objects.get(month=date(2025, 12, 1)).number
    correct_reading(number, amount=Decimal(0), reason="表已换", on=DAY, by=cast["general_office"])
    assert figure("electricity-co2", 2025)["value"] == pytest.approx(11000 * 0.5366)
    assert figure("gas-co2", 2025) == {"value": None}


def test_a_temperature_is_entered_as_found_and_judged_by_the_rule(cast):
    for season, degrees in ((Season.COOLING, "26"), (Season.COOLING, "24"), (Season.HEATING, "20")):
        told = {"degrees": Decimal(degrees), "place": "三楼", "checked_on": DAY}
        check_temperature(season, **told, on=DAY, by=cast["general_office"])
    assert list(TemperatureCheck.objects.order_by("pk").values_list("conforming", flat=True)) == [
        True,
        False,
        True,
    ]
    assert figure("temperatures-conforming")["value"] == 2 and figure("temperatures-checked")["value"] == 3


def test_a_sheet_printed_on_both_sides_saves_one(cast):
    told = {"single_sided": 300, "double_sided": 500, "on": DAY, "by": cast["general_office"]}
    count_prints(date(2026, 2, 20), **told)
    with pytest.raises(Refused, match="footprint.counted-already"):
        count_prints(date(2026, 2, 1), **told)
    assert (figure("sheets-single")["value"], figure("sheets-saved")["value"]) == (300, 500)


def test_a_trip_without_a_mode_waits_and_is_in_no_figure(cast):
    visit = visit_of(cast["auditor"])
    with pytest.raises(Refused, match="person.not-yours"):
        enter_trip(
            visit.number, login="market", mode="", km=Decimal(1), travelled_on=DAY, on=DAY, by=cast["auditor"]
        )
    with pytest.raises(Refused, match="footprint.not-on-team"):
        enter_trip(
            visit.number,
            login="market",
            mode="",
            km=Decimal(1),
            travelled_on=DAY,
            on=DAY,
            by=cast["general_office"],
        )
    number = trip(cast, visit)
    trip(cast, visit, Mode.TRAIN, 300)
    waiting = QUEUES["footprint.trips"].waiting
    assert [row.number for row in waiting(cast["auditor"], DAY)] == [number]
    assert figure("travel") == {"value": 300, "parts": {"train": 300}}
    with pytest.raises(Refused, match="person.not-yours"):
        complete_trip(trip(cast, visit, by="programme_manager"), mode=Mode.CAR, on=DAY, by=stranger(cast))
    complete_trip(number, mode=Mode.CAR, on=DAY, by=cast["auditor"])
    with pytest.raises(Refused, match="footprint.mode-known"):
        complete_trip(number, mode=Mode.CAR, on=DAY, by=cast["general_office"])
    assert figure("travel-public")["value"] == 300 and figure("travel")["value"] == 400
    assert figure("travel-co2")["parts"] == {"car": 17.14, "train": 11.082}
    assert trips_seen_by(cast["auditor"]).count() == 3 and trips_seen_by(stranger(cast)).count() == 0


def stranger(cast):
    person = cast["reviewer"]
    person.roles = ["auditor"]
    return person


def granted(cast, visit, share):
    told = {"limit": Limit.REMOTE, "share": share, "reason": "交通中断", "on": DAY}
    number = request_special_approval(visit.number, **told, by=cast["programme_manager"]).number
    decide_special_approval(number, granted=True, on=DAY, by=cast["director"])


def test_an_audit_from_afar_tells_what_travel_it_saved(cast):
    visit = visit_of(cast["auditor"])
    told = {
        "share": 60,
        "means": "视频会议",
        "risk": "网络稳定，双方书面同意",
        "saved_km": Decimal(1000),
        "saved_mode": Mode.TRAIN,
    }
    with pytest.raises(Refused, match="footprint.not-held"):
        record_remote_audit(visit_of(cast["market"], held=False).number, **told, on=DAY, by=cast["auditor"])
    Visit.objects.filter(pk=visit.pk).update(begun_on=None, held_on=None)
    granted(cast, visit, 60)
    Visit.objects.filter(pk=visit.pk).update(begun_on=DAY, held_on=DAY)
    record_remote_audit(visit.number, **told, on=DAY, by=cast["auditor"])
    with pytest.raises(Refused, match="footprint.remote-already"):
        record_remote_audit(visit.number, **told, on=DAY, by=cast["auditor"])
    assert not RemoteAudit.objects.get().unapproved
    late = visit_of(cast["quality"])
    with pytest.raises(Refused, match="approval.too-late"):
        granted(cast, late, 60)
    told["share"] = 30
    assert not record_remote_audit(late.number, **told, on=DAY, by=cast["programme_manager"]).unapproved
    beyond = visit_of(cast["quality"])
    told["share"] = 31
    assert record_remote_audit(beyond.number, **told, on=DAY, by=cast["programme_manager"]).unapproved
    RemoteAudit.objects.exclude(visit=visit).delete()
    assert RemoteAudit.objects.get().saved_co2_kg == Decimal("36.940")
    assert (figure("remote-audits")["value"], figure("remote-saved-co2")["value"]) == (1, 36.94)


def test_a_client_made_aware_twice_is_counted_once(cast):
    visit = visit_of(cast["auditor"])
    told = {"signed_by": "何经理", "signed_on": DAY, "on": DAY, "by": cast["auditor"]}
    record_awareness(visit.number, topic=Topic.ENERGY_WEEK, **told)
    record_awareness(visit.number, topic=Topic.SOCIAL_RESPONSIBILITY, **told)
    with pytest.raises(Refused, match="footprint.aware-already"):
        record_awareness(visit.number, topic=Topic.ENERGY_WEEK, **told)
    assert figure("clients-made-aware")["value"] == 1 and Trip.objects.count() == 0
