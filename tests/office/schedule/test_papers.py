"""The papers of a visit say who goes where when, in both languages."""

from datetime import date, time
from io import BytesIO

import pytest
from pypdf import PdfReader

from mingzheng.office.library.actions.describe_body import describe_body
from mingzheng.office.programmes import papers as programme_papers
from mingzheng.office.programmes.models import Certification
from mingzheng.office.programmes.queries import visits
from mingzheng.office.schedule import papers
from mingzheng.office.schedule.models import PlanLine
from mingzheng.rulebook.roles import Role
from tests import rows
from tests.office.library.test_library import PROFILE

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
DAY = date(2026, 3, 2)


@pytest.fixture
def visit(person):
    describe_body(**PROFILE, on=DAY, by=person("admin", Role.ADMINISTRATOR))
    made = rows.visit("surveillance", window_clause="CNCA-QMS-01:2025 5.4.1.4")
    wang, li = rows.auditor("wang"), rows.auditor("li")
    made.appointment = rows.team(made, wang, li)
    for auditor in (wang, li):
        PlanLine.objects.create(
            visit=made, day=DAY, starts_at=time(9), ends_at=time(11), auditor=auditor, department="生产车间",
            standards=["QMS"], clauses="8.5.1",
        )  # fmt: skip
    return made


def text_of(pdf: bytes) -> str:
    return "".join("".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages)


@pytest.mark.parametrize("language, kind", [("zh-hans", "第一次监督审核"), ("en", "Firstsurveillanceaudit")])
@pytest.mark.parametrize(
    "paper, says",
    [
        ("assignment", ["审核员wang", "N1-wang-QMS", "17.10.02"]),
        ("audit_notice", ["审核员li"]),
        ("audit_plan", ["09:00–11:00", "审核员wang、审核员li", "生产车间", "Q8.5.1"]),
    ],
)
def test_a_paper_of_a_visit_tells_it_in_both_languages(visit, paper, says, language, kind):
    found = visits().get(pk=visit.pk)

    text = text_of(getattr(papers, paper)(found, visit.appointment, dated=DAY, language=language))

    for said in [*says, kind, visit.number]:
        assert said in text


@pytest.mark.parametrize("language, title", [("zh-hans", "三年审核方案"), ("en", "Three-yearauditprogramme")])
def test_the_programme_prints_every_visit_with_its_window_and_clause(visit, language, title):
    found = list(visits().all())
    pdf = programme_papers.programme(
        visit.contract, found, list(Certification.objects.all()), dated=DAY, language=language
    )

    text = text_of(pdf)
    assert title in text and "CNCA-QMS-01:20255.4.1.4" in text
