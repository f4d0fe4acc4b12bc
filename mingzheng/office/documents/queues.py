"""What waits: versions to approve, to read and sign, documents to review."""

from datetime import date

from django.db.models import QuerySet

from mingzheng.office.record.actors import Actor
from mingzheng.office.record.queue import Item, queue
from mingzheng.rulebook.own_documents import read_by
from mingzheng.rulebook.roles import HELD_BY_PERSONS

from .models import Document, Version
from .queries import KEEPERS, to_review, versions_to_approve, versions_to_read


def _version(row: Version, on: date) -> Item:
    return Item(f"document:{row.document.number}", str(row.document))


def _unread(row: Version, on: date) -> Item:
    assert row.in_force_from
    return Item(f"document:{row.document.number}", str(row.document), due=read_by(row.in_force_from))


def _document(row: Document, on: date) -> Item:
    return Item(f"document:{row.number}", str(row), due=row.review_due)


@queue("documents.approve", *KEEPERS, item=_version)
def to_approve(by: Actor, on: date) -> QuerySet[Version]:
    return versions_to_approve(by).order_by("drafted_on", "pk")


@queue("documents.read", *HELD_BY_PERSONS, item=_unread)
def to_read(by: Actor, on: date) -> QuerySet[Version]:
    """In force, concerning him, and not signed yet."""
    return versions_to_read(by, on).order_by("in_force_from", "pk")


@queue("documents.review", *KEEPERS[:2], item=_document)
def review_waiting(by: Actor, on: date) -> QuerySet[Document]:
    """Due by today."""
    return to_review(on).order_by("review_due", "code")
