"""Persons of the body: their accounts and roles, registrations, competence, leave (ISO/IEC 17021-1:2015 5.2, 6.1, 7, 8.4)."""

import re
from collections.abc import Collection, Iterable
from datetime import date

from .roles import HELD_BY_PERSONS, Role
from .standards import Standard
from .verdict import NOT_YOURS, Objection

LOGIN_SHAPE = re.compile(r"[a-z][a-z0-9._-]{1,39}")
CODE_SHAPE = re.compile(r"\d{2}(\.\d{2}){0,2}")

LOGIN_UNFIT = Objection("account.login-unfit", "ISO/IEC 17021-1:2015 8.4")
LOGIN_TAKEN = Objection("account.login-taken", "ISO/IEC 17021-1:2015 8.4")
ROLE_HELD = Objection("account.role-held", "ISO/IEC 17021-1:2015 6.1.3")
ROLE_NOT_HELD = Objection("account.role-not-held", "ISO/IEC 17021-1:2015 6.1.3")
NOT_A_PERSONS_ROLE = Objection("account.not-a-persons-role", "ISO/IEC 17021-1:2015 6.1.3")
LAST_ADMINISTRATOR = Objection("account.last-administrator", "ISO/IEC 17021-1:2015 8.4")
ALREADY_CLOSED = Objection("account.already-closed", "ISO/IEC 17021-1:2015 8.4")
ENDS_BEFORE_IT_BEGINS = Objection("person.ends-before-it-begins", "ISO/IEC 17021-1:2015 7.2.1")
ENDS_LATER = Objection("person.ends-later", "ISO/IEC 17021-1:2015 7.2.1")
GREEN_IS_OF_PRODUCTS = Objection("person.green-is-of-products", "CCAA-101")
REGISTRATIONS_OVERLAP = Objection("person.registrations-overlap", "ISO/IEC 17021-1:2015 7.2.1")
CODE_UNFIT = Objection("person.code-unfit", "ISO/IEC 17021-1:2015 7.1.2")
NO_BASIS = Objection("person.no-basis", "ISO/IEC 17021-1:2015 7.1.3")
COMPETENCE_HELD = Objection("person.competence-held", "ISO/IEC 17021-1:2015 7.1.3")
AUTHORISED_ALREADY = Objection("person.authorised-already", "ISO/IEC 17021-1:2015 7.2.5")
NOT_AUTHORISED = Objection("person.not-authorised", "ISO/IEC 17021-1:2015 7.2.5")
NOT_ENDED_YET = Objection("person.not-ended-yet", "ISO/IEC 17021-1:2015 5.2.10")
OWN_COMPETENCE = Objection("person.own-competence", "ISO/IEC 17021-1:2015 7.1.3")


def objections_to_login(login: str, *, taken: bool) -> list[Objection]:
    """May a new person be called this?"""
    unfit = [] if LOGIN_SHAPE.fullmatch(login) else [LOGIN_UNFIT]
    return unfit + ([LOGIN_TAKEN] if taken else [])


def objections_to_granting(role: Role, *, held: Collection[str]) -> list[Objection]:
    if role not in HELD_BY_PERSONS:
        return [NOT_A_PERSONS_ROLE]
    return [ROLE_HELD] if role in held else []


def objections_to_revoking(role: Role, *, held: Collection[str], others: int) -> list[Objection]:
    """`others` hold the role as well. Somebody must always be able to open accounts."""
    if role not in held:
        return [ROLE_NOT_HELD]
    return [LAST_ADMINISTRATOR] if role is Role.ADMINISTRATOR and others < 1 else []


def objections_to_closing(*, open_now: bool, roles: Collection[str], others: int) -> list[Objection]:
    """`others` are administrators as well."""
    if not open_now:
        return [ALREADY_CLOSED]
    return [LAST_ADMINISTRATOR] if Role.ADMINISTRATOR in roles and others < 1 else []


def objections_to_registration(
    valid_from: date, valid_until: date, *, others: Iterable[tuple[date, date]]
) -> list[Objection]:
    """`others` are the first and last days of the registrations the person has for the same standard."""
    if valid_until < valid_from:
        return [ENDS_BEFORE_IT_BEGINS]
    overlapping = [first for first, last in others if first <= valid_until and valid_from <= last]
    return [REGISTRATIONS_OVERLAP] if overlapping else []


def objections_to_green(standard: Standard, *, green: bool) -> list[Objection]:
    """Is it a registration that can be one of an inspector of green products? Products alone are green."""
    return [GREEN_IS_OF_PRODUCTS] if green and standard is not Standard.PRODUCT else []


def objections_to_competence(code: str, basis: str, *, held: bool, own: bool) -> list[Objection]:
    """Competence is evaluated by another person, on a stated basis."""
    return [
        objection
        for objection, stands in [
            (CODE_UNFIT, not CODE_SHAPE.fullmatch(code)),
            (NO_BASIS, not basis.strip()),
            (COMPETENCE_HELD, held),
            (OWN_COMPETENCE, own),
        ]
        if stands
    ]


def objections_to_authorising(basis: str, *, held: bool, own: bool) -> list[Objection]:
    """Nobody is authorised twice for the same, without a basis, or by himself."""
    return [
        *([] if basis.strip() else [NO_BASIS]),
        *([AUTHORISED_ALREADY] if held else []),
        *([OWN_COMPETENCE] if own else []),
    ]


def objections_to_leave(first_day: date, last_day: date, *, may: bool) -> list[Objection]:
    if not may:
        return [NOT_YOURS]
    return [ENDS_BEFORE_IT_BEGINS] if last_day < first_day else []


def objections_to_registration_end(valid_from: date, valid_until: date, ends_on: date) -> list[Objection]:
    """A registration can be cut short, not drawn out."""
    if ends_on < valid_from:
        return [ENDS_BEFORE_IT_BEGINS]
    return [ENDS_LATER] if ends_on > valid_until else []


def objections_to_ending(ended_on: date, on: date) -> list[Objection]:
    """What has ended, ended today or before."""
    return [NOT_ENDED_YET] if ended_on > on else []


def objections_to_touching(*, may: bool) -> list[Objection]:
    """What concerns one person is his own affair and that of those who look after it."""
    return [] if may else [NOT_YOURS]
