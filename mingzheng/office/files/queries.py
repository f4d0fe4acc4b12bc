"""Reading the papers of a case."""

from django.db.models import QuerySet

from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import NOT_YOURS, Refused

from ..record.actors import Actor
from .models import Paper


def papers_of(subject: str) -> QuerySet[Paper]:
    """The papers of one case, the latest first."""
    return Paper.objects.filter(subject=subject).order_by("-filed_on", "-id")


def is_strangers(subject: str, by: Actor) -> bool:
    """Does an applicant reach for papers that are not those of his own application?"""
    return by.login.startswith("applicant:") and subject != by.login.replace("applicant:", "application:", 1)


def papers_for(by: Actor, subject: str) -> QuerySet[Paper]:
    """The papers of a case for this person; an applicant sees those he filed. Raises Refused when the case is not his."""
    if is_strangers(subject, by):
        raise Refused(NOT_YOURS)
    papers = papers_of(subject)
    return papers.filter(filed_by=by.login) if by.holds(Role.APPLICANT) else papers
