"""What the screens of the own system ask for."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.office.people.models import Person
from mingzheng.office.quality.outputs import Output
from mingzheng.rulebook.own_system import (
    Deviation,
    InspectionKind,
    InspectionResult,
    PenaltyKind,
    ReviewInput,
)

from ..fields import choice, day, lines, multiple, people, several, text


class InspectionForm(forms.Form):
    kind = choice(t("类别", "Kind"), InspectionKind, "inspection-kind")
    authority = forms.CharField(label=t("检查部门", "Authority"), max_length=100)
    place = forms.CharField(label=t("地点", "Place"), max_length=200)
    inspected_on = day(t("检查日期", "Inspected on"))
    basis = forms.CharField(label=t("依据（通知、任务）", "Notice or task"), max_length=200, required=False)
    visits = several(t("被抽查的项目编号", "Project numbers looked at"), required=False)

    def clean_visits(self) -> list[str]:
        return lines(self.cleaned_data["visits"])


class ResultForm(forms.Form):
    result = choice(t("结果", "Result"), InspectionResult, "inspection-result")
    evidence = text(t("证据（检查记录、文书编号）", "Evidence (record, document number)"), 3)
    findings = text(t("发现的问题", "What was found"), 3, required=False)
    answer_due = day(t("答复期限（须整改的必填）", "Answer due (where it must be answered)"), required=False)


class AnswerForm(forms.Form):
    answer = text(t("整改情况和答复", "What was put right, and the answer"), 4)


class PlanForm(forms.Form):
    planned_on = day(t("计划日期", "Planned for"))
    scope = forms.CharField(label=t("范围", "Scope"), max_length=200)
    departments = several(t("受审核部门", "Departments audited"))
    auditors = people(t("内审员", "Auditors"), many=True)

    def clean_departments(self) -> list[str]:
        return lines(self.cleaned_data["departments"])


class HeldForm(forms.Form):
    held_on = day(t("实施日期", "Held on"))
    report = text(t("内审报告摘要", "Summary of the report"), 6)


class FindingForm(forms.Form):
    clause = forms.CharField(label=t("条款", "Clause"), max_length=40)
    department = forms.ChoiceField(label=t("部门", "Department"))
    statement = text(t("事实", "What was found"), 4)
    owner = people(t("责任人", "To be put right by"))
    due_on = day(t("整改期限", "Due"))

    def __init__(self, data: Any, departments: Iterable[str]):
        super().__init__(data)
        self.fields["department"].choices = [(one, one) for one in departments]  # type: ignore[attr-defined]


class CorrectionForm(forms.Form):
    correction = text(t("整改情况和验证", "What was done, and how it was verified"), 4)


class ReviewForm(forms.Form):
    """Every input of the standard has its own box; outputs stand one a line: what | who (login) | by when."""

    held_on = day(t("评审日期", "Held on"))
    present = forms.CharField(label=t("参加人", "Present"), max_length=300)

    def __init__(self, data: Any, begun: dict[str, str]):
        super().__init__(data)
        for one in ReviewInput:
            label = say_lazy(f"review-input.{one}")
            self.fields[one.value] = text(label, 2, initial=begun.get(one, ""))
        hint = t(
            "每行一项：措施 | 责任人登录名 | 期限（如 2026-12-31）",
            "One a line: what | login of who | by when (2026-12-31)",
        )
        self.fields["outputs"] = text(t("评审输出", "What came out of it"), 4, help_text=hint)

    def clean_outputs(self) -> list[Output]:
        return [self._output(line) for line in lines(self.cleaned_data["outputs"])]

    def _output(self, line: str) -> Output:
        what, who, until, *_ = [part.strip() for part in line.split("|")] + ["", "", ""]
        known = Person.objects.filter(login=who).exists()
        if not (what and known and _is_day(until)):
            raise forms.ValidationError(
                t("看不懂这一行：{line}", "This line cannot be read: {line}", line=line)
            )
        return Output(what, who, date.fromisoformat(until))

    @property
    def inputs(self) -> dict[str, str]:
        return {one.value: self.cleaned_data[one.value] for one in ReviewInput}


def _is_day(said: str) -> bool:
    try:
        return bool(date.fromisoformat(said))
    except ValueError:
        return False


class DoneForm(forms.Form):
    result = text(t("完成情况", "What was done"), 3)


class PenaltyForm(forms.Form):
    kind = choice(t("种类", "Kind"), PenaltyKind, "penalty-kind")
    authority = forms.CharField(label=t("处罚机关", "Authority"), max_length=100)
    imposed_on = day(t("处罚日期", "Imposed on"))
    reason = text(t("处罚原因", "Reason"), 4)


class EventForm(forms.Form):
    name = forms.CharField(label=t("事件", "Event"), max_length=100)
    notice = forms.CharField(label=t("依据的通知", "Notice"), max_length=200)
    scope = forms.CharField(label=t("影响范围", "Whom it concerns"), max_length=300)
    first_day = day(t("开始日期", "First day"))
    last_day = day(t("结束日期", "Last day"), required=False)
    allowed = multiple(t("允许的例外", "What it allows"), Deviation, "deviation", required=False)


class EndForm(forms.Form):
    last_day = day(t("结束日期", "Last day"))
