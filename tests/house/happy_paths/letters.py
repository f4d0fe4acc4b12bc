"""Letters to clients."""

from datetime import datetime

from django.utils import timezone

from mingzheng.office.record.actors import CLOCK

from . import Call, Cast, call, happy

SAID = {"kind": "application.begun", "to": "reader@example.com", "subject": "认证申请", "text": "您好"}
FAULT = {
    "fault": "TimeoutError",
    "said": "no answer",
    "at": datetime(2026, 3, 2, 9, tzinfo=timezone.get_default_timezone()),
}


def written() -> str:
    return call("letters.write_letter", "application:SQ2026-0001#1", **SAID, by=CLOCK)().number


@happy("letters.write_letter")
def _write(cast: Cast) -> Call:
    return call("letters.write_letter", "application:SQ2026-0001#1", **SAID, by=CLOCK)


@happy("letters.record_delivery")
def _deliver(cast: Cast) -> Call:
    return call("letters.record_delivery", written(), by=CLOCK)


@happy("letters.record_failure")
def _fail(cast: Cast) -> Call:
    return call("letters.record_failure", written(), **FAULT, by=CLOCK)


@happy("letters.retry_letter")
def _retry(cast: Cast) -> Call:
    number = written()
    call("letters.record_failure", number, **FAULT, by=CLOCK)()
    return call("letters.retry_letter", number, by=cast["quality"])
