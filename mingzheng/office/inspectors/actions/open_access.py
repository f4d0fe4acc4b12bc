"""Open a read-only access to inspectors 开放查阅: named persons, some days, a stated scope (ISO/IEC 17021-1:2015 8.4)."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from mingzheng.office.clients.models import Client
from mingzheng.office.people.models import Person
from mingzheng.office.programmes.models import Certification
from mingzheng.office.quality.models import Inspection
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.codes import new_code
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.inspectors import Named, Term, objections_to_access
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Access, Inspector


@dataclass(frozen=True)
class AccessOpened(Happened, kind="inspection-access.opened", begins=True):
    number: str
    inspection: str
    inspectors: int  # who they are stands in the rows alone
    first_day: date
    last_day: date
    whole: bool
    clients: list[str]
    certifications: list[str]
    people: list[str]
    fees: bool


@dataclass(frozen=True)
class Scope:
    """What is opened: everything, or clients by their codes, certifications as "code/QMS", persons by their logins."""

    whole: bool = False
    clients: Sequence[str] = ()
    certifications: Sequence[str] = ()
    people: Sequence[str] = ()
    fees: bool = False


@action(Role.QUALITY, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 8.4")
def open_access(
    inspection: str,
    *,
    inspectors: Sequence[Named],
    first_day: date,
    last_day: date,
    scope: Scope,
    reason: str,
    on: date,
    by: Actor,
) -> AccessOpened:
    """The secret of each inspector's link and the code he is told apart from it stand in his row."""
    clients = list(Client.objects.filter(uscc__in=scope.clients)) if scope.clients else []
    certifications = _certifications(scope.certifications)
    people = list(Person.objects.filter(login__in=scope.people)) if scope.people else []
    asked = [*scope.clients, *scope.certifications, *scope.people]
    known = {
        *(one.uscc for one in clients),
        *(one.subject_key for one in certifications),
        *(one.login for one in people),
    }
    unknown = [one for one in asked if one not in known]
    opens, term = scope.whole + len(asked), Term(first_day, last_day)
    refuse_if(objections_to_access(inspectors, term, scope=opens, unknown=unknown, reason=reason, on=on))
    access = Access.objects.create(
        number=next_number(Access, "CY", on.year),
        inspection=Inspection.objects.get(number=inspection),
        reason=reason.strip(),
        first_day=first_day,
        last_day=last_day,
        whole=scope.whole,
        fees=scope.fees,
        opened_on=on,
        opened_by=by.login,
    )
    access.clients.add(*clients)
    access.certifications.add(*certifications)
    access.people.add(*people)
    Inspector.objects.bulk_create(_inspectors(access, inspectors))
    return AccessOpened(
        access.number,
        inspection,
        len(inspectors),
        first_day,
        last_day,
        scope.whole,
        [one.uscc for one in clients],
        sorted({one.subject_key for one in certifications}),
        [one.login for one in people],
        scope.fees,
    )


def _certifications(keys: Sequence[str]) -> list[Certification]:
    """All that a client ever had to a standard, those that ended included."""
    named = Q()
    for uscc, _, standard in (key.partition("/") for key in keys):
        named |= Q(client__uscc=uscc, standard=standard)
    return list(Certification.objects.filter(named).select_related("client")) if keys else []


def _inspectors(access: Access, named: Sequence[Named]) -> list[Inspector]:
    return [
        Inspector(
            access=access,
            place=place,
            name=one.name.strip(),
            card=one.card.strip(),
            token=secrets.token_urlsafe(32),
            code=new_code(),
        )
        for place, one in enumerate(named, 1)
    ]
