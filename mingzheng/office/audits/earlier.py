"""What the last audit left behind for the next one to look at (ISO/IEC 17021-1:2015 9.6.2.2 b)."""

from datetime import date
from functools import reduce
from operator import or_

from django.db.models import OuterRef, Q, QuerySet, Subquery

from mingzheng.office.programmes.models import Visit
from mingzheng.rulebook.standards import Standard
from mingzheng.words import say

from .models import Audit, Finding


def earlier_findings(visit: Visit, before: date) -> QuerySet[Finding]:
    """The findings of the last audit, opened before a day, of each certification this visit is for."""
    audits = Audit.objects.filter(
        visit__parts__certification=OuterRef("certification"), opened_on__lt=before
    ).exclude(visit=visit)
    parts = visit.parts.annotate(last=Subquery(audits.order_by("-opened_on").values("pk")[:1]))
    of_last = [
        Q(audit=audit, standard=standard)
        for audit, standard in parts.values_list("last", "certification__standard")
        if audit
    ]
    if not of_last:
        return Finding.objects.none()
    found = Finding.objects.filter(reduce(or_, of_last), withdrawn_on=None)
    return found.select_related("audit__visit").order_by("audit", "number")


def attention(visit: Visit, before: date, language: str) -> list[str]:
    """Those findings, a line each, for the letter of assignment."""
    return [
        say(
            "audit.earlier-finding",
            language,
            visit=finding.audit.visit.number,
            standard=Standard(finding.standard).letter,
            clause=finding.clause,
            grade=say(f"finding.grade.{finding.grade}", language),
            statement=finding.statement,
        )
        for finding in earlier_findings(visit, before)
    ]
