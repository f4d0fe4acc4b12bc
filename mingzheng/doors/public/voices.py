"""Complaints, appeals and reports without an account, followed by a code; and the client's survey behind its secret link."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.views.decorators.cache import never_cache

from mingzheng.doors.frame.two import language, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.record.actors import Outsider
from mingzheng.office.voices.actions.answer_survey import answer_survey
from mingzheng.office.voices.actions.receive_case import receive_case
from mingzheng.office.voices.models import Case, Survey
from mingzheng.office.voices.queries import case_of_code, limits_on
from mingzheng.rulebook.questionnaires import SCALE, Question
from mingzheng.rulebook.voices import CaseKind, Outcome, Topic
from mingzheng.words import pick

LONGEST = 4000  # characters of a complaint; whoever has more to say sends papers
SHOWN_STEPS = (
    ("received_on", t("收到", "Received")),
    ("acknowledged_on", t("确认受理", "Acknowledged")),
    ("investigated_on", t("核查", "Looked into")),
    ("decided_on", t("作出决定", "Decided")),
    ("answered_on", t("答复", "Answered")),
    ("closed_on", t("办结", "Closed")),
)


class CaseForm(forms.Form):
    """What somebody from outside tells; a name only if he likes, unless he appeals."""

    kind = forms.ChoiceField(
        label=t("类别", "What it is"), choices=[(kind, say_lazy(f"case-kind.{kind}")) for kind in CaseKind]
    )
    topic = forms.ChoiceField(
        label=t("关于", "What it is about"),
        choices=[(topic, say_lazy(f"case-topic.{topic}")) for topic in Topic],
    )
    reference = forms.CharField(
        label=t("有关编号或名称", "Number or name it is about"),
        max_length=200,
        required=False,
        help_text=t(
            "证书、项目或决定编号，或获证组织名称；申诉必填",
            "A certificate, project or decision, or a certified client; required for an appeal",
        ),
    )
    text = forms.CharField(
        label=t("情况说明", "What happened"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 8})
    )
    name = forms.CharField(
        label=t("姓名或单位", "Your name"),
        max_length=100,
        required=False,
        help_text=t("可不填；申诉须署名", "May stay empty; an appeal needs a name"),
    )
    contact = forms.CharField(
        label=t("联系方式", "How to reach you"),
        max_length=100,
        required=False,
        help_text=t("电话或邮箱，可不填", "Telephone or e-mail; may stay empty"),
    )

    def clean(self) -> dict[str, Any]:
        """An appeal belongs to somebody and is against something."""
        said = super().clean() or {}
        if said.get("kind") == CaseKind.APPEAL:
            for field, refused in (
                ("name", "case.appeal-unnamed"),
                ("reference", "case.appeal-against-nothing"),
            ):
                if not said.get(field):
                    self.add_error(field, say_lazy(refused))
        return said


@never_cache
def complain(request: HttpRequest) -> HttpResponse:
    """How cases are handled, and the form."""
    form = CaseForm(request.POST or None)
    if not form.is_valid():
        return render(request, "public/voices/complain.html", {"form": form, "limits": limits_on(today())})
    said, on = form.cleaned_data, today()
    kind, topic = CaseKind(said.pop("kind")), Topic(said.pop("topic"))
    told = receive_case(kind, topic=topic, **said, on=on, by=Outsider())
    return redirect("public:followed-case", Case.objects.get(number=told.number).code)


@never_cache
def follow(request: HttpRequest) -> HttpResponse:
    """Somebody types in the code he was given."""
    asked = request.GET.get("code", "")
    case = case_of_code(asked)
    if case:
        return redirect("public:followed-case", case.code)
    return render(request, "public/voices/follow.html", {"asked": asked})


@never_cache
def followed(request: HttpRequest, code: str) -> HttpResponse:
    """How far a case has come, for whoever holds its code: steps and result, and no names."""
    case = get_object_or_404(Case, code=code)
    link = request.build_absolute_uri(reverse("public:followed-case", args=[code]))
    result = case.answered_on is not None
    context = {"case": case, "steps": steps(case), "link": link, "result": result, "today": today()}
    return render(request, "public/voices/case.html", context)


def steps(case: Case) -> list[dict[str, Any]]:
    """What is done, with its day, and what is under way; what is not ours ends with the answer."""
    shown = [step for step in SHOWN_STEPS if case.outcome != Outcome.NOT_OURS or step[0] != "investigated_on"]
    done = [getattr(case, field) for field, _ in shown]
    first_open = next((place for place, day in enumerate(done) if day is None), len(done))
    return [
        {
            "label": label,
            "note": f"{day:%Y-%m-%d}" if day and place < first_open else "",
            "state": "done" if place < first_open else "now" if place == first_open else "to-come",
        }
        for place, ((_, label), day) in enumerate(zip(shown, done, strict=True))
    ]


class SurveyForm(forms.Form):
    """The questions of the version that was sent, each on the scale."""

    comment = forms.CharField(
        label=t("意见和建议", "Comments"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    signed = forms.CharField(label=t("填写人", "Filled in by"), max_length=60, required=False)

    def __init__(self, data: Any, questions: tuple[Question, ...]):
        super().__init__(data)
        own = dict(self.fields)
        self.fields.clear()
        for question in questions:
            self.fields[f"q_{question.code}"] = forms.TypedChoiceField(
                label=pick(question.zh, question.en, language()),
                choices=[(mark, say_lazy(f"mark.{mark}")) for mark in reversed(SCALE)],
                widget=forms.RadioSelect(attrs={"class": "scale"}),
                coerce=int,
            )
        self.fields.update(own)

    @property
    def answers(self) -> dict[str, int]:
        return {name[2:]: mark for name, mark in self.cleaned_data.items() if name.startswith("q_")}


@never_cache
def survey(request: HttpRequest, token: str) -> HttpResponse:
    """The client's own page: asked once, thanked ever after; it never shows an answer."""
    rows = Survey.objects.select_related("visit__client", "questionnaire")
    found = get_object_or_404(rows, token=token)
    if found.answered_on:
        return render(request, "public/voices/thanks.html", {"survey": found})
    form = SurveyForm(request.POST or None, found.questions)
    if not form.is_valid():
        return render(request, "public/voices/survey.html", {"survey": found, "form": form})
    number, said = found.visit.number, form.cleaned_data
    more = {"comment": said["comment"], "signed": said["signed"], "on": today(), "by": Outsider(number)}
    answer_survey(number, form.answers, **more)
    return redirect("public:survey", token)


urlpatterns = [
    path("complain/", complain, name="complain"),
    path("follow/", follow, name="follow-case"),
    path("follow/<slug:code>/", followed, name="followed-case"),
    path("survey/<str:token>/", survey, name="survey"),
]
