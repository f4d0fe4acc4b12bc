"""What the screens of an audit ask for."""

from collections.abc import Iterable
from typing import Any

from django import forms

from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.office.audits.minutes import Attendee, Minutes
from mingzheng.office.schedule.models import Assignment
from mingzheng.rulebook.clauses import CLAUSES
from mingzheng.rulebook.findings import Grade
from mingzheng.rulebook.on_site import POINTS, Meeting
from mingzheng.rulebook.standards import Standard

LONG = forms.Textarea(attrs={"rows": 5})
SHORT = forms.Textarea(attrs={"rows": 3})


class AttendeeRow(forms.Form):
    """One of the client's people at a meeting."""

    name = forms.CharField(label=t("姓名", "Name"), max_length=60)
    department = forms.CharField(label=t("部门", "Department"), max_length=60, required=False)
    position = forms.CharField(label=t("职务", "Position"), max_length=60, required=False)


class MeetingForm(forms.Form):
    """The record of an opening or closing meeting, but for the client's people, who are rows."""

    held_on = forms.DateField(label=t("会议日期", "Held on"))
    starts = forms.TimeField(
        label=t("开始", "From"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    ends = forms.TimeField(
        label=t("结束", "To"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    team = forms.MultipleChoiceField(
        label=t("出席的审核组成员", "Of the audit team"), widget=forms.CheckboxSelectMultiple
    )
    said = forms.MultipleChoiceField(
        label=t("会议说明事项（逐项确认）", "What was said (tick each)"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    matters = forms.CharField(
        label=t("其他事项、分歧及处理", "Other matters, and differences of opinion"),
        widget=SHORT,
        required=False,
    )

    def __init__(self, *args: Any, meeting: Meeting, team: Iterable[Assignment], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["team"].choices = [(m.person.login, called(m.person)) for m in team]  # type: ignore[attr-defined]
        self.fields["said"].choices = [  # type: ignore[attr-defined]
            (point, say_lazy(f"paper.point.{point}")) for point in POINTS[meeting]
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if "starts" in said and "ends" in said and said["ends"] <= said["starts"]:
            self.add_error("ends", t("结束时间应晚于开始时间", "The meeting ends after it begins"))
        return said

    def minutes(self, client: Iterable[dict[str, str]]) -> Minutes:
        """The minutes, with the client's people from their rows."""
        said = self.cleaned_data
        return Minutes(
            held_on=said["held_on"],
            starts=f"{said['starts']:%H:%M}",
            ends=f"{said['ends']:%H:%M}",
            team=said["team"],
            client=[Attendee(**row) for row in client],
            said=said["said"],
            matters=said["matters"],
        )


class PlaceForm(forms.Form):
    """Under which clause of which standard, and in which department."""

    place = forms.ChoiceField(label=t("标准条款", "Clause"))
    department = forms.CharField(
        label=t("部门或过程", "Department or process"),
        max_length=120,
        widget=forms.TextInput(attrs={"list": "departments"}),
    )

    def __init__(self, *args: Any, standards: Iterable[Standard], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["place"].choices = [  # type: ignore[attr-defined]
            ("", t("请选择条款", "Choose a clause")),
            *((f"{s.letter} · {s.gb}", _clauses(s)) for s in standards),
        ]

    @property
    def where(self) -> dict[str, Any]:
        """Standard, clause and department."""
        standard, clause = self.cleaned_data["place"].split()
        return {
            "standard": Standard(standard),
            "clause": clause,
            "department": self.cleaned_data["department"],
        }


def _clauses(standard: Standard) -> list[tuple[str, str]]:
    """The clauses of a standard to choose from, by number and our title."""
    return [
        (f"{standard} {number}", t(f"{number} {clause.zh}", f"{number} {clause.en}"))
        for number, clause in CLAUSES[standard].items()
    ]


CONFORMS = [("yes", t("符合", "Conforms")), ("no", t("不符合", "Does not conform"))]


class RecordForm(PlaceForm):
    """审核记录: what was seen, and the judgement."""

    evidence = forms.CharField(
        label=t(
            "审核证据（抽样对象、数量和所见事实）", "Evidence: what was sampled, how many, what was seen"
        ),
        widget=LONG,
    )
    conforms = forms.ChoiceField(label=t("判定", "Judgement"), choices=CONFORMS, widget=forms.RadioSelect)


class CorrectRecordForm(forms.Form):
    """更正 of a record."""

    evidence = forms.CharField(label=t("审核证据", "Evidence"), widget=LONG)
    conforms = forms.ChoiceField(label=t("判定", "Judgement"), choices=CONFORMS, widget=forms.RadioSelect)
    reason = forms.CharField(label=t("更正理由", "Reason for the correction"), widget=SHORT)


class FindingForm(PlaceForm):
    """不符合项: grade and facts."""

    grade = forms.ChoiceField(
        label=t("性质", "Grade"),
        choices=[(grade, say_lazy(f"finding.grade.{grade}")) for grade in Grade],
        widget=forms.RadioSelect,
    )
    statement = forms.CharField(label=t("不符合事实描述", "The facts found"), widget=LONG)


class AnswerForm(forms.Form):
    """The client's answer, entered on its behalf."""

    cause = forms.CharField(label=t("原因分析", "Cause"), widget=SHORT)
    correction = forms.CharField(label=t("纠正", "Correction"), widget=SHORT)
    corrective_action = forms.CharField(label=t("纠正措施", "Corrective action"), widget=SHORT)


class VerificationForm(forms.Form):
    """How the answer was verified."""

    verification = forms.CharField(
        label=t("验证情况（方式、证据和结论）", "Verification: how, on which evidence, with which result"),
        widget=LONG,
    )


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(label=t("理由", "Reason"), widget=SHORT)


class ConclusionForm(forms.Form):
    """The team's conclusion for one standard; after a stage 1, whether stage 2 may follow."""

    recommended = forms.ChoiceField(label=t("推荐意见", "Recommendation"), widget=forms.RadioSelect)
    text = forms.CharField(label=t("审核结论", "Conclusion"), widget=LONG)

    def __init__(self, *args: Any, is_stage1: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        family = "readiness" if is_stage1 else "recommendation"
        choices = [(said, say_lazy(f"{family}.{said}")) for said in ("yes", "no")]
        self.fields["recommended"].choices = choices  # type: ignore[attr-defined]


class ReportForm(forms.Form):
    """The summary of the report; the rest is drawn from the records."""

    summary = forms.CharField(
        label=t("审核综述", "Summary"),
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=t(
            "说明体系运行和有效性、内部审核与管理评审、与计划的偏离及未解决的问题。记录、不符合项和结论自动列入报告。",
            "How the system runs and whether it works, internal audit and management review, departures from the "
            "plan, unresolved matters. Records, findings and conclusions are put in by themselves.",
        ),
    )


class CorrectReportForm(ReportForm):
    """更正 of a report."""

    reason = forms.CharField(label=t("更正理由", "Reason for the correction"), widget=SHORT)
