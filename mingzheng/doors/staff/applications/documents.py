"""The papers made out about an application."""

from django.http import Http404, HttpResponse

from mingzheng.doors.frame.two import called, language
from mingzheng.office.contracts import papers
from mingzheng.office.contracts.models import Application
from mingzheng.office.contracts.queries import READERS
from mingzheng.office.people.models import Person
from mingzheng.rulebook.contract_review import ApplicationStatus

from ..rights import StaffRequest, staff_page
from .reviewing import found


@staff_page(*READERS)
def document(request: StaffRequest, number: str, name: str) -> HttpResponse:
    """Audit-time sheet, notice of acceptance, notice of refusal; PDF in the reader's language."""
    content = _drawn(found(request, number), name)
    disposition = f'inline; filename="{number}-{name}.pdf"'
    return HttpResponse(content, content_type="application/pdf", headers={"Content-Disposition": disposition})


def _drawn(row: Application, name: str) -> bytes:
    if name == "audit-time" and row.audit_times.exists():
        logins = row.audit_times.values_list("determined_by", flat=True)
        names = {person.login: called(person) for person in Person.objects.filter(login__in=logins)}
        return papers.audit_time_sheet(row, names, language())
    if name == "acceptance" and row.status == ApplicationStatus.ACCEPTED:
        return papers.acceptance(row, language())
    if name == "refusal" and row.status == ApplicationStatus.REFUSED:
        return papers.refusal(row, language())
    raise Http404
