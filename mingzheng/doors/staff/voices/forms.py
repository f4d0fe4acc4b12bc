"""What the screens of cases, surveys and call-backs ask for."""

from collections.abc import Sequence
from typing import Any

from django import forms

from mingzheng.doors.frame.dress import DayInput
from mingzheng.doors.frame.two import called, language, say_lazy, t
from mingzheng.office.voices.frames import Stratum
from mingzheng.rulebook.questionnaires import SCALE, CallOutcome, Form, Question, Reply
from mingzheng.rulebook.voices import LONGEST_LIMIT, CaseKind, Means, Outcome, Topic
from mingzheng.words import pick

from ..fields import choice, text


class ReceiveForm(forms.Form):
    """A case that came in by telephone, letter or mail."""

    kind = choice(t("类别", "Kind"), CaseKind, "case-kind")
    topic = choice(t("关于", "About"), Topic, "case-topic")
    means = choice(t("来源", "How it came in"), [m for m in Means if m is not Means.PAGE], "case-means")
    received_on = forms.DateField(label=t("收到日期", "Received on"), widget=DayInput)
    name = forms.CharField(label=t("提出人", "Brought by"), max_length=100, required=False,
                           help_text=t("匿名的不填；申诉须署名", "Empty when unnamed; an appeal needs a name"))  # fmt: skip
    contact = forms.CharField(label=t("联系方式", "Contact"), max_length=100, required=False)
    reference = forms.CharField(
        label=t("来人所指编号或名称", "Number or name given"), max_length=200, required=False
    )
    text = text(t("情况说明", "What was said"), 6, max_length=4000)


class LimitsForm(forms.Form):
    """The limits the body publishes, in calendar days from receipt."""

    acknowledge = forms.IntegerField(
        label=t("确认受理（天）", "Acknowledge within (days)"), min_value=1, max_value=LONGEST_LIMIT
    )
    complaint = forms.IntegerField(
        label=t("答复投诉、举报（天）", "Answer a complaint within (days)"),
        min_value=1,
        max_value=LONGEST_LIMIT,
    )
    appeal = forms.IntegerField(
        label=t("答复申诉（天）", "Answer an appeal within (days)"), min_value=1, max_value=LONGEST_LIMIT
    )


class AcknowledgeForm(forms.Form):
    """Whether it is the body's business, and what exactly it is about."""

    ours = forms.TypedChoiceField(
        label=t("是否属于本机构认证活动", "Is it about our certification?"),
        choices=[("yes", t("属于，受理", "Yes, we handle it")), ("no", t("不属于，说明理由", "No, say why"))],
        coerce=lambda said: said == "yes",
    )
    reason = text(t("不属于的理由", "Why it is not"), 3, required=False, max_length=1000)
    client = forms.CharField(
        label=t("有关组织（统一社会信用代码）", "Client (credit code)"), max_length=30, required=False
    )
    visit = forms.CharField(
        label=t("有关审核（项目编号）", "Audit (project number)"), max_length=20, required=False
    )
    decision = forms.CharField(
        label=t("有关认证决定（编号）", "Decision (number)"), max_length=24, required=False
    )
    person = forms.CharField(
        label=t("被反映的人（登录名）", "Person complained of (login)"), max_length=40, required=False
    )


class AssignForm(forms.Form):
    """Somebody free of the case; those who are not are shown below with the reason."""

    handler = forms.ChoiceField(label=t("处理人", "Handler"))

    def __init__(self, data: Any, free: Sequence[Any]):
        super().__init__(data)
        self.fields["handler"].choices = [(one.login, called(one)) for one in free]  # type: ignore[attr-defined]


class InvestigateForm(forms.Form):
    found = text(t("调查情况和证据", "What was found, and the evidence"), 8, max_length=8000)


class DecideForm(forms.Form):
    outcome = choice(t("结论", "Outcome"), [o for o in Outcome if o is not Outcome.NOT_OURS], "case-outcome")
    reasons = text(t("理由", "Reasons"), 4, max_length=4000)
    corrective_action = text(
        t("纠正措施（成立的必填）", "Corrective action (where upheld)"), 3, required=False, max_length=4000
    )
    calls_for_visit = forms.BooleanField(
        label=t("需要对该组织增加特殊审核", "The client needs a special visit"), required=False
    )


