"""What the body reports by a day: the monthly files, the yearly statistics and the yearly report (信息报告规范; IAF MD 28)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from .calendar import add_months
from .dated_numbers import last_day
from .return_files import PLATFORM, Faults, ReturnFile, due_by
from .roles import Role
from .verdict import Objection

PERIOD_NOT_OVER = Objection("return.period-not-over", PLATFORM)
ALREADY_SENT = Objection("return.already-sent", PLATFORM)
NOT_SENT = Objection("return.not-sent", PLATFORM)
ANSWERED = Objection("return.answered", PLATFORM)
FAULTY = Objection("return.faulty", PLATFORM)
ANOTHERS = Objection("return.anothers", PLATFORM)
NO_RECEIPT = Objection("return.no-receipt", PLATFORM)
NO_REASON = Objection("return.no-reason", PLATFORM)


class DutyKind(StrEnum):
    """A thing to report; the monthly files are called as the files are."""

    CERTIFICATES = "certificates"
    AUDIT_RESULTS = "audit-results"
    ENERGY = "energy"
    CERTSEARCH = "certsearch"  # upload to the international database, or the word that nothing changed
    STATISTICS = "statistics"  # 统计直报, of a year
    YEARLY = "yearly"  # 年度工作报告: three sheets, four attachments, of a year

    @property
    def file(self) -> ReturnFile | None:
        """The file with a layout of the platform; None for what is no such file."""
        return ReturnFile(self.value) if self.value in set(ReturnFile) else None

    @property
    def owner(self) -> Role:
        """Whose duty it is."""
        return _OWNERS[self]


MONTHLY = (DutyKind.CERTIFICATES, DutyKind.AUDIT_RESULTS, DutyKind.ENERGY, DutyKind.CERTSEARCH)
OF_A_YEAR = (DutyKind.STATISTICS, DutyKind.YEARLY)
_OWNERS = {
    DutyKind.CERTIFICATES: Role.CERTIFICATE_CLERK,
    DutyKind.AUDIT_RESULTS: Role.PROGRAMME_MANAGER,
    DutyKind.ENERGY: Role.CERTIFICATE_CLERK,
    DutyKind.CERTSEARCH: Role.CERTIFICATE_CLERK,
    DutyKind.STATISTICS: Role.QUALITY,
    DutyKind.YEARLY: Role.QUALITY,
}


OWNERS = tuple(dict.fromkeys(_OWNERS.values()))
"""Everyone who has something to report."""


@dataclass(frozen=True)
class Owed:
    """One duty: what, of the period from a day on, and by when."""

    kind: DutyKind
    first: date
    due: date


def owed_of(month: date) -> list[Owed]:
    """What is owed of a month that is over; of a December the year's reports too."""
    first = month.replace(day=1)
    found = [Owed(kind, first, due_by(first)) for kind in MONTHLY if kind is not DutyKind.CERTSEARCH]
    found.append(Owed(DutyKind.CERTSEARCH, first, add_months(first, 2) - timedelta(days=1)))
    if first.month == 12:
        year, ends = first.replace(month=1), first.replace(day=31)
        found.append(Owed(DutyKind.STATISTICS, year, last_day("statistics_due", ends)))
        found.append(Owed(DutyKind.YEARLY, year, last_day("yearly_report_due", ends)))
    return found


def month_before(day: date) -> date:
    """The first day of the month before that of a day: the one that is over."""
    return add_months(day.replace(day=1), -1)


def last_day_of(kind: DutyKind, first: date) -> date:
    """The last day of the period a duty is about."""
    return add_months(first, 12 if kind in OF_A_YEAR else 1) - timedelta(days=1)


def objections_to_sending(
    kind: DutyKind, last: date, *, on: date, sent: bool, faults: Mapping[int, Faults], holds_it: bool
) -> list[Objection]:
    """Why the report of a period cannot be entered as sent; `faults` of its file by row."""
    found = []
    if not holds_it:
        found.append(ANOTHERS.because(owner=kind.owner))
    if on <= last:
        found.append(PERIOD_NOT_OVER.because(last=last))
    if sent:
        found.append(ALREADY_SENT)
    if faults:
        row, cells = next(iter(faults.items()))
        count = sum(len(wrong) for one in faults.values() for wrong in one.values())
        found.append(FAULTY.because(n=count, row=row + 1, column=next(iter(cells))))
    return found


def objections_to_answer(
    *, sent: bool, answered: bool, accepted: bool, receipt: str, remark: str
) -> Sequence[Objection]:
    """Why the platform's answer cannot be entered: a receipt for what was taken, a reason for what was not."""
    found = []
    if not sent:
        found.append(NOT_SENT)
    if answered:
        found.append(ANSWERED)
    if accepted and not receipt.strip():
        found.append(NO_RECEIPT.because(field="receipt"))
    if not accepted and not remark.strip():
        found.append(NO_REASON.because(field="remark"))
    return found
