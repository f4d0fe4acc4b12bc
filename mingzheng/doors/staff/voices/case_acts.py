"""What is done with a case, step by step."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from mingzheng.doors.frame.two import called, t
from mingzheng.doors.today import today
from mingzheng.office.contracts.models import Contract
from mingzheng.office.people.queries import holders_of
from mingzheng.office.programmes.actions.add_special_visit import add_special_visit
from mingzheng.office.programmes.queries import certifications_of
from mingzheng.office.voices.actions import assign_case as assigning
from mingzheng.office.voices.actions.acknowledge_case import acknowledge_case
from mingzheng.office.voices.actions.answer_case import answer_case
from mingzheng.office.voices.actions.assign_case import assign_case
from mingzheng.office.voices.actions.close_case import close_case
from mingzheng.office.voices.actions.decide_case import decide_case
from mingzheng.office.voices.actions.investigate_case import investigate_case
from mingzheng.office.voices.actions.publish_limits import publish_limits
from mingzheng.office.voices.actions.receive_case import receive_case
from mingzheng.office.voices.queries import (
    HANDLERS,
    KEEPERS,
    calling_for_visit,
    calls_seen_by,
    cases_seen_by,
    limits_on,
)
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.voices import Means

from ..asking import asked
from ..programmes.forms import SpecialForm
from ..rights import StaffRequest, staff_page
from .forms import (
    AcknowledgeForm,
    AnswerForm,
    AssignForm,
    CloseForm,
    DecideForm,
    InvestigateForm,
    LimitsForm,
    ReceiveForm,
)

keepers = staff_page(*KEEPERS)


def call_asked(request: StaffRequest) -> str:
    """The key of the call-back it came up in, for whoever may see that call. Raises Http404 for another."""
    key = request.GET.get("call", "")
    if key:
        draw, _, visit = key.partition("/")
        get_object_or_404(calls_seen_by(request.user), draw__number=draw, visit__number=visit)
    return key


@staff_page()
def receive(request: StaffRequest) -> HttpResponse:
    """Whoever takes the telephone enters it; what becomes of it is quality management's."""
    call = call_asked(request)
    means, about = Means.CALL_BACK if call else Means.PHONE, request.GET.get("visit", "")
    begun = {"received_on": today(), "means": means, "reference": about}
    sees = any(request.user.holds(role) for role in KEEPERS)
    return asked(
        request,
        ReceiveForm(request.POST or None, initial=begun),
        lambda said: receive_case(said.pop("kind"), **said, call=call, on=today(), by=request.user),
        heading=t("登记申投诉", "Enter a complaint or appeal"),
        back=reverse("staff:cases") if sees else reverse("staff:desk"),
        done=t("已登记，质量管理将确认受理。", "Entered; quality management will acknowledge it."),
    )


@keepers
def limits(request: StaffRequest) -> HttpResponse:
    return asked(
        request,
        LimitsForm(request.POST or None, initial=vars(limits_on(today()))),
        lambda said: publish_limits(**said, on=today(), by=request.user),
        heading=t("公布处理期限", "Publish the limits"),
        back=reverse("staff:cases"),
        done=t("已公布。", "Published."),
        consequences=[t("公开页面即按新期限承诺；此前收到的案件仍按收到当日的期限。",
                        "The public page promises the new limits; cases received before keep those of their day.")],
    )  # fmt: skip


def step(
    request: StaffRequest, number: str, form: Any, act: Callable[[dict[str, Any]], Any], **words: Any
) -> HttpResponse:
    """One step of a case this reader may see, and back to its page."""
    get_object_or_404(cases_seen_by(request.user), number=number)
    return asked(request, form, act, back=reverse("staff:case", args=[number]), **words)


@keepers
def acknowledge(request: StaffRequest, number: str) -> HttpResponse:
    return step(
        request,
        number,
        AcknowledgeForm(request.POST or None),
        lambda said: acknowledge_case(number, **said, on=today(), by=request.user),
        heading=t("确认受理 {n}", "Acknowledge {n}", n=number),
        done=t("已确认。请把受理回执发给提出人。", "Acknowledged. Send the receipt to whoever brought it."),
    )


