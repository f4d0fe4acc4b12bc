"""Who audited what in a month, as rows of the regulator's audit-result file: one for each certificate, stage and person.

Kind and number of a person's identity paper are not in the record; they stay empty, for whoever sends the file.
"""

from collections import defaultdict
from datetime import date

from mingzheng.office.certificates.models import Certificate
from mingzheng.office.library.models import Body
from mingzheng.office.programmes.models import Visit
from mingzheng.office.registration.models import Registration
from mingzheng.office.schedule.models import Assignment
from mingzheng.rulebook.competence import RegistrationGrade, TeamRole
from mingzheng.rulebook.indicators.meaning import Period
from mingzheng.rulebook.return_files import CODES

BEGINS, ENDS = "08:00:00", "17:00:00"
QUALIFICATIONS = {  # QUA_CODE
    RegistrationGrade.SENIOR: "01",
    RegistrationGrade.AUDITOR: "02",
    RegistrationGrade.TRAINEE: "03",
    RegistrationGrade.PRINCIPAL: "07",
}
EXPERT = "04"
Row = dict[str, str]


def audit_rows(month: date) -> list[Row]:
    """The audits that ended in a month, person by person, for the certificates they led to; five queries."""
    visits = list(
        Visit.objects.filter(held_on__range=Period.of(month.year, month.month).days)
        .order_by("held_on", "number")
        .prefetch_related("parts__certification")
    )
    teams: dict[int, list[Assignment]] = defaultdict(list)
    members = Assignment.objects.filter(visit__in=visits).select_related("person").order_by("pk")
    for member in members:
        teams[member.visit_id].append(member)
    numbers, grades = _numbers(visits), _registrations(teams)
    approval = Body.objects.values_list("approval_number", flat=True).first() or ""
    return [
        {
            "RZJG_ID": approval,
            "CERT_NUMBER": numbers[key, standard],
            **_visit(visit),
            **_member(member, standard, grades),
        }
        for visit in visits
        for key, standard in _parts(visit)
        for member in teams[visit.pk]
        if (key, standard) in numbers and standard in member.standards and member.role != TeamRole.WITNESS
    ]


def _parts(visit: Visit) -> list[tuple[int, str]]:
    return [(part.certification_id, part.certification.standard) for part in visit.parts.all()]


def _numbers(visits: list[Visit]) -> dict[tuple[int, str], str]:
    """The newest certificate of each certification that was visited; a stage 1 may have none yet."""
    of = {part.certification_id for visit in visits for part in visit.parts.all()}
    rows = Certificate.objects.filter(certification__in=of).order_by("pk")
    return {
        (key, standard): number
        for key, standard, number in rows.values_list("certification_id", "certification__standard", "number")
    }


def _registrations(teams: dict[int, list[Assignment]]) -> dict[tuple[int, str], Registration]:
    people = {member.person_id for team in teams.values() for member in team}
    rows = Registration.objects.filter(person__in=people).order_by("valid_until")
    return {(row.person_id, row.standard): row for row in rows}


def _visit(visit: Visit) -> Row:
    return {
        "APPR_STAGE": CODES.stage[visit.kind],
        "APPR_S_DATE": f"{visit.begun_on or visit.held_on} {BEGINS}",
        "APPR_E_DATE": f"{visit.held_on} {ENDS}",
    }


def _member(member: Assignment, standard: str, grades: dict[tuple[int, str], Registration]) -> Row:
    held = grades.get((member.person_id, standard))
    expert = member.role == TeamRole.EXPERT
    return {
        "FULL_NAME": member.person.name_zh,
        "APPR_M_ROLE": CODES.role.get(member.role, CODES.role["auditor"]),
        "QUA_CODE": EXPERT if expert or not held else QUALIFICATIONS[RegistrationGrade(held.grade)],
        "APT_CERTI_NUM": held.number if held and not expert else member.person.login,
        "IS_PROF_M": "1" if member.codes.get(standard) else "0",
        "IS_SPECIAL": "1" if member.person.full_time else "0",
    }
