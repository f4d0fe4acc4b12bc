"""Reading evaluations."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Case, CharField, Exists, OuterRef, QuerySet, Value, When

from mingzheng.office.library.models import Scheme
from mingzheng.office.programmes.models import Certification
from mingzheng.office.record.actors import Actor
from mingzheng.office.registration.queries import valid
from mingzheng.rulebook.competence import AUDITING_GRADES
from mingzheng.rulebook.evaluations import registered_as
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.schemes import SchemeKind
from mingzheng.rulebook.standards import Standard

from .models import Evaluation

READERS = (
    Role.MARKET, Role.TECHNICAL, Role.PROGRAMME_MANAGER, Role.AUDITOR, Role.DECISION_MAKER, Role.CERTIFICATE_CLERK,
    Role.QUALITY, Role.DIRECTOR,
)  # fmt: skip
STATES = ("ordered", "begun", "decided", "dropped")
KINDS = {SchemeKind.PRODUCT: Standard.PRODUCT, SchemeKind.SERVICE: Standard.SERVICE}


def evaluations(by: Actor | None = None) -> QuerySet[Any]:
    """Every evaluation with its `state`, one of STATES."""
    rows = Evaluation.objects.select_related(
        "contract__client", "scheme", "decision", "certification__client"
    )
    return rows.prefetch_related("activities").annotate(
        state=Case(
            When(dropped_on__isnull=False, then=Value("dropped")),
            When(decision__isnull=False, then=Value("decided")),
            When(begun_on__isnull=False, then=Value("begun")),
            default=Value("ordered"),
            output_field=CharField(),
        )
    )


def under_way() -> QuerySet[Any]:
    """Begun, and neither decided nor dropped."""
    return evaluations().filter(state="begun")


def locked_evaluation(number: str) -> Any:
    """One of them, held until the action is over; `certified`: its client holds this certification already."""
    living = Certification.objects.filter(
        client=OuterRef("contract__client"), standard=OuterRef("standard"), ended_on=None
    )
    rows = evaluations().annotate(certified=Exists(living)).select_for_update(of=("self",))
    return rows.get(number=number)


def standard_of(scheme: Scheme) -> Standard | None:
    """What is certified to under a scheme: of a management system it says so itself."""
    return KINDS.get(SchemeKind(scheme.kind)) or (Standard(scheme.standard) if scheme.standard else None)


def registered_for(standard: Standard, people: Collection[str], on: date) -> list[str]:
    """Those of these logins who are registered to evaluate so on a day."""
    held = valid(on).filter(standard__in=registered_as(standard), grade__in=AUDITING_GRADES)
    return list(held.filter(person__login__in=people).values_list("person__login", flat=True))