@keepers
def assign(request: StaffRequest, number: str) -> HttpResponse:
    """Only those free of the case can be chosen; the others are named with the reason."""
    row = get_object_or_404(cases_seen_by(request.user), number=number)
    people = {person for role in HANDLERS for person in holders_of(role)}
    judged = {p: assigning.objections(row, p, today()) for p in sorted(people, key=lambda p: p.pinyin)}
    return step(
        request,
        number,
        AssignForm(request.POST or None, [person for person, barred in judged.items() if not barred]),
        lambda said: assign_case(number, **said, on=today(), by=request.user),
        heading=t("指派处理人 {n}", "Assign {n}", n=number),
        done=t("已指派。", "Assigned."),
        template="staff/voices/assign.html",
        barred={called(person): objections for person, objections in judged.items() if objections},
    )


@staff_page(*HANDLERS)
def investigate(request: StaffRequest, number: str) -> HttpResponse:
    return step(
        request,
        number,
        InvestigateForm(request.POST or None),
        lambda said: investigate_case(number, **said, on=today(), by=request.user),
        heading=t("登记调查情况 {n}", "Investigation of {n}", n=number),
        done=t("已登记。", "Entered."),
    )


@keepers
def decide(request: StaffRequest, number: str) -> HttpResponse:
    return step(
        request,
        number,
        DecideForm(request.POST or None),
        lambda said: decide_case(number, **said, on=today(), by=request.user),
        heading=t("处理决定 {n}", "Decide {n}", n=number),
        done=t("已作出决定。", "Decided."),
        consequences=[t("需要特殊审核的，进入审核方案管理的待办。",
                        "A special visit goes to the programme manager's desk.")],
    )  # fmt: skip


@keepers
def answer(request: StaffRequest, number: str) -> HttpResponse:
    return step(
        request,
        number,
        AnswerForm(request.POST or None),
        lambda said: answer_case(number, **said, on=today(), by=request.user),
        heading=t("答复 {n}", "Answer {n}", n=number),
        done=t("已登记答复。请寄出处理结果通知书。", "Entered. Send the notice of the result."),
        consequences=[t("公开查询页随即显示结论、理由和纠正措施。", "The follow-up page shows outcome, reasons and corrective action at once.")],
    )  # fmt: skip


@keepers
def close(request: StaffRequest, number: str) -> HttpResponse:
    return step(
        request,
        number,
        CloseForm(request.POST or None),
        lambda said: close_case(number, **said, on=today(), by=request.user),
        heading=t("关闭 {n}", "Close {n}", n=number),
        done=t("已关闭。", "Closed."),
    )


class CaseVisitForm(SpecialForm):
    """The special visit a case calls for: its reason names the case."""

    def __init__(self, data: Any, case: Any):
        contract = Contract.objects.get(number=case.contract)
        super().__init__(data, [held.standard for held in certifications_of(contract)])
        self.case = case.number
        self.fields["reason"].initial = t("投诉 {n}", "Complaint {n}", n=case.number)

    def clean_reason(self) -> str:
        said = self.cleaned_data["reason"]
        return said if self.case in said else f"{self.case} {said}"

    @property
    def told(self) -> dict[str, Any]:
        """What the action wants to know."""
        said = self.cleaned_data
        return {"days": self.days, "reason": said["reason"], "latest": said["latest"]}


@staff_page(Role.PROGRAMME_MANAGER)
def special_visit(request: StaffRequest, number: str) -> HttpResponse:
    """Added from the programme manager's desk; no more of the case is told here."""
    row = get_object_or_404(calling_for_visit().exclude(contract=None), number=number)
    form, client = CaseVisitForm(request.POST or None, row), called(row.client)
    return asked(
        request,
        form,
        lambda said: add_special_visit(row.contract, **form.told, on=today(), by=request.user),
        heading=t("因投诉增加特殊审核：{client}", "Special visit after a complaint: {client}", client=client),
        back=reverse("staff:programme", args=[row.contract]),
        done=t("已增加特殊审核。", "The special visit is added."),
    )
