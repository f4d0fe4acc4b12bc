"""What ends for a person: everything up to the ninetieth day, nothing of the day after."""

from datetime import date

import pytest

from mingzheng.office.competence.expiring import WHAT, expiring
from mingzheng.office.competence.models import Authorisation, Competence
from mingzheng.office.people.actions.sign_declaration import sign_declaration
from mingzheng.office.people.models import Declaration, Employment, Insurance, Person
from mingzheng.office.record.queue import QUEUES
from mingzheng.office.registration.models import Registration
from mingzheng.rulebook.engagement import DeclarationKind
from tests import rows
from tests.conftest import DAY

pytestmark = pytest.mark.django_db
LAST, AFTER = date(2026, 5, 31), date(2026, 6, 1)  # the ninetieth day from the day, and the next


@pytest.fixture
def liu(db) -> Person:
    """Registered for Q, with everything that can end."""
    made = rows.auditor("liu", ("QMS",))
    Employment.objects.create(person=made, number="1", full_time=True, first_day=date(2025, 1, 1))
    policy = {"kind": "accident", "insurer": "x", "number": "P", "first_day": date(2025, 1, 1)}
    Insurance.objects.create(person=made, **policy, last_day=LAST)
    for kind in DeclarationKind:
        Declaration.objects.create(person=made, kind=kind, signed_on=date(2025, 6, 1), valid_until=LAST)
    return made


def end(on: date) -> None:
    Registration.objects.update(valid_until=on, confirm_by=on, witness_by=on)
    Competence.objects.update(review_by=on)
    Authorisation.objects.update(confirm_by=on)
    Employment.objects.update(last_day=on)
    Insurance.objects.update(last_day=on)
    Declaration.objects.update(valid_until=on)


def test_everything_that_ends_by_the_ninetieth_day_is_told_once(liu):
    end(LAST)
    assert {row["what"] for row in expiring(DAY)} == set(WHAT) and len(expiring(DAY)) == len(WHAT)
    assert {row["until"] for row in expiring(DAY, "liu")} == {LAST}
    assert not expiring(DAY, "chen")


def test_what_ends_the_day_after_is_not_told(liu):
    end(AFTER)
    assert list(expiring(DAY)) == []


def test_what_somebody_should_have_and_has_not_is_due_today(liu):
    Employment.objects.all().delete()
    Insurance.objects.all().delete()
    Declaration.objects.filter(kind="impartiality").delete()
    told = {row["what"]: row["until"] for row in expiring(DAY)}
    missing = dict.fromkeys(("contract", "insurance", "impartiality"), DAY)
    assert told == {**missing, "confidentiality": LAST, "integrity": LAST, "conduct": LAST}


def test_a_registration_followed_by_another_or_over_for_long_is_not_told(liu):
    end(AFTER)
    Registration.objects.update(valid_until=date(2026, 1, 1), confirm_by=None, witness_by=None)
    assert [row["what"] for row in expiring(DAY)] == ["registration"]
    later = {"grade": "auditor", "number": "N2", "valid_from": date(2026, 1, 2), "valid_until": AFTER}
    followed = Registration.objects.create(person=liu, standard="QMS", **later)
    assert list(expiring(DAY)) == []
    followed.delete()
    Registration.objects.update(valid_until=date(2025, 12, 1))
    assert list(expiring(DAY)) == []


def test_nothing_ends_for_who_has_left(liu):
    end(LAST)
    Person.objects.update(is_active=False)
    assert list(expiring(DAY)) == []


def test_everybody_finds_on_his_desk_what_he_has_to_sign_and_nothing_of_others(liu, cast):
    end(LAST)
    mine = QUEUES["competence.to-sign"].waiting
    assert [(row["who"], row["what"], row["until"]) for row in mine(liu, DAY)] == [
        ("liu", "conduct", LAST),
        ("liu", "confidentiality", LAST),
        ("liu", "impartiality", LAST),
        ("liu", "integrity", LAST),
    ]
    sign_declaration("liu", DeclarationKind.CONDUCT, on=DAY, by=liu)
    assert [row["what"] for row in mine(liu, DAY)] == ["confidentiality", "impartiality", "integrity"]
    assert {row["who"] for row in mine(cast["market"], DAY)} == {"market"}
    assert len(mine(cast["market"], DAY)) == len(DeclarationKind), "never signed: due today"


def test_an_auditor_finds_what_ends_for_him_and_what_he_signs_in_two_places_not_twice(liu):
    end(LAST)
    told = {row["what"] for row in QUEUES["competence.expiring"].waiting(liu, DAY)}
    assert told == set(WHAT) - set(DeclarationKind)
