"""Reading the body's own documents. What the yearly report counts is here, each figure with its list."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When

from mingzheng.office.people.models import Person
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.own_documents import DocumentKind, DraftFacts, not_public, without_instruction
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Objection

from .models import Document, DocumentReview, Governing, Reader, Reading, Version

KEEPERS = (Role.QUALITY, Role.GENERAL_OFFICE, Role.TECHNICAL, Role.DIRECTOR)


def in_force(on: date) -> Q:
    """Versions in force on a day."""
    lasts = Q(ended_on=None) | Q(ended_on__gt=on)
    return lasts & Q(approved_on__isnull=False, in_force_from__lte=on)


def versions_in_force(on: date) -> QuerySet[Version]:
    """The one version of each document that is in force on a day."""
    return Version.objects.filter(in_force(on)).select_related("document")


def documents(on: date) -> QuerySet[Any]:
    """Every document with `version`, the number of the one in force on a day, its `state`, and whether a version `waits`."""
    waits = Version.objects.filter(approved_on=None, returned_on=None, document=OuterRef("pk"))
    current = Version.objects.filter(in_force(on), document=OuterRef("pk")).values("number")[:1]
    state = Case(
        When(withdrawn_on__isnull=False, then=Value("withdrawn")),
        When(version=None, then=Value("draft")),
        default=Value("in_force"),
        output_field=CharField(),
    )
    rows = Document.objects.annotate(version=Subquery(current), waits=Exists(waits))
    return rows.annotate(state=state)


def documents_in_force(on: date) -> QuerySet[Document]:
    """The documents of which a version is in force on a day."""
    return Document.objects.filter(Exists(Version.objects.filter(in_force(on), document=OuterRef("pk"))))


def own_standards(on: date) -> QuerySet[Document]:
    """自编企业标准 in force on a day."""
    return documents_in_force(on).filter(kind=DocumentKind.STANDARD)


def documents_reviewed(first: date, last: date) -> QuerySet[Document]:
    """Of the documents in force on the last day, those reviewed at least once from a day to a day."""
    review = DocumentReview.objects.filter(document=OuterRef("pk"), reviewed_on__range=(first, last))
    return documents_in_force(last).filter(Exists(review))


def locked_document(number: str) -> Document:
    """A document held until the action is done."""
    return Document.objects.select_for_update().get(number=number)


def draft_facts(row: Document, versions: Sequence[Version]) -> DraftFacts:
    """What the rulebook needs to know of a document and the version of it that waits."""
    waits = next((one for one in versions if one.waits), None)
    withdrawn = row.withdrawn_on is not None
    return DraftFacts(
        DocumentKind(row.kind), withdrawn, waits.author if waits else None, waits.text if waits else ""
    )


def versions_to_approve(by: Actor) -> QuerySet[Version]:
    """Versions that wait for this person: policy and manual for the direction, the rest for the other keepers."""
    rows = Version.objects.filter(approved_on=None, returned_on=None).exclude(author=by.login)
    highest = Q(document__kind__in=(DocumentKind.POLICY, DocumentKind.MANUAL))
    below = any(by.holds(role) for role in KEEPERS if role is not Role.DIRECTOR)
    mine = (highest if by.holds(Role.DIRECTOR) else Q(pk=None)) | (~highest if below else Q(pk=None))
    return rows.filter(mine).select_related("document")


def versions_to_read(by: Actor, on: date) -> QuerySet[Version]:
    """Versions in force that concern this person and that he has not signed."""
    roles = [role for role in HELD_BY_PERSONS if by.holds(role)]
    concerns = Reader.objects.filter(document=OuterRef("document"), role__in=roles)
    signed = Reading.objects.filter(version=OuterRef("pk"), person__login=by.login)
    return versions_in_force(on).filter(Exists(concerns), ~Exists(signed))


def readers_of(version: Version) -> list[Person]:
    """Everybody whom a version concerns, now."""
    roles = set(version.document.readers.values_list("role", flat=True))
    everybody = Person.objects.filter(is_active=True).order_by("pinyin", "login")
    return [person for person in everybody if roles & set(person.roles)]


def to_review(on: date) -> QuerySet[Document]:
    """Documents in force that are due for review by the end of a day."""
    return documents_in_force(on).filter(review_due__lte=on)


def instructions_for(
    codes: Mapping[Standard, Collection[str]], on: date
) -> tuple[list[Version], list[Objection]]:
    """The work instructions in force for the technical areas of an audit, ``{standard: codes}``, and a warning for each
    area there is none for."""
    rows = versions_in_force(on).filter(document__kind=DocumentKind.INSTRUCTION, document__standard__in=codes)
    found: list[Version] = []
    areas: dict[Standard, list[str]] = {}
    for one in rows.order_by("document__code"):
        standard, covered = Standard(one.document.standard), one.document.areas
        areas.setdefault(standard, []).extend(covered)
        if len(without_instruction(codes[standard], covered)) < len(set(codes[standard])):
            found.append(one)
    return found, [
        why for standard, of in codes.items() for why in without_instruction(of, areas.get(standard, []))
    ]


def public_documents(on: date) -> QuerySet[Version]:
    """What is public on a day: the versions in force of the documents that say something the body must publish."""
    rows = versions_in_force(on).exclude(document__public_item="")
    return rows.order_by("document__public_item", "document__code")


def missing_in_public(on: date) -> list[Objection]:
    """What must be public and is not on a day."""
    return not_public(set(public_documents(on).values_list("document__public_item", flat=True)))


def governing(step: str, on: date) -> Version | None:
    """The version in force of the document by which a step is done."""
    return versions_in_force(on).filter(document__steps__step=step).first()


def steps_governed(on: date) -> QuerySet[Governing]:
    """Steps of the work that go by a document of which a version is in force on a day."""
    version = Version.objects.filter(in_force(on), document=OuterRef("document"))
    return Governing.objects.filter(Exists(version)).annotate(code=F("document__code"))
