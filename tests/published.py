"""A body that publishes: its keys, its public folder, and certificates all the way to the public."""

from datetime import date, datetime, time
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from mingzheng.doors.clock.followers import catch_up
from mingzheng.doors.site.publish import publish
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.people.models import Person
from mingzheng.office.publication.actions.change_key import change_key
from mingzheng.office.publication.actions.publish_certificate import publish_certificate
from mingzheng.office.publication.actions.seal_certificate import seal_certificate
from mingzheng.office.publication.keyring import Keyring, keyring
from mingzheng.office.publication.making_keys import make_key
from mingzheng.office.publication.models import Entry, Key
from mingzheng.office.publication.queries import entry_of
from mingzheng.rulebook.roles import Role
from mingzheng.seal.did import CREDENTIAL, LOG, SEAL, Trusted, read_document

from .certified import certificate, clerk, suspended
from .rows import DAY

ADDRESS = "https://cert.example.org"


def moment(on: date = DAY, hour: int = 10) -> datetime:
    return timezone.make_aware(datetime.combine(on, time(hour)))


def administrator() -> Person:
    return Person.objects.get_or_create(
        login="keeper", defaults={"name_zh": "密钥保管员", "roles": [Role.ADMINISTRATOR]}
    )[0]


def keys_in(folder: Path) -> None:
    """Three keys in files, the seal's with a certificate of a test authority."""
    for use in (CREDENTIAL, LOG, SEAL):
        make_key(folder, use, "示例认证中心有限公司", on=DAY)


def adopt(*uses: str, revoke: bool = False, on: date = DAY) -> Keyring:
    """Take the keys that keys.toml describes into use."""
    keys = keyring()
    for use in uses or (CREDENTIAL, LOG, SEAL):
        public, fingerprint = keys.public(use)
        if not Key.objects.filter(public=public.hex(), certificate_sha256=fingerprint).exists():
            change_key(
                use, public=public, certificate_sha256=fingerprint, revoke=revoke, on=on, by=administrator()
            )
    return keys


def turn(on: date = DAY, hour: int = 10) -> None:
    """One look of the clock: followers, then the public folder."""
    catch_up(at=moment(on, hour))
    publish(at=moment(on, hour))


def sealed(held: Certificate | None = None, *, on: date = DAY, **more) -> Certificate:
    """A certificate whose files are made, and that nobody but the house sees."""
    held = held or certificate(on=on, **more)
    turn(on)
    seal_certificate(held.number, keys=keyring(), at=moment(on), on=on, by=clerk())
    return held


def published(held: Certificate | None = None, *, on: date = DAY, **more) -> Entry:
    """A certificate that everybody may check."""
    held = sealed(held, on=on, **more)
    publish_certificate(held.number, on=on, by=clerk())
    turn(on)
    return entry_of(held.number)


def read(path: str) -> bytes | None:
    place = Path(settings.PUBLISHED) / path
    return place.read_bytes() if place.exists() else None


def trusted() -> Trusted:
    """What a stranger believes: did.json as it lies in the folder."""
    content = read(".well-known/did.json")
    assert content
    return read_document(content.decode(), ADDRESS)


def on_show(*args, **more) -> Certificate:
    """A certificate that everybody may look up, its files aside: for pages that show rows."""
    return show(certificate(*args, **more))


def on_show_suspended(*args, **more) -> Certificate:
    return show(suspended(*args, **more))


def show(held: Certificate) -> Certificate:
    """Put a certificate on show."""
    catch_up(at=moment())
    Entry.objects.filter(certificate=held).update(published_on=held.issued_on)
    return held
