"""A certificate on its way to the public."""

from datetime import timedelta

from mingzheng.doors.clock.followers import catch_up
from mingzheng.office.publication.actions.withhold_certificate import withhold_certificate
from mingzheng.office.publication.keyring import keyring
from mingzheng.office.record.actors import CLOCK
from mingzheng.seal.leaf import What
from mingzheng.seal.signer import Algorithm, KeyInMemory, new_key
from tests import published
from tests.certified import certificate, clerk
from tests.rows import DAY

from . import Call, Cast, call, happy


@happy("publication.enter_certificate")
def _(cast: Cast) -> Call:
    number = certificate().number
    return call("publication.enter_certificate", number, status="in_force", by=CLOCK)


@happy("publication.log_change")
def _(cast: Cast) -> Call:
    held = certificate()
    catch_up(at=published.moment())
    return call("publication.log_change", held.number, what=What.SUSPENDED, by=CLOCK)


@happy("publication.seal_certificate")
def _(cast: Cast) -> Call:
    held = certificate()
    published.turn()
    more = {"keys": keyring(), "at": published.moment()}
    return call("publication.seal_certificate", held.number, **more, by=clerk())


@happy("publication.publish_certificate")
def _(cast: Cast) -> Call:
    return call("publication.publish_certificate", published.sealed().number, by=clerk())


@happy("publication.withhold_certificate")
def _(cast: Cast) -> Call:
    number = published.sealed().number
    return call(
        "publication.withhold_certificate", number, reason="客户书面申请，总经理同意", by=cast["director"]
    )


@happy("publication.disclose_certificate")
def _(cast: Cast) -> Call:
    number = published.sealed().number
    withhold_certificate(number, reason="客户书面申请", on=DAY, by=cast["director"])
    return call("publication.disclose_certificate", number, by=cast["director"])


@happy("publication.post_originals")
def _(cast: Cast) -> Call:
    number = published.published().certificate.number
    parcel = {"copies": 2, "carrier": "示例快递", "tracking": "SF0001", "recipient": "王工"}
    return call("publication.post_originals", number, **parcel, by=clerk())


@happy("publication.confirm_receipt")
def _(cast: Cast) -> Call:
    number = published.published().certificate.number
    parcel = {"copies": 2, "carrier": "示例快递", "tracking": "SF0001", "recipient": "王工"}
    call("publication.post_originals", number, **parcel, by=clerk())()
    later = DAY + timedelta(days=3)
    return call("publication.confirm_receipt", "示例快递", "SF0001", received_by="王工", by=clerk(), on=later)


@happy("publication.change_key")
def _(cast: Cast) -> Call:
    public = KeyInMemory(new_key(Algorithm.ES256)).public_key
    return call("publication.change_key", "credential", public=public, by=cast["administrator"])
