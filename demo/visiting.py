"""A visit on site, its file, the review and the decision, standard by standard."""

from collections.abc import Iterable
from datetime import date, timedelta

from mingzheng.office.audits.actions.answer_finding import answer_finding
from mingzheng.office.audits.actions.close_audit import close_audit
from mingzheng.office.audits.actions.conclude import conclude
from mingzheng.office.audits.actions.hand_in_file import hand_in_file
from mingzheng.office.audits.actions.open_audit import open_audit
from mingzheng.office.audits.actions.raise_finding import raise_finding
from mingzheng.office.audits.actions.record_evidence import record_evidence
from mingzheng.office.audits.actions.report_audit import report_audit
from mingzheng.office.audits.actions.verify_finding import verify_finding
from mingzheng.office.audits.models import Finding
from mingzheng.office.certificates.queries import facts_of
from mingzheng.office.decisions.actions.answer_return import answer_return
from mingzheng.office.decisions.actions.decide_audit import decide_audit
from mingzheng.office.decisions.actions.review_file import review_file
from mingzheng.office.decisions.made import Grounds
from mingzheng.office.people.models import Person
from mingzheng.office.programmes.models import Visit
from mingzheng.office.schedule.models import PlanLine
from mingzheng.office.schedule.queries import appointment_of, team_of
from mingzheng.rulebook.clauses import numbers_in
from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.findings import Grade
from mingzheng.rulebook.review import Quality, Section
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard

from .arranging import arranged
from .case import Case
from .meetings import CAUSE, CORRECTION, CORRECTIVE_ACTION, VERIFICATION, minutes, seen, wanting
from .world import Story

ARRANGED_BEFORE = 26  # days between making the arrangements and the visit
RETURNED = {
    Section.RECORDS: "8.2 应急准备的审核记录未注明抽样数量。",
    Section.REPORT: "报告未描述外包过程的控制。",
}


def visited(case: Case, number: str, wanted: date) -> Story:
    """From the arrangements to the file in the reviewers' hands; a stage 1 ends with its report."""
    world, kind = case.world, Visit.objects.values_list("kind", flat=True).get(number=number)
    if case.fate.visit_in is not None and case.halts_at(kind):
        wanted = world.today + timedelta(days=case.fate.visit_in)
    yield world.later(max(1, (wanted - world.on).days - ARRANGED_BEFORE))
    yield from arranged(case, number, wanted)
    yield from _on_site(case, number)
    visit = Visit.objects.get(number=number)
    leader = team_of(visit)[0].person
    if visit.kind != "stage1":
        world.try_in_vain(hand_in_file, number, by=leader)
    yield from _findings_closed(case, visit, leader)
    yield from _reported(case, visit, leader)


def _on_site(case: Case, number: str) -> Story:
    """Day by day, from the opening to the closing meeting; each auditor writes down what he saw."""
    world = case.world
    visit = Visit.objects.select_related("client").get(number=number)
    appointment, team = appointment_of(visit), [member.person for member in team_of(visit)]
    assert appointment
    yield appointment.starts_on
    open_audit(number, minutes(case, "opening", world.on, team), on=world.on, by=team[0])
    lines = list(
        PlanLine.objects.filter(visit=visit).select_related("auditor").order_by("day", "starts_at", "pk")
    )
    while True:
        _recorded(case, number, (line for line in lines if line.day == world.on and line.clauses))
        case.reached(f"{visit.kind}:under_audit")
        if world.on == appointment.ends_on:
            break
        yield world.later(1)
    _raised(case, visit, [line for line in lines if line.clauses], team[0])
    close_audit(number, minutes(case, "closing", world.on, team), on=world.on, by=team[0])
    case.reached(f"{visit.kind}:closed")


def _recorded(case: Case, number: str, lines: Iterable[PlanLine]) -> None:
    for line in lines:
        for standard in map(Standard, line.standards):
            for clause in numbers_in(line.clauses):
                record_evidence(
                    number,
                    standard=standard,
                    clause=clause,
                    department=line.department,
                    evidence=seen(case, standard, clause, line.department),
                    conforms=True,
                    on=case.world.on,
                    by=line.auditor,
                )


def _raised(case: Case, visit: Visit, lines: list[PlanLine], leader: Person) -> None:
    """Some findings; how many and how grave is chance, unless the fate says so."""
    chance, fate = case.world.chance, case.fate
    count = 0 if visit.kind == "stage1" or fate.is_timed else chance.choice((0, 0, 0, 1, 2))
    if fate.findings is not None and case.halts_at(visit.kind):
        count = fate.findings
    for number in range(count):
        line = lines[(number * 3 + 1) % len(lines)]
        standard, clause = Standard(line.standards[0]), numbers_in(line.clauses)[0]
        grade = chance.choice((Grade.MINOR, Grade.MINOR, Grade.MINOR, Grade.OBSERVATION, Grade.MAJOR))
        grade = Grade.MINOR if number == 0 else grade
        raise_finding(
            visit.number,
            grade=grade,
            standard=standard,
            clause=clause,
            department=line.department,
            statement=wanting(grade, standard, clause, line.department),
            on=case.world.on,
            by=leader,
        )


