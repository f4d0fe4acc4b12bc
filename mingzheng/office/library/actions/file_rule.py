"""Enter that the latest rule of a scheme is filed with the authority 认证规则备案 (认证机构管理办法)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.schemes import objections_to_filing
from mingzheng.rulebook.verdict import refuse_if

from ..models import Scheme
from ..queries import SCHEME_KEEPERS
from ..selling import facts_of


@dataclass(frozen=True)
class RuleFiled(Happened, kind="scheme.rule-filed"):
    number: str
    name: str
    version: str
    filing_number: str
    filed_on: date


@action(*SCHEME_KEEPERS, clause="认证机构管理办法")
def file_rule(number: str, *, filing_number: str, filed_on: date, on: date, by: Actor) -> RuleFiled:
    scheme = Scheme.objects.select_for_update().get(number=number)
    facts = facts_of([scheme], on)[scheme.pk]
    refuse_if(objections_to_filing(facts, filing_number, filed_on, on))
    filing_number = filing_number.strip()
    scheme.rules.filter(version=facts.rule).update(filing_number=filing_number, filed_on=filed_on)
    return RuleFiled(number, scheme.name_zh, facts.rule, filing_number, filed_on)
