"""What is said and written on site."""

from collections.abc import Sequence
from datetime import date

from mingzheng.office.audits.minutes import Attendee, Minutes
from mingzheng.office.people.models import Person
from mingzheng.rulebook.clauses import CLAUSES
from mingzheng.rulebook.findings import Grade
from mingzheng.rulebook.on_site import POINTS, Meeting
from mingzheng.rulebook.standards import Standard

from .case import Case

HOURS = {Meeting.OPENING: ("09:00", "09:30"), Meeting.CLOSING: ("16:30", "17:00")}
SEEN = (
    "查{department}“{title}”相关文件和近三个月记录 3 份，与规定一致，抽查人员能说明要求。",
    "现场观察并询问{department}人员 2 名，“{title}”按策划实施，记录完整。",
    "抽查{department}“{title}”台账 5 项，责任、时限和结果清楚，未发现不符合。",
)
WANTING = {
    Grade.MINOR: "{department}“{title}”的记录有 2 份未签字，不能证明按规定实施。",
    Grade.MAJOR: "{department}未按策划实施“{title}”，连续三个月没有任何记录，且未采取措施。",
    Grade.OBSERVATION: "{department}“{title}”的文件版本标识不够醒目，建议改进。",
}
CAUSE = "相关人员对要求理解不到位，部门负责人未定期检查。"
CORRECTION = "已补充完善相应记录，并对同类问题进行了排查。"
CORRECTIVE_ACTION = "修订作业文件，组织培训并考核，纳入月度检查。"
VERIFICATION = "查阅补充记录、培训签到和检查表，整改有效。"


def minutes(case: Case, meeting: str, day: date, team: Sequence[Person]) -> Minutes:
    """Everything that must be said was said."""
    starts, ends = HOURS[Meeting(meeting)]
    return Minutes(
        held_on=day,
        starts=starts,
        ends=ends,
        team=[person.login for person in team],
        client=[
            Attendee(case.organisation.contact, "管理层", "总经理"),
            Attendee("体系负责人", "综合部", "部长"),
        ],
        said=list(POINTS[Meeting(meeting)]),
    )


def seen(case: Case, standard: Standard, clause: str, department: str) -> str:
    """Evidence that something conforms."""
    text = case.world.chance.choice(SEEN)
    return text.format(department=department, title=CLAUSES[standard][clause].zh)


def wanting(grade: Grade, standard: Standard, clause: str, department: str) -> str:
    """The statement of a finding."""
    return WANTING[grade].format(department=department, title=CLAUSES[standard][clause].zh)