def _findings_closed(case: Case, visit: Visit, leader: Person) -> Story:
    world, number = case.world, visit.number
    found = Finding.objects.filter(audit__visit__number=number).exclude(grade=Grade.OBSERVATION)
    numbers = list(found.order_by("number").values_list("number", flat=True))
    if not numbers:
        return
    yield world.later(16)
    for finding in numbers:
        if finding == 1:
            world.try_in_vain(verify_finding, number, finding, verification=VERIFICATION, by=leader)
        answer_finding(
            number,
            finding,
            cause=CAUSE,
            correction=CORRECTION,
            corrective_action=CORRECTIVE_ACTION,
            on=world.on,
            by=leader,
        )
    case.reached(f"{visit.kind}:answered")
    yield world.later(4)
    for finding in numbers:
        verify_finding(number, finding, verification=VERIFICATION, on=world.on, by=leader)


def _reported(case: Case, visit: Visit, leader: Person) -> Story:
    """Conclusions, the report, and the file in the reviewers' hands."""
    world = case.world
    yield world.later(2)
    for standard in _standards(visit):
        is_against = case.fate.turn == f"refused:{standard.letter}" and visit.kind == "stage2"
        text = "存在系统性缺失，不予推荐。" if is_against else "管理体系运行有效，满足要求，予以推荐。"
        conclude(
            visit.number, standard=standard, recommended=not is_against, text=text, on=world.on, by=leader
        )
    case.reached(f"{visit.kind}:concluded")
    summary = f"审核组对{case.organisation.name_zh}实施了审核，体系文件与实际相符，过程受控，目标基本实现。"
    report_audit(visit.number, summary=summary, on=world.on, by=leader)
    case.reached(f"{visit.kind}:reported")
    if visit.kind != "stage1":
        yield world.later(3)
        hand_in_file(visit.number, on=world.on, by=leader)
        case.reached(f"{visit.kind}:handed_in")


def _standards(visit: Visit) -> list[Standard]:
    held = set(visit.parts.values_list("certification__standard", flat=True))
    return [standard for standard in Standard if standard in held]


def reviewed(case: Case, number: str) -> Story:
    """Each standard is read on its own; one may be sent back while another passes."""
    world = case.world
    visit = Visit.objects.get(number=number)
    leader, standards = team_of(visit)[0].person, _standards(visit)
    yield world.later(4)
    returns = _sent_back(case, visit, standards)
    for standard in standards:
        world.try_in_vain(
            decide_audit, number, standard=standard, act=DecisionAct.MAINTAIN, grounds=Grounds(), by=leader
        )
        _review(case, number, standard, passed=standard not in returns)
    case.reached(f"{visit.kind}:returned")
    case.reached(f"{visit.kind}:part_returned")
    if returns:
        yield world.later(3)
        for standard in returns:
            answer = "已补充抽样数量，并在报告中补充了外包过程的描述。"
            answer_return(number, standard=standard, answer=answer, on=world.on, by=leader)
        yield world.later(2)
        for standard in returns:
            _review(case, number, standard, passed=True)
    case.reached(f"{visit.kind}:reviewed")


def _sent_back(case: Case, visit: Visit, standards: list[Standard]) -> list[Standard]:
    """All for the fate that says so, the last one for a file that passes in part; now and then by chance."""
    step = case.fate.halt.partition(":")[2] if case.halts_at(visit.kind) else ""
    if step:
        return {"returned": standards, "part_returned": standards[-1:]}.get(step, [])
    return standards[:1] if case.world.chance.random() < 0.1 else []


def _review(case: Case, number: str, standard: Standard, *, passed: bool) -> None:
    review_file(
        number,
        standard=standard,
        passed=passed,
        notes={} if passed else RETURNED,
        quality=Quality.GOOD if passed else Quality.FAIR,
        on=case.world.on,
        by=case.world.by(Role.REVIEWER),
    )


def decided(case: Case, number: str, act: DecisionAct, grounds: Grounds = Grounds()) -> Story:  # noqa: B008 (frozen)
    """A decision for each standard."""
    world = case.world
    visit = Visit.objects.get(number=number)
    yield world.later(3)
    for standard in _standards(visit):
        is_against = case.fate.turn == f"refused:{standard.letter}" and act is DecisionAct.GRANT
        decide_audit(
            number,
            standard=standard,
            act=DecisionAct.REFUSE if is_against else act,
            grounds=Grounds(reasons="审核组不予推荐。") if is_against else grounds,
            certificate=facts_of(case.organisation.uscc, standard),
            on=world.on,
            by=world.by(Role.DECISION_MAKER),
        )
    case.reached(f"{visit.kind}:decided")
