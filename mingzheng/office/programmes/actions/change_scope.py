"""Change the scope of a certification to what its new certificate says 变更认证范围 (ISO/IEC 17021-1:2015 9.6.4.1, 9.6.5.5)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.rulebook import programme as rules
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Certification


@dataclass(frozen=True)
class ScopeChanged(Happened, kind="certification.scope-changed"):
    certification: str
    standard: str
    before: str
    scope_zh: str
    scope_en: str


@action(Role.CLOCK, clause="ISO/IEC 17021-1:2015 9.6.4.1")
def change_scope(uscc: str, standard: str, *, scope_zh: str, scope_en: str, on: date, by) -> ScopeChanged:
    """What is audited from now on; visits already planned keep their auditor-days until they are changed."""
    held = (
        Certification.objects.select_for_update(of=("self",))
        .select_related("client")
        .get(client__uscc=uscc, standard=standard, ended_on=None)
    )
    refuse_if([] if scope_zh.strip() else [rules.NO_SCOPE])

    before, held.scope_zh, held.scope_en = held.scope_zh, scope_zh, scope_en
    held.save(update_fields=["scope_zh", "scope_en"])
    return ScopeChanged(held.subject_key, standard, before, scope_zh, scope_en)
