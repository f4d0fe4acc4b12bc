"""活动、危险源、事故和诉求."""

from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Q

from mingzheng.doors.frame.columns import Column, Kind
from mingzheng.doors.frame.filters import EVERYTHING, Choice, Tab
from mingzheng.doors.frame.two import called, say_lazy, t
from mingzheng.doors.today import today
from mingzheng.office.workplace.actions.close_grievance import close_grievance
from mingzheng.office.workplace.actions.close_incident import close_incident
from mingzheng.office.workplace.actions.enter_facility import enter_facility
from mingzheng.office.workplace.actions.hold_activity import hold_activity
from mingzheng.office.workplace.actions.list_hazard import list_hazard
from mingzheng.office.workplace.actions.raise_grievance import raise_grievance
from mingzheng.office.workplace.actions.report_incident import report_incident
from mingzheng.office.workplace.actions.retire_facility import retire_facility
from mingzheng.office.workplace.actions.review_hazard import review_hazard
from mingzheng.office.workplace.queries import (
    activities_seen_by,
    facilities_seen_by,
    grievances_seen_by,
    hazards_seen_by,
    incidents_seen_by,
)
from mingzheng.rulebook.indicators.meaning import Owner
from mingzheng.rulebook.workplace import (
    FACILITY_RETIRED,
    GRIEVANCE_CLOSED,
    HAZARD_ENDED,
    INCIDENT_CLOSED,
    FacilityKind,
    GrievanceKind,
    IncidentKind,
    hazard_review_due,
)

from ..fields import choice, count, day, line, money, of_five, people, text, yes
from ..recorded import Fact, Table
from ..register import Register, Verb
from .union import CRUMB

OPEN = (Tab("open", t("未办结", "Open"), Q(closed_on=None)), EVERYTHING)


class ActivityForm(forms.Form):
    title = line(t("活动名称", "What it was"), 200)
    held_on = day(t("活动日期", "Held on"))
    place = line(t("地点", "Place"), required=False)
    spent = money(t("费用（元）", "Spent (CNY)"), min_value=Decimal(0))
    participants = people(t("参加人员", "Who was there"), many=True)


class FacilityForm(forms.Form):
    name = line(t("设施名称", "What it is"))
    kind = choice(t("类别", "Kind"), FacilityKind, "facility-kind")
    place = line(t("地点", "Place"), required=False)
    pieces = count(t("件数", "Pieces"), 1)
    cost = money(t("费用（元）", "Spent (CNY)"), min_value=Decimal(0))
    since = day(t("启用日期", "In use since"))


class RetireForm(forms.Form):
    reason = line(t("停用原因", "Why it is taken off"), 200)


class IncidentForm(forms.Form):
    login = people(t("当事人", "Whom it befell"))
    kind = choice(t("类别", "Kind"), IncidentKind, "incident-kind")
    happened_on = day(t("发生日期", "Happened on"))
    place = line(t("地点", "Place"))
    text = text(t("经过", "What happened"), 4)


class IncidentDoneForm(forms.Form):
    lost_days = count(t("损失工作日", "Working days lost"), initial=0)
    measure = text(t("原因和措施", "Cause, and what is done about it"), 4)


class HazardReviewForm(forms.Form):
    likelihood = of_five(t("可能性（1–5）", "Likelihood (1–5)"))
    severity = of_five(t("严重程度（1–5）", "Severity (1–5)"))
    measure = text(t("控制措施", "What is done about it"), 3)
    ended = yes(t("已消除，移出清单", "It is there no more: take it off the list"))


class HazardForm(forms.Form):
    activity = line(t("作业活动", "Work"))
    hazard = line(t("危险源及可能的伤害", "Hazard, and how it may hurt"), 200)
    likelihood = of_five(t("可能性（1–5）", "Likelihood (1–5)"))
    severity = of_five(t("严重程度（1–5）", "Severity (1–5)"))
    measure = text(t("控制措施", "What is done about it"), 3)
    owner = choice(t("责任部门", "Responsible department"), Owner, "owner")


class GrievanceForm(forms.Form):
    kind = choice(t("类别", "Kind"), GrievanceKind, "grievance-kind")
    text = text(t("诉求（只有您和工会看得到）", "What it is about (you and the union alone see it)"), 5)


class ResultForm(forms.Form):
    result = text(t("处理结果", "Result"), 4)


def closed(row: Any, objection: Any) -> list[Any]:
    return [objection] if row.closed_on else []


