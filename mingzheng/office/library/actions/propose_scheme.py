"""Enter the idea of a certification scheme 提出认证方案 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.schemes import NAME_MISSING, SchemeKind, Stage
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import refuse_if

from ..models import Scheme
from ..queries import SCHEME_KEEPERS


@dataclass(frozen=True)
class SchemeProposed(Happened, kind="scheme.proposed", begins=True):
    number: str
    name: str
    kind: SchemeKind
    category: str


@action(*SCHEME_KEEPERS, clause="own procedure")
def propose_scheme(
    kind: SchemeKind,
    *,
    name_zh: str,
    category: str,
    name_en: str = "",
    standard: Standard | None = None,
    on: date,
    by: Actor,
) -> SchemeProposed:
    """`category` is the item code of the authority; `standard` is that of a management system scheme."""
    refuse_if([] if name_zh.strip() and category.strip() else [NAME_MISSING])
    row = Scheme.objects.create(
        number=next_number(Scheme, "FA", on.year),
        kind=kind,
        name_zh=name_zh.strip(),
        name_en=name_en.strip(),
        category=category.strip(),
        standard=standard or "",
        stage=Stage.IDEA,
        entered_on=on,
        stage_since=on,
    )
    return SchemeProposed(row.number, row.name_zh, kind, row.category)
