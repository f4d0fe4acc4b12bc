"""Enter the day on which a tie to an organisation ended — ISO/IEC 17021-1:2015 5.2.10."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import accounts as rules
from mingzheng.rulebook.impartiality import DECLARED, NOT_DECLARED, TieKind
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Tie


@dataclass(frozen=True)
class TieEnded(Happened, kind="person.tie-ended"):
    login: str
    uscc: str
    organisation: str
    kind: TieKind
    ended_on: date


@action(*HELD_BY_PERSONS, clause="ISO/IEC 17021-1:2015 5.2.10")
def end_tie(login: str, uscc: str, kind: TieKind, *, ended_on: date, on: date, by: Actor) -> TieEnded:
    """From this day the years run in which he still does not audit there. What the body gave, the body ends (end_account)."""
    refuse_if([] if kind in DECLARED else [NOT_DECLARED])
    tie = Tie.objects.select_for_update().filter(person__login=login, uscc=uscc, kind=kind, ended_on=None)
    may = by.login == login or by.holds(Role.COMPETENCE_EVALUATOR) or by.holds(Role.QUALITY)
    refuse_if([*rules.objections_to_touching(may=may), *rules.objections_to_ending(ended_on, on)])
    ended = tie.latest("declared_on")
    ended.ended_on = ended_on
    ended.save(update_fields=["ended_on"])
    return TieEnded(login, uscc, ended.organisation, kind, ended_on)
