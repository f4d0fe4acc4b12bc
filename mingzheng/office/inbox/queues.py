"""What waits: mail nobody has dealt with."""

from datetime import date

from django.db.models import QuerySet

from mingzheng.office.record.actors import Actor
from mingzheng.office.record.queue import Item, queue

from .models import Mail
from .queries import KEEPERS, mails_seen_by


def _mail(row: Mail, on: date) -> Item:
    return Item(f"mail:{row.number}", row.subject or row.sender or row.address, due=row.deal_by)


@queue("inbox.waiting", *KEEPERS, item=_mail)
def waiting(by: Actor, on: date) -> QuerySet[Mail]:
    """来信待处理: to become a case, or to be set aside."""
    return mails_seen_by(by).filter(settled_on=None).defer("text").order_by("deal_by", "pk")
