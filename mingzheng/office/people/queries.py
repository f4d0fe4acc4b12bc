"""Reading persons."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from mingzheng.rulebook.engagement import DeclarationKind
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import NOT_YOURS, Refused

from ..record.actors import Actor
from ..record.prepared import Prepared
from .models import Declaration, Employment, Person, UnionMember

READERS = (
    Role.COMPETENCE_EVALUATOR,
    Role.PROGRAMME_MANAGER,
    Role.QUALITY,
    Role.DIRECTOR,
    Role.ADMINISTRATOR,
)


def locked_person(login: str) -> Person:
    """The person of this login, held until the action is over. Raises Person.DoesNotExist."""
    return _locked.get(login=login)


@Prepared
def _locked(*, login: str) -> QuerySet[Person]:
    return Person.objects.select_for_update().filter(login=login)


def holders_of(role: Role) -> list[Person]:
    """Everyone who holds a role and may act. Roles are a short list in one column, so they are picked here."""
    return [person for person in Person.objects.filter(is_active=True) if role in person.roles]


def names_of(logins: Iterable[str]) -> dict[str, str]:
    """The names people know these logins by."""
    return dict(Person.objects.filter(login__in=set(logins)).values_list("login", "name_zh"))


def may_see(by: Actor, login: str) -> bool:
    """May this actor open what is kept of a person? Everyone opens his own."""
    return by.login == login or any(by.holds(role) for role in READERS)


def person_for(by: Actor, login: str) -> Person:
    """One person, for whoever may see him. Raises Refused for others and Person.DoesNotExist."""
    if not may_see(by, login):
        raise Refused(NOT_YOURS)
    return Person.objects.get(login=login)


def persons_found(by: Actor, text: str) -> QuerySet[Person]:
    """Persons whose name, login, pinyin or initials contain `text`; a reader without that business finds himself."""
    called = Q(name_zh__contains=text) | Q(login__contains=text.lower()) | Q(pinyin__contains=text.lower())
    found = Person.objects.filter(called).order_by("-is_active", "pinyin")
    return found if any(by.holds(role) for role in READERS) else found.filter(login=by.login)


def engaged_on(on: date) -> dict[int, bool]:
    """Who works for the body on a day, by key, and whether full time: as the contract in force says; of a person whose
    contracts were never entered, as what is known of him says today."""
    contracts = Employment.objects.filter(first_day__lte=on).exclude(last_day__lt=on)
    without = Person.objects.filter(is_active=True, employments=None)
    return dict(without.values_list("pk", "full_time")) | dict(
        contracts.values_list("person_id", "full_time")
    )


def people_on(on: date) -> QuerySet[Person]:
    """The same people, as a query."""
    # asked after, not joined: nobody comes up twice
    contracts = Employment.objects.filter(person=OuterRef("pk"))
    held = contracts.filter(first_day__lte=on).exclude(last_day__lt=on)
    return Person.objects.filter(Exists(held) | Q(~Exists(contracts), is_active=True))


def declared_on(kind: DeclarationKind, on: date) -> QuerySet[Person]:
    """Of the people of a day, those whose declaration of a kind, signed by then, holds on it."""
    holds = Declaration.objects.filter(
        person=OuterRef("pk"), kind=kind, signed_on__lte=on, valid_until__gte=on
    )
    return people_on(on).filter(Exists(holds))


def confidential_until(login: str, on: date) -> date | None:
    """The last day of the declaration of confidentiality a person signed by a day; None of who never did."""
    signed = Declaration.objects.filter(
        person__login=login, kind=DeclarationKind.CONFIDENTIALITY, signed_on__lte=on
    )
    return signed.aggregate(until=Max("valid_until"))["until"]


def memberships_on(on: date) -> QuerySet[UnionMember]:
    """The memberships of the people of a day who are in the union on it."""
    return UnionMember.objects.filter(joined_on__lte=on, person__in=people_on(on)).exclude(left_on__lte=on)


def under_contract_on(on: date) -> QuerySet[Person]:
    """Of the people of a day, those whose contract is entered and holds."""
    held = Employment.objects.filter(person=OuterRef("pk"), first_day__lte=on).exclude(last_day__lt=on)
    return people_on(on).filter(Exists(held))


def union_members_seen_by(by: Actor) -> QuerySet[UnionMember]:
    """All of them for the union and the general office; everybody else himself."""
    rows = UnionMember.objects.select_related("person")
    keeps = by.holds(Role.UNION) or by.holds(Role.GENERAL_OFFICE)
    return rows if keeps else rows.filter(person__login=by.login)


def declarations_on(on: date) -> dict[int, dict[str, date]]:
    """Until when each declaration signed by a day holds, by the key of its person and its kind; the last of each."""
    signed = Declaration.objects.filter(signed_on__lte=on).values("person_id", "kind")
    found: dict[int, dict[str, date]] = {}
    for row in signed.annotate(until=Max("valid_until")):
        found.setdefault(row["person_id"], {})[row["kind"]] = row["until"]
    return found


@dataclass(frozen=True)
class Movement:
    """人员变动 between two days: how many there were, who came and who left (keys), how many there are."""

    opening: int
    joined: frozenset[int]
    left: frozenset[int]
    closing: int


def movement(first: date, last: date) -> Movement:
    """Who works for the body after `last` and did not before `first`, and the reverse."""
    before, after = frozenset(engaged_on(first - timedelta(days=1))), frozenset(engaged_on(last))
    return Movement(len(before), after - before, before - after, len(after))
