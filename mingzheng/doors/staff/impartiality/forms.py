"""What the screens of risks, panels and gifts ask for."""

from typing import Any

from django import forms

from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.rulebook.governance import (
    Activity,
    Interest,
    Panel,
    Relation,
    RiskKind,
    Settlement,
    Threat,
)

from ..fields import choice, day, multiple, of_five, people, text


class RiskForm(forms.Form):
    kind = choice(t("类别", "Kind"), RiskKind, "risk-kind")
    threat = forms.TypedChoiceField(
        label=t("威胁类型（公正性风险必填）", "Threat (required for a risk to impartiality)"),
        choices=[("", "--"), *((one, say_lazy(f"threat.{one}")) for one in Threat)],
        coerce=Threat,
        empty_value=None,
        required=False,
    )
    source = text(t("风险来源", "Source of the risk"), 3)
    likelihood = of_five(t("可能性（1–5）", "Likelihood (1–5)"))
    impact = of_five(t("影响（1–5）", "Impact (1–5)"))
    owner = forms.CharField(label=t("责任部门", "Responsible department"), max_length=60, required=False)


class RiskReviewForm(forms.Form):
    likelihood = of_five(t("采取措施后的可能性（1–5）", "Likelihood after treatment (1–5)"))
    impact = of_five(t("采取措施后的影响（1–5）", "Impact after treatment (1–5)"))
    treatment = text(t("应对措施", "Treatment"), 4)
    accepted = forms.BooleanField(label=t("接受残余风险", "The residual risk is accepted"), required=False)
    closed = forms.BooleanField(label=t("风险已消除，关闭", "The risk is gone: close it"), required=False)


class RelatedForm(forms.Form):
    name = forms.CharField(label=t("机构名称", "Name"), max_length=200)
    uscc = forms.CharField(label=t("统一社会信用代码", "Unified social credit code"), max_length=18)
    relation = choice(t("关系", "Relation"), Relation, "relation")
    activities = multiple(t("从事的活动", "What it does"), Activity, "related-activity")
    since = day(t("起始日期", "Since"))
    analysis = text(t("公正性分析", "Analysis of impartiality"), 4)


class EndedForm(forms.Form):
    ended_on = day(t("终止日期", "Ended on"))


class SeatForm(forms.Form):
    panel = choice(t("组织", "Panel"), Panel, "panel")
    name = forms.CharField(label=t("姓名", "Name"), max_length=60)
    organisation = forms.CharField(label=t("单位", "Organisation"), max_length=200, required=False)
    interest = choice(t("代表的利益方", "Represents"), Interest, "interest")
    since = day(t("任期自", "Term from"))
    until = day(t("任期至", "Term until"))


class MeetingForm(forms.Form):
    panel = choice(t("组织", "Panel"), Panel, "panel")
    held_on = day(t("会议日期", "Held on"))
    subject = forms.CharField(label=t("议题", "Subject"), max_length=200)
    present = forms.MultipleChoiceField(label=t("出席", "Present"), widget=forms.CheckboxSelectMultiple)
    minutes = text(t("会议纪要", "Minutes"), 8)
    planned = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any, seats: Any, initial: dict[str, Any]):
        super().__init__(data, initial=initial)
        words = {seat.number: f"{seat.name} · {say_lazy(f'panel.{seat.panel}')}" for seat in seats}
        self.fields["present"].choices = list(words.items())  # type: ignore[attr-defined]


class PlanForm(forms.Form):
    panel = choice(t("组织", "Panel"), Panel, "panel")
    planned_on = day(t("计划日期", "Planned for"))
    subject = forms.CharField(label=t("议题", "Subject"), max_length=200)


class CallOffForm(forms.Form):
    reason = text(t("取消原因", "Why it is called off"), 2)


class GiftForm(forms.Form):
    giver = forms.CharField(label=t("送礼方", "Given by"), max_length=200)
    what = forms.CharField(label=t("礼品", "What"), max_length=200)
    value = forms.DecimalField(
        label=t("估值（元）", "Value (CNY)"), max_digits=10, decimal_places=2, min_value=0
    )
    received_on = day(t("收到日期", "Received on"))


class GiftOfForm(GiftForm):
    """For those who enter anybody's."""

    login = people(t("收到人", "Received by"))
    field_order = ("login",)


class SettleForm(forms.Form):
    settlement = choice(t("处置", "What became of it"), Settlement, "settlement")
    evidence = forms.CharField(label=t("凭证", "Evidence"), max_length=300, required=False)
