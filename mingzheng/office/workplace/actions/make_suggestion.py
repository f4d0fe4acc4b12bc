"""Put something into the suggestion box 提出建议 (own procedure)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.people.models import Person
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role
from mingzheng.rulebook.staff_survey import objections_to_suggestion
from mingzheng.rulebook.verdict import refuse_if

from ..models import Suggestion


@dataclass(frozen=True)
class SuggestionMade(Happened, kind="suggestion.made", begins=True):
    number: str


@action(*HELD_BY_PERSONS, Role.OUTSIDER, clause="own procedure")
def make_suggestion(text: str, *, on: date, by: Actor) -> SuggestionMade:
    """By a person, with his name; by nobody in particular, without one anywhere, this event included."""
    refuse_if(objections_to_suggestion(text))
    row = Suggestion.objects.create(
        number=next_number(Suggestion, "JY", on.year),
        person=Person.objects.filter(login=by.login).first(),
        text=text.strip(),
        made_on=on,
    )
    return SuggestionMade(row.number)
