from dataclasses import replace
from datetime import date

import pytest

from mingzheng.office.competence.actions.import_auditors import import_auditors
from mingzheng.office.competence.models import Competence
from mingzheng.office.people.models import Person
from mingzheng.office.record.models import Event
from mingzheng.office.registration.models import Registration
from mingzheng.rulebook.carried_auditors import CarriedAuditor
from mingzheng.rulebook.competence import RegistrationGrade
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Refused

pytestmark = pytest.mark.django_db
ON = date(2026, 3, 2)
ENTRY = CarriedAuditor(
    "shili",
    "示例甲",
    Standard.QMS,
    RegistrationGrade.AUDITOR,
    "2025-1-NQMS-0001",
    date(2025, 1, 1),
    date(2027, 12, 31),
    technical_codes=("17.10.02", "17.12.05"),
    basis="原系统评价",
    full_time=False,
    main_employer="示例大学",
)
EMS = replace(ENTRY, standard=Standard.EMS, number="2025-1-NEMS-0001", technical_codes=("17.10.02",))


@pytest.fixture
def admin(person):
    return person("admin", Role.ADMINISTRATOR, name_zh="示例管理员")


def test_a_person_is_carried_in_once_with_all_registrations_and_codes(admin):
    import_auditors([ENTRY, EMS], on=ON, by=admin)

    made = Person.objects.get(login="shili")
    assert (made.name_zh, made.roles, made.full_time, made.main_employer) == (
        "示例甲",
        ["auditor"],
        False,
        "示例大学",
    )
    assert not made.has_usable_password()
    assert sorted(Registration.objects.values_list("standard", "grade")) == [
        ("EMS", "auditor"),
        ("QMS", "auditor"),
    ]
    assert sorted(Competence.objects.values_list("standard", "code", "evaluated_by")) == [
        ("EMS", "17.10.02", "admin"),
        ("QMS", "17.10.02", "admin"),
        ("QMS", "17.12.05", "admin"),
    ]
    assert Event.objects.filter(kind="person.carried-in", subject="person:shili").count() == 2


def test_who_works_here_already_becomes_an_auditor_too(admin, person):
    person("shili", Role.REVIEWER, name_zh="示例甲")

    import_auditors([ENTRY], on=ON, by=admin)

    assert Person.objects.get(login="shili").roles == ["reviewer", "auditor"]


@pytest.mark.parametrize(
    "entry, why",
    [
        (ENTRY, "carried.known"),
        (replace(EMS, valid_until=date(2024, 1, 1)), "person.ends-before-it-begins"),
        (replace(EMS, home="999999"), "code.region-unknown"),
        (replace(EMS, contract_number="LD-1"), "carried.contract-without-day"),
        (
            replace(EMS, contract_from=date(2025, 1, 2), contract_until=date(2025, 1, 1)),
            "engagement.ends-before-it-begins",
        ),
        (replace(ENTRY, number="another"), "person.registrations-overlap"),
        (replace(EMS, name_zh="示例乙"), "carried.name-differs"),
        (replace(EMS, login="Shi Li"), "account.login-unfit"),
        (replace(EMS, technical_codes=("机械",)), "person.code-unfit"),
        (replace(EMS, evaluated_on=date(2026, 3, 3)), "carried.in-future"),
        (replace(EMS, login="admin", name_zh="示例管理员"), "person.own-competence"),
    ],
)
def test_what_cannot_be_taken_is_refused_and_nothing_is_in(admin, entry, why):
    import_auditors([ENTRY], on=ON, by=admin)

    with pytest.raises(Refused, match=why):
        import_auditors([entry], on=ON, by=admin)
    assert (Registration.objects.count(), Competence.objects.count()) == (1, 2)


def test_only_an_administrator_carries_in(person):
    with pytest.raises(Refused, match="person.not-yours"):
        import_auditors([ENTRY], on=ON, by=person("wang", Role.COMPETENCE_EVALUATOR))
