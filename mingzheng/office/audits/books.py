"""Laws of the audits' books."""

from collections.abc import Iterator

from django.db.models import Exists, F, OuterRef, Q

from mingzheng.office.programmes.models import VisitPart
from mingzheng.office.record.books import book

from .models import Audit, Conclusion, Finding


@book("an audit concludes only on standards its visit audits, each once")
def _conclusions_belong() -> Iterator[str]:
    audited = VisitPart.objects.filter(
        visit=OuterRef("audit__visit"), certification__standard=OuterRef("standard")
    )
    for strange in Conclusion.objects.exclude(Exists(audited)).select_related("audit__visit"):
        yield f"{strange.audit.number} concludes on {strange.standard}, which its visit does not audit"


@book("a file that was handed in is closed and reported")
def _files_are_complete() -> Iterator[str]:
    incomplete = Q(closed_on=None) | Q(reported_on=None)
    for audit in Audit.objects.filter(incomplete, handed_in_on__isnull=False).select_related("visit"):
        yield f"{audit.number} was handed in but is not closed and reported"


@book("findings are raised before the closing meeting is over")
def _findings_in_time() -> Iterator[str]:
    late = Finding.objects.filter(raised_on__gt=F("audit__closed_on")).select_related("audit__visit")
    for finding in late:
        yield f"{finding.audit.number} finding {finding.number} was raised after the audit closed"
