"""到期台账: every visit with its window; what is overdue is marked."""

from typing import Any

from django.db.models import Q
from django.urls import reverse

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Choice, Days, Tab
from mingzheng.doors.frame.listing import Listing
from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.office.programmes.queries import TO_COME
from mingzheng.office.schedule.queries import APPOINTED, STATUSES
from mingzheng.rulebook.audit_cycle import VisitKind

TONES = {
    "to_schedule": "wait",
    "team": "busy",
    "announced": "busy",
    "plan_sent": "good",
    "under_audit": "busy",
    "held": "idle",
    "dropped": "idle",
}


class VisitsListing(Listing):
    """到期台账: what is due when, the overdue marked."""

    name, title = "visits", t("到期台账", "Visits due")
    columns = (
        Column("number", t("项目编号", "Project"), Kind.CODE, sort="number"),
        Column("client", t("客户", "Client"), value=lambda row: called(row.client), sort="client__name_zh"),
        Column("kind", t("审核类型", "Audit"), value=lambda visit: str(say_lazy(visit.name)), sort="kind"),
        Column("standards", t("体系", "Standards"), Kind.STANDARDS),
        Column("days", t("人日", "Auditor-days"), Kind.PERSON_DAYS),
        Column("earliest", t("最早审核日", "Earliest"), Kind.DAY, sort="earliest"),
        Column(
            "latest",
            t("最晚审核日", "Latest"),
            Kind.DEADLINE,
            value=lambda visit: None if visit.begun_on or visit.dropped_on else visit.latest,
            sort="latest",
            export=lambda visit: visit.latest,
        ),
        Column("starts_on", t("审核日期", "Dates"), Kind.DAY, sort="starts_on"),
        Column("status", t("状态", "Status"), Kind.STATUS, words="visit-status", tones=TONES, sort="status"),
    )
    search = ("number", "client__name_zh", "client__pinyin", "client__name_en", "contract__number")
    search_hint = t("项目、客户、合同、拼音首字母", "Project, client, contract, initials")
    filters = (
        Choice(
            "kind", t("审核类型", "Audit"), [(kind, say_lazy(f"visit-kind.{kind}")) for kind in VisitKind]
        ),
        Choice(
            "status", t("状态", "Status"), [(name, say_lazy(f"visit-status.{name}")) for name in STATUSES]
        ),
        Days("latest", t("最晚审核日", "Latest day")),
    )
    order = ("latest", "number")
    most = 1000

    @property
    def tabs(self) -> tuple[Tab, ...]:  # type: ignore[override]
        """The overdue depend on the day."""
        return (
            Tab("waiting", t("未安排", "Not scheduled"), TO_COME & ~Q(APPOINTED)),
            Tab("appointed", t("已安排", "Scheduled"), TO_COME & Q(APPOINTED)),
            Tab("overdue", t("超期", "Overdue"), TO_COME & Q(latest__lt=self.today)),
            EVERYTHING,
        )

    def link(self, row: Any) -> str:
        return reverse("staff:visit", args=[row.number])
