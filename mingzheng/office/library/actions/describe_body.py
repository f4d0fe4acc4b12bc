"""Say who the body is; what every later paper prints — ISO/IEC 17021-1:2015 5.1.1, 8.1."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.forms.models import model_to_dict

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import scope as rules
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Body


@dataclass(frozen=True)
class BodyDescribed(Happened, kind="body.described"):
    approval_number: str
    name: str
    changed: dict[str, str]  # field -> what it says from now on


@action(Role.ADMINISTRATOR, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 8.1")
def describe_body(*, on: date, by: Actor, **fields: str | Decimal) -> BodyDescribed:
    """`fields` are those of :class:`Body`; papers already made keep what they said."""
    body = Body.objects.select_for_update().first() or Body()
    before = model_to_dict(body)
    for name, value in fields.items():
        setattr(body, name, value)
    refuse_if(
        rules.objections_to_body(uscc=body.uscc, prefix=body.certificate_prefix, day_rate=body.day_rate)
    )
    body.save()
    changed = {name: str(value) for name, value in fields.items() if before.get(name) != value}
    return BodyDescribed(body.approval_number, body.name_zh, changed)
