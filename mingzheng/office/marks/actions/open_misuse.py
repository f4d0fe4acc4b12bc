"""Record a misuse that was found 发现误用 — ISO/IEC 17021-1:2015 8.3.5."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.certificates.models import Certificate
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.roles import Role

from ..models import Misuse


@dataclass(frozen=True)
class MisuseOpened(Happened, kind="misuse.opened"):
    number: str
    certificate: str  # empty where it was never one of the body's
    who: str
    what: str


@action(Role.QUALITY, Role.CERTIFICATE_CLERK, Role.MARKET, clause="ISO/IEC 17021-1:2015 8.3.5")
def open_misuse(
    *, certificate: str = "", who: str, what: str, source: str = "", on: date, by: Actor
) -> MisuseOpened:
    """Raises Certificate.DoesNotExist for a number the body never gave."""
    made = Misuse.objects.create(
        number=next_number(Misuse, "WY", on.year),
        certificate=Certificate.objects.get(number=certificate) if certificate else None,
        who=who.strip(),
        what=what.strip(),
        source=source.strip(),
        found_on=on,
    )
    return MisuseOpened(made.number, certificate, made.who, made.what)
