"""The course of a project 全过程: from the application to the certificate, and how many days each stage took.

Clauses: ISO/IEC 17021-1:2015 9.1 to 9.5 in their order. A step that belongs to each standard is reached when the last of them has
reached it, so a stage of several standards never looks shorter than it was.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from enum import StrEnum
from itertools import pairwise

from .client_tiers import Handling, handling


class Step(StrEnum):
    """Where a project stands; its stage is named by the step that ends it."""

    APPLIED = "applied"  # 提交申请
    ACCEPTED = "accepted"  # 申请评审 (9.1.2)
    CONTRACTED = "contracted"  # 签订合同 (5.1.2)
    STAGE1 = "stage1"  # 一阶段审核 (9.3.1.2)
    STAGE2 = "stage2"  # 二阶段审核 (9.3.1.3)
    REVIEWED = "reviewed"  # 评定 (9.5.3)
    DECIDED = "decided"  # 认证决定 (9.5.1)
    CERTIFIED = "certified"  # 发证 (9.5.4, 8.2)


OF_EACH_STANDARD = (Step.REVIEWED, Step.DECIDED, Step.CERTIFIED)
STAGES = tuple(pairwise(Step))  # the step it begins with, and the one that ends it


def reached(seen: Mapping[Step, Mapping[str, date]], standards: Collection[str]) -> dict[Step, date]:
    """On which day each step was reached; `seen` is the day of each standard, of a step of the whole project under any name;
    `standards` are those that were not refused."""
    return {
        step: max(days.values())
        for step in Step
        if (days := seen.get(step)) and (step not in OF_EACH_STANDARD or days.keys() >= set(standards))
    }


def stages(days: Mapping[Step, date]) -> dict[Step, tuple[date, int]]:
    """Each stage that is over: the day that ended it, and its calendar days; one without its beginning has none."""
    return {
        last: (days[last], (days[last] - days[first]).days)
        for first, last in STAGES
        if first in days and last in days
    }


def medians(courses: Iterable[Mapping[Step, date]], first: date, last: date) -> dict[Step, Handling]:
    """Of each stage, how many projects ended it from a day to a day, and the median of their days."""
    ended: dict[Step, list[int]] = {step: [] for _, step in STAGES}
    for days in courses:
        for step, (day, took) in stages(days).items():
            if first <= day <= last:
                ended[step].append(took)
    return {step: handling(took) for step, took in ended.items()}
