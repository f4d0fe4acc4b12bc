"""What waits: demands to answer, stakeholders not spoken with, results, memberships and pacts that run out, honours without
their certificate, proposals for the chronicle, commitments to look at, laboratories' orders."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from mingzheng.office.record.actors import Actor
from mingzheng.office.record.queue import Item, named, queue
from mingzheng.rulebook.dated_numbers import last_day
from mingzheng.rulebook.responsibility import answer_due, check_due, checked_before, look_due, looked_before
from mingzheng.rulebook.roles import Role

from .models import Demand, Happening, Membership, Objective, SharedIntake
from .queries import (
    commitments,
    commitments_on,
    demands_seen_by,
    honours_seen_by,
    not_spoken_with,
    pacts_seen_by,
)


def _demand(row: Demand, on: date) -> Item:
    return Item(
        f"demand:{row.number}",
        named((row.stakeholder.zh, row.stakeholder.en), (row.zh, row.en)),
        due=answer_due(row.raised_on),
    )


def _stakeholder(row: Any, on: date) -> Item:
    return Item(f"stakeholder:{row.number}", named((row.zh, row.en)), due=date(on.year, 12, 31))


def _objective(row: Objective, on: date) -> Item:
    return Item(f"objective:{row.number}", named((row.zh, row.en)), due=row.due_on)


def _membership(row: Membership, on: date) -> Item:
    return Item(f"membership:{row.number}", named((row.zh, row.en)), due=row.until)


def _honour(row: Any, on: date) -> Item:
    return Item(f"honour:{row.number}", named((row.zh, row.en)))


def _happening(row: Happening, on: date) -> Item:
    return Item(f"happening:{row.number}", named((row.zh, row.en)))


def _pact(row: Any, on: date) -> Item:
    return Item(f"pact:{row.number}", named((row.zh, row.en)), due=check_due(row.last))


def _commitment(row: Any, on: date) -> Item:
    return Item(f"commitment:{row.number}", named((row.title_zh, row.title_en)), due=look_due(row.last))


@queue("governance.demands", Role.QUALITY, Role.GENERAL_OFFICE, item=_demand)
def demands(by: Actor, on: date) -> QuerySet[Demand]:
    return demands_seen_by(by).filter(answered_on=None).order_by("raised_on", "pk")


@queue("governance.stakeholders", Role.GENERAL_OFFICE, item=_stakeholder)
def stakeholders(by: Actor, on: date) -> QuerySet[Any]:
    """Nobody has spoken with them this year."""
    return not_spoken_with(on.year)


@queue("governance.objectives", Role.DIRECTOR, Role.QUALITY, item=_objective)
def objectives(by: Actor, on: date) -> QuerySet[Objective]:
    """Due or nearly so, and no result."""
    return Objective.objects.filter(result="", due_on__lte=last_day("objective_notice", on)).order_by(
        "due_on", "pk"
    )


@queue("governance.memberships", Role.GENERAL_OFFICE, item=_membership)
def memberships(by: Actor, on: date) -> QuerySet[Membership]:
    """About to run out, or run out and neither renewed nor left."""
    until = last_day("membership_notice", on)
    return Membership.objects.filter(left_on=None, until__lte=until).order_by("until", "pk")


@queue("governance.honours", Role.GENERAL_OFFICE, item=_honour)
def honours(by: Actor, on: date) -> QuerySet[Any]:
    """Without the certificate that shows it."""
    return honours_seen_by(by).filter(filed=False).order_by("given_on", "pk")


@queue("governance.happenings", Role.GENERAL_OFFICE, item=_happening)
def happenings(by: Actor, on: date) -> QuerySet[Happening]:
    return Happening.objects.filter(taken_on=None, left_on=None).order_by("happened_on", "pk")


@queue("governance.pacts", Role.MARKET, Role.INTEGRITY, item=_pact)
def pacts(by: Actor, on: date) -> QuerySet[Any]:
    """Not checked for as long as a check is good for."""
    return pacts_seen_by(by).filter(ended_on=None, last__lte=checked_before(on)).order_by("last", "pk")


@queue("governance.commitments", Role.QUALITY, item=_commitment)
def commitments_to_look_at(by: Actor, on: date) -> QuerySet[Any]:
    """In public, and not looked at for as long as a look is good for."""
    public = commitments_on(on).order_by().values("pk")
    return commitments().filter(pk__in=public, last__lte=looked_before(on)).order_by("last", "pk")


def _intake(row: SharedIntake, on: date) -> Item:
    return Item(f"shared-intake:{row.number}", named(row.application, row.laboratory))


@queue("governance.shared-intakes", Role.MARKET, item=_intake)
def shared_intakes(by: Actor, on: date) -> QuerySet[SharedIntake]:
    """One application, and only our order of the two."""
    rows = SharedIntake.objects.filter(order="", consent_ended_on=None)
    return rows.select_related("application").order_by("taken_on", "pk")
