"""Laws of the books about what the body found of its auditors."""

from collections.abc import Iterator

from django.db.models import Exists, F, OuterRef, Q

from mingzheng.office.record.books import book
from mingzheng.rulebook.competence import AuthorisationKind

from .models import Authorisation, Competence, Witnessing


@book("nobody evaluated his own competence")
def _competence_was_evaluated_by_another() -> Iterator[str]:
    own = Competence.objects.filter(person__login=F("evaluated_by")).select_related("person")
    yield from (f"{one.person.login} {one.standard} {one.code}" for one in own)


@book("who saw an auditor at work was authorised for it")
def _witnesses_were_authorised() -> Iterator[str]:
    authorised = Authorisation.objects.filter(
        Q(ended_on=None) | Q(ended_on__gt=OuterRef("planned_for")),
        person=OuterRef("witness"),
        kind=AuthorisationKind.WITNESS,
        since__lte=OuterRef("planned_for"),
    )
    seen = Witnessing.objects.filter(~Exists(authorised), held_on__isnull=False)
    for one in seen.select_related("person", "witness"):
        yield f"{one.witness.login} saw {one.person.login} on {one.held_on}"
