"""Enter a body related to this one, and what that means for impartiality 登记关联机构 (ISO/IEC 17021-1:2015 5.2.3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.governance import Activity, Relation, objections_to_related_body
from mingzheng.rulebook.identifiers import objections_to_social_credit_code
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import RelatedBody


@dataclass(frozen=True)
class RelatedBodyRegistered(Happened, kind="related-body.registered"):
    uscc: str
    name: str
    relation: Relation
    activities: list[str]


@action(Role.QUALITY, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 5.2.3")
def register_related_body(
    uscc: str,
    *,
    name: str,
    relation: Relation,
    activities: Sequence[Activity],
    analysis: str,
    since: date,
    on: date,
    by: Actor,
) -> RelatedBodyRegistered:
    known = RelatedBody.objects.filter(uscc=uscc, ended_on=None).exists()
    refuse_if(
        objections_to_social_credit_code(uscc) + objections_to_related_body(known=known, analysis=analysis)
    )
    RelatedBody.objects.create(
        uscc=uscc,
        name=name.strip(),
        relation=relation,
        activities=list(activities),
        analysis=analysis.strip(),
        since=since,
    )
    return RelatedBodyRegistered(uscc, name.strip(), relation, list(activities))
