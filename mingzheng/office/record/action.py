"""What makes a function an action: one transaction, one actor, one day, and the event that tells what happened."""

import json
from collections.abc import Callable, Collection, Iterable
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from functools import wraps
from secrets import token_hex
from typing import Any, ClassVar, TypeVar, get_args, get_origin, get_type_hints

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils import timezone

from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import NOT_YOURS, Refused
from mingzheng.seal.log import leaf_hash

from .actors import Actor
from .models import Event
from .prepared import Prepared, PreparedInsert

AT_ONCE = 500  # events stored by one statement
Do = TypeVar("Do", bound=Callable[..., Any])
ACTIONS: dict[str, "ActionInfo"] = {}
HAPPENINGS: dict[str, type["Happened"]] = {}


@dataclass(frozen=True)
class ActionInfo:
    """One line of the catalogue: API, permission matrix, docs and tests are made from these."""

    name: str  # "certificates.suspend"
    run: Callable[..., Any]
    roles: tuple[Role, ...]
    clause: str
    event: type["Happened"]


@dataclass(frozen=True)
class Happened:
    """Base of every event. The first field names the subject; all fields are readable when the rows are gone.

    `begins`: with it its subject comes to be, so nothing can have happened to it before.
    """

    KIND: ClassVar[str]
    BEGINS: ClassVar[bool]

    def __init_subclass__(cls, kind: str, *, begins: bool = False) -> None:
        cls.KIND, cls.BEGINS = kind, begins
        HAPPENINGS[kind] = cls

    @property
    def subject(self) -> str:
        return f"{self.KIND.split('.')[0]}:{getattr(self, fields(self)[0].name)}"

    @property
    def facts(self) -> dict[str, Any]:
        return json.loads(json.dumps(asdict(self), cls=DjangoJSONEncoder))


def action(*roles: Role, clause: str) -> Callable[[Do], Do]:
    """Turn ``do(…, on, by) -> WhatHappened`` into an action of the body.

    The function changes rows and returns the event that tells what happened (or, for a batch such as an import, a list
    of them). The event is written in the same transaction; if the rulebook refuses, neither rows nor event exist.
    Raises Refused when `by` holds none of `roles`.
    """

    def wrap(do: Do) -> Do:
        happenings = _told_by(get_type_hints(do)["return"])

        @wraps(do)
        @transaction.atomic
        def run(*args: Any, on: date, by: Actor, **kwargs: Any) -> Any:
            if not any(by.holds(role) for role in roles):
                raise Refused(NOT_YOURS)
            result = do(*args, on=on, by=by, **kwargs)
            events = result if isinstance(result, list) else [result]
            if any(type(event) not in happenings for event in events):
                names = " or ".join(happened.__name__ for happened in happenings)
                raise TypeError(f"{do.__qualname__} must return the {names} that tells what happened")
            write(events, on=on, by=by)
            return result

        stage = do.__module__.removeprefix("mingzheng.office.").split(".")[0]
        name = f"{stage}.{do.__name__}"
        ACTIONS[name] = ActionInfo(name, run, roles, clause, happenings[0])
        return run  # type: ignore[return-value]

    return wrap


def _told_by(returned: Any) -> tuple[type[Happened], ...]:
    """The events that a return type names: one, or for a batch a list of one kind or of several."""
    (of,) = get_args(returned) if get_origin(returned) is list else (returned,)
    return get_args(of) or (of,)


def write(events: Iterable[Happened], *, on: date, by: Actor) -> None:
    """Store events, each as the next one of its subject. Of two who are next at once, the database lets one in."""
    events, at = list(events), timezone.now()
    last = _last({event.subject for event in events if not event.BEGINS})
    for start in range(0, len(events), AT_ONCE):
        rows = [_row(event, last, at, on=on, by=by) for event in events[start : start + AT_ONCE]]
        _store(rows[0]) if len(rows) == 1 else Event.objects.bulk_create(rows)


_store = PreparedInsert(Event)


def _last(subjects: Collection[str]) -> dict[str, int]:
    """How many events each of these subjects has."""
    if not subjects:
        return {}
    if len(subjects) >= AT_ONCE:
        return dict(Event.objects.values_list("subject").annotate(Max("sequence")))
    return dict(_of_subjects(subjects=list(subjects)))


@Prepared
def _of_subjects(*, subjects: list[str]) -> QuerySet[Event, Any]:
    return Event.objects.filter(subject__in=subjects).values_list("subject").annotate(Max("sequence"))


def _row(event: Happened, last: dict[str, int], at: datetime, *, on: date, by: Actor) -> Event:
    last[event.subject] = last.get(event.subject, 0) + 1
    row = Event(
        subject=event.subject,
        sequence=last[event.subject],
        kind=event.KIND,
        on=on,
        at=at,
        by=by.login,
        facts=event.facts,
        salt=token_hex(16),
    )
    row.digest = digest(row)
    return row


def digest(event: Event) -> str:
    """The hash under which the event stands in the log; any later change of the row gives another."""
    return leaf_hash(encoded(told(event))).hex()


def told(event: Event) -> list[Any]:
    """All an event says, in the order in which it is hashed."""
    at = event.at if isinstance(event.at, datetime) else datetime.fromisoformat(event.at)
    return [
        event.subject,
        event.sequence,
        event.kind,
        str(event.on),
        at.astimezone(timezone.get_fixed_timezone(0)).isoformat(),
        event.by,
        event.facts,
        event.salt,
    ]


def encoded(told: list[Any]) -> bytes:
    """The bytes that are hashed."""
    return json.dumps(told, ensure_ascii=False, sort_keys=True).encode()
