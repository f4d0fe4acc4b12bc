"""申投诉台账: every case one may see, its page and its letters."""

from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.html import format_html

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.facts import written
from mingzheng.doors.frame.filters import EVERYTHING, Choice, Days, Tab
from mingzheng.doors.frame.formats import deadline, pill
from mingzheng.doors.frame.listing import Listing
from mingzheng.doors.frame.two import called, language, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.inbox.queries import mail_of_case
from mingzheng.office.people.queries import names_of
from mingzheng.office.voices import papers
from mingzheng.office.voices.queries import CASE_STATES, KEEPERS, cases_seen_by
from mingzheng.rulebook import voices as rules
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.voices import CaseKind, Topic

from ..pdf import pdf_answer
from ..recorded import Act, Fact, Recorded, shown, subject_fact
from ..rights import StaffRequest, staff_page

READERS = (*KEEPERS, Role.TECHNICAL, Role.INTEGRITY)
TONES = {"received": "wait", "acknowledged": "wait", "assigned": "busy", "investigated": "busy",
         "decided": "wait", "answered": "good", "closed": "idle"}  # fmt: skip
readers = staff_page(*READERS)
keepers = staff_page(*KEEPERS)


class CasesListing(Listing):
    """申投诉台账, the overdue marked."""

    name, title = "cases", t("申投诉", "Complaints and appeals")
    template = "staff/voices/cases.html"
    columns = (
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("kind", t("类别", "Kind"), Kind.STATUS, words="case-kind", sort="kind"),
        Column("topic", t("关于", "About"), Kind.STATUS, words="case-topic", sort="topic"),
        Column(
            "client", t("有关组织", "Client"), value=lambda row: called(row.client), sort="client__name_zh"
        ),
        Column("received_on", t("收到", "Received"), Kind.DAY, sort="received_on"),
        Column(
            "handler", t("处理人", "Handler"), value=lambda row: called(row.handler), sort="handler__name_zh"
        ),
        Column("state", t("状态", "State"), Kind.STATUS, words="case-state", tones=TONES, sort="state"),
        Column(
            "outcome",
            t("结论", "Outcome"),
            value=lambda row: say_lazy(f"case-outcome.{row.outcome}") if row.outcome else "",
        ),
        Column("due", t("期限", "Due"), Kind.DEADLINE, sort="due"),
    )
    search = ("number", "reference", "client__name_zh", "client__pinyin", "text")
    search_hint = t("编号、组织、内容", "Number, client, text")
    filters = (
        Choice("kind", t("类别", "Kind"), [(kind, say_lazy(f"case-kind.{kind}")) for kind in CaseKind]),
        Choice("topic", t("关于", "About"), [(topic, say_lazy(f"case-topic.{topic}")) for topic in Topic]),
        Choice(
            "state", t("状态", "State"), [(state, say_lazy(f"case-state.{state}")) for state in CASE_STATES]
        ),
        Days("received_on", t("收到日期", "Received")),
    )
    order = ("-received_on", "-number")

    @property
    def tabs(self) -> tuple[Tab, ...]:  # type: ignore[override]
        """The overdue depend on the day."""
        return (
            Tab("open", t("未办结", "Open"), Q(closed_on=None)),
            Tab("overdue", t("超期", "Overdue"), Q(due__lt=self.today)),
            Tab("closed", t("已关闭", "Closed"), Q(closed_on__isnull=False)),
            EVERYTHING,
        )

    def link(self, row: Any) -> str:
        return reverse("staff:case", args=[row.number])


@readers
def cases(request: StaffRequest) -> HttpResponse:
    return CasesListing(request, cases_seen_by(request.user)).response(
        publishes=any(request.user.holds(role) for role in KEEPERS)
    )


@readers
def case(request: StaffRequest, number: str) -> HttpResponse:
    """One case: what was said, what was found, what is to be done next."""
    row = get_object_or_404(cases_seen_by(request.user), number=number)
    entry = Recorded(
        subject=f"case:{number}",
        heading=f"{say_lazy(f'case-kind.{row.kind}')} {number}",
        register=(CasesListing.title, reverse("staff:cases")),
        state=pill(say_lazy(f"case-state.{row.state}"), TONES[row.state]),
        facts=[*facts(row), *origin(row, request.user)],
        acts=acts(row, request.user),
        papers=letters(row),
    )
    return shown(request, entry)


def origin(row: Any, by: Any) -> list[Fact]:
    """The mail it was made from, for whoever may read mail."""
    mail = mail_of_case(row, by)
    return [subject_fact(t("来信", "Incoming mail"), f"mail:{mail.number}")] if mail else []


