"""Laws of the books about registrations."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef

from mingzheng.office.record.books import book

from .models import Registration, Training


@book("the registrations of a person for a standard follow one another")
def _one_registration_at_a_time() -> Iterator[str]:
    another = Registration.objects.filter(
        person=OuterRef("person"),
        standard=OuterRef("standard"),
        valid_from__gt=OuterRef("valid_from"),
        valid_from__lte=OuterRef("valid_until"),
    )
    for one in Registration.objects.filter(Exists(another)).select_related("person"):
        yield f"{one.person.login}: {one.number} for {one.standard} overlaps a later registration"


@book("nobody accepted his own education")
def _education_was_accepted_by_another() -> Iterator[str]:
    accepted = Training.objects.exclude(reviewed_by="").select_related("person")
    yield from (
        f"{one.person.login} no. {one.number}" for one in accepted if one.reviewed_by == one.person.login
    )
