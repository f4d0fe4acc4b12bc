"""Enter a certificate in the public log 登记入册 — ISO/IEC 17021-1:2015 8.1.2. Follows by itself from its issue.

One brought along from an earlier system was public there: it is published at once, with the end it may have had.
"""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.certificates.models import Certificate
from mingzheng.office.certificates.queries import locked
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.certificate_life import Status
from mingzheng.rulebook.roles import Role
from mingzheng.seal.leaf import What

from ..entering import add_lines, enter

SINCE = {
    Status.SUSPENDED: What.SUSPENDED,
    Status.WITHDRAWN: What.WITHDRAWN,
    Status.CANCELLED: What.CANCELLED,
    Status.EXPIRED: What.EXPIRED,
    Status.REPLACED: What.REPLACED,
}


@dataclass(frozen=True)
class Entered(Happened, kind="publication.entered"):
    number: str
    position: int  # of its first line in the public log


@action(Role.CLOCK, clause="ISO/IEC 17021-1:2015 8.1.2")
def enter_certificate(number: str, *, carried: bool = False, status: str, on: date, by: Actor) -> Entered:
    """`status` is the one it began with: what happened later is entered as it is told. Raises Certificate.DoesNotExist."""
    certificate = locked(number)
    entry = enter(certificate, published_on=on if carried else None)
    first, *_ = add_lines(
        entry, [(What.ISSUED, certificate.issued_on), *_since(certificate, status)], after=0
    )
    return Entered(number, first.position)


def _since(certificate: Certificate, status: str) -> list[tuple[What, date]]:
    """What had already become of it when it was entered."""
    if (what := SINCE.get(Status(status))) is None:
        return []
    if what is What.SUSPENDED:
        return [(what, certificate.suspended_on or certificate.issued_on)]
    return [(what, certificate.ended_on or certificate.issued_on)]
