"""Reports to the regulator."""

from datetime import date

from mingzheng.office.record.actors import CLOCK
from mingzheng.office.returns.actions.open_duties import open_duties
from mingzheng.office.returns.actions.send_return import send_return
from tests.office.returns import test_returns as returns

from . import Call, Cast, call, happy

ENERGY = "energy-2026-01"


@happy("returns.open_duties")
def _(cast: Cast) -> Call:
    return call("returns.open_duties", date(2026, 12, 1), by=CLOCK)


@happy("returns.send_return")
def _(cast: Cast) -> Call:
    returns.certified.certificate(on=date(2026, 1, 5))
    open_duties(date(2026, 1, 1), on=date(2026, 2, 1), by=CLOCK)
    sent = [returns.filled(row) for row in returns.rows_for(returns.DutyKind.CERTIFICATES, date(2026, 1, 1))]
    return call("returns.send_return", "certificates-2026-01", sent, by=cast["certificate_clerk"])


@happy("returns.answer_return")
def _(cast: Cast) -> Call:
    open_duties(date(2026, 1, 1), on=date(2026, 2, 1), by=CLOCK)
    send_return(ENERGY, [], on=returns.rows.DAY, by=cast["certificate_clerk"])
    return call("returns.answer_return", ENERGY, accepted=True, receipt="R-1", by=cast["certificate_clerk"])
