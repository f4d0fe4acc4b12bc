"""One client's three years, from the public form to the end of the certificate, as its people do it on the screens."""

from datetime import date

import pytest

from mingzheng.office.contracts.models import Contract

from .body import open_the_body, social_credit_code
from .steps import applies, is_reviewed, signs


@pytest.fixture
def people(visitor, transactional_db):
    cast = open_the_body(date(2026, 3, 2))
    return {name: visitor(person) for name, person in cast.items()}


def test_one_client_three_years(visitor, people, it_is):
    it_is(date(2026, 3, 2))
    stranger = visitor()
    application = applies(
        stranger,
        name="示例零件制造有限公司",
        code=social_credit_code("MA1GKA02"),
        standards=["QMS"],
        operating_since="2025-06-01",
        internal_audit_on="2025-12-01",
        management_review_on="2025-12-20",
    )
    is_reviewed(people, application)
    people["market"].goes(f"/staff/applications/{application.number}/").sees("未发现不得受理的情形")
    contract = signs(people, application)

    assert Contract.objects.get(number=contract.number).signed_on == date(2026, 3, 2)
