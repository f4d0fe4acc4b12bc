"""Check the applicant 核查申请人 — ISO/IEC 17021-1:2015 9.1.2.1: what public registers and this body's own say of him."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.contract_review import Part, objections_to_reviewing
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..declared import Row, advice, earlier_certificates
from ..lapsing import lapse
from ..models import Application
from ..queries import locked


@dataclass(frozen=True)
class ApplicantChecked(Happened, kind="application.checked"):
    number: str
    name_zh: str
    earlier: int  # certificates found beside the declared ones
    untrustworthy: bool
    permits_missing: list[str]


def objections(application: Application) -> list[Objection]:
    """Why nothing can be checked now."""
    return objections_to_reviewing(application.status)


@action(Role.MARKET, clause="ISO/IEC 17021-1:2015 9.1.2.1")
def check_applicant(
    number: str,
    *,
    earlier: Sequence[Row] = (),
    own_register: Sequence[Row] = (),
    advice_given: Sequence[Row] = (),
    untrustworthy: bool = False,
    permits_missing: Sequence[str] = (),
    on: date,
    by: Actor,
) -> ApplicantChecked:
    """`earlier`: certificates found on the national platform, rows as in Application.existing_certificates, with
    `own_fault` and `body_lost_approval`; `own_register`: the same from this body's register, which lies in a later
    stage, so the caller hands it in. `advice_given`: rows (by: rulebook Adviser, ended_on)."""
    application = locked(number, by)
    refuse_if(objections(application))
    application.check_result = {
        "on": on.isoformat(),
        "by": by.login,
        "earlier": list(earlier),
        "own_register": list(own_register),
        "advice_given": list(advice_given),
        "untrustworthy": untrustworthy,
        "permits_missing": list(permits_missing),
    }
    (
        earlier_certificates(application),
        advice(application),
    )  # a row the rulebook cannot read fails here, not later
    lapse(application, Part.MARKET)
    application.save(update_fields=["check_result"])
    found = len(earlier) + len(own_register)
    return ApplicantChecked(number, application.name_zh, found, untrustworthy, list(permits_missing))
