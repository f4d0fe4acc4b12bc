"""Fields that several forms about persons share."""

from enum import StrEnum
from typing import Any

from django import forms

from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.rulebook.standards import Standard


def one_of(kind: type[StrEnum], family: str, label: str, **more: Any) -> forms.TypedChoiceField:
    """A choice among the values of an enumeration, in the words of its family."""
    choices = [(value.value, say_lazy(f"{family}.{value}")) for value in kind]
    return forms.TypedChoiceField(label=label, choices=choices, coerce=kind, **more)


def standard(**more: Any) -> forms.TypedChoiceField:
    return one_of(Standard, "standard", t("管理体系", "Management system"), **more)


def main_employer() -> forms.CharField:
    return forms.CharField(
        label=t("主聘单位", "Main employer"),
        max_length=120,
        required=False,
        help_text=t("兼职人员填写", "Of those engaged part time"),
    )


def evidence() -> forms.CharField:
    return forms.CharField(
        label=t("证明材料", "What proves it"),
        max_length=200,
        help_text=t(
            "材料名称或编号；扫描件归入本人档案",
            "Name or number of the paper; scans go into the person's file",
        ),
    )
