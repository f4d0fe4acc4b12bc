"""Who audited what in a month, as rows of the regulator's audit-result file: one for each certificate, stage and person.

Kind and number of a person's identity paper are not in the record; they stay empty, for whoever sends the file.
"""

from collections import defaultdict
from datetime import date

from mingzheng.office.certificates.models import Certificate
from mingzheng.office.decisions.models import Decision
from mingzheng.office.library.models import Body
from mingzheng.office.programmes.models import Visit, VisitPart
from mingzheng.office.registration.models import Registration
from mingzheng.office.schedule.models import Assignment
from mingzheng.rulebook.competence import RegistrationGrade, TeamRole
from mingzheng.rulebook.return_files import CODES

from .certificate_rows import events_of

BEGINS, ENDS = "08:00:00", "17:00:00"
QUALIFICATIONS = {  # QUA_CODE
    RegistrationGrade.SENIOR: "01",
    RegistrationGrade.AUDITOR: "02",
    RegistrationGrade.TRAINEE: "03",
    RegistrationGrade.PRINCIPAL: "07",
}
EXPERT = "04"
GRANTED = "certificate.issued"
FROM_AN_AUDIT = (GRANTED, "certificate.renewed", "certificate.surveillance-recorded")
Row = dict[str, str]


def audit_rows(month: date) -> list[Row]:
    """The audits behind what the certificate file of the month tells, person by person; six queries.

    They go with the certificate they led to, whatever month they were held in: before, there is none to name.
    """
    held = _audited(month)
    visits = {visit.pk: visit for _, visit in held}
    teams: dict[int, list[Assignment]] = defaultdict(list)
    for member in Assignment.objects.filter(visit__in=visits).select_related("person").order_by("pk"):
        teams[member.visit_id].append(member)
    grades = _registrations(teams)
    approval = Body.objects.values_list("approval_number", flat=True).first() or ""
    return [
        {
            "RZJG_ID": approval,
            "CERT_NUMBER": certificate.number,
            **_visit(visit),
            **_member(member, certificate.certification.standard, grades),
        }
        for certificate, visit in held
        for member in teams[visit.pk]
        if certificate.certification.standard in member.standards and member.role != TeamRole.WITNESS
    ]


def _audited(month: date) -> list[tuple[Certificate, Visit]]:
    """Each certificate granted, renewed or surveilled in a month with the visit it was decided on; a first one also with
    its stage 1."""
    told = [event for event in events_of(month) if event.kind in FROM_AN_AUDIT]
    certificates = Certificate.objects.select_related("certification").in_bulk(
        [event.facts["number"] for event in told], field_name="number"
    )
    decided = Decision.objects.filter(number__in=[event.facts["decision"] for event in told])
    decisions = {one.number: one for one in decided.select_related("audit__visit")}
    firsts = {certificates[event.facts["number"]].certification_id for event in told if event.kind == GRANTED}
    parts = VisitPart.objects.filter(
        certification__in=firsts, visit__kind="stage1", visit__held_on__isnull=False
    )
    stage1 = {
        part.certification_id: part.visit for part in parts.select_related("visit").order_by("visit__held_on")
    }
    found = []
    for event in told:
        certificate, decision = certificates[event.facts["number"]], decisions[event.facts["decision"]]
        if event.kind == GRANTED and (first := stage1.get(certificate.certification_id)):
            found.append((certificate, first))
        if decision.audit:
            found.append((certificate, decision.audit.visit))
    return found


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
