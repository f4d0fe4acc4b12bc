"""One audit as the screens need it: the visit, its team, and the audit once it is open."""

from typing import Any

from django.http import Http404
from django.urls import reverse

from mingzheng.office.audits.models import Audit
from mingzheng.office.audits.queries import SEE_ALL, audit_rows, audits, gaps, recorded_under, team_of
from mingzheng.rulebook.audit_cycle import VisitKind
from mingzheng.rulebook.clauses import CLAUSES, Clause
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard

from ..rights import StaffRequest, staff_page

audit_page = staff_page(Role.AUDITOR, *SEE_ALL)
auditors_page = staff_page(Role.AUDITOR)


class Case:
    """What one person sees of one audit. Raises Http404 for a visit that is not his to see."""

    def __init__(self, request: StaffRequest, number: str):
        self.visit: Any = audit_rows(request.user).filter(number=number).first()
        if self.visit is None:
            raise Http404
        self.number = number
        self.by = request.user
        self.audit = audits().filter(visit=self.visit).first()
        self.team = team_of(self.visit)
        self.standards = [s for s in Standard if s in self.visit.standards]
        self.is_stage1 = self.visit.kind == VisitKind.STAGE1
        self.is_member = any(member.person.login == self.by.login for member in self.team)
        self.may_file = self.is_member or self.by.holds(Role.PROGRAMME_MANAGER)

    @property
    def opened(self) -> Audit:
        """The audit. Raises Http404 before its opening meeting."""
        if self.audit is None:
            raise Http404
        return self.audit

    @property
    def gaps(self) -> list[tuple[Standard, Clause | None, str]]:
        """Planned clauses without a record: the standard, our title where there is one, the number."""
        if self.audit is None:
            return []
        found = gaps(self.audit, recorded_under(self.audit))
        return [(standard, CLAUSES[standard].get(number), number) for standard, number in found]

    def url(self, name: str, *args: object) -> str:
        return reverse(f"staff:{name}", args=[self.number, *args])

    def drawn(self, tab: str, **more: Any) -> dict[str, Any]:
        """The context of one tab of the audit's page."""
        return {"case": self, "visit": self.visit, "audit": self.audit, "tab": tab, **more}
