"""The yearly report."""

from datetime import date

from django.utils import timezone

from mingzheng.office.record.log import sequence
from tests.certified import certificate

from . import Call, Cast, call, happy


@happy("report.freeze_year")
def _(cast: Cast) -> Call:
    certificate()
    sequence(at=timezone.now())
    return call("report.freeze_year", 2026, on=date(2027, 1, 10), by=cast["quality"])
