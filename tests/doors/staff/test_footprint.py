"""Screens of energy, paper and travel."""

import pytest

from mingzheng.office.footprint.models import PrintCount, Reading, Trip
from tests.office.footprint import test_footprint as footprint
from tests.rows import DAY

pytestmark = pytest.mark.django_db
AT = "/staff/footprint/"


def text(answer) -> str:
    return answer.content.decode()


def test_energy_and_paper_are_entered_and_what_is_missing_is_called_out(enter):
    office = enter("general_office")
    told = {"meter": "electricity", "month": "2026-01-20", "amount": "1200"}
    assert office.post(f"{AT}readings/new/", told).url == f"{AT}readings/"
    at = f"{AT}readings/{Reading.objects.get().number}/"
    assert "643.92" in text(office.get(at)) and "2026-01" in text(office.get(f"{AT}readings/"))
    assert office.post(f"{at}correct-reading/", {"amount": "1000", "reason": "抄错"}).url == at
    page = text(office.get(AT))
    assert "2026-02" in page and "排放因子" in page and "待核实" in page
    checked = {"season": "cooling", "degrees": "24", "place": "三楼", "checked_on": DAY}
    office.post(f"{AT}temperatures/new/", checked)
    assert "不合格" in text(office.get(f"{AT}temperatures/?tab=not"))
    office.post(f"{AT}print-counts/new/", {"month": "2026-02-01", "single_sided": "3", "double_sided": "5"})
    assert PrintCount.objects.get().double_sided == 5 and "2026-02" in text(office.get(f"{AT}print-counts/"))
    assert enter("market").get(AT).status_code == 403 and enter("auditor").get(at).status_code == 403


def test_an_auditor_enters_his_own_trip_and_its_mode(enter, cast):
    visit = footprint.visit_of(cast["auditor"])
    auditor = enter("auditor")
    told = {"visit": visit.number, "login": "auditor", "travelled_on": DAY, "km": "60", "mode": ""}
    assert "没有此项目" in text(auditor.post(f"{AT}trips/new/", {**told, "visit": "XM"}))
    assert auditor.post(f"{AT}trips/new/", told).url == f"{AT}trips/"
    at = f"{AT}trips/{Trip.objects.get().number}/"
    assert auditor.post(f"{at}complete-trip/", {"mode": "metro"}).url == at
    assert "地铁" in text(auditor.get(at))
    remote = {
        "visit": visit.number,
        "share": "60",
        "means": "视频",
        "risk": "已评估",
        "saved_km": "900",
        "saved_mode": "train",
    }
    assert auditor.post(f"{AT}remote-audits/new/", remote).url == f"{AT}remote-audits/"
    signed = {"visit": visit.number, "topic": "energy_week", "signed_by": "何经理", "signed_on": DAY}
    assert auditor.post(f"{AT}awareness-records/new/", signed).url == f"{AT}awareness-records/"
    assert visit.number in text(auditor.get(f"{AT}remote-audits/"))
    assert "何经理" in text(auditor.get(f"{AT}awareness-records/"))
    assert "远程审核" in text(auditor.get(AT)) and "排放因子" not in text(auditor.get(AT))
