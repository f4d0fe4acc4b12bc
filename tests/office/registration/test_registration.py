from datetime import date

import pytest

from mingzheng.office.registration.actions.end_registration import end_registration
from mingzheng.office.registration.actions.register_auditor import register_auditor
from mingzheng.office.registration.models import Registration
from mingzheng.rulebook.competence import RegistrationGrade
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Refused
from tests.conftest import kinds

pytestmark = pytest.mark.django_db
DAY, LATER = date(2026, 3, 2), date(2026, 9, 1)
YEAR = {"valid_from": DAY, "valid_until": date(2029, 3, 1)}


def test_a_registration_is_entered_once_for_a_time(cast):
    evaluator = cast["competence_evaluator"]
    told = {"grade": RegistrationGrade.AUDITOR, "number": "N1-1", "on": DAY, "by": evaluator}
    register_auditor("auditor", Standard.QMS, **told, **YEAR)

    with pytest.raises(Refused, match="registrations-overlap"):
        register_auditor(
            "auditor", Standard.QMS, **told, valid_from=date(2028, 1, 1), valid_until=date(2030, 1, 1)
        )
    with pytest.raises(Refused, match="ends-before-it-begins"):
        register_auditor("auditor", Standard.EMS, **told, valid_from=DAY, valid_until=date(2025, 1, 1))
    assert kinds() == ["person.registered"]


def test_a_registration_withdrawn_ends_early_and_never_late(cast):
    evaluator = cast["competence_evaluator"]
    told = {"grade": RegistrationGrade.AUDITOR, "number": "N1-1", "on": DAY, "by": evaluator}
    register_auditor("auditor", Standard.QMS, **told, **YEAR)
    for day, why in [(date(2030, 1, 1), "ends-later"), (date(2025, 1, 1), "ends-before-it-begins")]:
        with pytest.raises(Refused, match=why):
            end_registration("auditor", Standard.QMS, valid_until=day, reason="撤销", on=DAY, by=evaluator)
    end_registration("auditor", Standard.QMS, valid_until=DAY, reason="撤销", on=DAY, by=evaluator)

    assert Registration.objects.get().valid_until == DAY
    assert kinds() == ["person.registered", "person.registration-ended"]
