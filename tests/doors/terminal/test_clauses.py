"""docs/generated/clauses.md: clause, function, tests, as the code has them."""

from pathlib import Path

import pytest

from mingzheng.doors.terminal.clauses import rows
from mingzheng.rulebook.catalogue import RULES

pytestmark = pytest.mark.one_database

HOME = Path(__file__).parents[3]


@pytest.mark.slow
def test_each_clause_leads_to_its_functions_and_they_to_their_tests():
    found = list(rows(HOME, HOME / "tests"))
    by = {(clause, shown): tests for clause, shown, tests in found}
    interval = by["CNCA-QMS-01:2025 5.4.1.4", "`rulebook/audit_cycle.next_surveillance`"]
    assert "`test_time_limits`: " in interval and "surv_cn2025" in interval
    assert "IAF MD 5:2019 3.9" in {clause for clause, _, _ in found}, "by a private function"
    assert (
        "suspend"
        in by["ISO/IEC 17021-1:2015 9.6.5.2", "`office/certificates/actions/suspend_certificate.py`"]
    )
    assert all(f"[{name}]" in by[RULES[name].clause, f"rule `{name}`"] for name in RULES)
    clauses = [clause for clause, _, _ in found]
    assert clauses.index("ISO/IEC 17021-1:2015 9.4.9") < clauses.index("ISO/IEC 17021-1:2015 9.4.10")
    assert sum(not tests for _, _, tests in found) <= len(found) // 50
