"""A candidate as the rulebook judges him: what is in the record of his experience, education and papers."""

from datetime import date

from mingzheng.office.files.models import Paper
from mingzheng.rulebook.candidacy import CandidacyKind, Candidate
from mingzheng.rulebook.competence import RegistrationGrade
from mingzheng.rulebook.registration import AuditLog, Education

from .models import Candidacy, Registration
from .queries import hours_of, log_elsewhere, valid


def held_by(candidacy: Candidacy, on: date) -> Registration | None:
    """The registration the candidate holds for the standard today."""
    return valid(on).filter(person=candidacy.person, standard=candidacy.standard).first()


def counts_since(candidacy: Candidacy, held: Registration | None) -> date:
    """From when on experience and education count: for registering again since the registration held began."""
    return held.valid_from if held and candidacy.kind == CandidacyKind.RENEW else date.min


def candidate(candidacy: Candidacy, held_here: AuditLog, on: date) -> Candidate:
    """`held_here`: his audits for this body since :func:`counts_since`."""
    person, standard, held = candidacy.person, candidacy.standard, held_by(candidacy, on)
    since = counts_since(candidacy, held)
    hours, field_hours = hours_of(person, standard, since, on)
    papers = Paper.objects.filter(subject=f"person:{person.login}").values_list("kind", flat=True)
    overdue = held and held.confirm_by and held.confirm_by < on
    return Candidate(
        kind=CandidacyKind(candidacy.kind),
        grade=RegistrationGrade(candidacy.grade),
        education=Education(candidacy.education),
        work_years=candidacy.work_years,
        field_years=candidacy.field_years,
        log=held_here + log_elsewhere(person, standard, since, on),
        cpd_hours=hours,
        cpd_field_hours=field_hours,
        valid_until=held.valid_until if held else None,
        unconfirmed=held.confirm_by if held and overdue else None,
        papers=frozenset(papers),
    )
