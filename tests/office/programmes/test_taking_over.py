"""The programme of a client taken over from another body: what is still to come of his cycles (IAF MD 2)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mingzheng.office.contracts.models import TransferReview
from mingzheng.office.programmes.actions.begin_cycle import begin_cycle
from mingzheng.office.programmes.actions.open_programme import open_programme
from mingzheng.office.programmes.actions.set_windows import set_windows
from mingzheng.office.programmes.models import Certification, Cycle
from mingzheng.office.programmes.queries import visits
from mingzheng.office.record.actors import CLOCK
from mingzheng.rulebook.verdict import Refused
from tests.office.contracts import taken_over
from tests.office.contracts.taken_over import DAY, FOUND

pytestmark = pytest.mark.django_db


def told() -> list[tuple[str, int, list[str], date | None]]:
    return [(v.kind, v.ordinal, v.standards, v.latest) for v in visits().order_by("number")]


def test_only_what_is_left_of_the_cycle_is_planned_and_within_its_own_days(cast):
    contract = taken_over.signed(cast, "QMS", "EMS")

    event = open_programme(contract.number, on=DAY, by=cast["programme_manager"])

    both = ["QMS", "EMS"]
    assert told() == [
        ("surveillance", 2, both, date(2026, 8, 20)),
        ("recertification", 1, both, FOUND.expires),
    ]
    assert [c.number for c in Cycle.objects.all()] == [1, 1]
    assert event.taken_over == "QMS EMS"
    assert {c.transfer for c in Certification.objects.all()} == set(TransferReview.objects.all())


def test_each_standard_has_the_visits_its_own_cycle_still_lacks(cast):
    contract = taken_over.signed(cast, "QMS", "EMS")
    TransferReview.objects.filter(standard="EMS").update(
        surveillances=0, last_audit_on=None, cycle_number=0, first_issued_on=date(2025, 6, 1),
        issued_on=date(2025, 6, 1), expires_on=date(2028, 5, 31),
    )  # fmt: skip

    open_programme(contract.number, on=DAY, by=cast["programme_manager"])

    assert told() == [
        ("surveillance", 1, ["EMS"], date(2026, 6, 1)),
        ("surveillance", 2, ["QMS", "EMS"], date(2026, 8, 20)),
        ("recertification", 1, ["QMS", "EMS"], FOUND.expires),
    ]


def test_the_windows_stay_when_the_cycle_begins_here(cast):
    contract = taken_over.signed(cast, "QMS")
    open_programme(contract.number, on=DAY, by=cast["programme_manager"])
    before = told()

    days = {"decided_on": FOUND.issued, "issued_on": FOUND.issued, "expires_on": FOUND.expires}
    begin_cycle(contract.client.uscc, "QMS", **days, on=DAY, by=CLOCK)

    assert set_windows(contract.client.uscc, on=DAY, by=CLOCK) == []
    assert told() == before


def test_who_ran_out_before_the_programme_is_opened_is_a_new_client(cast):
    contract = taken_over.signed(cast, "QMS", found=replace(FOUND, expires=DAY))

    event = open_programme(contract.number, on=DAY + timedelta(days=1), by=cast["programme_manager"])

    assert [kind for kind, *_ in told()][:2] == ["stage1", "stage2"] and event.taken_over == ""
    assert (Certification.objects.get().transfer, Cycle.objects.get().number) == (None, 0)


def test_a_programme_does_not_mix_what_is_taken_over_with_what_begins(cast):
    contract = taken_over.signed(cast, "QMS", "EMS")
    TransferReview.objects.filter(standard="EMS").delete()

    with pytest.raises(Refused, match="transfer.mixed"):
        open_programme(contract.number, on=DAY, by=cast["programme_manager"])
