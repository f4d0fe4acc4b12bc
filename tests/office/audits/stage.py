"""An audit set up for the tests of its actions: a visit with a leader, a member and a plan."""

from datetime import date

from mingzheng.office.audits.actions.close_audit import close_audit
from mingzheng.office.audits.actions.open_audit import open_audit
from mingzheng.office.audits.actions.record_evidence import record_evidence
from mingzheng.office.audits.minutes import Attendee, Minutes
from mingzheng.office.audits.models import Audit
from mingzheng.office.people.models import Person
from mingzheng.office.programmes.models import Visit
from mingzheng.office.record.models import Event
from mingzheng.office.schedule.models import PlanLine
from mingzheng.rulebook.on_site import POINTS, Meeting
from mingzheng.rulebook.standards import Standard
from tests import rows

DAY = rows.DAY


def sent(kind="surveillance", standards=("QMS",), clauses="8.5, 9.2", **more) -> tuple[Visit, Person]:
    """A visit with a team and a plan on DAY, and its leader "liu"; "chen" is a member."""
    agreed = rows.contract(standards)
    visit = rows.visit(kind, [rows.certification(s, contract=agreed) for s in standards])
    leader, member = rows.auditor("liu"), rows.auditor("chen")
    rows.team(visit, leader, member, **more)
    PlanLine.objects.create(
        visit=visit,
        day=DAY,
        starts_at="09:30",
        ends_at="16:00",
        auditor=leader,
        department="生产部",
        standards=list(standards),
        clauses=clauses,
    )
    return visit, leader


def minutes(meeting=Meeting.OPENING, **more) -> Minutes:
    return Minutes(
        **{
            "held_on": DAY,
            "starts": "09:00",
            "ends": "09:30",
            "team": ["liu", "chen"],
            "client": [Attendee("示例经理", "管理层", "管理者代表")],
            "said": list(POINTS[meeting]),
            **more,
        }
    )


def opened(**more) -> tuple[Audit, Person]:
    visit, leader = sent(**more)
    open_audit(visit.number, minutes(), on=DAY, by=leader)
    return Audit.objects.select_related("visit__client").get(visit=visit), leader


def look(audit: Audit, by: Person, standard="QMS", clause="8.5.1", **more):
    """Record evidence under a clause."""
    told = {"department": "生产部", "evidence": "查 7 月生产记录 3 份，符合要求。", "conforms": True, **more}
    return record_evidence(audit.number, standard=Standard(standard), clause=clause, on=DAY, by=by, **told)


def closed(standards=("QMS",), **more) -> tuple[Audit, Person]:
    audit, leader = opened(standards=standards, **more)
    for standard in standards:
        look(audit, leader, standard, "8.5.1" if standard == "QMS" else "8.1")
        look(audit, leader, standard, "9.2")
    return close(audit, leader)


def close(audit: Audit, leader: Person) -> tuple[Audit, Person]:
    close_audit(audit.number, minutes(Meeting.CLOSING), on=DAY, by=leader)
    audit.refresh_from_db()
    return audit, leader


def told(kind: str) -> Event:
    """The one event of this kind."""
    return Event.objects.get(kind=kind)


def days_after(n: int) -> date:
    return date.fromordinal(DAY.toordinal() + n)
