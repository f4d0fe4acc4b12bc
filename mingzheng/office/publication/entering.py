"""How a certificate becomes public: its random id, its place in the status lists, its lines in the log."""

from datetime import date
from secrets import choice, randbelow, token_hex
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from mingzheng.office.certificates.models import Certificate
from mingzheng.office.library.queries import body_on
from mingzheng.office.record.prepared import Prepared
from mingzheng.rulebook.standard_editions import EDITIONS
from mingzheng.rulebook.standards import Standard
from mingzheng.seal.credential import CredentialFacts, StatusPlace, payload
from mingzheng.seal.facts import Two
from mingzheng.seal.leaf import Leaf, What, id_in_log, record_hash
from mingzheng.seal.status_list import BITS

from .models import Entry, Line

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford base32: no letter to be taken for another
ID_LENGTH = 10
FILLED = BITS // 2  # half full, so that a free place is found at random and says nothing of when it was given
TRIES = 64


def enter(certificate: Certificate, *, published_on: date | None) -> Entry:
    """The entry of a certificate, its credential composed."""
    public_id, salt = "".join(choice(ALPHABET) for _ in range(ID_LENGTH)), token_hex(16)
    place = free_place(certificate)
    return Entry.objects.create(
        certificate=certificate,
        public_id=public_id,
        salt=salt,
        list_number=place.list_number,
        list_index=place.index,
        payload=payload(_facts(certificate, public_id, salt, place)),
        published_on=published_on,
    )


def free_place(certificate: Certificate) -> StatusPlace:
    """A place nobody has, at random, in the list of its age. Two who ask at once: the database lets one in."""
    number = certificate.pk // FILLED + 1
    tried = [randbelow(BITS) for _ in range(TRIES)]
    taken = set(_taken(number=number, tried=tried))
    return StatusPlace(number, next(index for index in tried if index not in taken))


@Prepared
def _taken(*, number: int, tried: list[int]) -> QuerySet[Any, int]:
    return Entry.objects.filter(list_number=number, list_index__in=tried).values_list("list_index", flat=True)


def _facts(certificate: Certificate, public_id: str, salt: str, place: StatusPlace) -> CredentialFacts:
    held, own = certificate.certification, body_on(certificate.issued_on)
    return CredentialFacts(
        address=settings.PUBLIC_ADDRESS,
        public_id=public_id,
        salt=salt,
        body=Two(own.name_zh, own.name_en),
        body_approval=own.approval_number,
        number=certificate.number,
        standard=Standard(held.standard),
        client=Two(certificate.name_zh, certificate.name_en),
        client_code=held.client.uscc,
        client_address=Two(certificate.address_zh, certificate.address_en),
        scope=Two(certificate.scope_zh, certificate.scope_en),
        sites=tuple(certificate.sites),
        accreditation=own.accreditation_number if held.accredited else "",
        first_issued=certificate.first_issued_on,
        issued=certificate.issued_on,
        valid_until=certificate.expires_on,
        replaces=certificate.replaces.number if certificate.replaces else "",
        place=place,
        edition=EDITIONS.get(certificate.edition),
    )


def add_lines(entry: Entry, happened: list[tuple[What, date]], *, after: int, source: str = "") -> list[Line]:
    """Write what happened as the next lines of the log; `after` lines of this certificate stand there already.

    Should two write at once, the second fails on the first position it shares with the other.
    """
    id_ = id_in_log(entry.public_id, entry.salt)
    scheme = entry.certificate.certification.standard
    leaves = [
        Leaf(what, scheme, id_, n, on, record_hash(entry.payload) if what is What.ISSUED else "")
        for n, (what, on) in enumerate(happened, after + 1)
    ]
    return write_lines(leaves, entry, source)


def write_lines(leaves: list[Leaf], entry: Entry | None, source: str = "") -> list[Line]:
    """The next lines of the log; `entry` is the certificate they are about, None for keys."""
    position = _next_position()
    lines = [
        Line(
            position=position + n,
            entry=entry,
            n=leaf.n,
            what=leaf.what,
            on=leaf.on,
            text=leaf.encode().decode(),
            source=source,
        )
        for n, leaf in enumerate(leaves)
    ]
    return Line.objects.bulk_create(lines)


def _next_position() -> int:
    last = _last_line.first()
    return 0 if last is None else last + 1


@Prepared
def _last_line() -> QuerySet[Any, int]:
    return Line.objects.order_by("-position").values_list("position", flat=True)[:1]
