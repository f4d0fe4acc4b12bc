"""The figures of the body's own documents."""

from typing import Any

from django.db.models import QuerySet

from mingzheng.office.record.figure import figure
from mingzheng.rulebook.indicators import library as means
from mingzheng.rulebook.indicators.meaning import Period
from mingzheng.rulebook.own_documents import DocumentKind

from .models import Document, Reading, Version
from .queries import documents_in_force, documents_reviewed, public_documents
from .queries import own_standards as standards_of_its_own

DOCUMENT: dict[str, Any] = {
    "shows": ("number", "code", "title_zh", "kind|document-kind", "department", "reviewed_on"),
    "opens": "document:number",
}


@figure(means.DOCUMENTS, by="kind|document-kind", **DOCUMENT)
def documents(period: Period) -> QuerySet[Document]:
    return documents_in_force(period.last)


@figure(means.DOCUMENTS_REVIEWED, by="kind|document-kind", **DOCUMENT)
def reviewed(period: Period) -> QuerySet[Document]:
    return documents_reviewed(*period.days)


@figure(means.OWN_STANDARDS, by="branch|branch", **DOCUMENT)
def own_standards(period: Period) -> QuerySet[Document]:
    return standards_of_its_own(period.last)


@figure(means.INSTRUCTIONS, by="standard", **DOCUMENT)
def instructions(period: Period) -> QuerySet[Document]:
    return documents_in_force(period.last).filter(kind=DocumentKind.INSTRUCTION)


@figure(
    means.PUBLIC_DOCUMENTS,
    shows=("document__number", "document__code", "document__title_zh", "number", "in_force_from"),
    opens="document:document__number",
)
def public(period: Period) -> QuerySet[Version]:
    return public_documents(period.last)


@figure(
    means.SIGNATURES,
    shows=(
        "version__document__number",
        "version__document__title_zh",
        "version__number",
        "person__name_zh",
        "read_on",
    ),
    opens="document:version__document__number",
)
def signatures(period: Period) -> QuerySet[Reading]:
    return Reading.objects.filter(read_on__range=period.days)
