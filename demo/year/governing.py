"""How the body governs itself in these years: committee, board, risks, publicity, own audits, reviews of system, laws and papers."""

from collections.abc import Iterator
from datetime import date, timedelta

from mingzheng.office.documents.actions.review_documents import review_documents
from mingzheng.office.documents.queries import documents_in_force
from mingzheng.office.impartiality.actions.record_meeting import record_meeting
from mingzheng.office.impartiality.actions.seat_member import seat_member
from mingzheng.office.library.actions.evaluate_laws import evaluate_laws
from mingzheng.office.library.queries import laws_in_force
from mingzheng.office.quality.actions.close_internal_finding import close_internal_finding
from mingzheng.office.quality.actions.hold_internal_audit import hold_internal_audit
from mingzheng.office.quality.actions.plan_internal_audit import plan_internal_audit
from mingzheng.office.quality.actions.raise_internal_finding import raise_internal_finding
from mingzheng.rulebook.governance import Interest, Panel
from mingzheng.rulebook.laws import Compliance
from mingzheng.rulebook.roles import Role

from ..documenting import SOUND
from ..governing import DEPARTMENTS, committee, publicity, reviewed, risks
from ..world import Story, World
from .cohorts import YEAR

BOARD = (("尚理明", Interest.BODY), ("裘正宇", Interest.SCIENCE))
BOARD_MEETS = ((6, 12), (12, 16))
AUDITED, LOOKED_THROUGH = (5, 18), (11, 16)


def governing(world: World) -> Iterator[Story]:
    """Every story of this kind."""
    yield committee(world)
    yield risks(world)
    yield publicity(world)
    yield reviewed(world)
    yield _board(world)
    for year in range(2018, YEAR + 1):
        yield _audited(world, year)
        yield _looked_through(world, year)


def _board(world: World) -> Story:
    """Seated for a term that outlasts the telling; told of the year's work twice a year."""
    by = world.by(Role.QUALITY)
    yield world.office_day(date(2018, 2, 26))
    term = {"since": world.on, "until": world.today + timedelta(days=400), "on": world.on, "by": by}
    seats = [
        seat_member(Panel.BOARD, name=name, organisation="某单位", interest=interest, **term).number
        for name, interest in BOARD
    ]
    for year in range(world.on.year, YEAR + 1):
        for month, day in BOARD_MEETS:
            yield world.office_day(date(year, month, day))
            told = {
                "held_on": world.on,
                "subject": "工作汇报会",
                "minutes": "听取业务、质量和财务情况，无异议。",
            }
            record_meeting(Panel.BOARD, present=seats, **told, on=world.on, by=by)


def _audited(world: World, year: int) -> Story:
    """The own system, every spring; what is found is put right within the month."""
    by, owner = world.by(Role.QUALITY), world.by(Role.MARKET)
    yield world.office_day(date(year, *AUDITED))
    who = [world.by(Role.TECHNICAL).login, world.by(Role.REVIEWER).login]
    told = {"scope": "年度内部审核", "departments": DEPARTMENTS, "auditors": who, "planned_on": world.on}
    number = plan_internal_audit(**told, on=world.on, by=by).number
    hold_internal_audit(number, held_on=world.on, report="体系运行有效，符合要求。", on=world.on, by=by)
    found = {
        "clause": "9.1.2",
        "department": "市场部",
        "statement": "两份申请评审缺日期。",
        "owner": owner.login,
    }
    raise_internal_finding(number, **found, due_on=world.on + timedelta(days=60), on=world.on, by=by)
    yield world.later(20)
    close_internal_finding(number, 1, correction="已补充并修订表单。", on=world.on, by=by)


def _looked_through(world: World, year: int) -> Story:
    """Every law evaluated and every own standard reviewed, every autumn."""
    yield world.office_day(date(year, *LOOKED_THROUGH))
    laws = list(laws_in_force(world.on).order_by("number").values_list("number", flat=True))
    told = {"compliance": Compliance.MET, "findings": "逐条核对，符合。"}
    evaluate_laws(laws, **told, on=world.on, by=world.by(Role.TECHNICAL))
    papers = list(documents_in_force(world.on).order_by("code").values_list("number", flat=True))
    review_documents(papers, **SOUND, on=world.on, by=world.by(Role.QUALITY))
