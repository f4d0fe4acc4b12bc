"""What the last audit left behind for the next one."""

from datetime import timedelta

import pytest

from mingzheng.office.audits.earlier import attention, earlier_findings
from mingzheng.office.audits.models import Audit, Finding
from tests import rows
from tests.rows import DAY

pytestmark = pytest.mark.django_db


def audited(kind: str, certifications, days_ago: int) -> Audit:
    day = DAY - timedelta(days=days_ago)
    return rows.audit(rows.visit(kind, certifications), opened_on=day, closed_on=day)


def find(audit: Audit, number: int, standard="QMS", **more) -> Finding:
    told = {"clause": "7.1.5", "grade": "minor", "statement": f"发现{number}", "raised_on": audit.opened_on}
    return Finding.objects.create(audit=audit, number=number, standard=standard, **{**told, **more})


@pytest.fixture
def held(db):
    contract = rows.contract(["QMS", "EMS"])
    return [rows.certification(standard, contract=contract) for standard in ("QMS", "EMS")]


def test_the_next_visit_looks_at_what_the_last_audit_of_each_standard_found(held):
    quality, _ = held
    both, alone = audited("stage2", held, 400), audited("surveillance", [quality], 60)
    find(both, 1, "QMS"), find(both, 2, "EMS"), find(alone, 3, "QMS")
    find(alone, 4, "QMS", withdrawn_on=DAY)
    find(audited("surveillance", [rows.certification()], 30), 5)

    assert [f.number for f in earlier_findings(rows.visit("surveillance", held), DAY)] == [2, 3]


def test_a_clean_last_audit_leaves_nothing_and_the_audit_itself_is_not_its_own_past(held):
    find(audited("stage2", held, 400), 1)
    own = audited("surveillance", held, 0)
    find(own, 2)
    assert [f.number for f in earlier_findings(own.visit, DAY)] == [1]
    assert [f.number for f in earlier_findings(rows.visit("special", held), DAY + timedelta(days=1))] == [2]
    audited("surveillance", held, -1)

    assert not earlier_findings(rows.visit("special", held), DAY + timedelta(days=9))


@pytest.mark.parametrize(("language", "says"), [("zh-hans", "轻微不符合"), ("en", "Minor nonconformity")])
def test_the_letter_says_it_in_a_line(held, language, says):
    last = audited("stage2", held, 400)
    find(last, 1)

    [line] = attention(rows.visit("surveillance", held), DAY, language)

    assert last.number in line and "Q 7.1.5" in line and says in line and "发现1" in line
