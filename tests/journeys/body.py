"""The body a story happens in: described, accredited for machinery, with its people and three auditors."""

from datetime import date
from decimal import Decimal

from mingzheng.office.competence.models import Competence
from mingzheng.office.library.actions.accredit_scope import accredit_scope
from mingzheng.office.library.actions.describe_body import describe_body
from mingzheng.office.people.models import Insurance, Person
from mingzheng.office.registration.models import Registration
from mingzheng.rulebook.identifiers import complete_organisation_code, complete_social_credit_code
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import SYSTEMS
from tests.rows import auditor


def social_credit_code(serial: str) -> str:
    """A valid code for an invented organisation; `serial` has eight digits or letters."""
    return complete_social_credit_code("91310113" + complete_organisation_code(serial))


def open_the_body(on: date) -> dict[str, Person]:
    """People by what they do; auditors liu (senior, may lead), chen and zhao."""
    people = {
        role.value: Person.objects.create(login=role.value, name_zh=f"{role.value} 某", roles=[role])
        for role in (
            Role.MARKET,
            Role.TECHNICAL,
            Role.PROGRAMME_MANAGER,
            Role.REVIEWER,
            Role.DECISION_MAKER,
            Role.CERTIFICATE_CLERK,
            Role.QUALITY,
            Role.DIRECTOR,
            Role.ADMINISTRATOR,
        )
    }
    for login in ("liu", "chen", "zhao"):
        people[login] = auditor(login, grade="senior")
        Registration.objects.filter(person=people[login]).update(
            valid_from=date(on.year - 1, 1, 1), valid_until=date(on.year + 5, 12, 31)
        )
        Competence.objects.filter(person=people[login]).update(evaluated_on=date(on.year - 1, 1, 1))
        Insurance.objects.filter(person=people[login]).update(
            first_day=date(on.year - 1, 1, 1), last_day=date(on.year + 5, 12, 31)
        )
    admin = people["administrator"]
    describe_body(
        name_zh="示例质量认证中心",
        name_en="Sample Quality Certification Centre",
        short_name_zh="示例认证",
        short_name_en="Sample Certification",
        uscc=complete_social_credit_code("12310000" + complete_organisation_code("42500123")),
        approval_number="CNCA-R-2002-999",
        certificate_prefix="999",
        address_zh="示例省示例市示例路100号",
        address_en="100 Sample Road, Sample City",
        phone="000-12345678",
        email="office@example.org",
        complaints_phone="000-12345679",
        complaints_email="complaints@example.org",
        day_rate=Decimal("3000.00"),
        application_fee=Decimal("1000.00"),
        registration_fee=Decimal("1000.00"),
        on=on,
        by=admin,
    )
    for standard in SYSTEMS:
        accredit_scope(standard, "17", valid_from=date(on.year - 2, 1, 1), on=on, by=admin)
    return people
