"""The files to review and decide, and the register of decisions."""

from typing import Any

from django.http import HttpResponse

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Choice, Days, Tab
from mingzheng.doors.frame.listing import Listing
from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.office.decisions.queries import (
    READERS,
    STATES,
    decisions_seen_by,
    due,
    files_seen_by,
)
from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard

from ..links import page_of
from ..rights import StaffRequest, staff_page

TONES = {"waiting": "wait", "returned": "idle", "answered": "wait", "passed": "busy", "decided": "good"}
SYSTEMS = [(standard, say_lazy(f"standard.{standard}")) for standard in Standard]
reading_page = staff_page(Role.AUDITOR, *READERS)


class FilesListing(Listing):
    name, title = "files", t("评定与决定", "Reviews and decisions")
    template = "staff/decisions/files.html"
    columns = (
        Column(
            "number", t("项目编号", "Number"), Kind.CODE, value="visit.number", sort="audit__visit__number"
        ),
        Column(
            "client",
            t("受审核方", "Client"),
            value=lambda row: called(row.visit.client),
            sort="audit__visit__client__name_zh",
        ),
        Column(
            "standard",
            t("体系", "System"),
            Kind.STANDARDS,
            sort="standard",
        ),
        Column("kind", t("审核类型", "Kind"), Kind.STATUS, value="visit.kind", words="visit-kind"),
        Column(
            "handed_in_on",
            t("资料收回", "Handed in"),
            Kind.DAY,
            value="audit.handed_in_on",
            sort="audit__handed_in_on",
        ),
        Column("round", t("评定轮次", "Round"), Kind.NUMBER),
        Column("state", t("状态", "State"), Kind.STATUS, words="review-state", tones=TONES),
        Column("due", t("期限", "Due"), Kind.DEADLINE, value=due),
    )
    search = ("audit__visit__number", "audit__visit__client__name_zh", "audit__visit__client__pinyin")
    search_hint = t("项目编号、客户名称或拼音首字母", "Number, client or initials")
    filters = (Choice("system", t("体系", "System"), SYSTEMS, path="standard"),)
    tabs = (
        *(Tab(state, say_lazy(f"review-state.{state}"), condition) for state, condition in STATES.items()),
        EVERYTHING,
    )
    order = ("audit__handed_in_on", "pk")
    most = 1000

    def link(self, row: Any) -> str:
        return page_of(f"file:{row.visit.number}/{row.standard}")


class DecisionsListing(Listing):
    name, title = "decisions", t("认证决定台账", "Register of decisions")
    columns = (
        Column("number", t("决定编号", "Number"), Kind.CODE, sort="number"),
        Column(
            "client",
            t("客户", "Client"),
            value=lambda row: called(row.certification.client),
            sort="certification__client__name_zh",
        ),
        Column("standard", t("体系", "System"), Kind.STANDARDS, value="certification.standard"),
        Column("act", t("决定", "Decision"), Kind.STATUS, sort="act", words="decision.act"),
        Column("decided_on", t("决定日期", "Decided on"), Kind.DAY, sort="decided_on"),
        Column("decided_by", t("决定人", "Decided by"), value="maker"),
        Column("audit", t("依据的审核", "Audit"), Kind.CODE, value="audit.visit.number"),
    )
    search = ("number", "certification__client__name_zh", "certification__client__pinyin")
    search_hint = t("决定编号、客户名称或拼音首字母", "Number, client or initials")
    filters = (
        Choice("system", t("体系", "System"), SYSTEMS, path="certification__standard"),
        Choice("act", t("决定", "Decision"), [(act, say_lazy(f"decision.act.{act}")) for act in DecisionAct]),
        Days("decided_on", t("决定日期", "Decided on")),
    )
    order = ("-decided_on", "-number")

    def link(self, row: Any) -> str:
        return page_of(f"decision:{row.number}")


@reading_page
def files(request: StaffRequest) -> HttpResponse:
    return FilesListing(request, files_seen_by(request.user)).response()


@reading_page
def decided(request: StaffRequest) -> HttpResponse:
    return DecisionsListing(request, decisions_seen_by(request.user)).response()