def facts(row: Any) -> list[Fact]:
    """Everything the page tells, what has not happened yet left out."""
    names = names_of([row.decided_by])
    told = [
        Fact(t("关于", "About"), say_lazy(f"case-topic.{row.topic}")),
        Fact(t("提出人", "Brought by"), row.name or t("匿名", "Unnamed")),
        Fact(t("联系方式", "Contact"), row.contact),
        Fact(t("来人所指", "Reference given"), row.reference),
        Fact(t("来源", "How it came in"), say_lazy(f"case-means.{row.means}")),
        Fact(t("收到", "Received"), row.received_on),
        Fact(t("查询码", "Code"), row.code),
        Fact(
            t("下一步期限", "Next step due"),
            format_html("{} {}", written(row.due), deadline(row.due, today())) if row.due else "",
        ),
        Fact(t("情况说明", "What was said"), row.text, long=True),
    ]
    about = [
        subject_fact(t("有关组织", "Client"), f"client:{row.client.uscc}", called(row.client))
        if row.client
        else None,
        subject_fact(t("有关审核", "Audit"), f"visit:{row.visit.number}") if row.visit else None,
        subject_fact(t("有关决定", "Decision"), f"decision:{row.decision.number}") if row.decision else None,
        subject_fact(t("被反映的人", "Person"), f"person:{row.person.login}", called(row.person))
        if row.person
        else None,
        Fact(t("处理人", "Handler"), called(row.handler)) if row.handler else None,
        Fact(t("决定人", "Decided by"), names.get(row.decided_by, row.decided_by))
        if row.decided_by
        else None,
        Fact(t("结论", "Outcome"), say_lazy(f"case-outcome.{row.outcome}")) if row.outcome else None,
        Fact(t("调查情况", "Investigation"), row.investigation, long=True),
        Fact(t("理由", "Reasons"), row.reasons, long=True),
        Fact(t("纠正措施", "Corrective action"), row.corrective_action, long=True),
        Fact(t("落实情况", "What came of it"), row.followed_up, long=True),
    ]
    return told + [fact for fact in about if fact]


def acts(row: Any, by: Any) -> list[Act]:
    """The steps this reader may take; the next one first and bold, those that cannot be taken grey."""
    keeps, known, number = any(by.holds(role) for role in KEEPERS), row.facts, [row.number]
    steps = [
        ("acknowledge-case", t("确认受理", "Acknowledge"), "check", keeps,
         rules.objections_to_acknowledging(known, ours=True, reason="")),
        ("assign-case", t("指派处理人", "Assign"), "user-check", keeps,
         rules.objections_to_assigning(known, may_handle=True)),
        ("investigate-case", t("登记调查情况", "Enter the investigation"), "file-search", True,
         rules.objections_to_investigating(known, by.login)),
        ("decide-case", t("作出决定", "Decide"), "gavel", keeps, rules.objections_to_deciding(known)),
        ("answer-case", t("答复", "Answer"), "mail", keeps, rules.objections_to_answering(known, client_told=True)),
        ("close-case", t("关闭", "Close"), "circle-check", keeps,
         rules.objections_to_closing(known, followed_up=".")),
    ]  # fmt: skip
    open_ = {"received": 0, "acknowledged": 1, "assigned": 2, "investigated": 3, "decided": 4, "answered": 5}
    ahead = steps[open_.get(row.state, len(steps)) :]
    return [
        Act(label, reverse(f"staff:{name}", args=number), icon, barred, "primary" if place == 0 else "plain")
        for place, (name, label, icon, may, barred) in enumerate(ahead)
        if may
    ]


def letters(row: Any) -> list[tuple[str, str]]:
    """The letters that can be sent by now."""
    found = [(t("受理回执", "Receipt"), "case-receipt", row.acknowledged_on)]
    found.append((t("处理结果通知书", "Notice of the result"), "case-answer", row.decided_on))
    return [(label, reverse(f"staff:{name}", args=[row.number])) for label, name, day in found if day]


@keepers
def receipt(request: StaffRequest, number: str) -> HttpResponse:
    row = get_object_or_404(cases_seen_by(request.user), number=number)
    url = settings.PUBLIC_ADDRESS + reverse("public:followed-case", args=[row.code])
    return pdf_answer(papers.receipt(row, follow_url=url, language=language()), f"{number}-HZ")


@keepers
def answer_paper(request: StaffRequest, number: str) -> HttpResponse:
    row = get_object_or_404(cases_seen_by(request.user).exclude(decided_on=None), number=number)
    return pdf_answer(papers.answer(row, dated=today(), language=language()), f"{number}-JG")
