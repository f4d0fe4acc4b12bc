"""Applying for certification without an account: the form, the papers, and the progress behind a secret link."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from mingzheng.doors.frame.rows import pressed
from mingzheng.doors.frame.two import language, t
from mingzheng.doors.today import today
from mingzheng.office.contracts.actions import submit_application as submitting
from mingzheng.office.contracts.actions.amend_application import amend_application
from mingzheng.office.contracts.actions.answer_questions import answer_questions
from mingzheng.office.contracts.actions.answer_refusal import answer_refusal
from mingzheng.office.contracts.actions.begin_application import begin_application
from mingzheng.office.contracts.actions.save_draft import save_draft
from mingzheng.office.contracts.actions.submit_application import submit_application
from mingzheng.office.contracts.actions.withdraw_application import withdraw_application
from mingzheng.office.contracts.models import Application
from mingzheng.office.files.actions.file_paper import file_paper
from mingzheng.office.files.content import read
from mingzheng.office.files.queries import papers_for
from mingzheng.office.record.actors import Applicant
from mingzheng.rulebook.contract_review import ApplicationStatus

from .apply_form import Filled, Organisation, tables
from .apply_papers import PAPER_KINDS, handed_out, pdf
from .apply_progress import progress

OPEN = (ApplicationStatus.DRAFT, ApplicationStatus.QUESTIONS)  # the applicant may write


def _own(token: str) -> tuple[Application, Applicant]:
    """The application behind a link, and who holds the link."""
    application = get_object_or_404(Application, token=token)
    return application, Applicant(application.number)


@never_cache
def begin(request: HttpRequest) -> HttpResponse:
    """What one needs, and the first five lines."""
    form = Organisation(request.POST or None)
    if not form.is_valid():
        return render(request, "public/apply/begin.html", {"form": form, "kinds": PAPER_KINDS})
    told = begin_application(form.cleaned_data, on=today(), by=Applicant("new"))
    return redirect("public:application-form", Application.objects.get(number=told.number).token)


@never_cache
def application_form(request: HttpRequest, token: str) -> HttpResponse:
    """The form, saved as often as one likes, handed in when it is whole."""
    application, by = _own(token)
    if application.status not in OPEN:
        return redirect("public:application", token)
    filled = Filled(application, request.POST or None)
    if not request.POST or pressed(request.POST) or not filled.is_valid():
        return _form_page(request, application, filled)
    is_draft = application.status == ApplicationStatus.DRAFT
    (save_draft if is_draft else amend_application)(application.number, facts=filled.facts, on=today(), by=by)
    if is_draft and request.POST.get("act") == "submit":
        return _hand_in(request, token)
    messages.success(request, t("已保存。", "Saved."))
    return redirect("public:application-form", token)


def _form_page(
    request: HttpRequest, application: Application, filled: Filled, missing: object = ()
) -> HttpResponse:
    context = {
        "application": application,
        "sections": filled.form.sections(),
        "form": filled.form,
        "tables": filled.tables,
        "missing": missing,
        "link": request.build_absolute_uri(reverse("public:application", args=[application.token])),
        "papers": handed_out(application),
        "kinds": PAPER_KINDS,
    }
    return render(request, "public/apply/form.html", context)


def _hand_in(request: HttpRequest, token: str) -> HttpResponse:
    application, by = _own(token)
    if missing := submitting.objections(application):
        return _form_page(request, application, Filled(application), missing)
    submit_application(application.number, on=today(), by=by)
    return redirect("public:applied", token)


@never_cache
def row(request: HttpRequest, token: str, table: str) -> HttpResponse:
    """One more empty row of a list."""
    _own(token)
    lists = tables(token)
    return lists[table].one_more(request) if table in lists else HttpResponse(status=404)


@never_cache
def applied(request: HttpRequest, token: str) -> HttpResponse:
    """Handed in: the number, and the link once more, plainly."""
    application, _ = _own(token)
    link = request.build_absolute_uri(reverse("public:application", args=[token]))
    return render(request, "public/apply/applied.html", {"application": application, "link": link})


@never_cache
def application(request: HttpRequest, token: str) -> HttpResponse:
    """How far it is, what is asked, and which papers there are."""
    application, _ = _own(token)
    link = request.build_absolute_uri(reverse("public:application", args=[token]))
    return render(request, "public/apply/progress.html", {**progress(application), "link": link})


class PaperForm(forms.Form):
    kind = forms.ChoiceField(choices=PAPER_KINDS)
    file = forms.FileField()


@require_POST
@never_cache
def file(request: HttpRequest, token: str) -> HttpResponse:
    """One paper into the application's file; htmx gets the list back."""
    application, by = _own(token)
    form = PaperForm(request.POST, request.FILES)
    if form.is_valid():
        sent, subject = form.cleaned_data["file"], f"application:{application.number}"
        kind, name, content = form.cleaned_data["kind"], sent.name, sent.read()
        file_paper(subject, kind=kind, name=name, content=content, on=today(), by=by)
    if not request.headers.get("HX-Request"):
        return redirect("public:application-form", token)
    papers = handed_out(application)
    context = {"papers": papers, "kinds": PAPER_KINDS, "application": application, "upload": form}
    return render(request, "public/apply/papers.html", context)


