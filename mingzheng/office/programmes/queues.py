"""What waits for the manager of programmes."""

from datetime import date

from django.db.models import QuerySet

from mingzheng.office.contracts.models import Contract
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.queue import Item, named, queue
from mingzheng.rulebook.roles import Role

from .queries import without_programme


def _contract(contract: Contract, on: date) -> Item:
    return Item(f"contract:{contract.number}", named(contract.client), tuple(contract.standards))


@queue("programmes.to-open", Role.PROGRAMME_MANAGER, item=_contract)
def to_open(by: Actor, on: date) -> QuerySet[Contract]:
    """Signed contracts without a programme."""
    return without_programme()
