"""Enter what the body was before: its names, approvals and seats of old 登记沿革 — ISO/IEC 17021-1:2015 5.1.1."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.numbers import next_number
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Body, FormerProfile
from ..queries import objections_to_former


@dataclass(frozen=True)
class FormerProfileEntered(Happened, kind="former-profile.entered", begins=True):
    number: str
    name: str
    approval_number: str
    valid_from: date
    valid_until: date
    because: str


@action(Role.ADMINISTRATOR, Role.DIRECTOR, clause="ISO/IEC 17021-1:2015 5.1.1")
def enter_former_profile(
    *,
    name_zh: str,
    name_en: str,
    approval_number: str,
    accreditation_number: str = "",
    uscc: str = "",
    address_zh: str = "",
    address_en: str = "",
    valid_from: date,
    valid_until: date,
    because_zh: str = "",
    because_en: str = "",
    on: date,
    by: Actor,
) -> FormerProfileEntered:
    """Both days included. Code and address are as now where none is given. How it was reached then is not asked: who reads an old paper reaches the body as it is now."""
    Body.objects.select_for_update().first()  # whoever changes what it is now waits
    refuse_if(objections_to_former(valid_from, valid_until, on))
    seat = {"uscc": uscc.strip(), "address_zh": address_zh.strip(), "address_en": address_en.strip()}
    row = FormerProfile.objects.create(
        number=next_number(FormerProfile, "JD", on.year),
        said={
            "name_zh": name_zh,
            "name_en": name_en,
            "approval_number": approval_number,
            "accreditation_number": accreditation_number,
            **{name: said for name, said in seat.items() if said},
        },
        valid_from=valid_from,
        valid_until=valid_until,
        because_zh=because_zh.strip(),
        because_en=because_en.strip(),
    )
    return FormerProfileEntered(row.number, name_zh, approval_number, valid_from, valid_until, row.because_zh)
