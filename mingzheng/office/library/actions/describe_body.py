"""Say who the body is; what every later paper prints — ISO/IEC 17021-1:2015 5.1.1, 8.1."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.forms.models import model_to_dict

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook import scope as rules
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Body, FormerProfile
from ..queries import known_since


@dataclass(frozen=True)
class BodyDescribed(Happened, kind="body.described"):
    approval_number: str
    name: str
    changed: dict[str, str]  # field -> what it says from now on
    since: date | None = None  # from this day on papers print it
    former: str = ""  # under which number the state before is kept
    because_zh: str = ""
    because_en: str = ""


@action(Role.ADMINISTRATOR, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 8.1")
def describe_body(
    *,
    valid_from: date | None = None,
    correction: bool = False,
    because_zh: str = "",
    because_en: str = "",
    on: date,
    by: Actor,
    **fields: str | Decimal,
) -> BodyDescribed:
    """`fields` are those of :class:`Body`. Sealed papers stay; others print the state of their day whenever they are drawn.

    What papers of earlier days print is kept as it was up to the day before `valid_from`, today where none is given;
    a `correction` of what was entered wrongly, or a second change as of the same day, leaves no former state.
    """
    body = Body.objects.select_for_update().first()
    before = model_to_dict(body) if body else {}
    body = body or Body()
    for name, value in fields.items():
        setattr(body, name, value)
    changed = {name: str(value) for name, value in fields.items() if before.get(name) != value}
    anew = bool(before) and not correction and bool(rules.PRINTED & changed.keys())
    start, since = valid_from or on, known_since(body.since)
    refuse_if(
        rules.objections_to_body(uscc=body.uscc, prefix=body.certificate_prefix, day_rate=body.day_rate)
        + (rules.objections_to_change(start, on, since) if anew else [])
    )
    former = _keep(before, body.since, start, because_zh, because_en, on) if anew and start != since else ""
    body.since = start if anew else body.since
    body.save()
    because = (because_zh.strip(), because_en.strip())
    return BodyDescribed(body.approval_number, body.name_zh, changed, body.since, former, *because)


def _keep(said: dict[str, object], since: date | None, start: date, zh: str, en: str, on: date) -> str:
    """What papers printed until the day before `start`; the number it is kept under."""
    return FormerProfile.objects.create(
        number=next_number(FormerProfile, "JD", on.year),
        said={name: said[name] for name in rules.PRINTED},
        valid_from=since,
        valid_until=start - timedelta(1),
        because_zh=zh.strip(),
        because_en=en.strip(),
    ).number
