"""Take an application in together with a laboratory 检测认证一站式受理 (ISO/IEC 17021-1:2015 8.4.3, 5.2.3)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.contracts.models import Application
from mingzheng.office.impartiality.queries import related_on
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.identifiers import objections_to_social_credit_code
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.shared_intake import CONFIDENTIAL, objections_to_sharing
from mingzheng.rulebook.verdict import refuse_if

from ..models import SharedIntake


@dataclass(frozen=True)
class ApplicationShared(Happened, kind="shared-intake.taken", begins=True):
    number: str
    application: str
    laboratory: str
    related: bool
    consent_by: str
    consented_on: date


@action(Role.MARKET, Role.TECHNICAL, clause=CONFIDENTIAL)
def share_application(
    application: str,
    *,
    laboratory: str,
    laboratory_uscc: str,
    consent_by: str,
    consented_on: date,
    safeguard: str = "",
    on: date,
    by: Actor,
) -> ApplicationShared:
    """One application, two orders; `consent_by` signed for the client, `safeguard` keeps impartiality with a related laboratory.

    Once the client took its consent back, it takes a new one to share the application again.
    """
    row = Application.objects.select_for_update().get(number=application)
    before = SharedIntake.objects.filter(application=row).values_list("consent_ended_on", flat=True)
    taken, ended = None in before, max(filter(None, before), default=None)
    related = related_on(on).filter(uscc=laboratory_uscc).exists()
    refuse_if(
        objections_to_social_credit_code(laboratory_uscc)
        + objections_to_sharing(
            row.status, laboratory, consent_by, consented_on, on,
            taken=taken, ended=ended, related=related, safeguard=safeguard,
        )
    )  # fmt: skip
    made = SharedIntake.objects.create(
        number=next_number(SharedIntake, "YZ", on.year),
        application=row,
        laboratory=laboratory.strip(),
        laboratory_uscc=laboratory_uscc,
        related=related,
        safeguard=safeguard.strip(),
        consent_by=consent_by.strip(),
        consented_on=consented_on,
        taken_on=on,
    )
    return ApplicationShared(
        made.number, application, made.laboratory, related, made.consent_by, consented_on
    )
