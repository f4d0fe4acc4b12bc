"""The life of a certificate."""

from datetime import date, timedelta

from mingzheng.office.record.actors import CLOCK
from mingzheng.rulebook.own_system import Deviation, Window
from tests import certified, rows
from tests.certified import certificate, clerk, decided
from tests.rows import DAY

from . import HAPPY, Call, Cast, call, happy

LATER = DAY + timedelta(days=30)


@happy("certificates.issue_certificate")
def _(cast: Cast) -> Call:
    certified.body()
    number = decided("grant", rows.certification()).number
    return call("certificates.issue_certificate", number, by=clerk())


@happy("certificates.take_over_certificate")
def _(cast: Cast) -> Call:
    certified.body()
    number = decided("grant", rows.taken_over()).number
    return call("certificates.take_over_certificate", number, by=clerk())


def about(name: str, act: str, **grounds: str) -> None:
    """What the clerk does to a certificate because it was decided."""

    def scene(cast: Cast) -> Call:
        held = certified.suspended() if act == "restore" else certificate()
        decided(act, held, LATER, **grounds)
        return call(name, held.number, by=clerk(), on=LATER)

    HAPPY[name] = scene


about("certificates.suspend_certificate", "suspend", reason_code="0111")
about("certificates.withdraw_certificate", "withdraw", reason_code="0101")
about("certificates.restore_certificate", "restore")


def put_off(name: str, who: str, until: date) -> None:
    """What the rule of 2016 allows in an extraordinary event."""
    on = date(2020, 2, 10)
    told = {"until": until, "reason": "疫情", "events": [Window(on, None, frozenset(Deviation))], "on": on}
    HAPPY[name] = lambda cast: call(name, certificate(on=date(2019, 3, 4)).number, **told, by=cast[who])


put_off("certificates.put_off_surveillance", "programme_manager", date(2020, 6, 1))
put_off("certificates.prolong_certificate", "decision_maker", date(2022, 6, 1))


@happy("certificates.replace_certificate")
def _(cast: Cast) -> Call:
    held = certificate()
    decided("extend", held, LATER, scope_zh="模具的生产")
    return call("certificates.replace_certificate", held.number, reason="0101", by=clerk(), on=LATER)


@happy("certificates.cancel_certificate")
def _(cast: Cast) -> Call:
    number = certificate().number
    return call("certificates.cancel_certificate", number, asked_on=DAY, request="来函", by=clerk())


@happy("certificates.transfer_certificate")
def _(cast: Cast) -> Call:
    number, said = certificate().number, {"to": "另一家认证机构", "notice": "来函"}
    return call("certificates.transfer_certificate", number, taken_over_on=DAY, **said, by=clerk())


@happy("certificates.expire_certificate")
def _(cast: Cast) -> Call:
    held = certificate()
    day_after = held.expires_on + timedelta(days=1)
    return call("certificates.expire_certificate", held.number, by=CLOCK, on=day_after)


@happy("certificates.renew_certificate")
def _(cast: Cast) -> Call:
    held, day = certificate(), date(2029, 2, 1)
    audit = certified.surveyed(held, date(2029, 1, 10), kind="recertification")
    number = decided("renew", held, day, audit=audit).number
    return call("certificates.renew_certificate", number, by=clerk(), on=day)


@happy("certificates.record_surveillance")
def _(cast: Cast) -> Call:
    held, day = certificate(), date(2027, 2, 22)
    number = decided("maintain", held, day, audit=certified.surveyed(held, date(2027, 2, 8))).number
    return call("certificates.record_surveillance", number, by=CLOCK, on=day)


@happy("certificates.note_edition")
def _(cast: Cast) -> Call:
    held = certificate("OHSMS", on=date(2019, 3, 4))
    return call("certificates.note_edition", held.number, edition="OHSAS 18001:2007", by=clerk())
