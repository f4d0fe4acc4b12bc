"""The lists: certificates, visits and auditors that are open to the inspector, searched, and taken as a spreadsheet."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.urls import reverse

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import Choice, Days
from mingzheng.doors.frame.listing import Listing
from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.competence.queries import qualified, standards_of
from mingzheng.office.inspectors.queries import certificates_open_to, people_open_to, visits_open_to
from mingzheng.rulebook.certificate_life import Status
from mingzheng.rulebook.inspectors import Shown
from mingzheng.rulebook.standards import Standard

from .links import to_certification, to_visit
from .room import InspectorRequest, inspectors_page, noted


class Open(Listing):
    """A list of what is open."""

    def whose(self, row: Any) -> str:
        """The code of the client a row tells of; empty: of none."""
        return ""


TONES = {"in_force": "good", "suspended": "wait", "replaced": "idle"}
SYSTEMS = [(one, say_lazy(f"standard.{one}")) for one in Standard]


class Register(Open):
    name, title = "open-certificates", t("证书台账", "Certificate register")
    search = ("number", "name_zh", "name_en", "certification__client__pinyin", "certification__client__uscc")
    search_hint = t("编号、名称、拼音首字母、信用代码", "Number, name, initials, credit code")
    columns = (
        Column("number", t("证书编号", "Number"), Kind.CODE, sort="number"),
        Column("name_zh", t("获证组织", "Client"), value=called),
        Column("standard", t("体系", "System"), Kind.STANDARDS, value="certification.standard", sort="certification__standard"),
        Column("issued_on", t("颁发", "Issued"), Kind.DAY, sort="issued_on"),
        Column("expires_on", t("有效期至", "Valid until"), Kind.DAY, sort="expires_on"),
        Column("status", t("状态", "Status"), Kind.STATUS, sort="status", words="certificate.status", tones=TONES),
    )  # fmt: skip
    filters = (
        Choice("standard", t("体系", "System"), SYSTEMS, path="certification__standard"),
        Choice("status", t("状态", "Status"), [(one, say_lazy(f"certificate.status.{one}")) for one in Status]),
        Days("issued", t("颁发", "Issued"), path="issued_on"),
    )  # fmt: skip
    order = ("-issued_on", "-pk")

    def link(self, row: Any) -> str:
        return to_certification(row.certification)

    def whose(self, row: Any) -> str:
        return str(row.certification.client.uscc)


class Visits(Open):
    name, title = "open-visits", t("审核项目", "Visits")
    search = ("number", "client__name_zh", "client__name_en", "client__pinyin", "client__uscc")
    search_hint = t("编号、名称、拼音首字母、信用代码", "Number, name, initials, credit code")
    columns = (
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("client", t("客户", "Client"), value=lambda row: called(row.client)),
        Column("kind", t("审核", "Audit"), value=lambda row: say_lazy(row.name)),
        Column("standards", t("体系", "Systems"), Kind.STANDARDS),
        Column("begun_on", t("开始", "Begun"), Kind.DAY, sort="begun_on"),
        Column("held_on", t("审核完成", "Held"), Kind.DAY, sort="held_on"),
    )
    filters = (Days("held", t("审核完成", "Held"), path="held_on"),)
    order = ("-held_on", "-pk")

    def link(self, row: Any) -> str:
        return to_visit(row)

    def whose(self, row: Any) -> str:
        return str(row.client.uscc)


class People(Open):
    name, title = "open-people", t("审核人员", "Auditors")
    search = ("name_zh", "name_en", "pinyin")
    search_hint = t("姓名、拼音首字母", "Name, initials")
    columns = (
        Column("name_zh", t("姓名", "Name"), value=called, sort="pinyin"),
        Column("full_time", t("专兼职", "Engaged"), value=lambda row: t("专职", "Full time") if row.full_time else t("兼职", "Part time")),
        Column("standards", t("今日有效的注册", "Registered today"), Kind.STANDARDS, value=standards_of),
        Column("areas", t("专业代码数", "Technical areas"), Kind.NUMBER, sort="areas"),
        Column("next_end", t("最早到期", "First to end"), Kind.DAY, sort="next_end"),
    )  # fmt: skip
    order = ("pinyin",)

    def link(self, row: Any) -> str:
        return reverse("regulator:person", args=[row.login])


def listed(request: InspectorRequest, listing: type[Open], rows: QuerySet[Any], what: Shown) -> HttpResponse:
    """The list; what was searched for, what was taken and whose rows stood in it are in the record."""
    asked, taken = listing(request, rows), request.GET.get("export") == "xlsx"
    seen = asked.shown if taken else asked.on_page[: asked.size]
    clients = sorted({asked.whose(row) for row in seen} - {""})
    about = request.GET.get("q", "").replace("\0", "").strip()[:60]
    what = Shown(f"export-{what}") if taken else what
    return noted(request, asked.response(), what, about, clients=clients)


@inspectors_page
def register(request: InspectorRequest) -> HttpResponse:
    return listed(request, Register, certificates_open_to(request.user), Shown.REGISTER)


@inspectors_page
def visits(request: InspectorRequest) -> HttpResponse:
    return listed(request, Visits, visits_open_to(request.user), Shown.VISITS)


@inspectors_page
def people(request: InspectorRequest) -> HttpResponse:
    return listed(request, People, qualified(people_open_to(request.user), today()), Shown.PEOPLE)
