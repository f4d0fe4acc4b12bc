"""Trainees hired: who became auditor in the year, with a contract."""

from datetime import date

import pytest

from mingzheng.office.people.models import Employment, Person
from mingzheng.office.registration.models import Registration
from tests import rows
from tests.office.footprint.test_footprint import figure

pytestmark = pytest.mark.django_db
TRAINEE, AUDITOR = ("trainee", date(2025, 1, 1)), ("auditor", date(2026, 5, 1))
HELD = (date(2024, 1, 1), None)


def person(registrations, contracts) -> Person:
    one = rows.auditor("chen", (), leads=False)
    for n, (grade, first) in enumerate(registrations):
        Registration.objects.create(
            person=one,
            standard=("QMS", "EMS", "OHSMS")[n],
            grade=grade,
            number=f"2026-{n}",
            valid_from=first,
            valid_until=date(2028, 12, 31),
        )
    for first, last in contracts:
        Employment.objects.create(person=one, number="L1", full_time=True, first_day=first, last_day=last)
    return one


@pytest.mark.parametrize(
    ("registrations", "contracts", "hired"),
    [
        ([TRAINEE, AUDITOR], [HELD], 1),
        ([TRAINEE, AUDITOR], [(date(2026, 12, 31), None)], 1),  # the contract begins later in the year
        ([TRAINEE, AUDITOR], [(date(2024, 1, 1), date(2026, 5, 1))], 1),  # its last day is the day
        ([TRAINEE, AUDITOR, AUDITOR], [HELD], 1),  # of two standards at once
        ([TRAINEE, AUDITOR, ("senior", date(2026, 9, 1))], [HELD], 1),
        ([TRAINEE, AUDITOR], [], 0),
        ([TRAINEE, AUDITOR], [(date(2027, 1, 1), None)], 0),
        ([TRAINEE, AUDITOR], [(date(2024, 1, 1), date(2026, 4, 30))], 0),  # he was gone
        ([AUDITOR], [HELD], 0),  # he came as auditor
        ([TRAINEE], [HELD], 0),
        ([TRAINEE, ("auditor", date(2025, 12, 31))], [HELD], 0),  # in the year before
        ([TRAINEE, ("auditor", date(2025, 6, 1)), AUDITOR], [HELD], 0),  # auditor before, of another standard
        ([AUDITOR, ("trainee", date(2026, 6, 1))], [HELD], 0),  # in training only afterwards
    ],
)
def test_a_trainee_who_becomes_auditor_with_a_contract_is_counted_once(registrations, contracts, hired):
    person(registrations, contracts)
    assert figure("trainees-hired")["value"] == hired
    assert sum(figure("trainees-hired", month=month)["value"] for month in range(1, 13)) == hired
