"""Sign the yearly declaration of confidentiality or impartiality 签署声明 — ISO/IEC 17021-1:2015 5.2.13, 8.4."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.prepared import Prepared
from mingzheng.rulebook import engagement as rules
from mingzheng.rulebook.engagement import DeclarationKind
from mingzheng.rulebook.roles import HELD_BY_PERSONS
from mingzheng.rulebook.verdict import refuse_if
from mingzheng.words import say

from ..models import Declaration
from ..queries import locked_person


@dataclass(frozen=True)
class DeclarationSigned(Happened, kind="person.declaration-signed"):
    login: str
    declaration: DeclarationKind
    valid_until: date
    text: str  # what was signed, word by word


@action(*HELD_BY_PERSONS, clause="ISO/IEC 17021-1:2015 5.2.13")
def sign_declaration(login: str, kind: DeclarationKind, *, on: date, by: Actor) -> DeclarationSigned:
    """Everyone signs for himself."""
    person = locked_person(login)
    refuse_if(rules.objections_to_signing(by.login == login, _until.first(person=person.pk, kind=kind), on))
    until = rules.declared_until(on)
    Declaration.objects.create(person=person, kind=kind, signed_on=on, valid_until=until)
    return DeclarationSigned(login, kind, until, say(f"declaration-text.{kind}"))


@Prepared
def _until(*, person: int, kind: str) -> QuerySet[Any, date]:
    """Until when he declared it last."""
    held = Declaration.objects.filter(person=person, kind=kind).order_by("-valid_until")
    return held.values_list("valid_until", flat=True)[:1]
