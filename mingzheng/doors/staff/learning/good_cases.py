"""认证审核良好案例评选."""

from typing import Any

from django import forms
from django.db.models import Q

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Tab
from mingzheng.doors.frame.formats import pill
from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.office.clients.models import Client
from mingzheng.office.learning.actions.publish_good_case import publish_good_case
from mingzheng.office.learning.actions.submit_good_case import submit_good_case
from mingzheng.office.learning.actions.vote_good_case import vote_good_case
from mingzheng.office.learning.queries import good_cases_seen_by
from mingzheng.rulebook.learning import CASE_PUBLISHED

from ..fields import line, text
from ..recorded import Fact
from ..register import Register, Verb


class SubmitForm(forms.Form):
    title = line(t("题目", "Title"), 200)
    text = text(t("案例", "The case"), 8)
    client = line(
        t("客户统一社会信用代码（发布时隐去）", "Code of the client (kept out of what is published)"),
        18,
        required=False,
    )

    def clean_client(self) -> str:
        code = self.cleaned_data["client"].strip()
        if code and not Client.objects.filter(uscc=code).exists():
            raise forms.ValidationError(t("没有此客户", "No client has this code"))
        return code


class PublishForm(forms.Form):
    title = line(t("发布标题", "Title as published"), 200)
    text = text(t("发布稿（隐去客户）", "Text as published, without the client"), 8)


def state(row: Any) -> str:
    return "published" if row.published_on else "submitted"


def published(row: Any) -> list[Any]:
    return [CASE_PUBLISHED] if row.published_on else []


CASES = Register(
    "good-cases",
    t("良好案例", "Good cases"),
    subject="good-case",
    rows=good_cases_seen_by,
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("title", t("题目", "Title"), value=lambda row: row.published_title or row.title, sort="title"),
        Column("author", t("作者", "Author"), value=lambda row: called(row.author), sort="author__name_zh"),
        Column("submitted_on", t("提交日期", "Handed in"), Kind.DAY, sort="submitted_on"),
        Column("n", t("票数", "Votes"), Kind.NUMBER, sort="n"),
        Column("published_on", t("发布日期", "Published on"), Kind.DAY, sort="published_on"),
        Column("state", t("状态", "State"), value=lambda row: pill(say_lazy(f"good-case-state.{state(row)}"), "good" if row.published_on else "wait"),
               export=lambda row: str(say_lazy(f"good-case-state.{state(row)}"))),
    ),
    search=("number", "title", "published_title"),
    tabs=(EVERYTHING, Tab("open", t("评选中", "To vote on"), Q(published_on=None))),
    order=("-n", "-submitted_on"),
    enter=Verb(submit_good_case, t("提交良好案例", "Hand in a good case"), SubmitForm),
    verbs=(
        Verb(vote_good_case, t("投票", "Vote"), forms.Form, icon="thumb-up", done=t("已投票。", "Voted."), barred=published),
        Verb(publish_good_case, t("发布良好案例", "Publish it"), PublishForm, icon="speakerphone", primary=True, barred=published,
             begin=lambda row: {"title": row.title, "text": row.text}),
    ),
    facts=lambda row: [
        Fact(t("发布稿", "As published"), row.published_text, long=True)
        if row.published_on
        else Fact(t("案例", "The case"), row.text, long=True)
    ],
)  # fmt: skip
