"""Reading duties."""

import hashlib
import json
from collections.abc import Sequence
from datetime import date

from django.db.models import Case, CharField, Q, QuerySet, Value, When

from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.return_duties import DutyKind
from mingzheng.rulebook.return_files import Row
from mingzheng.rulebook.roles import Role

from .models import Duty

READERS = (Role.CERTIFICATE_CLERK, Role.PROGRAMME_MANAGER, Role.QUALITY, Role.DIRECTOR)
OPEN = Q(sent_on=None) | Q(accepted=False)


def duties_seen_by(by: Actor) -> QuerySet[Duty]:
    """All of them, each with its `state`: due, sent, accepted, rejected."""
    rows = Duty.objects.all() if any(by.holds(role) for role in READERS) else Duty.objects.none()
    return rows.annotate(
        state=Case(
            When(accepted=True, then=Value("accepted")),
            When(accepted=False, then=Value("rejected")),
            When(sent_on__isnull=False, then=Value("sent")),
            default=Value("due"),
            output_field=CharField(),
        )
    )


def owned_by(by: Actor) -> QuerySet[Duty]:
    """Those that are this person's to report."""
    return duties_seen_by(by).filter(kind__in=[kind for kind in DutyKind if by.holds(kind.owner)])


def locked(number: str) -> Duty:
    return Duty.objects.select_for_update().get(number=number)


def is_opened(first: date) -> bool:
    """Have the duties of this month been opened?"""
    return Duty.objects.filter(first=first, kind=DutyKind.CERTIFICATES).exists()


def digest_of(rows: Sequence[Row]) -> str:
    """SHA-256 over the rows in one fixed spelling."""
    return hashlib.sha256(json.dumps(list(rows), sort_keys=True, ensure_ascii=False).encode()).hexdigest()
