"""Record that a client asks to show a mark 标志使用申请 — ISO/IEC 17021-1:2015 8.3.1."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.certificates.models import Certificate
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.marks import Mark, Place
from mingzheng.rulebook.roles import Role

from ..models import MarkRequest


@dataclass(frozen=True)
class MarkRequested(Happened, kind="mark.requested"):
    number: str
    certificate: str
    mark: str
    place: str
    description: str


@action(Role.CERTIFICATE_CLERK, Role.MARKET, clause="ISO/IEC 17021-1:2015 8.3.1")
def request_mark(
    certificate: str, *, mark: Mark, place: Place, description: str, on: date, by: Actor
) -> MarkRequested:
    """What is asked for is recorded, allowed or not: the answer says so. Raises Certificate.DoesNotExist."""
    made = MarkRequest.objects.create(
        number=next_number(MarkRequest, "BZ", on.year),
        certificate=Certificate.objects.get(number=certificate),
        mark=mark,
        place=place,
        description=description.strip(),
        asked_on=on,
    )
    return MarkRequested(made.number, certificate, mark, place, made.description)
