"""The books notice what no action would have done."""

from datetime import date

import pytest

from mingzheng.office.competence.models import Competence, Witnessing
from mingzheng.office.people.models import Employment
from mingzheng.office.record.books import check_the_books
from mingzheng.office.registration.models import Registration, Training
from tests import rows
from tests.conftest import DAY

pytestmark = [pytest.mark.django_db, pytest.mark.broken_books]


@pytest.fixture
def liu(db):
    return rows.auditor("liu", ("QMS",))


def test_contracts_that_overlap(liu):
    for number, last in (("1", date(2026, 3, 2)), ("2", None)):
        first = DAY if last is None else date(2025, 1, 1)
        Employment.objects.create(person=liu, number=number, full_time=True, first_day=first, last_day=last)
    assert check_the_books() == {
        "the contracts of a person follow one another": ["liu: 1 overlaps a later contract"]
    }
    Employment.objects.filter(number="1").update(last_day=date(2026, 3, 1))
    assert check_the_books() == {}


def test_registrations_that_overlap(liu):
    later = {"number": "N2", "valid_from": date(2027, 12, 31), "valid_until": date(2030, 12, 30)}
    Registration.objects.create(person=liu, standard="QMS", grade="auditor", **later)
    assert list(check_the_books()) == ["the registrations of a person for a standard follow one another"]


def test_what_somebody_found_of_himself(liu):
    course = {"kind": "course", "title": "x", "hours": 1, "held_on": DAY, "evidence": "y"}
    Training.objects.create(person=liu, number=1, accepted=True, reviewed_by="liu", **course)
    Competence.objects.update(evaluated_by="liu")
    assert check_the_books() == {
        "nobody accepted his own education": ["liu no. 1"],
        "nobody evaluated his own competence": ["liu QMS 17.10.02"],
    }


def test_a_witness_nobody_authorised(liu):
    seen = {"planned_for": DAY, "held_on": DAY, "outcome": "passed", "remarks": "x"}
    Witnessing.objects.create(person=liu, witness=rows.auditor("chen"), standard="QMS", **seen)
    assert list(check_the_books()) == ["who saw an auditor at work was authorised for it"]
