"""Hand in a good case 提交良好案例 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.clients.models import Client
from mingzheng.office.people.models import Person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.learning import objections_to_case
from mingzheng.rulebook.roles import HELD_BY_PERSONS
from mingzheng.rulebook.verdict import refuse_if

from ..models import GoodCase


@dataclass(frozen=True)
class GoodCaseSubmitted(Happened, kind="good-case.submitted", begins=True):
    number: str
    title: str


@action(*HELD_BY_PERSONS, clause="own procedure")
def submit_good_case(title: str, *, text: str, client: str = "", on: date, by: Actor) -> GoodCaseSubmitted:
    """By whoever it is the case of; `client` by its code, so that its name is kept out of what is published."""
    refuse_if(objections_to_case(title, text))
    row = GoodCase.objects.create(
        number=next_number(GoodCase, "AL", on.year),
        title=title.strip(),
        text=text.strip(),
        client=Client.objects.get(uscc=client) if client else None,
        author=Person.objects.get(login=by.login),
        submitted_on=on,
    )
    return GoodCaseSubmitted(row.number, row.title)
