"""What clients say of their visits: seven of ten answer the survey, nearly all content; who was treated badly is heard as a case.

The report of the year knows no complaint, so the bad marks for conduct were given in the years before; those of the year
itself are for papers and appointments. Each answer is drawn from its visit's number alone: what else is told changes none.
"""

from collections.abc import Iterator
from datetime import date
from random import Random

from mingzheng.office.programmes.models import Visit
from mingzheng.office.record.actors import Outsider
from mingzheng.office.voices.actions.answer_survey import answer_survey
from mingzheng.office.voices.actions.receive_case import receive_case
from mingzheng.office.voices.models import Survey
from mingzheng.rulebook.questionnaires import CONDUCT, SATISFIED
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.voices import CaseKind, Means, Outcome, Topic

from ..feedback import Matter, steps
from ..world import SEED, Story, World

PASSES = 7  # days between two looks at what came back
ANSWERS, ON_PAPER = 0.72, 0.3
MOODS = ((5, 4, 3, 2), (58, 38, 3, 1))  # the lowest mark somebody gives, and how many of a hundred do
MOVES = 0.35  # of the questions get a mark better than that
SAID = {5: "审核专业，对改进管理有帮助。", 3: "希望更早收到审核计划。", 2: "证书寄送太慢，电话多次无人接听。"}
ILL_TREATED = (
    (date(2018, 5, 14), "审核员说话生硬，打断员工回答。", Outcome.PARTLY, "约谈审核员，纳入审核员行为规范培训。"),
    (date(2019, 6, 17), "审核员下午提前离场。", Outcome.UPHELD, "约谈审核组长，补足现场时间，扣减当次绩效。"),
    (date(2019, 10, 21), "审核员反复催问接送车辆。", Outcome.UPHELD, "重申廉洁纪律，半年内不派往该客户。"),
)  # fmt: skip


def surveys(world: World) -> Iterator[Story]:
    """Every story of this kind."""
    yield _answered(world)
    for day, text, outcome, correction in ILL_TREATED:
        yield _ill_treated(world, day, text, outcome, correction)


def _answered(world: World) -> Story:
    """Every week those asked since the last one answer or never do; some by post, typed in by the quality department."""
    asked = 0
    while True:
        yield world.later(PASSES)
        waiting = Survey.objects.filter(pk__gt=asked).select_related("visit", "questionnaire").order_by("pk")
        for survey in waiting:
            asked = survey.pk
            if survey.answered_on is None:
                _answer(world, survey)


def _answer(world: World, survey: Survey) -> None:
    number = survey.visit.number
    chance = Random(f"{SEED} survey {number}")
    if chance.random() >= ANSWERS:
        return
    mood = chance.choices(*MOODS)[0]
    marks = {one.code: min(5, mood + (chance.random() < MOVES)) for one in survey.questions}
    marks["overall"] = mood
    marks[CONDUCT] = max(SATISFIED, mood)  # it is not the auditors who displease
    told = {"comment": SAID.get(mood, "") if mood < SATISFIED or chance.random() < 0.3 else ""}
    if chance.random() < ON_PAPER:
        told["signed"] = "管理者代表"
        answer_survey(number, marks, **told, on=world.on, by=world.by(Role.QUALITY))
    else:
        answer_survey(number, marks, **told, on=world.on, by=Outsider(number))


def _ill_treated(world: World, day: date, text: str, outcome: Outcome, correction: str) -> Story:
    """A bad mark for conduct: the quality department opens a case the next day, and sees it through to its end."""
    yield world.office_day(day)
    waiting = Survey.objects.filter(answered_on=None).select_related("visit", "questionnaire")
    survey = waiting.order_by("-pk").first()  # the last one asked that has not answered
    if survey is None:
        return  # a small body asked nobody lately
    visit: Visit = survey.visit
    marks = {one.code: 4 for one in survey.questions} | {CONDUCT: 2, "overall": 3}
    answer_survey(visit.number, marks, comment=text, on=world.on, by=Outsider(visit.number))
    yield world.later(1)
    matter = Matter(
        0, CaseKind.COMPLAINT, Topic.AUDIT, text, outcome=outcome, decided={"corrective_action": correction}
    )
    number = receive_case(
        matter.kind, topic=matter.topic, text=f"满意度调查反映：{text}", means=Means.LETTER, reference=visit.number,
        on=world.on, by=world.by(Role.QUALITY),
    ).number  # fmt: skip
    for wait, step in steps(world, matter, number, visit):
        yield world.later(wait)
        step()
