"""Reading the mail that came in."""

from django.db.models import QuerySet

from mingzheng.office.record.actors import Actor
from mingzheng.office.voices.models import Case
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import NOT_YOURS, Refused

from .models import Mail

KEEPERS = (Role.GENERAL_OFFICE,)  # deal with it
READERS = (*KEEPERS, Role.QUALITY, Role.DIRECTOR)


def mails_seen_by(by: Actor) -> QuerySet[Mail]:
    """Every mail, but those that became a case about oneself. Raises Refused."""
    if not any(by.holds(role) for role in READERS):
        raise Refused(NOT_YOURS)
    return Mail.objects.select_related("case").exclude(case__person__login=by.login)


def mail_of_case(case: Case, by: Actor) -> Mail | None:
    """The mail a case was made from, for whoever may read mail."""
    may = any(by.holds(role) for role in READERS)
    return mails_seen_by(by).filter(case=case).first() if may else None


def locked_mail(number: str) -> Mail:
    """A mail held until the action is done."""
    return Mail.objects.select_for_update().get(number=number)


def is_known(key: str) -> bool:
    """Did this mail come in before?"""
    return Mail.objects.filter(key=key).exists()
