"""Laws of the books about evaluations."""

from collections.abc import Iterator

from mingzheng.office.record.books import book
from mingzheng.rulebook.decisions import FAVOURABLE

from .queries import evaluations


@book("nobody decides on what he evaluated")
def _others_decide() -> Iterator[str]:
    for row in evaluations().filter(state="decided"):
        if row.decision.decided_by in row.facts.people:
            yield f"{row.decision.number} was decided by {row.decision.decided_by}, who evaluated"


@book("nothing is certified before all its scheme asks was done, and conforms")
def _complete() -> Iterator[str]:
    for row in evaluations().filter(state="decided", decision__act__in=FAVOURABLE):
        facts = row.facts
        if facts.missing or not all(one.conforms for one in facts.done):
            yield f"{row.decision.number} rests on {row.number}, which is not complete"
