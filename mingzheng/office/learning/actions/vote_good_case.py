"""Vote for a good case 投票 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.people.models import Person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.learning import objections_to_voting
from mingzheng.rulebook.roles import HELD_BY_PERSONS
from mingzheng.rulebook.verdict import refuse_if

from ..models import GoodCase, Vote


@dataclass(frozen=True)
class GoodCaseVoted(Happened, kind="good-case.voted"):
    number: str


@action(*HELD_BY_PERSONS, clause="own procedure")
def vote_good_case(number: str, *, on: date, by: Actor) -> GoodCaseVoted:
    case = GoodCase.objects.select_for_update(of=("self",)).select_related("author").get(number=number)
    voted = case.votes.filter(person__login=by.login).exists()
    own = case.author.login == by.login
    refuse_if(objections_to_voting(own=own, voted=voted, published=bool(case.published_on)))
    Vote.objects.create(case=case, person=Person.objects.get(login=by.login), voted_on=on)
    return GoodCaseVoted(number)
