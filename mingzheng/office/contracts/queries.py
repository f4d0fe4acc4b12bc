"""Reading applications and contracts, and what the review needs to know of the body."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Concat

from mingzheng.office.clients.models import Client
from mingzheng.office.clients.names import plain
from mingzheng.office.competence.models import Competence
from mingzheng.office.files.models import Paper
from mingzheng.office.files.queries import is_strangers
from mingzheng.office.library.models import AccreditedScope
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.prepared import Prepared
from mingzheng.office.registration.models import Registration
from mingzheng.rulebook.application import ApplicationFacts, StandardAsked
from mingzheng.rulebook.competence import AUDITING_GRADES, covers
from mingzheng.rulebook.contract_review import ApplicationStatus
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.shared_days import combined_days
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.transfer import TIMES_BEFORE_RECERTIFICATION
from mingzheng.rulebook.verdict import NOT_YOURS, Refused

from .declared import advice, earlier_certificates
from .models import Application, AuditTime, Contract, TransferReview

REVIEWERS = (Role.MARKET, Role.TECHNICAL, Role.PROGRAMME_MANAGER)
READERS = (*REVIEWERS, Role.QUALITY, Role.DIRECTOR)
CONTRACT_READERS = (Role.MARKET, Role.PROGRAMME_MANAGER, Role.QUALITY, Role.DIRECTOR)


def applications_for(by: Actor) -> QuerySet[Application]:
    """The applications this person may look at. A draft is the applicant's own until he hands it in."""
    everything = applications().exclude(submitted_on=None).order_by("-submitted_on", "-id")
    return everything if any(by.holds(role) for role in READERS) else everything.none()


def called(text: str, known: Iterable[str]) -> Q:
    """Applications of those whose name, pinyin, initials or code contain `text`; `known`: codes of the clients so called.

    Who was accepted is a client, so only the other applications are looked through.
    """
    found = Q(pinyin__contains=plain(text)) | Q(name_en__icontains=text) | Q(uscc__iexact=text)
    others = [status for status in ApplicationStatus if status is not ApplicationStatus.ACCEPTED]
    return Q(uscc__in=known) | Q(found, status__in=others)


def contracts_for(by: Actor) -> QuerySet[Contract]:
    """The contracts this person may look at."""
    everything = Contract.objects.select_related("client").order_by("-id")
    return everything if any(by.holds(role) for role in CONTRACT_READERS) else everything.none()


def locked(number: str, by: Actor) -> Any:
    """An application, held until the action is done. An applicant gets his own only."""
    if is_strangers(f"application:{number}", by):
        raise Refused(NOT_YOURS)
    return _locked.get(number=number)


@Prepared
def _locked(*, number: str) -> QuerySet[Any]:
    return applications().select_for_update(of=("self",)).filter(number=number)


def applications() -> QuerySet[Any]:
    """Applications, each with its contract: is the applicant a `known` client, is his `licence` there?"""
    licence = Paper.objects.filter(subject=Concat(Value("application:"), OuterRef("number")), kind="licence")
    known = Client.objects.filter(uscc=OuterRef("uscc"))
    rows = Application.objects.select_related("contract")
    return rows.annotate(known=Exists(known), licence=Exists(licence))


def reviewers_of(application: Application) -> dict[str, str]:
    """The parts already confirmed, and by whom (login)."""
    return dict(application.reviews.values_list("part", "reviewer__login"))


def acceptance_facts(application: Any, on: date) -> ApplicationFacts:
    """What the rulebook must know to say whether this row of `applications` may be accepted on this day."""
    found = application.check_result
    return ApplicationFacts(
        asked=standards_asked(application, on),
        personnel=sum(int(row["count"]) for row in application.personnel),
        legal_status_shown=application.licence,
        operating_since=application.operating_since,
        internal_audit_on=application.internal_audit_on,
        management_review_on=application.management_review_on,
        permits_missing=tuple(found.get("permits_missing", [])),
        untrustworthy=found.get("untrustworthy", False),
        ordered_to_stop=bool(application.ordered_to_stop),
        accident_on=application.accident_on,
        sampling_failed_on=application.sampling_failed_on,
        earlier=earlier_certificates(application),
        advice=advice(application),
    )


def has_paper(application: Application, kind: str) -> bool:
    return Paper.objects.filter(subject=f"application:{application.number}", kind=kind).exists()


