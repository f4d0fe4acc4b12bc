"""Reading what is public, and what waits to become so."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from mingzheng.office.certificates.models import LIVING, Certificate
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.prepared import Prepared
from mingzheng.rulebook.certificate_life import Status
from mingzheng.rulebook.publishing import PublicationFacts
from mingzheng.seal.did import PublicKey

from .models import Checkpoint, Entry, Key, Line, Posting

FIRST_LINE = 1


def entry_of(number: str, *, lock: bool = False) -> Any:
    """The entry of the certificate of this number, where its issue stands in the log (`place`), and whether under a checkpoint (`logged`).

    Raises Entry.DoesNotExist before the clock has entered it.
    """
    return (_locked if lock else _entries).get(number=number)


@Prepared
def _entries(*, number: str) -> QuerySet[Any]:
    rows = Entry.objects.select_related(
        "certificate__certification__client", "certificate__replaces", "sealed"
    )
    first = Line.objects.filter(entry=OuterRef("pk"), n=FIRST_LINE).values("position")
    found = rows.annotate(logged=Exists(_signed()), place=Subquery(first))
    return found.filter(certificate__number=number)


@Prepared
def _locked(*, number: str) -> QuerySet[Any]:
    return _entries.make(number=number).select_for_update(of=("self",))


def _signed() -> QuerySet[Line]:
    """The line of an entry's issue, if a checkpoint the body has signed covers it."""
    last = Checkpoint.objects.order_by("-size").values("size")[:1]
    return Line.objects.filter(entry=OuterRef("pk"), n=FIRST_LINE, position__lt=last)


def is_entered(number: str) -> bool:
    return bool(_entered(number=number))


@Prepared
def _entered(*, number: str) -> QuerySet[Any, int]:
    return Entry.objects.filter(certificate__number=number).values_list("pk", flat=True)


def waits_for_entry(number: str) -> bool:
    """Is there a certificate of this number that is not entered yet?"""
    return Certificate.objects.filter(number=number).exists() and not is_entered(number)


def is_told(number: str, source: str) -> bool:
    """Has this event been written into the log for this certificate?"""
    return bool(_lines(number=number, source=source))


@Prepared
def _lines(*, number: str, source: str) -> QuerySet[Any, int]:
    told = Line.objects.filter(entry__certificate__number=number, source=source)
    return told.values_list("pk", flat=True)[:1]


def facts_of(entry: Any) -> PublicationFacts:
    """What the rulebook needs to know of an entry of :func:`entry_of`."""
    return PublicationFacts(
        status=Status(entry.certificate.status),
        is_logged=entry.logged,
        is_sealed=hasattr(entry, "sealed"),
        is_published=entry.published_on is not None,
        is_withheld=bool(entry.withheld_reason),
    )


def to_seal() -> QuerySet[Entry]:
    """待签章: living and in the log, not sealed yet; those carried in from an earlier system too."""
    rows = Entry.objects.filter(Exists(_signed()), sealed=None, certificate__status__in=LIVING)
    return rows.select_related("certificate__certification__client").order_by("pk")


def to_publish() -> QuerySet[Entry]:
    """待公布: sealed, not published yet."""
    rows = Entry.objects.filter(published_on=None, sealed__isnull=False)
    return rows.select_related("certificate__certification__client").order_by("pk")


def published() -> QuerySet[Entry]:
    """Everything that was ever published; it stays so for ever."""
    rows = Entry.objects.filter(published_on__isnull=False)
    return rows.select_related("certificate__certification__client", "sealed")


def public_certificate(number: str) -> Certificate | None:
    """The certificate of this number if everybody may see it: published, and its client not withheld."""
    shown = published().filter(certificate__number=number, withheld_reason="").first()
    return shown.certificate if shown else None


def public_page(number: str) -> QuerySet[Entry, str]:
    """The public id of the certificate of this number, if everybody may see it."""
    shown = published().filter(certificate__number=number, withheld_reason="")
    return shown.values_list("public_id", flat=True)


def known_by(numbers: dict[str, str]) -> dict[str, Entry]:
    """Of these numbers, each with a name or credit code, those published of that very client, withheld or not."""
    found = published().filter(certificate__number__in=numbers)
    return {
        entry.certificate.number: entry
        for entry in found
        if _is_of(entry.certificate, numbers[entry.certificate.number])
    }


def _is_of(certificate: Certificate, who: str) -> bool:
    names = (certificate.name_zh, certificate.name_en, certificate.certification.client.uscc)
    return _plain(who) in {_plain(name) for name in names if name}


def _plain(name: str) -> str:
    """A name without what people write in more than one way: spaces, case, the width of brackets."""
    return "".join(name.split()).casefold().translate({0xFF08: "(", 0xFF09: ")"})


def lines_of(entry: Entry) -> QuerySet[Line]:
    """Its lines in the log, in order."""
    return Line.objects.filter(entry=entry).order_by("n")


def next_entry(entry: Entry) -> Entry | None:
    """The entry of the certificate that replaced this one, if that is published."""
    held = entry.certificate
    if held.status != Status.REPLACED:
        return None
    later = published().filter(
        certificate__certification=held.certification_id, certificate__pk__gt=held.pk, withheld_reason=""
    )
    return later.order_by("certificate__pk").first()


def set_bits(purpose: str, list_number: int) -> Iterator[int]:
    """The places whose bit is set in a status list: revoked for whatever ended before its time, suspended while it lasts."""
    ended = Q(certificate__status__in=[Status.WITHDRAWN, Status.CANCELLED, Status.REPLACED])
    suspended = Q(certificate__status=Status.SUSPENDED)
    rows = Entry.objects.filter(ended if purpose == "revocation" else suspended, list_number=list_number)
    return rows.values_list("list_index", flat=True).iterator()


def list_numbers() -> list[int]:
    """The status lists there are."""
    last = Entry.objects.order_by("-list_number").values_list("list_number", flat=True).first()
    return list(range(1, (last or 1) + 1))


def public_keys() -> list[PublicKey]:
    """Every key the body ever signed with, the oldest first."""
    return [
        PublicKey(
            use=key.use,
            der=bytes.fromhex(key.public),
            since=key.since,
            retired_on=key.retired_on,
            revoked_on=key.revoked_on,
            certificate_sha256=key.certificate_sha256,
        )
        for key in Key.objects.order_by("pk")
    ]


def postings_of(certificate: Certificate) -> QuerySet[Posting]:
    """The parcels with its originals, the latest first."""
    return Posting.objects.filter(certificate=certificate).order_by("-posted_on", "-pk")


def on_their_way(by: Actor, on: date) -> QuerySet[Posting]:
    """Parcels whose receipt nobody has recorded."""
    rows = Posting.objects.filter(received_on=None, posted_on__lte=on)
    return rows.select_related("certificate__certification__client").order_by("posted_on", "pk")
