"""The figures of certificates: the regulator's columns, the causes of the flows, and the clients behind them."""

from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet

from mingzheng.office.clients.models import Client
from mingzheng.office.record.figure import figure
from mingzheng.rulebook.indicators import certificates as means
from mingzheng.rulebook.indicators.meaning import Meaning, Period
from mingzheng.rulebook.indicators.stocks import CAUSES_OF, Cause, Column

from .queries import caused, in_force_on, living_on, suspended_on

CERTIFICATE: dict[str, Any] = {
    "shows": ("number", "name_zh", "certification__standard", "issued_on", "expires_on"),
    "opens": "certificate:number",
    "by": "certification__standard",
}


@figure(means.VALID_CERTIFICATES, **CERTIFICATE)
def valid_certificates(period: Period) -> QuerySet[Any]:
    return in_force_on(period.last)


@figure(means.SUSPENDED_AT_END, **CERTIFICATE)
def suspended_at_end(period: Period) -> QuerySet[Any]:
    return suspended_on(period.last)


@figure(means.CERTIFIED_CLIENTS, shows=("uscc", "name_zh"), opens="client:uscc")
def certified_clients(period: Period) -> QuerySet[Client]:
    valid = in_force_on(period.last).annotate(client=F("certification__client"))
    return Client.objects.filter(Exists(valid.filter(client=OuterRef("pk"))))


def _counts(meaning: Meaning, *causes: Cause) -> None:
    """The events of some causes, told apart by the scheme of their certificates."""

    @figure(meaning, shows=("subject", "scheme", "on", "by"), by="scheme")
    def events(period: Period) -> QuerySet[Any]:
        return caused(*causes, first=period.first, last=period.last)


_counts(means.INITIAL_CERTIFICATES, *CAUSES_OF[Column.INITIAL])
_counts(means.TAKEN_OVER_CERTIFICATES, Cause.TRANSFERRED_IN)
_counts(means.SURVEILLED_CERTIFICATES, *CAUSES_OF[Column.SURVEILLANCE])
_counts(means.SUSPENSIONS, *CAUSES_OF[Column.SUSPENDED])
_counts(means.WITHDRAWN_FOR_THE_REGULATOR, *CAUSES_OF[Column.WITHDRAWN])
_counts(means.CANCELLED_CERTIFICATES, *CAUSES_OF[Column.CANCELLED])
_counts(means.WITHDRAWN_CERTIFICATES, Cause.WITHDRAWN)
_counts(means.REPLACED_CERTIFICATES, Cause.REPLACED)
_counts(means.RESTORED_CERTIFICATES, Cause.RESTORED)
_counts(means.EXPIRED_CERTIFICATES, Cause.EXPIRED)


@figure(means.RENEWED_CERTIFICATES, shows=("subject", "scheme", "on", "by"), by="scheme")
def renewed_certificates(period: Period) -> QuerySet[Any]:
    """Renewed in time: those that had expired are counted among the restored."""
    replacing = caused(Cause.REPLACING, first=period.first, last=period.last)
    return replacing.filter(kind="certificate.renewed")


@figure(
    means.OLD_EDITION_CERTIFICATES,
    shows=("number", "name_zh", "edition", "issued_on", "expires_on"),
    opens="certificate:number",
    by="edition",
)
def old_edition_certificates(period: Period) -> QuerySet[Any]:
    return living_on(period.last).exclude(edition="")
