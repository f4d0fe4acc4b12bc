"""Keep the mark of an accreditation 登记认可标志, to be drawn on certificates under it — ISO/IEC 17021-1:2015 8.3."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.files.content import keep
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.schemes import objections_to_mark
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.seal.mark import drawn, kind_of

from ..models import AccreditationMark
from ..queries import marks_on


@dataclass(frozen=True)
class MarkKept(Happened, kind="accreditation-mark.kept", begins=True):
    number: str
    standard: Standard
    sha256: str
    valid_from: date
    valid_until: date | None


@action(Role.QUALITY, Role.DIRECTOR, Role.ADMINISTRATOR, clause="ISO/IEC 17021-1:2015 8.3")
def keep_mark(
    standard: Standard,
    *,
    name: str,
    content: bytes,
    valid_from: date,
    valid_until: date | None = None,
    on: date,
    by: Actor,
) -> MarkKept:
    """`content` is an SVG of shapes or a PNG, told by its bytes. Raises Refused where it is neither, or cannot be drawn."""
    before = marks_on(standard, valid_from).first()
    refuse_if(objections_to_mark(valid_from, valid_until, before.valid_from if before else None))
    drawn(content)
    mark = AccreditationMark.objects.create(
        number=next_number(AccreditationMark, "RB", on.year),
        standard=standard,
        name=name[:200],
        media_type=kind_of(content),
        sha256=keep(content),
        valid_from=valid_from,
        valid_until=valid_until,
    )
    return MarkKept(mark.number, standard, mark.sha256, valid_from, valid_until)
