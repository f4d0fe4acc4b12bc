"""Laws of the decisions' books."""

from collections.abc import Iterator

from django.db.models import Exists, F, OuterRef

from mingzheng.office.audits.models import Audit, Conclusion, Finding
from mingzheng.office.programmes.models import VisitPart
from mingzheng.office.record.books import book
from mingzheng.office.schedule.models import Assignment
from mingzheng.rulebook.decisions import FAVOURABLE, ON_A_TRANSFER
from mingzheng.rulebook.findings import Grade

from .models import Decision, Review

ON_AUDITS = Decision.objects.filter(audit__isnull=False, carried=False)


@book("no decision by a member of the team")
def _deciders_did_not_audit() -> Iterator[str]:
    member = Assignment.objects.filter(visit=OuterRef("audit__visit"), person__login=OuterRef("decided_by"))
    for decision in ON_AUDITS.filter(Exists(member)):
        yield f"{decision.number} was decided by {decision.decided_by}, who was on the team"


@book("no review by a member of the team")
def _reviewers_did_not_audit() -> Iterator[str]:
    member = Assignment.objects.filter(visit=OuterRef("audit__visit"), person__login=OuterRef("reviewed_by"))
    for review in Review.objects.filter(Exists(member)).select_related("audit__visit"):
        yield f"{review.audit.number} {review.standard} was reviewed by {review.reviewed_by} of its team"


@book("no favourable decision about an audit without a passed review of the same standard")
def _decided_files_passed_review() -> Iterator[str]:
    passed = Review.objects.filter(
        audit=OuterRef("audit"),
        standard=OuterRef("certification__standard"),
        passed=True,
        reviewed_on__lte=OuterRef("decided_on"),
    )
    for decision in ON_AUDITS.filter(act__in=FAVOURABLE).exclude(Exists(passed)):
        yield f"{decision.number} rests on a file that has not passed review"


@book("no open major nonconformity when certification is decided in favour")
def _majors_are_closed() -> Iterator[str]:
    open_major = Finding.objects.filter(
        audit=OuterRef("audit"),
        standard=OuterRef("certification__standard"),
        grade=Grade.MAJOR,
        withdrawn_on=None,
    ).exclude(verified_on__lte=OuterRef("decided_on"))
    for decision in ON_AUDITS.filter(act__in=FAVOURABLE).filter(Exists(open_major)):
        yield f"{decision.number} was made while a major nonconformity was open"


@book("an audit is decided when each of its standards is")
def _decided_audits() -> Iterator[str]:
    of_audit = Decision.objects.filter(
        audit__visit=OuterRef("visit"), certification=OuterRef("certification")
    )
    closed = Audit.objects.filter(visit=OuterRef("visit"), decided_on__isnull=False)
    for part in VisitPart.objects.filter(Exists(closed), ~Exists(of_audit)).select_related("visit"):
        yield f"the audit of {part.visit} counts as decided, one of its standards is not"


@book("a decision in favour follows a recommendation for its standard")
def _recommended() -> Iterator[str]:
    recommended = Conclusion.objects.filter(
        audit=OuterRef("audit"), standard=OuterRef("certification__standard"), recommended=True
    )
    for decision in ON_AUDITS.filter(act__in=FAVOURABLE).exclude(Exists(recommended)):
        yield f"{decision.number} was made without the team's recommendation"


@book("no decision before the audit it rests on was handed in")
def _decided_after_hand_in() -> Iterator[str]:
    early = ON_AUDITS.filter(audit__handed_in_on=None) | ON_AUDITS.filter(
        decided_on__lt=F("audit__handed_in_on")
    )
    for decision in early:
        yield f"{decision.number} was made before its file was handed in"


@book("no certification is taken over on the word of who reviewed it")
def _transfers_are_decided_by_others() -> Iterator[str]:
    on_review = Decision.objects.filter(
        audit=None, carried=False, act__in=ON_A_TRANSFER, certification__transfer__isnull=False
    )
    for decision in on_review.filter(decided_by=F("certification__transfer__reviewed_by__login")):
        yield f"{decision.number} was made by {decision.decided_by}, who reviewed the transfer"
