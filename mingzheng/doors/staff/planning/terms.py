"""排程参数: what counts how much in a plan, in yuan, and how far people go."""

from dataclasses import asdict
from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse

from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.planning.actions.set_terms import set_terms
from mingzheng.office.planning.terms import LIMITS, OWN_LIMITS, WEIGHTS, planning_terms
from mingzheng.rulebook.roles import Role

from ..asking import asked
from ..rights import StaffRequest, staff_page


class TermsForm(forms.Form):
    """One number for each term."""

    def __init__(self, data: Any, initial: dict[str, float]):
        super().__init__(data, initial=initial)
        for name in (*WEIGHTS, *LIMITS, *OWN_LIMITS):
            whole = isinstance(initial[name], int)
            kind = forms.IntegerField if whole else forms.FloatField
            self.fields[name] = kind(label=say_lazy(f"plan-term.{name}"), min_value=0)


@staff_page(Role.PROGRAMME_MANAGER, Role.DIRECTOR)
def terms(request: StaffRequest) -> HttpResponse:
    now = planning_terms()
    known = {**asdict(now.limits), **asdict(now.weights), **asdict(now.own)}
    return asked(
        request,
        TermsForm(request.POST or None, known),
        lambda said: set_terms(said, on=today(), by=request.user),
        heading=t("排程参数", "Terms of planning"),
        back=reverse("staff:plan-runs" if request.user.holds(Role.PROGRAMME_MANAGER) else "staff:desk"),
        done=t("排程参数已修改，下一次运算起生效。", "The terms are set; they count from the next run on."),
        consequences=[
            t("以元计价，数值越大越避免。", "Everything is priced in yuan; what is dear is avoided."),
            t("每年现场天数和证书数的上限由规则定。", "Days on site and certificates a year are limited by the rules."),
        ],
        submit=t("保存", "Save"),
    )  # fmt: skip
