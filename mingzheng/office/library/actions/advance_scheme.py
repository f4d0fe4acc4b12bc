"""Let a certification scheme go on: idea, draft, trial, filed, live; or end it 推进认证方案 (认证机构管理办法)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.schemes import Stage, objections_to_advancing
from mingzheng.rulebook.verdict import refuse_if

from ..models import Scheme
from ..queries import SCHEME_KEEPERS
from ..selling import facts_of


@dataclass(frozen=True)
class SchemeAdvanced(Happened, kind="scheme.advanced"):
    number: str
    name: str
    stage: Stage
    reason: str


@action(*SCHEME_KEEPERS, clause="认证机构管理办法")
def advance_scheme(number: str, *, to: Stage, reason: str = "", on: date, by: Actor) -> SchemeAdvanced:
    scheme = Scheme.objects.select_for_update().get(number=number)
    refuse_if(objections_to_advancing(facts_of([scheme], on)[scheme.pk], to))
    scheme.stage, scheme.stage_since = to, on
    scheme.save(update_fields=["stage", "stage_since"])
    return SchemeAdvanced(number, scheme.name_zh, to, reason.strip())