class AnswerForm(forms.Form):
    client_told = forms.BooleanField(
        label=t("已将有效投诉告知该获证组织", "The valid complaint was put to the certified client"),
        required=False,
    )


class CloseForm(forms.Form):
    followed_up = text(
        t("纠正措施落实情况和效果", "What came of the corrective action"), 3, required=False, max_length=4000
    )


class PaperSurveyForm(forms.Form):
    """A survey that came back on paper."""

    comment = text(t("意见和建议", "Comments"), 3, required=False, max_length=2000)
    signed = forms.CharField(label=t("填写人", "Filled in by"), max_length=60, required=False)

    def __init__(self, data: Any, questions: Sequence[Question]):
        super().__init__(data)
        for question in questions:
            self.fields[question.code] = forms.TypedChoiceField(
                label=pick(question.zh, question.en, language()),
                choices=[(mark, say_lazy(f"mark.{mark}")) for mark in reversed(SCALE)],
                coerce=int,
            )
        self.order_fields([question.code for question in questions])

    @property
    def answers(self) -> dict[str, int]:
        return {name: value for name, value in self.cleaned_data.items() if name not in ("comment", "signed")}


class CallForm(forms.Form):
    """One attempt to call; the replies are asked for when the client was reached."""

    outcome = choice(t("结果", "Result"), CallOutcome, "call-outcome")
    spoke_to = forms.CharField(label=t("受访人", "Spoke to"), max_length=60, required=False)
    remarks = text(t("备注", "Remarks"), 3, required=False, max_length=2000)

    def __init__(self, data: Any, questions: Sequence[Question]):
        super().__init__(data)
        self.asked = [question.code for question in questions]
        for question in questions:
            self.fields[question.code] = forms.ChoiceField(
                label=pick(question.zh, question.en, language()),
                choices=[("", "--"), *((reply, say_lazy(f"reply.{reply}")) for reply in Reply)],
                required=False,
            )
        self.order_fields(["outcome", "spoke_to", *self.asked])

    @property
    def replies(self) -> dict[str, str]:
        return {code: self.cleaned_data[code] for code in self.asked if self.cleaned_data.get(code)}


class DrawForm(forms.Form):
    first_day = forms.DateField(label=t("审核完成日自", "Audits held from"), widget=DayInput)
    last_day = forms.DateField(label=t("至", "To"), widget=DayInput)
    count = forms.IntegerField(label=t("抽取数量", "How many"), min_value=1, max_value=500)
    strata = forms.TypedMultipleChoiceField(
        label=t("分层", "Stratified by"),
        choices=[(stratum, say_lazy(f"stratum.{stratum}")) for stratum in Stratum],
        coerce=Stratum,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    seed = forms.IntegerField(
        label=t("随机种子", "Seed"),
        min_value=0,
        help_text=t("留存；任何人用它都能重现抽样", "Kept: with it anybody can draw the same again"),
    )


class QuestionsForm(forms.Form):
    """A new version of the questions, a line each: code | Chinese | English | reply hoped for (call-backs)."""

    lines = text(
        t("问题", "Questions"),
        12,
        help_text=t(
            "每行一个：代码 | 中文 | 英文；回访再加 | 期望的答复（yes 或 no）",
            "One a line: code | Chinese | English; for call-backs also | the reply hoped for (yes or no)",
        ),
    )

    def __init__(self, data: Any, form: Form, questions: Sequence[Question]):
        now = "\n".join(" | ".join(filter(None, (q.code, q.zh, q.en, q.expected))) for q in questions)
        super().__init__(data, initial={"lines": now})
        self.form = form

    @property
    def questions(self) -> list[Question]:
        rows = [
            [part.strip() for part in line.split("|")]
            for line in self.cleaned_data["lines"].splitlines()
            if line.strip()
        ]
        return [Question(*(row + ["", "", ""])[:4]) for row in rows]
