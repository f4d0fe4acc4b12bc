"""The figures of laws, standards, rules and approvals."""

from typing import Any

from django.db.models import QuerySet

from mingzheng.office.record.figure import figure
from mingzheng.rulebook.indicators import library as means
from mingzheng.rulebook.indicators.meaning import Period
from mingzheng.rulebook.laws import REPORTED

from .models import Petition, Qualification, Rule
from .queries import (
    laws_evaluated,
    laws_in_force,
    norms_in_force,
    qualifications_on,
    rules_filed,
    rules_in_force,
)

LAW: dict[str, Any] = {
    "shows": ("number", "name", "document", "kind|law-kind", "in_force_from"),
    "opens": "law:number",
    "by": "kind|law-kind",
}
RULE: dict[str, Any] = {
    "shows": ("scheme__number", "scheme__name_zh", "version", "filing_number", "filed_on"),
    "opens": "scheme:scheme__number",
}


@figure(means.LAWS, **LAW)
def laws(period: Period) -> QuerySet[Any]:
    return laws_in_force(period.last)


@figure(means.LAWS_EVALUATED, **LAW)
def evaluated(period: Period) -> QuerySet[Any]:
    return laws_evaluated(*period.days)


@figure(
    means.STANDARDS,
    shows=("number", "code", "title_zh", "level|level", "in_force_from"),
    opens="norm:number",
    by="level|level",
)
def standards(period: Period) -> QuerySet[Any]:
    return norms_in_force(period.last).filter(level__in=REPORTED)


@figure(means.RULES_FILED, **RULE)
def filed(period: Period) -> QuerySet[Rule]:
    return rules_filed(*period.days)


@figure(means.RULES_IN_FORCE, **RULE)
def on_file(period: Period) -> QuerySet[Rule]:
    return rules_in_force(period.last)


@figure(
    means.QUALIFICATIONS,
    shows=("number", "kind|qualification-kind", "certificate", "scope", "valid_from", "valid_until"),
    opens="qualification:number",
    by="kind|qualification-kind",
)
def qualifications(period: Period) -> QuerySet[Qualification]:
    return qualifications_on(period.last)


@figure(
    means.PETITIONS,
    shows=("number", "title", "authority", "opened_on", "outcome|petition-outcome"),
    opens="petition:number",
)
def petitions(period: Period) -> QuerySet[Petition]:
    return Petition.objects.filter(opened_on__range=period.days)
