"""Receive a complaint, an appeal or a report 登记申投诉 (ISO/IEC 17021-1:2015 9.7, 9.8). Anybody may, with or without a name."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.codes import new_code
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.voices import CaseKind, Means, Topic, objections_to_receiving

from ..models import CallBack, Case
from ..queries import limits_on

PREFIXES = {CaseKind.COMPLAINT: "TS", CaseKind.APPEAL: "SS", CaseKind.REPORT: "JB"}


@dataclass(frozen=True)
class CaseReceived(Happened, kind="case.received"):
    number: str
    kind: CaseKind
    topic: Topic
    means: Means
    named: bool  # who it is stands in the row alone
    received_on: date
    answer_by: date


@action(Role.OUTSIDER, *HELD_BY_PERSONS, clause="ISO/IEC 17021-1:2015 9.8.7")
def receive_case(
    kind: CaseKind,
    *,
    topic: Topic,
    text: str,
    means: Means = Means.PAGE,
    name: str = "",
    contact: str = "",
    reference: str = "",
    received_on: date | None = None,
    call: str = "",
    on: date,
    by: Actor,
) -> CaseReceived:
    """`call` is the key of the call-back it came up in. The code by which it is followed stands in the row."""
    received, named = received_on or on, bool(name.strip())
    refuse_if(
        objections_to_receiving(kind, text=text, named=named, against=reference, received=received, on=on)
    )
    limits = limits_on(received)
    draw, _, visit = call.partition("/")
    case = Case.objects.create(
        number=next_number(Case, PREFIXES[kind], on.year),
        code=new_code(),
        kind=kind,
        topic=topic,
        means=means,
        name=name.strip(),
        contact=contact.strip(),
        reference=reference.strip(),
        text=text.strip(),
        received_on=received,
        acknowledge_by=limits.acknowledge_by(received),
        answer_by=limits.answer_by(kind, received),
        call=CallBack.objects.get(draw__number=draw, visit__number=visit) if call else None,
    )
    return CaseReceived(case.number, kind, topic, means, named, received, case.answer_by)
