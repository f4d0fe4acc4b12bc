"""A visit dragged on the board, by hand or by keyboard: what that means, what stands in the way, and doing it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from mingzheng.doors.frame.two import t
from mingzheng.doors.today import today
from mingzheng.office.people.models import Person
from mingzheng.office.planning.carrying_out import carry_out
from mingzheng.office.planning.moving import Drag, objections_to_drag, wanted_by
from mingzheng.office.schedule.queries import visits_seen_by

from ..rights import StaffRequest
from .asked import BoardAsked
from .dates import planner_page


class DragForm(forms.Form):
    """Where the visit was taken up and put down; `reason` is asked of a visit that had its dates."""

    to = forms.DateField(widget=forms.HiddenInput)
    since = forms.DateField(widget=forms.HiddenInput, required=False)
    person = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
    instead_of = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
    back = forms.CharField(widget=forms.HiddenInput, required=False)
    reason = forms.CharField(
        label=t("原因", "Reason"), max_length=200, required=False, initial=t("排程调整", "Rescheduled")
    )
    announce = forms.BooleanField(required=False)

    @property
    def drag(self) -> Drag:
        said = self.cleaned_data
        return Drag(said["to"], said["since"], said["person"], said["instead_of"])

    @property
    def address(self) -> str:
        """The board as it was before."""
        return f"{reverse('staff:board')}?{BoardAsked.read(QueryDict(self.cleaned_data['back'])).query()}"


@planner_page
def move_on_board(request: StaffRequest, number: str) -> HttpResponse:
    """Asked: what putting it down there means, and what stands in the way. Sent: it is done."""
    visit = get_object_or_404(visits_seen_by(request.user), number=number)
    form = DragForm(request.POST if request.method == "POST" else request.GET)
    if not form.is_valid():
        return HttpResponse(status=400)
    if request.method == "POST":
        _carry_out(form, visit, request.user)
        messages.success(request, t("{n} 已调整。", "{n} is rescheduled.", n=number))
        return redirect(form.address)
    return render(request, _template(request), _told(form, visit, request.user))


def _carry_out(form: DragForm, visit: Any, by: Person) -> None:
    said = form.cleaned_data
    wanted = wanted_by(form.drag, visit)
    carry_out(wanted, reason=said["reason"], announce=said["announce"], on=today(), by=by)


def _template(request: StaffRequest) -> str:
    """While it is held over a cell only the objections are told."""
    return f"staff/schedule/{'drag_over' if request.GET.get('over') else 'drag_panel'}.html"


def _told(form: DragForm, visit: Any, by: Person) -> dict[str, Any]:
    """The panel: dates and team before and after, and the objections."""
    drag = form.drag
    objections = objections_to_drag(drag, visit, reason="?", on=today(), by=by)
    people = Person.objects.in_bulk(filter(None, [drag.person, drag.instead_of]), field_name="login")
    kept = DragForm(initial={**form.cleaned_data, "reason": form.fields["reason"].initial})
    return {
        "visit": visit,
        "form": kept,
        "objections": objections,
        "dates": wanted_by(drag, visit) if not objections else None,
        "person": people.get(drag.person),
        "instead_of": people.get(drag.instead_of) if drag.instead_of != drag.person else None,
        "to": drag.to,
    }
