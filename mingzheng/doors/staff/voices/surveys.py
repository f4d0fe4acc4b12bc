"""满意度调查: which were sent and came back, one of them opened, what a year's say, and the questions asked."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Choice, Days, Tab
from mingzheng.doors.frame.formats import pill
from mingzheng.doors.frame.listing import Listing
from mingzheng.doors.frame.two import called, language, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.voices import analysis as reckoning
from mingzheng.office.voices import papers
from mingzheng.office.voices.actions.answer_survey import answer_survey
from mingzheng.office.voices.actions.issue_questionnaire import issue_questionnaire
from mingzheng.office.voices.models import Survey
from mingzheng.office.voices.queries import KEEPERS, badly_behaved, questionnaire_on, surveys_seen_by
from mingzheng.rulebook.audit_cycle import VisitKind
from mingzheng.rulebook.questionnaires import (
    SCALE,
    SMALLEST_CUT,
    STANDARD_FORMS,
    Form,
    Question,
    Tally,
    verdict_of,
)
from mingzheng.rulebook.roles import Role
from mingzheng.words import pick

from ..asking import asked
from ..pdf import pdf_answer
from ..recorded import Act, Fact, Recorded, Table, shown, subject_fact
from ..rights import StaffRequest, staff_page
from .forms import PaperSurveyForm, QuestionsForm

keepers = staff_page(*KEEPERS)
quality = staff_page(Role.QUALITY)


def mean(row: Survey) -> float | None:
    """The mean mark of one survey."""
    return round(sum(row.answers.values()) / len(row.answers), 1) if row.answers else None


class SurveysListing(Listing):
    name, title = "surveys", t("满意度调查", "Satisfaction surveys")
    template = "staff/voices/surveys.html"
    columns = (
        Column("visit", t("项目", "Visit"), Kind.CODE, value="visit.number", sort="visit__number"),
        Column(
            "client",
            t("客户", "Client"),
            value=lambda row: called(row.visit.client),
            sort="visit__client__name_zh",
        ),
        Column(
            "kind", t("审核类型", "Audit"), value=lambda row: say_lazy(row.visit.name), sort="visit__kind"
        ),
        Column("sent_on", t("发出", "Sent"), Kind.DAY, sort="sent_on"),
        Column("answered_on", t("收回", "Answered"), Kind.DAY, sort="answered_on"),
        Column(
            "means",
            t("方式", "How"),
            value=lambda row: (
                ""
                if not row.answered_on
                else t("纸质", "On paper")
                if row.entered_by
                else t("链接", "By link")
            ),
        ),
        Column("mean", t("平均分", "Mean"), Kind.NUMBER, value=mean),
    )
    search = ("visit__number", "visit__client__name_zh", "visit__client__pinyin")
    search_hint = t("项目、客户、拼音首字母", "Visit, client, initials")
    filters = (
        Choice(
            "kind",
            t("审核类型", "Audit"),
            [(k, say_lazy(f"visit-kind.{k}")) for k in VisitKind],
            path="visit__kind",
        ),
        Days("sent_on", t("发出日期", "Sent")),
    )
    tabs = (
        Tab("answered", t("已收回", "Answered"), Q(answered_on__isnull=False)),
        Tab("waiting", t("未收回", "Not answered"), Q(answered_on=None)),
        EVERYTHING,
    )
    order = ("-sent_on",)

    def link(self, row: Survey) -> str:
        return reverse("staff:survey", args=[row.visit.number])


@keepers
def surveys(request: StaffRequest) -> HttpResponse:
    return SurveysListing(request, surveys_seen_by(request.user)).response()


def _found(request: StaffRequest, number: str) -> Survey:
    return get_object_or_404(surveys_seen_by(request.user), visit__number=number)


@keepers
def survey(request: StaffRequest, number: str) -> HttpResponse:
    """One survey with its answers; nobody of the team gets here."""
    row = _found(request, number)
    entry = Recorded(
        subject=f"survey:{number}",
        heading=t("满意度调查 {n}", "Satisfaction survey {n}", n=number),
        register=(SurveysListing.title, reverse("staff:surveys")),
        state=pill(t("已收回", "Answered"), "good") if row.answered_on else pill(t("未收回", "Not answered"), "wait"),
        facts=_facts(row),
        acts=_acts(request, row),
        tables=[Table(t("答卷", "Answers"), [t("问题", "Question"), t("评价", "Mark")], list(_answers(row)))] if row.answered_on else [],
        papers=[] if row.answered_on else [(t("邀请函", "Invitation"), reverse("staff:survey-invitation", args=[number]))],
    )  # fmt: skip
    return shown(request, entry)


def _acts(request: StaffRequest, row: Survey) -> list[Act]:
    if not request.user.holds(Role.QUALITY):
        return []
    if row.answered_on:
        opening = f"{reverse('staff:receive-case')}?visit={row.visit.number}"
        waits = badly_behaved(request.user).filter(pk=row.pk).exists()
        return [Act(t("立案跟踪", "Open a case"), opening, "message-report", (), "primary")] if waits else []
    return [
        Act(
            t("录入纸质问卷", "Enter a paper form"),
            reverse("staff:survey-on-paper", args=[row.visit.number]),
            "pencil",
        )
    ]


def _facts(row: Survey) -> list[Fact]:
    client, link = row.visit.client, settings.PUBLIC_ADDRESS + reverse("public:survey", args=[row.token])
    return [
        subject_fact(t("客户", "Client"), f"client:{client.uscc}", called(client)),
        subject_fact(t("审核", "Visit"), f"visit:{row.visit.number}"),
        Fact(t("发出", "Sent"), row.sent_on),
        Fact(t("问卷版本", "Version of the form"), row.version or t("内置", "Built in")),
        Fact(t("收回", "Answered"), row.answered_on),
        Fact(t("填写人", "Filled in by"), row.signed),
        Fact(t("客户链接", "Client's link"), "" if row.answered_on else link),
        Fact(t("意见和建议", "Comments"), row.comment, long=True),
    ]


def _answers(row: Survey) -> Any:
    for question in row.questions:
        mark = row.answers.get(question.code)
        yield "", [pick(question.zh, question.en, language()), say_lazy(f"mark.{mark}") if mark else "--"]


@quality
def invitation(request: StaffRequest, number: str) -> HttpResponse:
    """The letter with the QR code; the secret link is for the client alone."""
    row = _found(request, number)
    url = settings.PUBLIC_ADDRESS + reverse("public:survey", args=[row.token])
    return pdf_answer(papers.invitation(row, survey_url=url, language=language()), f"{number}-MY")


@quality
def on_paper(request: StaffRequest, number: str) -> HttpResponse:
    form = PaperSurveyForm(request.POST or None, _found(request, number).questions)
    return asked(
        request,
        form,
        lambda said: answer_survey(
            number, form.answers, comment=said["comment"], signed=said["signed"], on=today(), by=request.user
        ),
        heading=t("录入纸质问卷 {n}", "Enter the paper form of {n}", n=number),
        back=reverse("staff:survey", args=[number]),
        done=t("已录入。", "Entered."),
    )


def year_asked(request: StaffRequest) -> int:
    """The calendar year of the address; this one when none is named."""
    asked_for = request.GET.get("year", "")
    return int(asked_for) if asked_for.isdecimal() and len(asked_for) == 4 else today().year


@keepers
def analysis(request: StaffRequest) -> HttpResponse:
    """满意度分析: n of N, how often each mark was given; a cut only where it is large enough."""
    year = year_asked(request)
    found = reckoning.sheets(year)
    whole = reckoning.tally_of(found)
    context = {
        "year": year,
        "years": range(today().year, today().year - 4, -1),
        "whole": whole,
        "verdict": say_lazy(verdict_of(whole), sent=whole.sent, answered=whole.answered, given=whole.given, satisfied=whole.satisfied),
        "marks": [say_lazy(f"mark.{mark}") for mark in SCALE],
        "items": _items(whole),
        "cuts": _cuts(year, found),
        "smallest": SMALLEST_CUT,
    }  # fmt: skip
    return render(request, "staff/voices/analysis.html", context)


def _items(whole: Tally) -> list[tuple[str, list[tuple[str, int, int]], float]]:
    """Each question with how often each mark was given (and of a hundred), and its mean."""
    words = {q.code: pick(q.zh, q.en, language()) for q in _every_question()}
    return [
        (
            words.get(code, code),
            [
                (say_lazy(f"mark.{mark}"), n, round(100 * n / sum(times)))
                for mark, n in zip(SCALE, times, strict=True)
            ],
            round(sum(mark * n for mark, n in zip(SCALE, times, strict=True)) / sum(times), 2),
        )
        for code, times in whole.marks.items()
    ]


def _every_question() -> list[Question]:
    """The rulebook's questions, and over them those of the version in force."""
    row = questionnaire_on(Form.SURVEY, today())
    own = [Question(**question) for question in row.questions] if row else []
    return [*STANDARD_FORMS[Form.SURVEY], *own]


