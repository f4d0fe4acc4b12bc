"""A file that was handed in, and the facts of a certificate, for the tests of reviewing and deciding."""

from datetime import date

from mingzheng.office.audits.models import Audit
from mingzheng.office.decisions.actions.decide_audit import decide_audit
from mingzheng.office.decisions.actions.review_file import review_file
from mingzheng.office.decisions.made import DecisionMade, Grounds
from mingzheng.office.people.models import Person
from mingzheng.rulebook.certificate_life import CertificateFacts, Status
from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.review import Quality
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Refused
from tests import rows

DAY = rows.DAY
IN_FORCE = CertificateFacts(Status.IN_FORCE, date(2025, 3, 1), date(2028, 2, 28))
SUSPENDED = CertificateFacts(Status.SUSPENDED, date(2025, 3, 1), date(2028, 2, 28), date(2026, 8, 1))


def handed_in(kind="surveillance", standards=("QMS",), **more) -> Audit:
    """The finished audit of a visit led by "liu"."""
    agreed = rows.contract(standards)
    visit = rows.visit(kind, [rows.certification(s, contract=agreed) for s in standards], days="0.5")
    rows.team(visit, rows.auditor("liu"))
    return rows.audit(visit, **more)


def read(audit: Audit, by: Person, standard="QMS", passed=True, on=DAY, **more):
    given = {"notes": {} if passed else {"records": "8.4 缺抽样记录"}, "quality": Quality.GOOD, **more}
    return review_file(audit.visit.number, standard=Standard(standard), passed=passed, on=on, by=by, **given)


def decide(
    audit, by, act="maintain", standard="QMS", certificate=IN_FORCE, on=DAY, **grounds
) -> DecisionMade:
    return decide_audit(
        audit.visit.number,
        standard=Standard(standard),
        act=DecisionAct(act),
        grounds=Grounds(**grounds),
        certificate=certificate,
        on=on,
        by=by,
    )


def codes(refusal) -> set[str]:
    error: Refused = refusal.value
    return {objection.code for objection in error.objections}
