"""Auditors a body brings along when it moves in: one entry a person and standard (ISO/IEC 17021-1:2015 7.2)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from .accounts import (
    objections_to_competence,
    objections_to_login,
    objections_to_registration,
)
from .competence import AUDITING_GRADES, RegistrationGrade
from .engagement import ENDS_BEFORE_IT_BEGINS, objections_to_home
from .standards import Standard
from .verdict import Objection

NAME_DIFFERS = Objection("carried.name-differs", "ISO/IEC 17021-1:2015 7.4")
CONTRACT_WITHOUT_DAY = Objection("carried.contract-without-day", "ISO/IEC 17021-1:2015 7.3")
TRAINEE_LEADS = Objection("carried.trainee-leads", "ISO/IEC 17021-1:2015 7.2.5")
EVALUATED_IN_FUTURE = Objection("carried.in-future", "ISO/IEC 17021-1:2015 7.1.3")


@dataclass(frozen=True, slots=True)
class CarriedAuditor:
    """One person's registration for one standard, with the technical areas he is competent for under it."""

    login: str
    name_zh: str
    standard: Standard
    grade: RegistrationGrade
    number: str
    valid_from: date
    valid_until: date
    name_en: str = ""
    technical_codes: tuple[str, ...] = ()
    basis: str = ""  # of the competence
    evaluated_on: date | None = None
    full_time: bool = True
    main_employer: str = ""  # of a part-timer
    department: str = ""
    email: str = ""
    phone: str = ""
    home: str = ""  # region code, six digits
    languages: tuple[str, ...] = ()  # rulebook.engagement.Language
    contract_number: str = ""
    contract_from: date | None = None
    contract_until: date | None = None
    leads: bool = False  # authorised to lead teams
    leads_since: date | None = None


def objections_to(
    entry: CarriedAuditor,
    *,
    known_as: str | None,
    registered: Iterable[tuple[date, date]],
    by: str,
    on: date,
) -> Iterator[Objection]:
    """Why this entry cannot be taken; `field` of the details names what is wrong in it.

    `known_as` is the name of whoever has this login already, `registered` the days of the other registrations he has
    for the standard, `by` the login of who carries the entry in.
    """
    yield from (o.because(field="login") for o in objections_to_login(entry.login, taken=False))
    if known_as is not None and known_as != entry.name_zh:
        yield NAME_DIFFERS.because(field="login", login=entry.login, known=known_as, found=entry.name_zh)
    period = objections_to_registration(entry.valid_from, entry.valid_until, others=registered)
    yield from (o.because(field="valid_until") for o in period)
    if entry.evaluated_on and entry.evaluated_on > on:
        yield EVALUATED_IN_FUTURE.because(field="evaluated_on", day=entry.evaluated_on)
    if entry.leads_since and entry.leads_since > on:
        yield EVALUATED_IN_FUTURE.because(field="leads_since", day=entry.leads_since)
    if entry.leads and entry.grade not in AUDITING_GRADES:
        yield TRAINEE_LEADS.because(field="leads_since")
    yield from (o.because(field="home") for o in objections_to_home(entry.home))
    if entry.contract_number and entry.contract_from is None:
        yield CONTRACT_WITHOUT_DAY.because(field="contract_from")
    if entry.contract_from and entry.contract_until and entry.contract_until < entry.contract_from:
        yield ENDS_BEFORE_IT_BEGINS.because(field="contract_until")
    for code in entry.technical_codes:
        against = objections_to_competence(code, entry.basis, held=False, own=entry.login == by)
        yield from (o.because(field="technical_codes", code=code) for o in against)