ACTIVITIES = Register(
    "activities",
    t("活动", "Activities"),
    subject="activity",
    rows=activities_seen_by,
    crumb=CRUMB,
    icon="users-group",
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("title", t("活动名称", "What it was"), sort="title"),
        Column("held_on", t("活动日期", "Held on"), Kind.DAY, sort="held_on"),
        Column("place", t("地点", "Place")),
        Column("n", t("参加人数", "People"), Kind.NUMBER, sort="n"),
        Column("spent", t("费用", "Spent"), Kind.MONEY, sort="spent"),
    ),
    search=("number", "title", "place"),
    order=("-held_on",),
    enter=Verb(hold_activity, t("登记活动", "Enter an activity"), ActivityForm, begin=lambda _: {"held_on": today()}),
    tables=lambda row: [
        Table(t("参加人员", "Who was there"), [t("人员", "Person"), t("部门", "Department")],
              [("", [called(one), one.department]) for one in row.participants.order_by("pinyin")])
    ],
    papers=True,
)  # fmt: skip
FACILITIES = Register(
    "facilities",
    t("员工设施", "Facilities"),
    subject="facility",
    rows=facilities_seen_by,
    crumb=CRUMB,
    icon="building-store",
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("name", t("设施名称", "What it is"), sort="name"),
        Column("kind", t("类别", "Kind"), value=lambda row: say_lazy(f"facility-kind.{row.kind}"), sort="kind"),
        Column("place", t("地点", "Place")),
        Column("pieces", t("件数", "Pieces"), Kind.NUMBER, sort="pieces"),
        Column("cost", t("费用", "Spent"), Kind.MONEY, sort="cost"),
        Column("since", t("启用日期", "In use since"), Kind.DAY, sort="since"),
        Column("retired_on", t("停用日期", "Taken off on"), Kind.DAY, sort="retired_on"),
    ),
    search=("number", "name", "place"),
    tabs=(Tab("used", t("在用", "In use"), Q(retired_on=None)), EVERYTHING),
    enter=Verb(enter_facility, t("登记设施", "Enter a facility"), FacilityForm, begin=lambda _: {"since": today()}),
    verbs=(
        Verb(retire_facility, t("停用", "Take it off"), RetireForm,
             barred=lambda row: [FACILITY_RETIRED] if row.retired_on else []),
    ),
    papers=True,
)  # fmt: skip
INCIDENTS = Register(
    "incidents",
    t("事故", "Incidents"),
    subject="incident",
    rows=incidents_seen_by,
    crumb=CRUMB,
    icon="alert-triangle",
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("kind", t("类别", "Kind"), Kind.STATUS, words="incident-kind", sort="kind"),
        Column("person", t("当事人", "Whom it befell"), value=lambda row: called(row.person), sort="person__name_zh"),
        Column("happened_on", t("发生日期", "Happened on"), Kind.DAY, sort="happened_on"),
        Column("lost_days", t("损失工作日", "Days lost"), Kind.NUMBER, sort="lost_days"),
        Column("closed_on", t("处理日期", "Closed on"), Kind.DAY, sort="closed_on"),
    ),
    search=("number", "place", "person__name_zh"),
    filters=(Choice("kind", t("类别", "Kind"), [(one, say_lazy(f"incident-kind.{one}")) for one in IncidentKind]),),
    tabs=OPEN,
    order=("-happened_on",),
    enter=Verb(report_incident, t("登记事故", "Report an incident"), IncidentForm, begin=lambda _: {"happened_on": today()}),
    verbs=(
        Verb(close_incident, t("登记处理结果", "Close it"), IncidentDoneForm, icon="check", primary=True,
             barred=lambda row: closed(row, INCIDENT_CLOSED)),
    ),
    facts=lambda row: [
        Fact(t("地点", "Place"), row.place),
        Fact(t("经过", "What happened"), row.text, long=True),
        Fact(t("原因和措施", "Cause, and what is done about it"), row.measure, long=True),
    ],
    papers=True,
)  # fmt: skip
HAZARDS = Register(
    "hazards",
    t("危险源清单", "Hazards"),
    subject="hazard",
    rows=hazards_seen_by,
    crumb=CRUMB,
    icon="alert-triangle",
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("activity", t("作业活动", "Work"), sort="activity"),
        Column("hazard", t("危险源", "Hazard"), sort="hazard"),
        Column("weighs", t("风险值", "Weight"), Kind.NUMBER, sort="weighs"),
        Column("owner", t("责任部门", "Answers for it"), value=lambda row: say_lazy(f"owner.{row.owner}"), sort="owner"),
        Column("due", t("下次评审", "Next review"), Kind.DEADLINE, sort="looked_at_on",
               value=lambda row: None if row.ended_on else hazard_review_due(row.looked_at_on)),
    ),
    search=("number", "activity", "hazard"),
    tabs=(Tab("there", t("在列", "On the list"), Q(ended_on=None)), EVERYTHING),
    order=("-weighs", "number"),
    enter=Verb(list_hazard, t("登记危险源", "List a hazard"), HazardForm),
    verbs=(
        Verb(review_hazard, t("评审危险源", "Look at it again"), HazardReviewForm, primary=True,
             begin=lambda row: {"likelihood": row.likelihood, "severity": row.severity, "measure": row.measure},
             barred=lambda row: [HAZARD_ENDED] if row.ended_on else []),
    ),
    facts=lambda row: [
        Fact(t("可能性 × 严重程度", "Likelihood × severity"), f"{row.likelihood} × {row.severity} = {row.weight}"),
        Fact(t("控制措施", "What is done about it"), row.measure, long=True),
        Fact(t("消除日期", "There no more since"), row.ended_on),
    ],
    heading=lambda row: f"{row.number} {row.hazard}",
    papers=True,
)  # fmt: skip
GRIEVANCES = Register(
    "grievances",
    t("员工诉求", "Grievances"),
    subject="grievance",
    rows=grievances_seen_by,
    crumb=CRUMB,
    icon="message-report",
    columns=(
        Column("number", t("编号", "Number"), Kind.CODE, sort="number"),
        Column("kind", t("类别", "Kind"), Kind.STATUS, words="grievance-kind", sort="kind"),
        Column("person", t("诉求人", "Brought by"), value=lambda row: called(row.person), sort="person__name_zh"),
        Column("received_on", t("提出日期", "Brought on"), Kind.DAY, sort="received_on"),
        Column("closed_on", t("办结日期", "Closed on"), Kind.DAY, sort="closed_on"),
    ),
    tabs=OPEN,
    order=("-received_on",),
    enter=Verb(raise_grievance, t("提出诉求", "Bring a grievance"), GrievanceForm),
    verbs=(
        Verb(close_grievance, t("办结诉求", "Close it"), ResultForm, icon="check", primary=True,
             barred=lambda row: closed(row, GRIEVANCE_CLOSED)),
    ),
    facts=lambda row: [
        Fact(t("诉求", "What it is about"), row.text, long=True),
        Fact(t("处理结果", "Result"), row.result, long=True),
    ],
)  # fmt: skip
