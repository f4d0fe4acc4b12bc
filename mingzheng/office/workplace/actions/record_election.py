"""Enter an election of the union 工会选举 (own procedure)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.rulebook.workplace import objections_to_election, objections_to_texts

from ..models import Election


@dataclass(frozen=True)
class ElectionRecorded(Happened, kind="election.recorded", begins=True):
    number: str
    office: str
    votes: int
    eligible: int


@action(Role.UNION, clause="own procedure")
def record_election(
    office: str,
    *,
    held_on: date,
    eligible: int,
    votes: int,
    elected: Sequence[str],
    on: date,
    by: Actor,
) -> ElectionRecorded:
    """`votes` of the `eligible`, and the names of who was elected."""
    refuse_if(objections_to_texts(office) + objections_to_election(eligible, votes, elected, held_on, on))
    row = Election.objects.create(
        number=next_number(Election, "XJ", on.year),
        office=office.strip(),
        held_on=held_on,
        eligible=eligible,
        votes=votes,
        elected=list(elected),
    )
    return ElectionRecorded(row.number, row.office, votes, eligible)
