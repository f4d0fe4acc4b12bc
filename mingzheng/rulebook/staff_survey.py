"""员工满意度与建议箱: what the staff are asked each year, and what may be shown of their answers (own procedure).

Nobody's answers are kept: only how often each mark was given, by all and by each group large enough when it was opened, and once
it is closed only by those of which enough answered. That somebody took part is told. Nothing is shown before the survey is
closed, for what an answer changed could be told; and no group so small that it could be told apart, not even by taking the others
from the whole.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from .questionnaires import SCALE, SMALLEST_CUT, Question, objections_to_answers
from .tables import read
from .verdict import Objection

OWN = "own procedure"
OTHERS = "others"  # the groups too small to stand alone
QUESTIONS = tuple(Question(code, **row) for code, row in read("staff_survey")["questions"].items())

ASKED_ALREADY = Objection("staff-survey.asked-already", OWN)
ENDS_IN_PAST = Objection("staff-survey.ends-in-past", OWN)
CLOSED = Objection("staff-survey.closed", OWN)
TAKEN_ALREADY = Objection("staff-survey.taken-already", OWN)
NOT_OVER = Objection("staff-survey.not-over", OWN)
ANSWERED = Objection("suggestion.answered", OWN)
OWN_SUGGESTION = Objection("suggestion.own", OWN)
TEXT_MISSING = Objection("suggestion.text-missing", OWN)


@dataclass(frozen=True)
class Group:
    """`took` of the `asked` answered; `marks`: question -> times 1, 2, 3, 4, 5."""

    name: str
    took: int
    asked: int
    marks: Mapping[str, tuple[int, ...]]

    @property
    def may_be_shown(self) -> bool:
        return self.took >= SMALLEST_CUT


def mean_of(times: Collection[int]) -> float | None:
    """The mean mark of a question, to a hundredth."""
    given = sum(times)
    return round(sum(mark * n for mark, n in zip(SCALE, times, strict=True)) / given, 2) if given else None


def together(groups: Collection[Group]) -> Group:
    """Several groups as one."""
    codes = dict.fromkeys(code for one in groups for code in one.marks)
    none = (0,) * len(SCALE)
    marks = {
        code: tuple(map(sum, zip(*(one.marks.get(code, none) for one in groups), strict=True)))
        for code in codes
    }
    return Group(OTHERS, sum(one.took for one in groups), sum(one.asked for one in groups), marks)


def standing_alone(staff: Mapping[str, int]) -> list[str]:
    """The departments large enough to be counted by themselves; the rest, newcomers too, are counted together, with the
    smallest of the large ones if they are too few."""
    large = sorted((n, name) for name, n in staff.items() if name and n >= SMALLEST_CUT)
    rest = sum(staff.values()) - sum(n for n, _ in large)
    while large and rest < SMALLEST_CUT:
        rest += large.pop(0)[0]
    return sorted(name for _, name in large)


def shown_apart(groups: Collection[Group]) -> list[Group]:
    """The groups that may be shown side by side: those too small are put together, with the smallest of the others until
    they too are large enough, since the whole is known. None when fewer than two are left."""
    ordered = sorted(groups, key=lambda one: (one.took, one.name))
    pooled = [one for one in ordered if one.name == OTHERS or not one.may_be_shown]
    large = [one for one in ordered if one not in pooled]
    while pooled and large and not together(pooled).may_be_shown and sum(one.took for one in pooled):
        pooled.append(large.pop(0))
    rest = [together(pooled)] if pooled and together(pooled).may_be_shown else []
    shown = [*sorted(large, key=lambda one: one.name), *rest]
    return shown if len(shown) > 1 else []


def objections_to_asking(ends: date, on: date, *, known: bool) -> list[Objection]:
    """May the staff be asked? Once a year, and with time to answer."""
    return ([ASKED_ALREADY] if known else []) + ([ENDS_IN_PAST] if ends <= on else [])


def objections_to_taking_part(
    codes: Collection[str], answers: Mapping[str, int], *, closed: bool, taken: bool
) -> list[Objection]:
    """May these answers be counted? Once from everybody, every question, on the scale, while the survey is open."""
    if closed or taken:
        return [CLOSED] if closed else [TAKEN_ALREADY]
    return objections_to_answers(codes, answers)


def objections_to_closing(ends: date, on: date, *, closed: bool) -> list[Objection]:
    """May a survey be closed? After its last day."""
    return [CLOSED] if closed else [NOT_OVER.because(ends_on=ends)] if on <= ends else []


def objections_to_suggestion(text: str) -> list[Objection]:
    return [] if text.strip() else [TEXT_MISSING]


def objections_to_answering(text: str, *, own: bool, answered: bool) -> list[Objection]:
    """May a suggestion be answered? Once, and not by who made it."""
    if answered:
        return [ANSWERED]
    return ([OWN_SUGGESTION] if own else []) + objections_to_suggestion(text)
