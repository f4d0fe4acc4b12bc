"""Publish the limits within which cases are handled 公布处理期限 (ISO/IEC 17021-1:2015 9.8.5)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.voices import Limits as PublishedLimits
from mingzheng.rulebook.voices import objections_to_limits

from ..models import Limits


@dataclass(frozen=True)
class LimitsPublished(Happened, kind="limits.published"):
    valid_from: date
    acknowledge: int
    complaint: int
    appeal: int


@action(Role.QUALITY, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 9.8.5")
def publish_limits(*, acknowledge: int, complaint: int, appeal: int, on: date, by: Actor) -> LimitsPublished:
    """Calendar days from receipt, from today on; cases received earlier keep the limits of their day."""
    refuse_if(objections_to_limits(PublishedLimits(acknowledge, complaint, appeal)))
    days = {"acknowledge": acknowledge, "complaint": complaint, "appeal": appeal}
    Limits.objects.update_or_create(valid_from=on, defaults=days)
    return LimitsPublished(on, **days)