def standards_asked(application: Application, on: date) -> tuple[StandardAsked, ...]:
    """Each standard applied for with its codes, the body's accredited scope and its competent auditors on the day."""
    scope = AccreditedScope.objects.filter(standard__in=application.standards, valid_from__lte=on)
    groups = list(scope.filter(Q(valid_until=None) | Q(valid_until__gte=on)).values_list("standard", "group"))
    competent = _competent(application.standards, on)
    asked = []
    for standard in application.standards:
        codes = frozenset(application.technical_codes.get(standard, []))
        accredited = frozenset(group for of, group in groups if of == standard)
        auditors = {code: _count(competent, standard, code) for code in codes}
        asked.append(StandardAsked(Standard(standard), codes, accredited, auditors))
    return tuple(asked)


def _competent(standards: Iterable[str], on: date) -> list[tuple[int, str, str]]:
    """Person, standard and code of all who are registered for the standard and competent for the code on the day."""
    registered = Registration.objects.filter(
        person=OuterRef("person"),
        standard=OuterRef("standard"),
        grade__in=AUDITING_GRADES,
        valid_from__lte=on,
        valid_until__gte=on,
    )
    competences = Competence.objects.filter(
        Exists(registered), standard__in=standards, evaluated_on__lte=on, person__is_active=True
    )
    held = competences.filter(Q(ended_on=None) | Q(ended_on__gt=on))
    return list(held.values_list("person_id", "standard", "code"))


def _count(competent: list[tuple[int, str, str]], standard: str, code: str) -> int:
    return len({person for person, of, held in competent if of == standard and covers(held, code)})


@dataclass(frozen=True)
class AgreedDays:
    """Auditor-days of each audit of the cycle, all standards together, after integration (IAF MD 11)."""

    stage1: Decimal
    stage2: Decimal
    surveillance: Decimal
    recertification: Decimal

    @property
    def initial(self) -> Decimal:
        return self.stage1 + self.stage2


@dataclass(frozen=True)
class ContractedDays:
    """Auditor-days of the audits a contract is for: all until recertification, or of a cycle taken over what is left."""

    initial: Decimal
    surveillances: tuple[Decimal, Decimal]
    recertification: Decimal = Decimal(0)  # where a cycle taken over has nothing else left

    @property
    def total(self) -> Decimal:
        return self.initial + sum(self.surveillances) + self.recertification


def agreed_days(application: Application) -> AgreedDays:
    """What the audits of this application take together. Raises ValueError before the audit time is determined."""
    times = sorted_times(application)
    if not times:
        raise ValueError(f"no audit time has been determined for {application.number}")

    def together(days: list[Decimal]) -> Decimal:
        return sum(combined_days(days, application.integration_percent), Decimal(0))

    return AgreedDays(
        stage1=together([time.stage1_days for time in times]),
        stage2=together([time.stage2_days for time in times]),
        surveillance=together([time.surveillance_days for time in times]),
        recertification=together([time.recertification_days for time in times]),
    )


def contracted_days(times: Sequence[AuditTime], integration_percent: int = 0) -> ContractedDays:
    """What a contract is for, these standards (rows of :func:`sorted_times`) together."""

    def together(days: list[Decimal], only: Callable[[AuditTime], bool] = lambda _: True) -> Decimal:
        each = zip(times, combined_days(days, integration_percent), strict=True)
        return sum((its for time, its in each if only(time)), Decimal(0))

    surveillance = [time.surveillance_days for time in times]
    first = together(surveillance, lambda time: not time.held_elsewhere)
    second = together(surveillance, lambda time: (time.held_elsewhere or 0) < TIMES_BEFORE_RECERTIFICATION)
    if any(time.held_elsewhere is not None for time in times):
        last = together([time.recertification_days for time in times])
        return ContractedDays(Decimal(0), (first, second), Decimal(0) if second else last)
    initial = together([time.stage1_days for time in times]) + together([time.stage2_days for time in times])
    return ContractedDays(initial, (first, second))


def sorted_times(application: Application) -> list[AuditTime]:
    """The audit times in the order Q E S; `held_elsewhere`: how many surveillances of the cycle another body held from
    which the certification is taken over (None: it is not)."""
    order = list(Standard)
    reviews = TransferReview.objects.filter(
        application=OuterRef("application"), standard=OuterRef("standard")
    )
    times = application.audit_times.annotate(reviewed=Subquery(reviews.values("surveillances")))
    for time in times:
        time.held_elsewhere = time.reviewed
    return sorted(times, key=lambda time: order.index(Standard(time.standard)))


def under_review() -> QuerySet[Application]:
    return Application.objects.filter(status=ApplicationStatus.SUBMITTED).order_by("submitted_on", "id")
