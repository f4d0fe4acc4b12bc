"""What must be true of applications and contracts."""

from collections.abc import Iterator

from django.db.models import Count

from mingzheng.office.record.books import book
from mingzheng.office.record.models import Event
from mingzheng.rulebook.contract_review import ApplicationStatus, Part

from .models import Application, Contract

STATUS_AFTER = {
    "application.begun": ApplicationStatus.DRAFT,
    "application.submitted": ApplicationStatus.SUBMITTED,
    "application.asked": ApplicationStatus.QUESTIONS,
    "application.answered": ApplicationStatus.SUBMITTED,
    "application.accepted": ApplicationStatus.ACCEPTED,
    "application.refused": ApplicationStatus.REFUSED,
    "application.withdrawn": ApplicationStatus.WITHDRAWN,
}


@book("an application stands where its events left it")
def _status_is_told() -> Iterator[str]:
    told = {
        subject: STATUS_AFTER[kind]
        for subject, kind in Event.objects.filter(kind__in=STATUS_AFTER)
        .order_by("subject", "sequence")
        .values_list("subject", "kind")
        .iterator(chunk_size=5000)
    }
    for number, status in Application.objects.values_list("number", "status").iterator(chunk_size=5000):
        if (after := told.get(f"application:{number}")) and after != status:
            yield f"{number} is {status}, its events say {after}"


@book("an application is accepted when three people have confirmed it")
def _three_people() -> Iterator[str]:
    accepted = Event.objects.filter(kind="application.accepted").values_list("facts__number", flat=True)
    people = Count("reviews__reviewer", distinct=True)
    for application in Application.objects.filter(number__in=list(accepted)).annotate(people=people):
        if application.people < len(Part):
            yield f"{application.number} was accepted after {application.people} people had confirmed it"


@book("a contract costs the sum of its lines")
def _totals() -> Iterator[str]:
    for contract in Contract.objects.exclude(lines=[]).iterator(chunk_size=1000):
        cents = sum(round(float(line["amount"]) * 100) for line in contract.lines)
        if cents != round(contract.total * 100):
            yield f"{contract.number} costs {contract.total}, its lines say {cents / 100}"
