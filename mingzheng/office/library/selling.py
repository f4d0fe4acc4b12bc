"""May a scheme be sold and used on a day: how far it is, whether its latest rule is filed and its category approved."""

from collections.abc import Collection
from datetime import date

from mingzheng.rulebook.schemes import SchemeFacts, Stage, is_covered, objections_to_using
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Objection

from .models import Rule, Scheme
from .queries import approved_categories


def facts_of(schemes: Collection[Scheme], on: date) -> dict[int, SchemeFacts]:
    """What the rulebook needs to know of each; two queries for them all."""
    latest: dict[int, Rule] = {}
    for rule in Rule.objects.filter(scheme__in=schemes, adopted_on__lte=on).order_by("adopted_on", "pk"):
        latest[rule.scheme_id] = rule
    approved = approved_categories(on)
    return {scheme.pk: _facts(scheme, latest.get(scheme.pk), approved) for scheme in schemes}


def _facts(scheme: Scheme, rule: Rule | None, approved: Collection[str]) -> SchemeFacts:
    return SchemeFacts(
        stage=Stage(scheme.stage),
        name=scheme.name_zh,
        rule=rule.version if rule else "",
        adopted_on=rule.adopted_on if rule else None,
        filed=bool(rule and rule.filed_on),
        approved=is_covered(scheme.category, approved),
    )


def objections_to_selling(standards: Collection[Standard], on: date) -> list[Objection]:
    """Why these standards cannot be certified to now. One for which the body keeps no scheme is not asked about."""
    schemes = list(Scheme.objects.filter(standard__in=standards).exclude(stage=Stage.ENDED))
    if not schemes:
        return []
    return [one for facts in facts_of(schemes, on).values() for one in objections_to_using(facts)]
