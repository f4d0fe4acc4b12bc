"""What the screens of review and decision ask for."""

from typing import Any

from django import forms

from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.office.decisions.made import Grounds
from mingzheng.rulebook.certificate_life import REASONS
from mingzheng.rulebook.decisions import CERTIFICATE_ACTS, CHANGES_SCOPE, FAVOURABLE, DecisionAct
from mingzheng.rulebook.review import Quality, Section

NOTE = forms.Textarea(attrs={"rows": 2})


class ReviewForm(forms.Form):
    """One reading of a file: what is wanting by section, how good it is, and the reviewer's own statement."""

    quality = forms.ChoiceField(
        label=t("档案质量", "Quality of the file"),
        choices=[(quality, say_lazy(f"file-quality.{quality}")) for quality in Quality],
        widget=forms.RadioSelect,
    )
    independent = forms.BooleanField(
        label=t(
            "本人未参加本次审核，与受审核方无利益关系",
            "I took no part in this audit and have no interest in the client",
        )
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for section in Section:
            label = t("问题（{s}）", "Wanting: {s}", s=say_lazy(f"review-section.{section}"))
            self.fields[f"note-{section}"] = forms.CharField(label=label, widget=NOTE, required=False)

    @property
    def notes(self) -> dict[Section, str]:
        return {section: self.cleaned_data[f"note-{section}"] for section in Section}


class ReturnAnswerForm(forms.Form):
    """What the team says to what was sent back."""

    answer = forms.CharField(
        label=t("答复（逐条说明如何处理）", "Answer, point by point"),
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class GroundsForm(forms.Form):
    """Why it is decided so; only what this act needs is asked."""

    reasons = forms.CharField(label=t("理由", "Reasons"), widget=forms.Textarea(attrs={"rows": 4}))
    reason_code = forms.ChoiceField(label=t("原因代码", "Reason code"))
    scope_zh = forms.CharField(
        label=t("变更后的认证范围（中文）", "Scope after the change, Chinese"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    scope_en = forms.CharField(
        label=t("变更后的认证范围（英文）", "Scope after the change, English"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def __init__(self, *args: Any, act: DecisionAct, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["reasons"].required = act not in FAVOURABLE
        codes = REASONS.get(CERTIFICATE_ACTS[act], frozenset()) if act in CERTIFICATE_ACTS else frozenset()
        self.fields["reason_code"].choices = [  # type: ignore[attr-defined]
            ("", t("请选择", "Choose one")),
            *((str(code), _coded(act, code)) for code in sorted(codes)),
        ]
        if not codes:
            del self.fields["reason_code"]
        if act not in CHANGES_SCOPE:
            del self.fields["scope_zh"], self.fields["scope_en"]

    @property
    def grounds(self) -> Grounds:
        return Grounds(**self.cleaned_data)


def _coded(act: DecisionAct, code: str) -> str:
    """A reason as the list of the regulator has it: code and words."""
    return t("{c} {w}", "{c} {w}", c=str(code), w=say_lazy(f"{act}-reason.{code}"))
