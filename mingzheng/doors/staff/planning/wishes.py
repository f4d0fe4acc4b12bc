"""客户意愿与同行安排: when a client wishes to be audited, and who goes along on a visit."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from mingzheng.doors.frame.dress import DayInput
from mingzheng.doors.frame.rows import Rows, all_valid, pressed
from mingzheng.doors.frame.two import called, t
from mingzheng.doors.today import today
from mingzheng.office.clients.queries import clients_for
from mingzheng.office.planning.actions.name_company import name_company
from mingzheng.office.planning.actions.state_wishes import state_wishes
from mingzheng.office.planning.models import ClientWishes, Company
from mingzheng.office.programmes.models import Visit
from mingzheng.office.schedule.queries import auditors
from mingzheng.rulebook.planning import Span
from mingzheng.rulebook.roles import Role

from ..asking import asked
from ..rights import StaffRequest, staff_page
from ..schedule.dates import page_of_visit

WRITERS = (Role.MARKET, Role.PROGRAMME_MANAGER)


class WishesForm(forms.Form):
    remote_percent = forms.IntegerField(
        label=t("远程审核比例（%）", "Share at a distance (%)"), min_value=0, max_value=100, initial=0
    )


class SpanRow(forms.Form):
    """Some days the client wishes, or on which it cannot be audited."""

    kind = forms.ChoiceField(
        label=t("意愿", "Wish"),
        choices=[("wished", t("希望", "wished")), ("forbidden", t("不可", "impossible"))],
    )
    first = forms.DateField(label=t("从", "From"), widget=DayInput)
    last = forms.DateField(label=t("到", "To"), widget=DayInput)


def table() -> Rows:
    return Rows("spans", SpanRow, t("日期", "Days"), t("日期", "days"), reverse("staff:wish-row"))


@staff_page(*WRITERS)
def wishes(request: StaffRequest, uscc: str) -> HttpResponse:
    client = get_object_or_404(clients_for(request.user), uscc=uscc)
    kept = ClientWishes.objects.filter(client=client).first() or ClientWishes(client=client)
    form = WishesForm(request.POST or None, initial=vars(kept))
    spans = table().sent(request.POST) if request.POST else table().filled(_rows(kept))
    if request.POST and not pressed(request.POST) and all_valid(form, spans):
        said = {**form.cleaned_data, **{kind: _spans(spans, kind) for kind in ("wished", "forbidden")}}
        state_wishes(uscc, **said, on=today(), by=request.user)
        messages.success(request, t("客户意愿已登记。", "The client's wishes are recorded."))
        return redirect("staff:client", uscc)
    return render(request, "staff/planning/wishes.html", {"client": client, "form": form, "spans": spans})


def _rows(kept: ClientWishes) -> list[dict[str, Any]]:
    return [
        {"kind": kind, "first": first, "last": last}
        for kind in ("wished", "forbidden")
        for first, last in getattr(kept, kind)
    ]


def _spans(rows: Rows, kind: str) -> list[Span]:
    return [
        (date.fromisoformat(row["first"]), date.fromisoformat(row["last"]))
        for row in rows.values
        if row["kind"] == kind
    ]


@staff_page(*WRITERS)
def row(request: StaffRequest) -> HttpResponse:
    """One more row, for htmx; nothing when a row is dropped."""
    return HttpResponse() if "drop" in request.GET else table().one_more(request)


class CompanyForm(forms.Form):
    """Who must be on the team, and who goes along without counting."""

    def __init__(self, data: Any, initial: dict[str, Any]):
        super().__init__(data, initial=initial)
        people = [(person.login, called(person)) for person in auditors()]
        many: Any = {"choices": people, "widget": forms.CheckboxSelectMultiple, "required": False}
        self.fields["required"] = forms.MultipleChoiceField(
            label=t("必须为组员（如被见证人）", "Must be on the team (to be witnessed, say)"), **many
        )
        self.fields["companions"] = forms.MultipleChoiceField(
            label=t("随行，不计人日（实习审核员、见证人员）", "Goes along, not counted (trainee, witness)"), **many
        )  # fmt: skip


@staff_page(Role.PROGRAMME_MANAGER, Role.COMPETENCE_EVALUATOR)
def company(request: StaffRequest, number: str) -> HttpResponse:
    visit = get_object_or_404(Visit, number=number)
    kept = Company.objects.filter(visit=visit).first() or Company()
    return asked(
        request,
        CompanyForm(request.POST or None, vars(kept)),
        lambda said: name_company(number, **said, on=today(), by=request.user),
        heading=t("同行安排 {n}", "Company on visit {n}", n=number),
        back=page_of_visit(number),
        done=t("同行安排已登记，自动排程时会考虑。", "Recorded; the planner takes it into account."),
    )
