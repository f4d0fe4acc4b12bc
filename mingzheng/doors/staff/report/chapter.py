"""One chapter of the report: read as it will be printed, written, remarked on, reviewed, left out, assigned."""

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from mingzheng.doors.frame.formats import pill
from mingzheng.doors.frame.two import language, say_lazy, t, why
from mingzheng.doors.today import today
from mingzheng.office.people.queries import names_of
from mingzheng.office.record.figure import FIGURES
from mingzheng.office.report.actions.assign_issue import assign_issue
from mingzheng.office.report.actions.comment_block import comment_block
from mingzheng.office.report.actions.leave_out_issue import leave_out_issue
from mingzheng.office.report.actions.review_block import review_block
from mingzheng.office.report.actions.settle_comment import settle_comment
from mingzheng.office.report.actions.write_block import write_block
from mingzheng.office.report.live import known
from mingzheng.office.report.models import Block
from mingzheng.office.report.tables import number as said_number
from mingzheng.office.report.writing import KEEPERS, Draft, not_his, part_of
from mingzheng.rulebook.indicators.meaning import Owner
from mingzheng.rulebook.report_outline import chapter as outlined
from mingzheng.rulebook.report_outline import numbers
from mingzheng.rulebook.yearly_report import objections_to_review, objections_to_text
from mingzheng.words import pick, say

from ..asking import asked
from ..fields import text
from ..people.forms import ConfirmForm
from ..recorded import Act
from ..rights import StaffRequest, staff_page
from .drawn import section
from .overview import STATES, chapter_state, report_of

SYNTAX = t(
    "数字写作 {{名称}}；{{名称·部分}} 取其一部分，{{名称@上年}} 取上年，{{名称/}} 印 n/N，{{名称%}} 印百分比，{{名称#}} 印分布，{{名称±}} 印增减。"
    "“- ”开头为条目，“## ”开头为小标题，以 | 分隔的行为表格。",
    "A figure is written {{name}}; {{name·part}} is one of its parts, {{name@last}} that of the year before, {{name/}} prints n/N, {{name%}} percent, "
    "{{name#}} the distribution, {{name±}} the change. A line that begins with “- ” is an item, with “## ” a small heading; lines with | make a table.",
)


class WriteForm(forms.Form):
    zh = text(t("中文", "Chinese"), 12, max_length=20000, help_text=SYNTAX)
    en = text(t("英文", "English"), 12, max_length=20000)

    def clean(self) -> dict[str, Any]:
        """Told here, so that what was typed is not lost."""
        said = super().clean() or {}
        for name in ("zh", "en"):
            for wrong in objections_to_text(said.get(name, "") or ".", ".", known()):
                self.add_error(name, why(wrong))
        return said


class LeaveOutForm(forms.Form):
    zh = text(t("不披露的原因（中文）", "Reason, in Chinese"), 4, max_length=2000)
    en = text(t("不披露的原因（英文）", "Reason, in English"), 4, max_length=2000)


