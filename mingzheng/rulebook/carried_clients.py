"""Clients a body brings along when it moves in, and what may be taken of them (ISO/IEC 17021-1:2015 8.5)."""

from collections.abc import Iterator
from dataclasses import dataclass

from .identifiers import (
    ORGANISATION_CODE_LENGTH,
    objections_to_organisation_code,
    objections_to_social_credit_code,
)
from .verdict import Objection

CONTACT_CANNOT_BE_REACHED = Objection("client.contact-cannot-be-reached", "ISO/IEC 17021-1:2015 8.5")


@dataclass(frozen=True, slots=True)
class CarriedClient:
    """One client as a register tells it. Strings that are not known are empty."""

    uscc: str  # or the organisation code of the older edition, or a foreign registration
    name_zh: str
    foreign: bool = False
    name_en: str = ""
    former_names: tuple[str, ...] = ()
    address_zh: str = ""
    address_en: str = ""
    district: str = ""
    industry: str = ""
    legal_representative: str = ""
    employees: int | None = None
    contact: str = ""
    phone: str = ""
    email: str = ""


def objections_to_code(code: str, *, foreign: bool) -> list[Objection]:
    """What is wrong with the code a client is known by; a foreign registration may look like anything."""
    if foreign:
        return []
    if len(code) == ORGANISATION_CODE_LENGTH:
        return objections_to_organisation_code(code)
    return objections_to_social_credit_code(code)


def objections_to(entry: CarriedClient) -> Iterator[Objection]:
    """Why this client cannot be taken; `field` of the details names what is wrong in the entry."""
    yield from (o.because(field="uscc") for o in objections_to_code(entry.uscc, foreign=entry.foreign))
    if entry.contact and not (entry.phone or entry.email):
        yield CONTACT_CANNOT_BE_REACHED.because(field="contact")
