"""What the manager of programmes does to a programme and its visits."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from mingzheng.doors.frame.two import t
from mingzheng.doors.today import today
from mingzheng.office.contracts.models import Contract
from mingzheng.office.programmes.actions.add_special_visit import add_special_visit
from mingzheng.office.programmes.actions.change_days import change_days
from mingzheng.office.programmes.actions.drop_visit import drop_visit
from mingzheng.office.programmes.actions.join_visits import join_visits
from mingzheng.office.programmes.actions.open_programme import open_programme
from mingzheng.office.programmes.actions.send_to_site import send_to_site
from mingzheng.office.programmes.actions.set_windows import set_windows
from mingzheng.office.programmes.actions.split_visit import split_visit
from mingzheng.office.programmes.actions.visit_site_apart import visit_site_apart
from mingzheng.office.programmes.queries import certifications_of
from mingzheng.office.schedule.queries import visits_seen_by
from mingzheng.rulebook.roles import Role

from ..asking import asked
from ..rights import StaffRequest, staff_page
from .forms import DaysForm, OtherForm, ReasonForm, SiteApartForm, SiteForm, SpecialForm, StandardsForm
from .listing import TO_COME

LEAVES = t(
    "所填人日从本次审核移出；新项目时限相同，为特殊审核。",
    "The days given leave this visit; the new one has the same window and is a special visit.",
)
planner_page = staff_page(Role.PROGRAMME_MANAGER)


@planner_page
@require_POST
def open_one(request: StaffRequest, number: str) -> HttpResponse:
    open_programme(number, on=today(), by=request.user)
    messages.success(request, t("审核方案已建立。", "The programme is opened."))
    return redirect("staff:programme", number)


@planner_page
@require_POST
def reckon(request: StaffRequest, number: str) -> HttpResponse:
    contract = get_object_or_404(Contract.objects.select_related("client"), number=number)
    changed = set_windows(contract.client.uscc, on=today(), by=request.user)
    done = t("已按现行规则重新核定，{n} 项有变化。", "Reckoned anew; {n} changed.", n=len(changed))
    messages.success(request, done)
    return redirect("staff:programme", number)


@planner_page
def special(request: StaffRequest, number: str) -> HttpResponse:
    contract = get_object_or_404(Contract, number=number)
    form = SpecialForm(request.POST or None, [c.standard for c in certifications_of(contract)])
    return asked(
        request,
        form,
        lambda said: add_special_visit(
            number, days=form.days, reason=said["reason"], latest=said["latest"], on=today(), by=request.user
        ),
        heading=t("增加特殊审核", "Add a special visit"),
        back=reverse("staff:programme", args=[number]),
        done=t("已增加特殊审核。", "The special visit is added."),
    )


@planner_page
def drop(request: StaffRequest, number: str) -> HttpResponse:
    return asked(
        request,
        ReasonForm(request.POST or None),
        lambda said: drop_visit(number, **said, on=today(), by=request.user),
        heading=t("取消审核项目 {n}", "Drop visit {n}", n=number),
        back=_visit(number),
        done=t("该次审核已取消。", "The visit is dropped."),
        consequences=[t("已安排的日期和审核组随之释放。", "Its dates and its team are released.")],
    )


@planner_page
def days(request: StaffRequest, number: str) -> HttpResponse:
    visit = _found(request, number)
    return asked(
        request,
        DaysForm(request.POST or None, visit.standards),
        lambda said: change_days(number, **said, on=today(), by=request.user),
        heading=t("调整审核人日 {n}", "Change the auditor-days of {n}", n=number),
        back=_visit(number),
        done=t("审核人日已调整。", "The auditor-days are changed."),
    )


@planner_page
def split(request: StaffRequest, number: str) -> HttpResponse:
    visit = _found(request, number)
    return asked(
        request,
        StandardsForm(request.POST or None, visit.standards),
        lambda said: split_visit(number, **said, on=today(), by=request.user),
        heading=t("拆分审核 {n}", "Split visit {n}", n=number),
        back=_visit(number),
        done=t("已拆分为单独的审核项目。", "Split off as a visit of its own."),
    )


@planner_page
def held_at(request: StaffRequest, number: str) -> HttpResponse:
    visit = _found(request, number)
    return asked(
        request,
        SiteForm(request.POST or None, _sites(visit), visit.site_id),
        lambda said: send_to_site(number, site=int(said["site"] or 0) or None, on=today(), by=request.user),
        heading=t("审核场所 {n}", "Where {n} is held", n=number),
        back=_visit(number),
        done=t("审核场所已指定，路程按该场所计算。", "Recorded; travel is reckoned to there."),
    )


@planner_page
def apart(request: StaffRequest, number: str) -> HttpResponse:
    visit = _found(request, number)
    form = SiteApartForm(request.POST or None, _sites(visit), visit.standards)
    return asked(
        request,
        form,
        lambda said: visit_site_apart(
            number, site=int(said["site"]), days=form.days, on=today(), by=request.user
        ),
        heading=t("场所单独审核 {n}", "Audit a site of {n} apart", n=number),
        back=_visit(number),
        done=t("该场所已成为单独的审核项目。", "The site is a visit of its own."),
        consequences=[LEAVES],
    )  # fmt: skip


def _sites(visit: Any) -> Any:
    return visit.client.sites.filter(closed_on=None).order_by("pk")


@planner_page
def join(request: StaffRequest, number: str) -> HttpResponse:
    visit = _found(request, number)
    others = visits_seen_by(request.user).filter(TO_COME, client=visit.client, kind=visit.kind)
    return asked(
        request,
        OtherForm(request.POST or None, others.exclude(pk=visit.pk).order_by("number")),
        lambda said: join_visits(number, said["other"], on=today(), by=request.user),
        heading=t("合并审核 {n}", "Join another visit to {n}", n=number),
        back=_visit(number),
        done=t("两次审核已合并。", "The two visits are joined."),
        consequences=[
            t("并入的审核随之取消，其日期和审核组释放。", "The other visit is dropped, its dates and team released.")
        ],
    )  # fmt: skip


def _found(request: StaffRequest, number: str) -> Any:
    return get_object_or_404(visits_seen_by(request.user), number=number)


def _visit(number: str) -> str:
    return reverse("staff:visit", args=[number])
