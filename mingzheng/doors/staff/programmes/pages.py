"""The due list, and the programme of a contract on a page and on paper."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from mingzheng.doors.frame.two import language
from mingzheng.doors.today import today
from mingzheng.office.contracts.models import Contract
from mingzheng.office.people.queries import names_of
from mingzheng.office.programmes import papers
from mingzheng.office.programmes.actions import open_programme
from mingzheng.office.programmes.queries import certifications_of
from mingzheng.office.record.queries import logins_in, timeline
from mingzheng.office.schedule.queries import SEE_ALL, visits_seen_by
from mingzheng.rulebook.roles import Role

from ..pdf import pdf_answer
from ..rights import StaffRequest, staff_page
from .listing import VisitsListing
from .span import span


@staff_page(*SEE_ALL)
def visits(request: StaffRequest) -> HttpResponse:
    return VisitsListing(request, visits_seen_by(request.user)).response()


@staff_page(*SEE_ALL)
def programme(request: StaffRequest, number: str) -> HttpResponse:
    contract = get_object_or_404(Contract.objects.select_related("client"), number=number)
    found = list(visits_seen_by(request.user).filter(contract=contract).order_by("number"))
    events = timeline(f"contract:{number}", *[f"visit:{visit.number}" for visit in found])[:60]
    context = {
        "contract": contract,
        "visits": found,
        "certifications": certifications_of(contract),
        "span": span(found, today()),
        "barred": open_programme.objections(contract, today()),
        "events": events,
        "names": names_of(logins_in(events)),
        "plans": request.user.holds(Role.PROGRAMME_MANAGER),
    }
    return render(request, "staff/programmes/programme.html", {**context, "today": today()})


@staff_page(*SEE_ALL)
def programme_paper(request: StaffRequest, number: str) -> HttpResponse:
    contract = get_object_or_404(Contract.objects.select_related("client"), number=number)
    found = visits_seen_by(request.user).filter(contract=contract).order_by("number")
    pdf = papers.programme(
        contract, list(found), list(certifications_of(contract)), dated=today(), language=language()
    )
    return pdf_answer(pdf, f"{number}-FA")
