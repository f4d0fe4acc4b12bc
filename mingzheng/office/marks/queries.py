"""Reading what was asked of the marks, and what was done with them."""

from django.db.models import F, QuerySet

from mingzheng.office.certificates.models import Certificate
from mingzheng.office.certificates.queries import READERS
from mingzheng.office.record.actors import Actor

from .models import MarkRequest, Misuse


def may_read(by: Actor) -> bool:
    return any(by.holds(role) for role in READERS)


def requests(*, by: Actor) -> QuerySet[MarkRequest]:
    """The requests this person may see."""
    rows = MarkRequest.objects.select_related("certificate__certification__client")
    return rows if may_read(by) else rows.none()


def misuses(*, by: Actor) -> QuerySet[Misuse]:
    """The cases of misuse this person may see."""
    rows = Misuse.objects.select_related("certificate__certification__client")
    return rows if may_read(by) else rows.none()


def requests_about(certificate: Certificate) -> QuerySet[MarkRequest]:
    """What was asked for this certificate, the latest first."""
    return MarkRequest.objects.filter(certificate=certificate).order_by("-asked_on", "-pk")


def misuses_of(certificate: Certificate) -> QuerySet[Misuse]:
    """What was found misused of this certificate, the latest first."""
    return Misuse.objects.filter(certificate=certificate).order_by(
        F("closed_on").desc(nulls_first=True), "-pk"
    )
