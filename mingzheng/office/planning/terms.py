"""What counts how much for this body, and how far its people go: the planner's own numbers where the body set none."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from mingzheng.planner.problem import Limits, Weights
from mingzheng.rulebook.dated_numbers import number
from mingzheng.rulebook.editions import edition_in_force
from mingzheng.rulebook.standards import Standard

from . import models

OF_EDITION = ("on_site_days_a_year", "certificates_a_year")  # the rules set these …
OF_PARAMETERS = ("days_out_in_a_row", "days_out_a_week", "days_out_a_month")  # … and these, not the terms


@dataclass(frozen=True)
class OwnLimits:
    """Numbers of the body that shape the problem rather than the plan."""

    week_full_time: int = 8  # half days a full-timer is out in a week
    week_part_time: int = 4
    initial_within_days: int = (
        60  # an initial audit is due so many days after the contract; no rule has a number
    )
    largest_team: int = 4


@dataclass(frozen=True)
class PlanningTerms:
    """Everything the body sets, complete."""

    weights: Weights
    limits: Limits
    own: OwnLimits


WEIGHTS = tuple(field.name for field in fields(Weights))
LIMITS = tuple(field.name for field in fields(Limits) if field.name not in OF_EDITION + OF_PARAMETERS)
OWN_LIMITS = tuple(field.name for field in fields(OwnLimits))


def planning_terms() -> PlanningTerms:
    """As the body set them last."""
    row = models.Terms.objects.first()
    if row is None:
        return PlanningTerms(Weights(), Limits(), OwnLimits())
    own = {name: int(value) for name, value in row.limits.items() if name in OWN_LIMITS}
    limits: dict[str, Any] = {
        name: _as_limit(name, value) for name, value in row.limits.items() if name in LIMITS
    }
    return PlanningTerms(Weights(**row.weights), Limits(**limits), OwnLimits(**own))


def with_limits_of_rules(limits: Limits, standards: Iterable[Standard], on: date) -> Limits:
    """The limits with what the editions in force on a day allow one person in a year, the strictest of the standards,
    and how long the rulebook's parameters let one be out."""
    editions = [edition_in_force(standard, on) for standard in standards]
    found: dict[str, Any] = {
        name: min((limit.value for edition in editions if (limit := edition.limit(name))), default=None)
        for name in OF_EDITION
    }
    return replace(limits, **found, **{name: number(name) for name in OF_PARAMETERS})


def _as_limit(name: str, value: float) -> float:
    """Counts are whole, distances need not be."""
    return int(value) if isinstance(getattr(Limits(), name), int) else float(value)