def _cuts(year: int, found: list[reckoning.Sheet]) -> list[tuple[str, list[tuple[str, Tally]]]]:
    kinds = reckoning.cut(found, lambda sheet: str(say_lazy(f"visit-kind.{sheet.kind}")))
    standards = {
        str(say_lazy(f"standard.{name}")): cut for name, cut in reckoning.by_standard(year, found).items()
    }
    return [
        (t("按审核组长", "By team leader"), list(reckoning.by_leader(found).items())),
        (t("按体系", "By standard"), list(standards.items())),
        (t("按审核类型", "By kind of audit"), list(kinds.items())),
    ]


@quality
def questions(request: StaffRequest, form: str) -> HttpResponse:
    """发布问卷或话术: the questions in force, changed into a new version."""
    asking = get_form(form)
    fields = QuestionsForm(request.POST or None, asking, in_force(asking, today()))
    return asked(
        request,
        fields,
        lambda said: issue_questionnaire(asking, fields.questions, on=today(), by=request.user),
        heading=t("发布新版：{form}", "New version: {form}", form=say_lazy(f"form.{asking}")),
        back=reverse("staff:surveys" if asking is Form.SURVEY else "staff:calls"),
        done=t("新版已发布。", "The new version is issued."),
        consequences=[
            t("自今日起按新版提问，已发出的不变。", "Asked from today on; what was sent out stays.")
        ],
    )


def get_form(name: str) -> Form:
    """The form of an address. Raises Http404 for another."""
    if name not in list(Form):
        raise Http404(name)
    return Form(name)


def in_force(form: Form, on: date) -> list[Question]:
    row = questionnaire_on(form, on)
    return [Question(**question) for question in row.questions] if row else list(STANDARD_FORMS[form])
