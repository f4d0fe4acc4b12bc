"""Who took part in what a case is about, and so may neither handle nor decide it (ISO/IEC 17021-1 9.7.2, 9.8.9)."""

from datetime import date

from django.db.models import F, Q, Value

from mingzheng.office.decisions.models import Decision, Review
from mingzheng.office.people.models import Person
from mingzheng.office.people.models import Tie as TieRow
from mingzheng.office.programmes.models import Visit
from mingzheng.office.schedule.models import Assignment
from mingzheng.rulebook.impartiality import Tie, TieKind, objections_to_ties
from mingzheng.rulebook.verdict import Objection
from mingzheng.rulebook.voices import CaseKind, Part, objections_to_taking_part

from .models import Case


def involved(case: Case) -> dict[str, list[Part]]:
    """login -> how he took part: in the visit or the decision, or, about a client, in anything about that client."""
    if case.decision:
        visits = Q(pk=case.decision.audit.visit_id if case.decision.audit else None)
    elif case.visit_id:
        visits = Q(pk=case.visit_id)
    else:
        visits = Q(client=case.client_id) if case.client_id else Q(pk=None)
    parts: dict[str, list[Part]] = {case.person.login: [Part.COMPLAINED_OF]} if case.person else {}
    for login, part in _took_part(case, visits):
        parts.setdefault(login, []).append(Part(part))
    return parts


def _took_part(case: Case, about: Q) -> list[tuple[str, str]]:
    visits = Visit.objects.filter(about).values("pk")
    of_client = Q(certification__client=case.client_id) if case.client_id and not case.visit_id else Q()
    made = Q(pk=case.decision_id) if case.decision_id else Q(audit__visit__in=visits) | of_client
    team = Assignment.objects.filter(visit__in=visits).values_list(F("person__login"), Value(Part.AUDITED))
    read = Review.objects.filter(audit__visit__in=visits).values_list(F("reviewed_by"), Value(Part.REVIEWED))
    decided = Decision.objects.filter(made).values_list(F("decided_by"), Value(Part.DECIDED))
    return list(team.union(read, decided))


def objections_to_person(case: Case, person: Person, on: date) -> list[Objection]:
    """Is this person free of the case: took no part in it, and is not tied to the client it is about?"""
    found = objections_to_taking_part(CaseKind(case.kind), person.login, involved(case))
    if case.client is None:
        return found
    rows = TieRow.objects.filter(person=person, uscc=case.client.uscc)
    ties = [Tie(TieKind(row.kind), row.ended_on) for row in rows]
    return found + objections_to_ties(person.login, ties, on)
