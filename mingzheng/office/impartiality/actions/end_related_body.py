"""Enter that a body is no longer related 终止关联关系 (ISO/IEC 17021-1:2015 5.2.3)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.governance import RELATED_ENDED
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import RelatedBody


@dataclass(frozen=True)
class RelatedBodyEnded(Happened, kind="related-body.ended"):
    uscc: str
    ended_on: date


@action(Role.QUALITY, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 5.2.3")
def end_related_body(uscc: str, *, ended_on: date, on: date, by: Actor) -> RelatedBodyEnded:
    related = RelatedBody.objects.select_for_update().filter(uscc=uscc, ended_on=None).first()
    refuse_if([] if related else [RELATED_ENDED])
    assert related
    related.ended_on = ended_on
    related.save(update_fields=["ended_on"])
    return RelatedBodyEnded(uscc, ended_on)
