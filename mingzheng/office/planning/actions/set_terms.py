"""Set what counts how much in a plan, and how far people go 设定排程参数 (ISO/IEC 17021-1:2015 9.2.2, 5.1.3)."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.rulebook.planning import objections_to_terms
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Terms
from ..terms import LIMITS, OWN_LIMITS, WEIGHTS, planning_terms


@dataclass(frozen=True)
class TermsSet(Happened, kind="planning.terms-set"):
    of: str  # "body"
    changed: dict[str, float]


@action(Role.PROGRAMME_MANAGER, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 9.2.2")
def set_terms(terms: Mapping[str, float], *, on: date, by) -> TermsSet:
    """`terms`: fields of Weights, Limits and OwnLimits with their new values; the others stay as they are."""
    refuse_if(objections_to_terms(terms, {*WEIGHTS, *LIMITS, *OWN_LIMITS}))
    before = planning_terms()
    known = {**asdict(before.weights), **asdict(before.limits), **asdict(before.own)}
    changed = {name: value for name, value in terms.items() if value != known[name]}
    now = {**known, **changed}
    Terms.objects.update_or_create(
        only=True,
        defaults={
            "weights": {name: now[name] for name in WEIGHTS},
            "limits": {name: now[name] for name in (*LIMITS, *OWN_LIMITS)},
        },
    )
    return TermsSet("body", changed)
