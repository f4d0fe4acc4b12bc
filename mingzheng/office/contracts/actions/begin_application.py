"""Begin an application 开始填写认证申请 — ISO/IEC 17021-1:2015 9.1.1. Anybody may; the link is his key from then on."""

from dataclasses import dataclass
from datetime import date
from secrets import token_urlsafe

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.application import MISSING_CLAUSE
from mingzheng.rulebook.identifiers import objections_to_social_credit_code
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..declared import Row, declare
from ..models import Application


@dataclass(frozen=True)
class ApplicationBegun(Happened, kind="application.begun", begins=True):
    number: str
    name_zh: str
    uscc: str


def objections(facts: Row) -> list[Objection]:
    """An application begins with a real organisation: a name, and a code whose check digits are right."""
    missing = (
        []
        if str(facts.get("name_zh", "")).strip()
        else [Objection("application.missing.name", MISSING_CLAUSE)]
    )
    return missing + objections_to_social_credit_code(str(facts.get("uscc", "")))


@action(Role.APPLICANT, clause="ISO/IEC 17021-1:2015 9.1.1")
def begin_application(facts: Row, *, on: date, by: Actor) -> ApplicationBegun:
    """The secret of the link stands in the row (`token`), never in the record."""
    refuse_if(objections(facts))
    application = Application(
        number=next_number(Application, "SQ", on.year), token=token_urlsafe(32), begun_on=on
    )
    declare(application, facts)
    application.save()
    return ApplicationBegun(application.number, application.name_zh, application.uscc)
