"""Enter a management review: every input looked at, and what came out of it 管理评审 (ISO/IEC 17021-1:2015 10.2.5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.people.models import Person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.own_system import objections_to_management_review
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import ManagementReview, ReviewAction
from ..outputs import Output


@dataclass(frozen=True)
class ManagementReviewHeld(Happened, kind="management-review.held"):
    number: str
    held_on: date
    outputs: int


@action(Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 10.2.5.1")
def hold_management_review(
    *, held_on: date, present: str, inputs: Mapping[str, str], outputs: Sequence[Output], on: date, by: Actor
) -> ManagementReviewHeld:
    """`inputs`: rulebook.own_system.ReviewInput -> what was found."""
    refuse_if(objections_to_management_review(inputs, len(outputs), held_on, on))
    review = ManagementReview.objects.create(
        number=next_number(ManagementReview, "GP", on.year),
        held_on=held_on,
        present=present.strip(),
        inputs=dict(inputs),
    )
    owners = {person.login: person for person in Person.objects.filter(login__in={o.owner for o in outputs})}
    ReviewAction.objects.bulk_create(
        ReviewAction(review=review, number=place, text=o.text.strip(), owner=owners[o.owner], due_on=o.due_on)
        for place, o in enumerate(outputs, 1)
    )
    return ManagementReviewHeld(review.number, held_on, len(outputs))
