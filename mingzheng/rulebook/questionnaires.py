"""What clients are asked after an audit: the satisfaction survey, and the script of a call-back.

The body words its own questions; the ones here are asked until it does. Nothing is said about "all" unless it is true
of all, and nothing is shown of a group so small that its answers could be told apart.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import mean

from .dated_numbers import number
from .tables import read
from .verdict import Objection

OWN = "own procedure"
SMALLEST_CUT = number("survey_smallest_cut")  # answered surveys below which no cut is shown
SCALE = (1, 2, 3, 4, 5)  # very dissatisfied … very satisfied
SATISFIED = 4  # this and better counts as satisfied
DISSATISFIED = 2  # this and worse: 差
CONDUCT = "conduct"  # the question how the auditors behaved; a bad mark there is looked into as a case


class Form(StrEnum):
    SURVEY = "survey"  # 满意度调查: each question on the scale
    CALL_BACK = "call_back"  # 回访话术: each question yes or no, with the answer one hopes for


class Reply(StrEnum):
    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class CallOutcome(StrEnum):
    COMPLETED = "completed"
    NOT_REACHED = "not_reached"  # wrong number, no answer, no time: it is tried again
    REFUSED = "refused"  # the client does not want to answer


@dataclass(frozen=True)
class Question:
    """One question. `expected` is the reply of a call-back that needs no following up."""

    code: str
    zh: str
    en: str
    expected: str = ""


STANDARD_FORMS = {
    Form(form): tuple(Question(code, **row) for code, row in questions.items())
    for form, questions in read("questionnaires").items()
}

NO_QUESTIONS = Objection("questionnaire.no-questions", OWN)
ONE_LANGUAGE = Objection("questionnaire.one-language", OWN)
NO_EXPECTED = Objection("questionnaire.no-expected", OWN)
SAME_CODE = Objection("questionnaire.same-code", OWN)
UNKNOWN_QUESTION = Objection("survey.unknown-question", OWN)
UNANSWERED = Objection("survey.unanswered", OWN)
OFF_THE_SCALE = Objection("survey.off-the-scale", OWN)
ALREADY_ANSWERED = Objection("survey.already-answered", OWN)
ALREADY_SENT = Objection("survey.already-sent", OWN)
NOT_CLOSED = Objection("survey.not-closed", "ISO/IEC 17021-1:2015 9.4.7")
OWN_VISIT = Objection("survey.own-visit", "ISO/IEC 17021-1:2015 5.2.1")
ALREADY_CALLED = Objection("call.already-called", OWN)
UNKNOWN_REPLY = Objection("call.unknown-reply", OWN)


def objections_to_questions(form: Form, questions: Sequence[Question]) -> list[Objection]:
    """May the body ask these questions?"""
    found = [] if questions else [NO_QUESTIONS]
    if len({question.code for question in questions}) < len(questions):
        found.append(SAME_CODE)
    for place, question in enumerate(questions, 1):
        if not (question.zh.strip() and question.en.strip()):
            found.append(ONE_LANGUAGE.because(n=place))
        if form is Form.CALL_BACK and question.expected not in (Reply.YES, Reply.NO):
            found.append(NO_EXPECTED.because(n=place))
    return found


def objections_to_answers(codes: Collection[str], answers: Mapping[str, int]) -> list[Objection]:
    """May these answers be taken? Every question is answered, on the scale."""
    found = [UNKNOWN_QUESTION.because(question=code) for code in answers if code not in codes]
    found += [UNANSWERED.because(question=code) for code in codes if code not in answers]
    return found + [OFF_THE_SCALE.because(question=c) for c, value in answers.items() if value not in SCALE]


def objections_to_replies(
    outcome: CallOutcome, questions: Sequence[Question], replies: Mapping[str, str]
) -> list[Objection]:
    """May this call be entered so? A completed one has a reply to every question."""
    codes = {question.code for question in questions}
    found = [UNKNOWN_QUESTION.because(question=code) for code in replies if code not in codes]
    if outcome is CallOutcome.COMPLETED:
        found += [UNANSWERED.because(question=code) for code in codes if code not in replies]
    return found + [
        UNKNOWN_REPLY.because(question=c) for c, reply in replies.items() if reply not in list(Reply)
    ]


def unexpected(questions: Sequence[Question], replies: Mapping[str, str]) -> list[str]:
    """The questions whose reply is not the one hoped for."""
    return [q.code for q in questions if q.code in replies and replies[q.code] != q.expected]


@dataclass(frozen=True)
class Tally:
    """How the answered surveys of a group came out: n of N, and how often each mark of the scale was given."""

    sent: int
    answered: int
    marks: Mapping[str, tuple[int, ...]]  # question -> times 1, 2, 3, 4, 5

    @property
    def rate(self) -> int | None:
        """Answered of a hundred sent, rounded; None when none were sent."""
        return round(100 * self.answered / self.sent) if self.sent else None

    @property
    def mean(self) -> float | None:
        given = [
            mark
            for times in self.marks.values()
            for mark, n in zip(SCALE, times, strict=True)
            for _ in range(n)
        ]
        return round(mean(given), 2) if given else None

    @property
    def satisfied(self) -> int:
        """How many of the marks are satisfied or better."""
        return sum(
            n
            for times in self.marks.values()
            for mark, n in zip(SCALE, times, strict=True)
            if mark >= SATISFIED
        )

    @property
    def given(self) -> int:
        return sum(sum(times) for times in self.marks.values())

    @property
    def may_be_shown(self) -> bool:
        """Is the group large enough that nobody's answers can be told apart?"""
        return self.answered >= SMALLEST_CUT


def tally(sent: int, answers: Collection[Mapping[str, int]]) -> Tally:
    """The tally of a group: how many surveys were sent, and the answers that came back."""
    codes = dict.fromkeys(code for sheet in answers for code in sheet)
    marks = {
        code: tuple(sum(sheet.get(code) == mark for sheet in answers) for mark in SCALE) for code in codes
    }
    return Tally(sent, len(answers), marks)


def verdict_of(found: Tally) -> str:
    """The words code of what may be said of a group: "all" only when everybody was asked and everybody is satisfied."""
    if not found.answered:
        return "satisfaction.none"
    if found.satisfied < found.given:
        return "satisfaction.some"
    return "satisfaction.all" if found.answered == found.sent else "satisfaction.all-who-answered"
