"""What waits for reviewers and decision makers, and for the leader whose file was sent back."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from mingzheng.office.programmes.models import Certification
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.queue import Item, named, queue
from mingzheng.office.schedule.models import Assignment
from mingzheng.rulebook.review import answer_by
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.transfer import complete_by

from .queries import STATES, TO_REVIEW, audited_by, due, file_rows, transfers_to_decide


def _file(row: Any, on: date) -> Item:
    subject = f"file:{row.visit.number}/{row.standard}"
    return Item(subject, named(row.visit.client), (row.standard,), due(row), f"review-state.{row.state}")


def _returned(row: Any, on: date) -> Item:
    return Item(
        f"file:{row.visit.number}/{row.standard}",
        named(row.visit.client),
        (row.standard,),
        answer_by(row.reviewed_on),
        "review-state.returned",
    )


def _transfer(row: Certification, on: date) -> Item:
    review: Any = row.transfer
    subject, due = f"transfer:{row.client.uscc}/{row.standard}", complete_by(review.facts)
    return Item(subject, named(row.client), (row.standard,), due)


@queue("decisions.to-answer", Role.AUDITOR, item=_returned)
def to_answer(by: Actor, on: date) -> QuerySet[Any]:
    """评定退回待答复: sent back, in audits one leads."""
    led = Assignment.objects.filter(visit=OuterRef("audit__visit"), person__login=by.login, role="leader")
    return file_rows().filter(STATES["returned"], Exists(led)).order_by("reviewed_on", "pk")


@queue("decisions.to-review", Role.REVIEWER, item=_file)
def to_review(by: Actor, on: date) -> QuerySet[Any]:
    """待评定: handed in or answered, and one was not on the team."""
    unread = file_rows().filter(TO_REVIEW, ~audited_by(by))
    return unread.order_by("audit__handed_in_on", "pk")


@queue("decisions.to-decide", Role.DECISION_MAKER, item=_file)
def to_decide(by: Actor, on: date) -> QuerySet[Any]:
    """待认证决定: passed review, not decided, and one was not on the team."""
    return file_rows().filter(STATES["passed"], ~audited_by(by)).order_by("audit__handed_in_on", "pk")


@queue("decisions.transfers", Role.DECISION_MAKER, item=_transfer)
def transfers(by: Actor, on: date) -> QuerySet[Certification]:
    """待决定的转换: to be taken over from another body, and one did not review it."""
    return transfers_to_decide().exclude(transfer__reviewed_by__login=by.login)
