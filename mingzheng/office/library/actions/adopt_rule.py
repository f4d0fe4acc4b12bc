"""Adopt a version of a scheme's rule, with the promise made to the public 发布、修订认证规则 (认证机构管理办法)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.schemes import objections_to_rule
from mingzheng.rulebook.verdict import refuse_if

from ..models import Scheme
from ..queries import SCHEME_KEEPERS
from ..selling import facts_of


@dataclass(frozen=True)
class RuleAdopted(Happened, kind="scheme.rule-adopted"):
    number: str
    name: str
    version: str
    adopted_on: date
    promise: str


@action(*SCHEME_KEEPERS, clause="认证机构管理办法")
def adopt_rule(
    number: str, *, version: str, promise: str, adopted_on: date, on: date, by: Actor
) -> RuleAdopted:
    """Until it is filed, the scheme cannot be used."""
    scheme = Scheme.objects.select_for_update().get(number=number)
    version, versions = version.strip(), [rule.version for rule in scheme.rules.all()]
    refuse_if(
        objections_to_rule(facts_of([scheme], on)[scheme.pk], version, promise, adopted_on, on, versions)
    )
    scheme.rules.create(version=version, promise=promise.strip(), adopted_on=adopted_on)
    return RuleAdopted(number, scheme.name_zh, version, adopted_on, promise.strip())
