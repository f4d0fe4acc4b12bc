"""The days that pass: what expires, and the nightly look into the books. Doing it twice does nothing the second time."""

import logging
from datetime import date

from mingzheng.office.certificates.actions.expire_certificate import expire_certificate
from mingzheng.office.certificates.queries import expired_by
from mingzheng.office.record.actors import CLOCK
from mingzheng.office.record.books import check_the_books
from mingzheng.office.returns.actions.open_duties import open_duties
from mingzheng.office.returns.queries import is_opened
from mingzheng.rulebook.audit_cycle import lapses_on
from mingzheng.rulebook.return_duties import month_before

log = logging.getLogger(__name__)


def meet_deadlines(on: date) -> int:
    """Do what this day brings; return how many things were done."""
    return expire_certificates(on) + open_last_month(on)


def open_last_month(on: date) -> int:
    """Open what is to be reported of the month that is over; once."""
    first = month_before(on)
    if is_opened(first):
        return 0
    open_duties(first, on=on, by=CLOCK)
    return 1


def expire_certificates(on: date) -> int:
    """Let expire what was valid until yesterday or earlier: on the day after its last, however late the clock wakes."""
    expired = list(expired_by(on))
    for certificate in expired:
        expire_certificate(certificate.number, on=lapses_on(certificate.expires_on), by=CLOCK)
    return len(expired)


def look_into_the_books() -> bool:
    """Are the books in order? What is wrong is logged; nothing is done about it by itself."""
    broken = check_the_books()
    for law, found in broken.items():
        log.error("books: %s: %s", law, "; ".join(found[:10]))
    return not broken
