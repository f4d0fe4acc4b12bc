"""What goes beyond a limit of the body's own: asked for with a reason, granted or refused by a director (书面例外)."""

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.db.models import Q

from mingzheng.doors.frame.filters import EVERYTHING, Tab
from mingzheng.doors.frame.two import t
from mingzheng.rulebook.verdict import Objection

from .fields import text, yes
from .recorded import Fact
from .register import Verb

TONES = {"asked": "wait", "granted": "good", "refused": "idle"}
TABS = (
    Tab("asked", t("待批准", "To decide"), Q(state="asked")),
    Tab("granted", t("已批准", "Approved"), Q(state="granted")),
    EVERYTHING,
)


class DecideForm(forms.Form):
    granted = yes(t("批准", "Approve"))
    remark = text(t("意见（不批准的必填）", "Remark (required to refuse)"), 3, max_length=300, required=False)


def deciding(action: Callable[..., Any], decided: Objection, consequences: Sequence[str] = ()) -> Verb:
    """How one is decided; `decided` says why it cannot be a second time."""
    return Verb(
        action,
        t("批准或不批准", "Decide"),
        DecideForm,
        icon="rubber-stamp",
        primary=True,
        weighs=True,
        barred=lambda row: [decided] if row.decided_on else [],
        consequences=consequences,
    )


def why_and_what_became_of_it(row: Any) -> list[Fact]:
    return [
        Fact(t("理由", "Reason"), row.reason, long=True),
        Fact(t("决定日期", "Decided on"), row.decided_on),
        Fact(t("意见", "Remark"), row.remark, long=True),
    ]
