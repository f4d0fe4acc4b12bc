"""Rows of earlier stages for the tests of a later one, made directly. What a test is about goes through the actions."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import count

from mingzheng.office.audits.models import Audit, Conclusion
from mingzheng.office.clients.models import Client
from mingzheng.office.competence.models import Authorisation, Competence
from mingzheng.office.contracts.models import Application, Contract, TransferReview
from mingzheng.office.decisions.models import Decision, Review
from mingzheng.office.people.models import Insurance, Person
from mingzheng.office.programmes.models import Certification, Cycle, Visit, VisitPart
from mingzheng.office.registration.models import Registration
from mingzheng.office.schedule.models import Appointment, Assignment, Booking
from mingzheng.rulebook.engagement import DeclarationKind
from mingzheng.rulebook.transfer import Point

DAY = date(2026, 3, 2)
_running = count(1001)  # the office counts from 1
CODES = {"QMS": ["17.10.02"], "EMS": ["17.10.02"], "OHSMS": ["17.10.02"]}


def client(**more) -> Client:
    number = next(_running)
    return Client.objects.create(
        **{
            "uscc": f"TEST{number:014d}",
            "name_zh": f"示例第{number}制造有限公司",
            "name_en": f"Sample Manufacturing No. {number} Co., Ltd.",
            "address_zh": "示例省示例市示例路1号",
            "address_en": "1 Sample Road, Sample City",
            **more,
        }
    )


def signed(person: Person) -> Person:
    """Nothing is left for him to sign, whatever day it is."""
    for kind in DeclarationKind:
        person.declarations.create(kind=kind, signed_on=DAY, valid_until=date(2099, 12, 31))
    return person


def contract(standards=("QMS",), **more) -> Contract:
    owner = more.pop("client", None) or client()
    return Contract.objects.create(
        **{
            "number": f"HT2026-{next(_running):04d}",
            "client": owner,
            "standards": list(standards),
            "offered_on": DAY,
            "signed_on": DAY,
            **more,
        }
    )


def certification(standard="QMS", **more) -> Certification:
    agreed = more.pop("contract", None) or contract([standard])
    made = Certification.objects.create(
        **{
            "client": agreed.client,
            "contract": agreed,
            "standard": standard,
            "scope_zh": "机械零件的生产",
            "scope_en": "Manufacture of machine parts",
            "technical_codes": CODES[standard],
            "complexity": "medium",
            "personnel": 85,
            "opened_on": DAY,
            **more,
        }
    )
    Cycle.objects.create(
        certification=made, number=0, surveillance_days=Decimal("2.0"), recertification_days=Decimal("4.0")
    )
    return made


def taken_over(standard="QMS", *, surveillances=1, **more) -> Certification:
    """A certification that another body began: reviewed, agreed, and nothing decided yet. `more` is of the review."""
    number = next(_running)
    application = Application.objects.create(
        number=f"SQ2026-{number:04d}",
        token=f"token-{number}",
        status="accepted",
        standards=[standard],
        begun_on=DAY,
    )
    review = TransferReview.objects.create(
        **{
            "application": application,
            "standard": standard,
            "body": "另一认证有限公司",
            "certificate": f"01624Q{number:05d}R1M",
            "approval": "CNCA-R-2002-016",
            "first_issued_on": date(2021, 9, 10),
            "issued_on": date(2024, 9, 10),
            "expires_on": date(2027, 9, 9),
            "cycle_number": 1,
            "surveillances": surveillances,
            "last_audit_on": date(2025, 8, 20) if surveillances else None,
            "points": {str(point): "已核实" for point in Point},
            "reviewed_by": Person.objects.get_or_create(
                login="liang", defaults={"name_zh": "梁评审", "roles": ["technical"]}
            )[0],
            "reviewed_on": DAY,
            **more,
        }
    )
    agreed = contract([standard], application=application)
    made = certification(standard, contract=agreed, transfer=review)
    made.cycles.update(number=review.cycle_number)
    return made


def visit(kind="stage2", certifications=None, days="2.0", **more) -> Visit:
    parts = certifications or [certification()]
    made = Visit.objects.create(
        **{
            "number": f"XM2026-{next(_running):04d}",
            "client": parts[0].client,
            "contract": parts[0].contract,
            "kind": kind,
            "earliest": DAY,
            "latest": DAY + timedelta(days=300),
            **more,
        }
    )
    for part in parts:
        VisitPart.objects.create(
            visit=made, certification=part, cycle=part.cycles.latest("number"), days=Decimal(days)
        )
    return made


def auditor(login: str, standards=("QMS", "EMS", "OHSMS"), *, grade="auditor", leads=True, **more) -> Person:
    made = Person.objects.create(
        **{"login": login, "name_zh": f"审核员{login}", "roles": ["auditor"], **more}
    )
    for standard in standards:
        Registration.objects.create(
            person=made,
            standard=standard,
            grade=grade,
            number=f"N1-{login}-{standard}",
            valid_from=date(2025, 1, 1),
            valid_until=date(2027, 12, 31),
        )
        for code in CODES[standard]:
            Competence.objects.create(
                person=made,
                standard=standard,
                code=code,
                basis="学历与从业经历",
                evaluated_on=date(2025, 1, 1),
                evaluated_by="competence_evaluator",
            )
    if leads:
        authorised(made, "leader")
    insured(made)
    return made


def insured(person: Person) -> Insurance:
    days = {"first_day": date(2025, 1, 1), "last_day": date(2027, 12, 31)}
    return Insurance.objects.create(
        person=person, kind="accident", insurer="示例财险", number=person.login, **days
    )


def authorised(person: Person, kind: str) -> Authorisation:
    return Authorisation.objects.create(person=person, kind=kind, since=date(2025, 1, 1), basis="见证审核")


def team(on_visit: Visit, leader: Person, *members: Person, starts_on=DAY, ends_on=None) -> Appointment:
    made = Appointment.objects.create(
        visit=on_visit, starts_on=starts_on, ends_on=ends_on or starts_on, announced_on=starts_on
    )
    standards = [part.certification.standard for part in on_visit.parts.select_related("certification")]
    for person in (leader, *members):
        Assignment.objects.create(
            visit=on_visit,
            person=person,
            role="leader" if person is leader else "auditor",
            standards=standards,
            codes={standard: CODES[standard] for standard in standards},
        )
        for half in ("am", "pm"):
            Booking.objects.create(person=person, day=starts_on, half=half, visit=on_visit)
    return made


def audit(on_visit: Visit | None = None, *, handed_in=True, **more) -> Audit:
    """A finished audit with no findings, recommended for every standard; needs its visit to have a team."""
    on_visit = on_visit or visit()
    made = Audit.objects.create(
        **{
            "visit": on_visit,
            "opened_on": DAY,
            "closed_on": DAY,
            "summary": "体系运行有效",
            "reported_on": DAY if handed_in else None,
            "handed_in_on": DAY if handed_in else None,
            **more,
        }
    )
    for part in on_visit.parts.select_related("certification"):
        Conclusion.objects.create(
            audit=made, standard=part.certification.standard, recommended=True, text="推荐"
        )
    return made


def decision(act="grant", certification_=None, *, reviewed=True, **more) -> Decision:
    """Made by decision_maker; about an audit, its file passed review that day."""
    made = Decision.objects.create(
        **{
            "number": f"JD2026-{next(_running):04d}",
            "certification": certification_ or certification(),
            "act": act,
            "decided_on": DAY,
            "decided_by": "decision_maker",
            **more,
        }
    )
    if made.audit and reviewed:
        Review.objects.get_or_create(
            audit=made.audit,
            standard=made.certification.standard,
            passed=True,
            defaults={"reviewed_by": "reviewer", "reviewed_on": made.decided_on},
        )
    return made
