"""Give up taking a certification over 放弃转换 — IAF MD 2:2017 2.3: the client is treated as a new one."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.transfer import NO_REASON, NO_REVIEW
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import Application, TransferReview
from ..queries import locked
from . import review_transfer


@dataclass(frozen=True)
class TransferDropped(Happened, kind="application.transfer-dropped"):
    number: str
    name_zh: str
    standard: str
    reason: str


def objections(application: Application, standard: str) -> list[Objection]:
    """Why nothing can be given up: nothing was to be taken over, or the contract says so."""
    reviewed = TransferReview.objects.filter(application=application, standard=standard).exists()
    return [*review_transfer.objections(application), *([] if reviewed else [NO_REVIEW])]


@action(Role.TECHNICAL, clause="IAF MD 2:2017 2.3")
def drop_transfer(number: str, standard: Standard, *, reason: str, on: date, by: Actor) -> TransferDropped:
    """What was reviewed stays in the record; the application goes on to an initial certification."""
    application = locked(number, by)
    refuse_if([*objections(application, standard), *([] if reason.strip() else [NO_REASON])])
    application.transfers.filter(standard=standard).delete()
    return TransferDropped(number, application.name_zh, standard, reason.strip())
