"""Declare what binds a person to an organisation — ISO/IEC 17021-1:2015 5.2.10, 5.2.13."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import accounts as rules
from mingzheng.rulebook.identifiers import objections_to_social_credit_code
from mingzheng.rulebook.impartiality import DECLARED, NOT_DECLARED, TieKind
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Tie
from ..queries import locked_person


@dataclass(frozen=True)
class TieDeclared(Happened, kind="person.tie-declared"):
    login: str
    uscc: str
    organisation: str
    kind: TieKind
    ended_on: date | None


@action(*HELD_BY_PERSONS, Role.CLOCK, clause="ISO/IEC 17021-1:2015 5.2.13")
def declare_tie(
    login: str, uscc: str, *, organisation: str, kind: TieKind, ended_on: date | None, on: date, by: Actor
) -> TieDeclared:
    """Everyone declares his own ties; the competence evaluator and quality management enter anyone's, and the clock what
    follows from a service done for an organisation."""
    person = locked_person(login)
    may = by.login == login or any(map(by.holds, (Role.COMPETENCE_EVALUATOR, Role.QUALITY, Role.CLOCK)))
    refuse_if(
        [
            *objections_to_social_credit_code(uscc),
            *rules.objections_to_touching(may=may),
            *([] if kind in DECLARED else [NOT_DECLARED]),
        ]
    )
    Tie.objects.create(
        person=person, uscc=uscc, organisation=organisation, kind=kind, ended_on=ended_on, declared_on=on
    )
    return TieDeclared(login, uscc, organisation, kind, ended_on)
