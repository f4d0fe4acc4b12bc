"""A combined audit read in English: one system passes and is certified while the other's file goes back to the team."""

from datetime import date

import pytest

from mingzheng.office.certificates.models import Certificate

from .body import open_the_body, social_credit_code
from .steps import (
    answers_the_return,
    applies,
    decides,
    is_audited,
    is_reviewed,
    issues,
    next_visit,
    opens_the_programme,
    publishes,
    reviews,
    schedules,
    signs,
)

pytestmark = pytest.mark.one_database


@pytest.fixture
def people(visitor, transactional_db):
    cast = open_the_body(date(2026, 3, 2))
    return {name: visitor(person, language="en") for name, person in cast.items()}


def test_one_standard_is_certified_while_the_other_is_sent_back(visitor, people, it_is, publishing):
    it_is(date(2026, 3, 2))
    stranger = visitor(language="en")
    application = applies(
        stranger,
        name="示例精密铸件有限公司",
        code=social_credit_code("MA1GKC28"),
        standards=["QMS", "EMS"],
        operating_since="2025-06-01",
        internal_audit_on="2025-12-01",
        management_review_on="2025-12-20",
    )
    stranger.sees(application.number)
    is_reviewed(people, application)
    opens_the_programme(people, signs(people, application))
    stage1 = next_visit("stage1")
    schedules(people, stage1, date(2026, 3, 10), date(2026, 3, 12), ["liu", "chen"])
    is_audited(people, stage1, it_is, date(2026, 3, 10), date(2026, 3, 12))
    stage2 = next_visit("stage2")
    schedules(people, stage2, date(2026, 3, 24), date(2026, 3, 27), ["liu", "chen"])
    is_audited(people, stage2, it_is, date(2026, 3, 24), date(2026, 3, 27))

    reviews(people, stage2, "QMS")
    reviews(people, stage2, "EMS", returned="No monitoring data were sampled for waste water.")
    quality = issues(people, decides(people, stage2, "QMS", "grant"))
    assert list(Certificate.objects.values_list("certification__standard", flat=True)) == ["QMS"]
    people["decision_maker"].goes(f"/staff/decisions/files/{stage2.number}/EMS/").sees("sent back")
    publishes(people, quality, quality.issued_on)
    stranger.goes(f"/c/{quality.number}/").sees("In force")

    answers_the_return(people, stage2, "EMS")
    reviews(people, stage2, "EMS")
    environment = issues(people, decides(people, stage2, "EMS", "grant"))
    assert environment.certification.standard == "EMS"
    publishes(people, environment, environment.issued_on)
    stranger.goes(f"/c/{environment.number}/").sees("In force", "ISO 14001:2015")
