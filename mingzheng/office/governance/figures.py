"""The figures of what the body answers for: each with the entries behind it."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from mingzheng.office.clients.models import Client
from mingzheng.office.publicity.models import Item
from mingzheng.office.record.figure import figure
from mingzheng.rulebook.dated_numbers import number
from mingzheng.rulebook.indicators import responsibility as means
from mingzheng.rulebook.indicators.meaning import Period

from .models import (
    Ally,
    Contact,
    Demand,
    Duty,
    Happening,
    Honour,
    Look,
    Membership,
    Objective,
    Pact,
    PactCheck,
    SharedIntake,
    Stakeholder,
    Support,
    TradeEvent,
)
from .queries import (
    allies_on,
    chronicle,
    commitments_on,
    demands_on,
    demands_overdue,
    duties_on,
    memberships_on,
    milestones,
    pacts_on,
    spoken_with,
    stakeholders_on,
    weights,
)

STAKEHOLDER: dict[str, Any] = {
    "shows": ("number", "party|party", "zh", "entered_on"),
    "opens": "stakeholder:number",
    "by": "party|party",
}
DEMAND: dict[str, Any] = {
    "shows": ("number", "stakeholder__zh", "zh", "raised_on", "answered_on"),
    "opens": "demand:number",
    "by": "stakeholder__party|party",
}
WEIGHT: dict[str, Any] = {
    "shows": ("number", "issue", "stakeholders", "body", "weighed_on"),
    "opens": "weight:number",
}
OBJECTIVE: dict[str, Any] = {
    "shows": ("number", "zh", "target", "due_on", "result|objective-result"),
    "opens": "objective:number",
}
HAPPENING: dict[str, Any] = {"shows": ("number", "happened_on", "zh"), "opens": "happening:number"}
TRADE_EVENT: dict[str, Any] = {
    "shows": ("number", "held_on", "zh", "organiser", "n"),
    "opens": "trade-event:number",
    "by": "organiser",
}
PACT: dict[str, Any] = {"shows": ("number", "kind|pact-kind", "zh", "signed_on"), "opens": "pact:number"}


@figure(means.STAKEHOLDERS, **STAKEHOLDER)
def stakeholders(period: Period) -> QuerySet[Stakeholder]:
    return stakeholders_on(period.last)


@figure(means.STAKEHOLDERS_SPOKEN_WITH, **STAKEHOLDER)
def stakeholders_spoken_with(period: Period) -> QuerySet[Stakeholder]:
    return stakeholders_on(period.last).filter(spoken_with(period.first.replace(month=1, day=1), period.last))


@figure(
    means.STAKEHOLDER_CONTACTS,
    shows=("stakeholder__number", "stakeholder__zh", "channel|contact-channel", "held_on"),
    opens="stakeholder:stakeholder__number",
    by="channel|contact-channel",
)
def stakeholder_contacts(period: Period) -> QuerySet[Contact]:
    return Contact.objects.filter(held_on__range=period.days)


@figure(means.DEMANDS, **DEMAND)
def demands(period: Period) -> QuerySet[Demand]:
    return demands_on(period.last)


@figure(means.DEMANDS_ANSWERED, **DEMAND)
def demands_answered(period: Period) -> QuerySet[Demand]:
    return demands_on(period.last).filter(answered_on__lte=period.last)


@figure(means.DEMANDS_OVERDUE, **DEMAND)
def overdue(period: Period) -> QuerySet[Demand]:
    return demands_overdue(period.last)


@figure(means.ISSUES_WEIGHED, **WEIGHT)
def issues_weighed(period: Period) -> QuerySet[Any]:
    return weights().filter(year=period.last.year)


@figure(means.ISSUES_MATERIAL, **WEIGHT)
def issues_material(period: Period) -> QuerySet[Any]:
    return issues_weighed(period).filter(score__gte=number("material_from"))


@figure(means.OBJECTIVES, **OBJECTIVE)
def objectives(period: Period) -> QuerySet[Objective]:
    return Objective.objects.filter(due_on__range=period.days)


@figure(means.OBJECTIVES_MET, **OBJECTIVE)
def objectives_met(period: Period) -> QuerySet[Objective]:
    return objectives(period).filter(result="met")


@figure(
    means.MEMBERSHIPS,
    shows=("number", "zh", "standing|membership-standing", "since", "until"),
    opens="membership:number",
    by="bond|membership-bond",
)
def memberships(period: Period) -> QuerySet[Membership]:
    return memberships_on(period.last)


@figure(
    means.ALLIES,
    shows=("number", "name", "membership__zh", "since"),
    opens="membership:membership__number",
    by="membership__zh",
)
def allies(period: Period) -> QuerySet[Ally]:
    return allies_on(period.last)


@figure(
    means.HONOURS,
    shows=("number", "kind|honour-kind", "zh", "given_by", "given_on"),
    opens="honour:number",
    by="kind|honour-kind",
)
def honours(period: Period) -> QuerySet[Honour]:
    return Honour.objects.filter(given_on__range=period.days)


@figure(means.EVENTS_OF_YEAR, **HAPPENING)
def events_of_year(period: Period) -> QuerySet[Happening]:
    return chronicle(period.first, period.last).order_by()


@figure(means.TRADE_EVENTS, **TRADE_EVENT)
def trade_events(period: Period) -> QuerySet[TradeEvent]:
    return TradeEvent.objects.filter(held_on__range=period.days)


@figure(means.TRADE_EVENT_PEOPLE, amount="n", **TRADE_EVENT)
def trade_event_people(period: Period) -> QuerySet[TradeEvent]:
    return trade_events(period)


@figure(means.MILESTONES, **HAPPENING)
def milestones_so_far(period: Period) -> QuerySet[Happening]:
    return milestones(period.last).order_by()


@figure(
    means.DUTIES, shows=("number", "zh", "position|role", "given_on"), opens="duty:number", by="position|role"
)
def duties(period: Period) -> QuerySet[Duty]:
    return duties_on(period.last).order_by()


@figure(means.PACTS, **PACT)
def pacts(period: Period) -> QuerySet[Pact]:
    return pacts_on(period.last)


@figure(
    means.PACT_CHECKS,
    shows=("pact__number", "pact__zh", "checked_on"),
    opens="pact:pact__number",
)
def pact_checks(period: Period) -> QuerySet[PactCheck]:
    return PactCheck.objects.filter(checked_on__range=period.days)


@figure(means.COMMITMENTS, shows=("number", "title_zh", "published_on"), opens="commitment:number")
def commitments(period: Period) -> QuerySet[Item]:
    return commitments_on(period.last).order_by()


@figure(
    means.COMMITMENTS_LOOKED_AT,
    shows=("item__number", "item__title_zh", "kept|commitment-kept", "looked_on"),
    opens="commitment:item__number",
    by="kept|commitment-kept",
)
def commitments_looked_at(period: Period) -> QuerySet[Look]:
    return Look.objects.filter(looked_on__range=period.days)


@figure(
    means.SHARED_INTAKES,
    shows=("number", "application__name_zh", "laboratory", "order", "taken_on"),
    opens="shared-intake:number",
    by="laboratory",
)
def shared_intakes(period: Period) -> QuerySet[SharedIntake]:
    return SharedIntake.objects.filter(taken_on__range=period.days)


@figure(
    means.SUPPORT_GIVEN,
    shows=("number", "client__name_zh", "kind|support-kind", "occasion", "done_on"),
    opens="support:number",
    by="kind|support-kind",
)
def support_given(period: Period) -> QuerySet[Support]:
    return Support.objects.filter(taken_back_on=None, done_on__range=period.days)


@figure(means.CLIENTS_SUPPORTED, shows=("uscc", "name_zh"), opens="client:uscc")
def clients_supported(period: Period) -> QuerySet[Client]:
    return Client.objects.filter(Exists(support_given(period).filter(client=OuterRef("pk"))))