class AssignForm(forms.Form):
    owner = forms.TypedChoiceField(
        label=t("责任部门", "Answers for it"),
        choices=[(one.value, say_lazy(f"owner.{one}")) for one in Owner],
        coerce=Owner,
    )
    supporting = forms.TypedMultipleChoiceField(
        label=t("配合部门", "Helps"),
        choices=[(one.value, say_lazy(f"owner.{one}")) for one in Owner],
        coerce=Owner,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class CommentForm(forms.Form):
    text = text(t("意见", "Remark"), 3, max_length=2000)


class AnswerForm(forms.Form):
    answer = text(t("答复", "Answer"), 3, max_length=2000)


def block_of(number: int, code: str) -> Block:
    found: Block = get_object_or_404(Block.objects.select_related("report"), report__year=number, code=code)
    return found


def page(number: int, code: str) -> str:
    return reverse("staff:report-chapter", args=[number, code])


def title(code: str) -> str:
    """Its number and title in the reader's language."""
    for one, (zh, en) in numbers():
        if one.code == code:
            return f"{pick(zh, en, language())}{one.title(language())}"
    raise Http404(code)


@staff_page()
def chapter(request: StaffRequest, number: int, code: str) -> HttpResponse:
    """The chapter as it will be printed, beside what can be done with it."""
    draft = Draft.of(report_of(number))
    if code not in draft.blocks:
        raise Http404(code)
    context = {**printed(draft, code, request.user), **standing(draft.blocks[code])}
    return render(request, "staff/report/chapter.html", {**context, "form": CommentForm()})


def printed(draft: Draft, code: str, by: Any) -> dict[str, Any]:
    """The chapter with its figures, what may be done with it, and what a text may name."""
    number = draft.report.year
    drawn = next(one for one in draft.document(language()).sections if one.code == code)
    return {
        "year": number,
        "code": code,
        "title": title(code),
        "one": section(drawn, number, by),
        "acts": acts(draft, draft.blocks[code], by),
        "closed": draft.standing.closed,
        "figures": figures(draft),
    }


def standing(block: Any) -> dict[str, Any]:
    """How far a chapter is: who wrote and reviewed it, and what was remarked on it."""
    comments = list(block.comments.order_by("number"))
    names = names_of([block.written_by, block.reviewed_by, *(one.made_by for one in comments)])
    state = chapter_state(block)
    return {
        "row": block,
        "state": pill(say_lazy(f"chapter-state.{state}"), STATES[state]),
        "comments": [(one, names.get(one.made_by, one.made_by)) for one in comments],
        "writer": names.get(block.written_by, block.written_by),
        "reviewer": names.get(block.reviewed_by, block.reviewed_by),
    }


def figures(draft: Draft) -> list[tuple[str, str]]:
    """What a text may name, and its value this year."""
    counted = draft.told.figures["figures"]
    return [
        (say(f"figure.{name}", language()), said_number(counted[name]["value"]))
        for name in FIGURES
        if name in counted
    ]


def acts(draft: Draft, block: Any, by: Any) -> list[Act]:
    closed, at = draft.standing.closed, [draft.report.year, block.code]
    his = [*closed, *not_his(block, by)]
    found = [Act(t("编写", "Write"), reverse("staff:write-chapter", args=at), "pencil", his, "primary")]
    if any(by.holds(role) for role in KEEPERS):
        wrong = [*closed, *objections_to_review(part_of(block), by.login)]
        found.append(Act(t("审阅通过", "Reviewed"), reverse("staff:review-chapter", args=at), "check", wrong))
    if outlined(block.code).issue:
        found.append(
            Act(t("说明原因不披露", "Leave it out"), reverse("staff:leave-out-issue", args=at), "ban", his)
        )
        if any(by.holds(role) for role in KEEPERS):
            assign_at = reverse("staff:assign-issue", args=at)
            found.append(Act(t("指定责任部门", "Assign it"), assign_at, "users", closed))
    return found


@staff_page()
def write(request: StaffRequest, number: int, code: str) -> HttpResponse:
    block = block_of(number, code)
    begun = {} if block.left_out else {"zh": block.zh, "en": block.en}
    return asked(
        request,
        WriteForm(request.POST or None, initial=begun),
        lambda said: write_block(number, code, **said, on=today(), by=request.user),
        heading=title(code),
        back=page(number, code),
        done=t("已保存，等待审阅。", "Kept; it is to be reviewed."),
        submit=t("保存", "Keep"),
    )


@staff_page()
def leave_out(request: StaffRequest, number: int, code: str) -> HttpResponse:
    block = block_of(number, code)
    begun = {"zh": block.zh, "en": block.en} if block.left_out else {}
    return asked(
        request,
        LeaveOutForm(request.POST or None, initial=begun),
        lambda said: leave_out_issue(number, code, **said, on=today(), by=request.user),
        heading=title(code),
        back=page(number, code),
        done=t("已说明原因。", "The reason is given."),
    )


@staff_page(*KEEPERS)
def assign(request: StaffRequest, number: int, code: str) -> HttpResponse:
    block = block_of(number, code)
    return asked(
        request,
        AssignForm(request.POST or None, initial={"owner": block.owner, "supporting": block.supporting}),
        lambda said: assign_issue(number, code, **said, on=today(), by=request.user),
        heading=title(code),
        back=page(number, code),
        done=t("已指定。", "Assigned."),
    )


@staff_page(*KEEPERS)
@require_http_methods(["GET", "POST"])
def review(request: StaffRequest, number: int, code: str) -> HttpResponse:
    block_of(number, code)
    return asked(
        request,
        ConfirmForm(request.POST or None),
        lambda said: review_block(number, code, on=today(), by=request.user),
        heading=t("审阅“{title}”", "Review “{title}”", title=title(code)),
        back=page(number, code),
        done=t("已审阅。", "Reviewed."),
    )


@staff_page()
def comment(request: StaffRequest, number: int, code: str) -> HttpResponse:
    block_of(number, code)
    return asked(
        request,
        CommentForm(request.POST or None),
        lambda said: comment_block(number, code, **said, on=today(), by=request.user),
        heading=t("对“{title}”的意见", "Remark on “{title}”", title=title(code)),
        back=page(number, code),
        done=t("意见已提出。", "Your remark is kept."),
    )


@staff_page()
def settle(request: StaffRequest, number: int, code: str, place: int) -> HttpResponse:
    get_object_or_404(block_of(number, code).comments, number=place)
    return asked(
        request,
        AnswerForm(request.POST or None),
        lambda said: settle_comment(number, code, place, **said, on=today(), by=request.user),
        heading=t("答复意见 {n}", "Answer remark {n}", n=place),
        back=page(number, code),
        done=t("已答复。", "Answered."),
    )
