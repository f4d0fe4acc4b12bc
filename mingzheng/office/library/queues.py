"""What waits: laws to evaluate, rules to file, applications to authorities to go on with."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from mingzheng.office.record.actors import Actor
from mingzheng.office.record.queue import Item, queue
from mingzheng.rulebook.laws import evaluated_since, evaluation_due
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.schemes import filing_due

from .models import Petition, Rule
from .queries import laws_in_force, rules_waiting


def _law(row: Any, on: date) -> Item:
    return Item(f"law:{row.number}", row.name, due=evaluation_due(row.last))


def _rule(row: Rule, on: date) -> Item:
    return Item(f"scheme:{row.scheme.number}", f"{row.scheme} {row.version}", due=filing_due(row.adopted_on))


def _petition(row: Petition, on: date) -> Item:
    return Item(f"petition:{row.number}", row.title, due=row.next_due)


@queue("library.laws", Role.TECHNICAL, item=_law)
def laws_to_evaluate(by: Actor, on: date) -> QuerySet[Any]:
    """In force, and not looked at since the interval began; those never met first."""
    return laws_in_force(on).filter(last__lt=evaluated_since(on)).order_by("last", "number")


@queue("library.rules", Role.TECHNICAL, item=_rule)
def rules_to_file(by: Actor, on: date) -> QuerySet[Rule]:
    """Adopted and not filed; until then the scheme cannot be used."""
    return rules_waiting().select_related("scheme").order_by("adopted_on")


@queue("library.petitions", Role.TECHNICAL, item=_petition)
def petitions_open(by: Actor, on: date) -> QuerySet[Petition]:
    """Not concluded, by the day of the body's next step."""
    return Petition.objects.filter(concluded_on=None).order_by("next_due", "number")
