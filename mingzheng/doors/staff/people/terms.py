"""The terms a person works on: details, contract, days, insurance, declarations, leave, ties, and the papers of all that."""

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.office.files.actions.file_paper import file_paper
from mingzheng.office.files.queries import papers_for
from mingzheng.office.people.actions.agree_availability import agree_availability
from mingzheng.office.people.actions.cancel_leave import cancel_leave
from mingzheng.office.people.actions.change_person import change_person
from mingzheng.office.people.actions.declare_tie import declare_tie
from mingzheng.office.people.actions.end_contract import end_contract
from mingzheng.office.people.actions.end_tie import end_tie
from mingzheng.office.people.actions.enter_leave import enter_leave
from mingzheng.office.people.actions.insure_person import insure_person
from mingzheng.office.people.actions.sign_contract import sign_contract
from mingzheng.office.people.actions.sign_declaration import sign_declaration
from mingzheng.office.people.models import Person
from mingzheng.office.people.queries import person_for
from mingzheng.rulebook.engagement import DeclarationKind
from mingzheng.rulebook.roles import Role

from ..papers import PaperForm, sent
from ..rights import StaffRequest, staff_page
from . import forms
from .about import act_on, filled

EMPLOYERS = (Role.COMPETENCE_EVALUATOR, Role.ADMINISTRATOR)


@staff_page(*EMPLOYERS)
def change(request: StaffRequest, login: str) -> HttpResponse:
    one = get_object_or_404(Person, login=login)
    known = {name: getattr(one, name) for name in forms.PersonForm.base_fields}
    form = forms.PersonForm(request.POST or None, initial=known)
    return act_on(
        request, login, form, change_person, t("修改资料", "Change details"), t("已修改。", "Changed.")
    )


@staff_page(*EMPLOYERS)
def contract(request: StaffRequest, login: str) -> HttpResponse:
    one = get_object_or_404(Person, login=login)
    known = {"full_time": one.full_time, "main_employer": one.main_employer}
    form = forms.ContractForm(request.POST or None, initial=known)
    return act_on(request, login, form, sign_contract, t("登记合同", "Enter a contract"))


@staff_page(*EMPLOYERS)
def end_of_contract(request: StaffRequest, login: str) -> HttpResponse:
    told = t(
        "账户不会自动停用，请告知系统管理员。", "The account stays open: tell the administrator to close it."
    )
    form, heading = filled(request, forms.EndContractForm), t("终止合同", "End a contract")
    return act_on(request, login, form, end_contract, heading, consequences=[told])


@staff_page(*EMPLOYERS)
def insure(request: StaffRequest, login: str) -> HttpResponse:
    form = forms.InsuranceForm(request.POST or None)
    return act_on(request, login, form, insure_person, t("登记保险", "Enter an insurance"))


@staff_page(Role.COMPETENCE_EVALUATOR, Role.PROGRAMME_MANAGER)
def days(request: StaffRequest, login: str) -> HttpResponse:
    one = get_object_or_404(Person, login=login)
    known = {"weekdays": one.weekdays, "days_a_year": one.days_a_year}
    form = forms.AvailabilityForm(request.POST or None, initial=known)
    return act_on(request, login, form, agree_availability, t("约定可用日", "Agree on available days"))


@staff_page()
def declare(request: StaffRequest, login: str) -> HttpResponse:
    """The text, word by word, and a button that signs it."""
    asked_for = request.GET.get("kind", "")
    kind = DeclarationKind(asked_for) if asked_for in list(DeclarationKind) else DeclarationKind.IMPARTIALITY
    form = forms.DeclarationForm(request.POST or None, initial={"kind": kind})
    return act_on(
        request, login, form, sign_declaration,
        say_lazy(f"declaration.{kind}"), t("已签署。", "Signed."),
        consequences=[say_lazy(f"declaration-text.{kind}")], submit=t("本人签署", "Sign it"),
    )  # fmt: skip


@staff_page()
def leave(request: StaffRequest, login: str) -> HttpResponse:
    form = forms.LeaveForm(request.POST or None)
    return act_on(request, login, form, enter_leave, t("登记请假", "Enter leave"))


@staff_page()
def come_back(request: StaffRequest, login: str) -> HttpResponse:
    form = filled(request, forms.CancelLeaveForm)
    heading = t("取消 {day} 起的请假", "Cancel leave from {day}", day=request.GET.get("first_day", ""))
    return act_on(request, login, form, cancel_leave, heading, t("已取消。", "Cancelled."))


@staff_page()
def tie(request: StaffRequest, login: str) -> HttpResponse:
    form = forms.TieForm(request.POST or None)
    told = t(
        "存在利益关系期间及终止后两年内，不会被派往该组织审核，也不参与其评定与决定。",
        "While it lasts, and for two years after, this person is not sent there and takes no part in decisions on it.",
    )
    heading = t("申报利益关系", "Declare a tie")
    return act_on(request, login, form, declare_tie, heading, t("已申报。", "Declared."), consequences=[told])


@staff_page()
def untie(request: StaffRequest, login: str) -> HttpResponse:
    return act_on(
        request, login, filled(request, forms.EndTieForm), end_tie, t("登记利益关系终止", "A tie has ended")
    )


@staff_page()
def file(request: StaffRequest, login: str) -> HttpResponse:
    """File a paper about a person; everyone his own."""
    one = person_for(request.user, login)
    form = PaperForm("person", request.POST or None, request.FILES or None, initial=request.GET.dict())

    def keep(login: str, *, kind: str, file: UploadedFile, **when: object) -> object:
        return file_paper(f"person:{login}", kind=kind, name=file.name, content=file.read(), **when)  # type: ignore[arg-type]

    return act_on(
        request, one.login, form, keep, t("归档材料", "File a paper"),
        t("已归档。", "Filed."), submit=t("归档", "File it"),
    )  # fmt: skip


@staff_page()
def paper(request: StaffRequest, login: str, key: int) -> HttpResponse:
    """One paper as it was filed, for himself and for those who look after persons."""
    one = person_for(request.user, login)
    return sent(get_object_or_404(papers_for(request.user, f"person:{one.login}"), pk=key))
