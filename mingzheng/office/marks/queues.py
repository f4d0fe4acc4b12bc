"""What waits on the desks of those who look after the marks."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from mingzheng.office.record.actors import Actor
from mingzheng.office.record.queue import Item, named, queue
from mingzheng.rulebook.roles import Role

from .models import MarkRequest, Misuse
from .queries import misuses, requests


def _request(row: Any, on: date) -> Item:
    held = row.certificate.certification
    return Item(f"mark:{row.number}", named(held.client), (held.standard,), row.asked_on)


def _misuse(row: Any, on: date) -> Item:
    standards = (row.certificate.certification.standard,) if row.certificate else ()
    return Item(f"misuse:{row.number}", row.who, standards, row.found_on)


@queue("marks.to-answer", Role.CERTIFICATE_CLERK, item=_request)
def to_answer(by: Actor, on: date) -> QuerySet[MarkRequest]:
    """待答复: asked to show a mark, nobody has answered."""
    return requests(by=by).filter(answered_on=None).order_by("asked_on", "pk")


@queue("marks.to-close", Role.QUALITY, item=_misuse)
def to_close(by: Actor, on: date) -> QuerySet[Misuse]:
    """误用待处理: found, and not settled."""
    return misuses(by=by).filter(closed_on=None).order_by("found_on", "pk")
