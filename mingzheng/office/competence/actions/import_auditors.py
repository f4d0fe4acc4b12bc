"""Carry auditors in from the register of an earlier system 接转审核员台账 — ISO/IEC 17021-1:2015 7.2.

One entry a person and standard: the registration, and the technical areas the person is competent for under it. All of
a file or nothing. Who is new gets the role of an auditor and no password.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from mingzheng.office.people.models import Employment, Person
from mingzheng.office.people.names import searchable
from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.registration.entering import entered
from mingzheng.office.registration.models import Registration
from mingzheng.rulebook import carried_auditors as rules
from mingzheng.rulebook.carried_auditors import CarriedAuditor
from mingzheng.rulebook.competence import AuthorisationKind, RegistrationGrade
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Objection, refuse_if
from mingzheng.rulebook.witnessing import confirm_by, review_by

from ..models import Authorisation, Competence
from .authorise_person import PersonAuthorised

CLAUSE = "ISO/IEC 17021-1:2015 7.2.1"
LEADING_BASIS = "接转原系统的组长资格授权"
AT_ONCE = 500  # rows a statement
KNOWN_ALREADY = Objection("carried.known", "ISO/IEC 17021-1:2015 9.9.1")
Period = tuple[date, date]


@dataclass(frozen=True)
class AuditorCarriedIn(Happened, kind="person.carried-in"):
    login: str
    name: str
    standard: Standard
    grade: RegistrationGrade
    number: str
    valid_from: date
    valid_until: date
    codes: str


@dataclass
class Known:
    """Who is known, and as what; grows with each entry that may be taken."""

    names: dict[str, str] = field(
        default_factory=lambda: dict(Person.objects.values_list("login", "name_zh"))
    )
    registered: dict[tuple[str, str], dict[str, Period]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rows = Registration.objects.values_list(
            "person__login", "standard", "number", "valid_from", "valid_until"
        )
        for login, standard, number, first, last in rows:
            self.registered.setdefault((login, standard), {})[number] = (first, last)


def standing(entries: Sequence[CarriedAuditor], on: date, by: Actor) -> list[list[Objection]]:
    """For each entry what stands against taking it; an earlier one of the same file comes first."""
    known = Known()
    return [_against(entry, known, on, by) for entry in entries]


def _against(entry: CarriedAuditor, known: Known, on: date, by: Actor) -> list[Objection]:
    held = known.registered.setdefault((entry.login, entry.standard), {})
    period = (entry.valid_from, entry.valid_until)
    if held.get(entry.number) == period and known.names.get(entry.login) == entry.name_zh:
        return [KNOWN_ALREADY.because(field="number")]
    against = list(
        rules.objections_to(
            entry,
            known_as=known.names.get(entry.login),
            registered=held.values(),
            by=by.login,
            on=on,
        )
    )
    if not against:
        held[entry.number] = period
        known.names[entry.login] = entry.name_zh
    return against


@action(Role.ADMINISTRATOR, clause=CLAUSE)
def import_auditors(
    entries: Sequence[CarriedAuditor], *, on: date, by: Actor
) -> list[AuditorCarriedIn | PersonAuthorised]:
    """Refused when `standing` has an objection to any entry: whoever calls leaves those out."""
    refuse_if(objection for against in standing(entries, on, by) for objection in against)
    persons = _persons(entries)
    Employment.objects.bulk_create(_contracts(entries, persons), batch_size=AT_ONCE)
    Registration.objects.bulk_create(
        (_registration(entry, persons[entry.login], on) for entry in entries), batch_size=AT_ONCE
    )
    leaders = _leaders(entries, persons, on)
    Authorisation.objects.bulk_create(leaders, batch_size=AT_ONCE)
    held = set(Competence.objects.filter(ended_on=None).values_list("person__login", "standard", "code"))
    wanted: dict[tuple[str, str, str], CarriedAuditor] = {}
    for entry in entries:
        for code in entry.technical_codes:
            if (key := (entry.login, str(entry.standard), code)) not in held:
                wanted.setdefault(key, entry)
    Competence.objects.bulk_create(
        (
            Competence(
                person=persons[login],
                standard=standard,
                code=code,
                basis=entry.basis,
                evaluated_on=entry.evaluated_on or on,
                evaluated_by=by.login,
                review_by=review_by(entry.evaluated_on or on),
            )
            for (login, standard, code), entry in wanted.items()
        ),
        batch_size=AT_ONCE,
    )
    authorised = [PersonAuthorised(one.person.login, AuthorisationKind.LEADER, one.basis) for one in leaders]
    return [*map(_carried, entries), *authorised]


def _persons(entries: Sequence[CarriedAuditor]) -> dict[str, Person]:
    """Everyone the entries are about; who is new is made, who is not yet an auditor becomes one."""
    wanted = {entry.login: entry for entry in reversed(entries)}
    persons = {person.login: person for person in Person.objects.all() if person.login in wanted}
    becoming = [person for person in persons.values() if Role.AUDITOR not in person.roles]
    for person in becoming:
        person.roles = [*person.roles, Role.AUDITOR]
    Person.objects.bulk_update(becoming, ["roles"])
    new = [_person(entry) for login, entry in wanted.items() if login not in persons]
    return persons | {person.login: person for person in Person.objects.bulk_create(new, batch_size=AT_ONCE)}


def _person(entry: CarriedAuditor) -> Person:
    person = Person(
        login=entry.login,
        name_zh=entry.name_zh,
        name_en=entry.name_en,
        pinyin=searchable(entry.name_zh),
        email=entry.email,
        phone=entry.phone,
        department=entry.department,
        full_time=entry.full_time,
        main_employer=entry.main_employer,
        home=entry.home,
        languages=list(entry.languages),
        roles=[Role.AUDITOR],
    )
    person.set_unusable_password()
    return person


def _contracts(entries: Sequence[CarriedAuditor], persons: dict[str, Person]) -> list[Employment]:
    """The contract of each person whose row tells of one, once; who has contracts here keeps those."""
    known = set(Employment.objects.values_list("person__login", flat=True))
    told = {entry.login: (entry, first) for entry in reversed(entries) if (first := entry.contract_from)}
    return [
        Employment(
            person=persons[login],
            number=entry.contract_number or entry.number,
            full_time=entry.full_time,
            first_day=first,
            last_day=entry.contract_until,
        )
        for login, (entry, first) in told.items()
        if login not in known
    ]


def _leaders(entries: Sequence[CarriedAuditor], persons: dict[str, Person], on: date) -> list[Authorisation]:
    """The authorisation to lead of each person whose row tells of one, once; confirmed again within the year."""
    kind = AuthorisationKind.LEADER
    known = set(
        Authorisation.objects.filter(kind=kind, ended_on=None).values_list("person__login", flat=True)
    )
    told = {entry.login: entry for entry in reversed(entries) if entry.leads and entry.login not in known}
    return [
        Authorisation(
            person=persons[login],
            kind=kind,
            since=entry.leads_since or on,
            basis=f"{LEADING_BASIS}；{entry.basis}",
            confirm_by=confirm_by(on),
        )
        for login, entry in told.items()
    ]


def _registration(entry: CarriedAuditor, person: Person, on: date) -> Registration:
    return entered(
        person=person,
        standard=entry.standard,
        grade=entry.grade,
        number=entry.number,
        valid_from=entry.valid_from,
        valid_until=entry.valid_until,
        on=on,
    )


def _carried(entry: CarriedAuditor) -> AuditorCarriedIn:
    return AuditorCarriedIn(
        login=entry.login,
        name=entry.name_zh,
        standard=entry.standard,
        grade=entry.grade,
        number=entry.number,
        valid_from=entry.valid_from,
        valid_until=entry.valid_until,
        codes=" ".join(entry.technical_codes),
    )
