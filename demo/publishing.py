"""The invented body publishes as it goes: keys on its first day, and each certificate sealed and public the day it is issued."""

from datetime import date

from django.conf import settings
from django.utils import timezone

from mingzheng.doors.site.publish import publish
from mingzheng.office.certificates.models import LIVING
from mingzheng.office.library.queries import body
from mingzheng.office.marks.actions.open_misuse import open_misuse
from mingzheng.office.marks.actions.request_mark import request_mark
from mingzheng.office.publication.actions.change_key import change_key
from mingzheng.office.publication.actions.post_originals import post_originals
from mingzheng.office.publication.actions.publish_certificate import publish_certificate
from mingzheng.office.publication.actions.seal_certificate import seal_certificate
from mingzheng.office.publication.keyring import keyring
from mingzheng.office.publication.making_keys import make_key
from mingzheng.office.publication.models import Entry
from mingzheng.office.publication.queries import to_seal
from mingzheng.rulebook.marks import Mark, Place
from mingzheng.rulebook.roles import Role
from mingzheng.seal.did import CREDENTIAL, LOG, SEAL

from .world import World

LEFT_WAITING = 90  # days before the end whose certificates are sealed at the end only


def take_keys(world: World) -> None:
    """Keys in files, the seal's certified by a test authority."""
    for use in (CREDENTIAL, LOG, SEAL):
        make_key(settings.KEYS, use, body().name_zh, on=world.on)
    for use in (CREDENTIAL, LOG, SEAL):
        public, fingerprint = keyring().public(use)
        by = world.by(Role.ADMINISTRATOR)
        change_key(use, public=public, certificate_sha256=fingerprint, on=world.on, by=by)


def go_public(world: World) -> None:
    """Seal and publish what was issued; of the last weeks' some still waits on the clerk's desk."""
    new = Entry.objects.filter(sealed=None, certificate__status__in=LIVING)
    if (world.today - world.on).days < LEFT_WAITING or not new.exists():
        return
    publish(at=timezone.now())
    for number in _to_seal():
        _seal(world, number, world.on)
        publish_certificate(number, on=world.on, by=world.by(Role.CERTIFICATE_CLERK))


def leave_waiting(world: World, today: date) -> None:
    """What stands on the desks at the end: one to seal, one to publish, a parcel under way, a mark asked for, a misuse."""
    publish(at=timezone.now())
    clerk = world.by(Role.CERTIFICATE_CLERK)
    *earlier, unpublished, _unsealed = _to_seal()
    for number in (*earlier, unpublished):
        _seal(world, number, today)
    for number in earlier:
        publish_certificate(number, on=today, by=clerk)
    shown = Entry.objects.filter(published_on__isnull=False, certificate__status="in_force").order_by("-pk")
    number = shown.values_list("certificate__number", flat=True)[0]
    parcel = {
        "copies": 2,
        "carrier": "示例快递",
        "tracking": "SL0000000001",
        "recipient": "示例市示例路1号 综合部",
    }
    post_originals(number, **parcel, on=today, by=clerk)
    asked = {"mark": Mark.BODY, "place": Place.WEBSITE, "description": "公司网站首页右下角，宽 120 像素"}
    request_mark(number, **asked, on=today, by=clerk)
    found = {"who": "示例商贸有限公司", "what": "在产品外包装上印刷管理体系认证标志", "source": "市场巡查"}
    open_misuse(certificate=number, **found, on=today, by=world.by(Role.QUALITY))
    publish(at=timezone.now())


def _to_seal() -> list[str]:
    return list(to_seal().values_list("certificate__number", flat=True))


def _seal(world: World, number: str, on: date) -> None:
    seal_certificate(number, keys=keyring(), at=timezone.now(), on=on, by=world.by(Role.CERTIFICATE_CLERK))
