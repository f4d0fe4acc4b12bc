"""Laws of the books about what others say."""

from collections.abc import Iterator

from mingzheng.office.record.books import book
from mingzheng.office.record.models import Event
from mingzheng.rulebook.random_draw import Unit, drawn

from .involved import involved
from .models import CallBack, Case, Draw, Survey
from .sealing import sealed


@book("nobody handled or decided a case he took part in")
def _free_of_the_case() -> Iterator[str]:
    for case in Case.objects.filter(handler__isnull=False).select_related(
        "client", "visit", "decision__audit", "person", "handler"
    ):
        for login in {case.facts.handler, case.decided_by} & involved(case).keys():
            yield f"{case.number} was in the hands of {login}, who took part in what it is about"


@book("the answers of a survey are those that came in")
def _answers_unchanged() -> Iterator[str]:
    hashes = dict(
        Event.objects.filter(kind="survey.answered").values_list("facts__visit", "facts__answers_hash")
    )
    for survey in Survey.objects.filter(answered_on__isnull=False).select_related("visit"):
        if hashes.get(survey.visit.number) != sealed(survey):
            yield f"the answers about {survey.visit.number} are not those that came in"


@book("a draw of call-backs is what its seed draws")
def _draws_repeat() -> Iterator[str]:
    for draw in Draw.objects.all():
        again = {unit.name for unit in drawn([Unit(*row) for row in draw.frame], draw.count, draw.seed)}
        if again != set(CallBack.objects.filter(draw=draw).values_list("visit__number", flat=True)):
            yield f"{draw.number} holds other visits than its seed draws"