@never_cache
def paper(request: HttpRequest, token: str, key: int) -> HttpResponse:
    """A paper the applicant handed in."""
    application, by = _own(token)
    found = get_object_or_404(papers_for(by, f"application:{application.number}"), pk=key)
    disposition = content_disposition_header(True, found.name)
    return HttpResponse(
        read(found), content_type=found.media_type, headers={"Content-Disposition": disposition}
    )


@never_cache
def document(request: HttpRequest, token: str, name: str) -> HttpResponse:
    """A letter or a contract the body made out, as PDF in the reader's language."""
    application, _ = _own(token)
    content = pdf(application, name, language())
    return HttpResponse(content, content_type="application/pdf", headers={
        "Content-Disposition": f'inline; filename="{application.number}-{name}.pdf"'
    })  # fmt: skip


@require_POST
@never_cache
def answers(request: HttpRequest, token: str) -> HttpResponse:
    application, by = _own(token)
    answer_questions(application.number, answers=request.POST.getlist("answer"), on=today(), by=by)
    messages.success(request, t("答复已提交，评审继续。", "Your answers were sent; the review goes on."))
    return redirect("public:application", token)


@require_POST
@never_cache
def refusal_answer(request: HttpRequest, token: str) -> HttpResponse:
    application, by = _own(token)
    answer_refusal(application.number, answer=request.POST.get("answer", ""), on=today(), by=by)
    messages.success(
        request, t("意见已收到，与申请一并保存。", "Your answer was received and is kept with the file.")
    )
    return redirect("public:application", token)


@never_cache
def withdraw(request: HttpRequest, token: str) -> HttpResponse:
    application, by = _own(token)
    if request.method == "POST":
        withdraw_application(application.number, on=today(), by=by)
        return redirect("public:application", token)
    return render(request, "public/apply/withdraw.html", {"application": application})


urlpatterns = [
    path("", begin, name="apply"),
    path("<str:token>/", application, name="application"),
    path("<str:token>/form/", application_form, name="application-form"),
    path("<str:token>/form/rows/<slug:table>/", row, name="application-row"),
    path("<str:token>/applied/", applied, name="applied"),
    path("<str:token>/papers/", file, name="application-file"),
    path("<str:token>/papers/<int:key>/", paper, name="application-paper"),
    path("<str:token>/documents/<slug:name>/", document, name="application-document"),
    path("<str:token>/answers/", answers, name="application-answers"),
    path("<str:token>/refusal/", refusal_answer, name="application-refusal-answer"),
    path("<str:token>/withdraw/", withdraw, name="application-withdraw"),
]
