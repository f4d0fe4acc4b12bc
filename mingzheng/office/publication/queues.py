"""What waits on the way from an issued certificate to a published one."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from mingzheng.office.record.actors import Actor
from mingzheng.office.record.queue import Item, named, queue
from mingzheng.rulebook.roles import Role

from . import queries
from .models import Entry, Posting


def _entry(row: Any, on: date) -> Item:
    held = row.certificate.certification
    return Item(
        f"certificate:{row.certificate.number}",
        named(held.client),
        (held.standard,),
        row.certificate.issued_on,
    )


def _posting(row: Any, on: date) -> Item:
    held = row.certificate.certification
    return Item(f"certificate:{row.certificate.number}", named(held.client), (held.standard,), row.posted_on)


@queue("publication.to-seal", Role.CERTIFICATE_CLERK, item=_entry)
def to_seal(by: Actor, on: date) -> QuerySet[Entry]:
    """待签章: issued and in the log, not sealed yet."""
    return queries.to_seal().filter(published_on=None)


@queue("publication.to-publish", Role.CERTIFICATE_CLERK, item=_entry)
def to_publish(by: Actor, on: date) -> QuerySet[Entry]:
    """待公布: sealed, not public yet."""
    return queries.to_publish()


@queue("publication.on-their-way", Role.CERTIFICATE_CLERK, item=_posting)
def on_their_way(by: Actor, on: date) -> QuerySet[Posting]:
    """寄送未签收: posted, and nobody has recorded that the client has them."""
    return queries.on_their_way(by, on)
