"""Coming in by link and code, what one may see, and going out; and the guard of every other page."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from mingzheng.doors.frame.facts import Fact, Table, one_a_line
from mingzheng.doors.frame.pace import address_of, may_ask
from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.inspectors.actions.note_shown import note_shown
from mingzheng.office.inspectors.models import Inspector
from mingzheng.office.inspectors.queries import admitted, behind, visits_open_to
from mingzheng.rulebook.inspectors import TOO_OFTEN, Shown
from mingzheng.rulebook.verdict import Refused

from .links import to_visit

HELD = "inspector"  # in the session: the secret of the link of who came in
A_MINUTE = 5  # codes tried with one link or from one address


class InspectorRequest(HttpRequest):
    """A request of somebody who came in by link and code."""

    user: Inspector  # type: ignore[assignment]  # no account of the body


View = Callable[..., HttpResponse]


def inspectors_page(view: View) -> View:
    """Open a page to who came in, while his access is open; it is asked anew for every page. Nobody keeps a copy."""

    @wraps(view)
    @never_cache
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if HELD not in request.session:
            return render(request, "regulator/outside.html", status=403)
        request.user = behind(request.session[HELD], today())  # type: ignore[assignment]
        return view(request, *args, **kwargs)

    return guarded


def noted(request: InspectorRequest, answer: HttpResponse, what: Shown, about: object = "", **whose: Any) -> HttpResponse:  # fmt: skip
    """The answer, once it stands in the record that it was shown, and whose it is: `client`, or `clients` of a list."""
    if answer.status_code == 200:
        by = request.user
        note_shown(by.access.number, what=what, about=str(about), **whose, on=today(), by=by)
    return answer


class CodeForm(forms.Form):
    code = forms.CharField(
        label=t("查阅码", "Code"),
        max_length=20,
        help_text=t("认证机构另行告知您的 12 位查阅码", "The twelve letters and digits you were told apart from the link"),
        widget=forms.TextInput(attrs={"class": "code", "autocomplete": "off", "placeholder": "XXXX-XXXX-XXXX"}),
    )  # fmt: skip


@never_cache
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """The link asks for the code; both together open the room for this session."""
    found, form = behind(token, today()), CodeForm(request.POST or None)
    if not form.is_valid():
        return render(request, "regulator/enter.html", {"access": found.access, "form": form})
    for key in (address_of(request.META), token):
        if not may_ask("inspector's code", key, A_MINUTE):
            raise Refused(TOO_OFTEN)
    admitted(token, form.cleaned_data["code"], today())
    request.session.cycle_key()
    request.session[HELD] = token
    return redirect("regulator:scope")


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    request.session.pop(HELD, None)
    return render(request, "regulator/outside.html")


@inspectors_page
def scope(request: InspectorRequest) -> HttpResponse:
    """Who one is, until when, what may be seen, and the visits that were drawn."""
    by = request.user
    rows = list(visits_open_to(by).filter(pk__in=by.access.inspection.visits.values("pk")))
    answer = render(request, "regulator/scope.html", {"facts": facts(by), "drawn": drawn(rows)})
    return noted(request, answer, Shown.SCOPE, clients=sorted({one.client.uscc for one in rows}))


def facts(by: Inspector) -> list[Fact]:
    access = by.access
    clients = [called(one) for one in access.clients.all()]
    certifications = {f"{called(one.client)} {one.standard}" for one in access.certifications.select_related("client")}  # fmt: skip
    opened = [*clients, *sorted(certifications), *(called(one) for one in access.people.all())]
    whole = t("整个机构：全部认证和全部审核人员", "The whole body: every certification and every auditor")
    return [
        Fact(t("检查人员", "Inspector"), f"{by.name} · {by.card}"),
        Fact(t("检查部门", "Authority"), access.inspection.authority),
        Fact(t("检查", "Inspection"), access.inspection.number),
        Fact(t("查阅期限", "Open"), f"{access.first_day} ～ {access.last_day}"),
        Fact(t("范围", "Scope"), whole if access.whole else one_a_line(opened)),
        Fact(t("收费记录", "Fees"), t("包括", "Open") if access.fees else t("不包括", "Not open")),
    ]


def drawn(rows: list[Any]) -> Table:
    """The visits the inspection drew, as far as they are open."""
    heads = [t("编号", "Number"), t("客户", "Client"), t("审核", "Audit"), t("审核完成", "Held")]
    lines = [
        (to_visit(one), [one.number, called(one.client), say_lazy(one.name), one.held_on]) for one in rows
    ]
    return Table(t("被抽查的项目", "Visits drawn"), heads, lines)
