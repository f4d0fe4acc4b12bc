"""Enter what came of a candidacy 申报结果; a registration granted takes the place of the one held — CCAA-101."""

from dataclasses import dataclass
from datetime import date, timedelta

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import candidacy as rules
from mingzheng.rulebook.accounts import objections_to_registration
from mingzheng.rulebook.candidacy import Outcome, Step
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import refuse_if

from ..entering import entered
from ..models import Candidacy, Registration, Traineeship
from ..queries import green_since, locked_candidacy


@dataclass(frozen=True)
class CandidacyConcluded(Happened, kind="person.candidacy-concluded"):
    login: str
    standard: Standard
    outcome: Outcome
    number: str
    valid_from: date | None
    valid_until: date | None
    reason: str


@action(Role.COMPETENCE_EVALUATOR, clause="CCAA-101")
def conclude_candidacy(
    login: str,
    standard: Standard,
    *,
    outcome: Outcome,
    number: str = "",
    valid_from: date | None = None,
    valid_until: date | None = None,
    reason: str = "",
    on: date,
    by: Actor,
) -> CandidacyConcluded:
    """`number` and days are those of the registration granted; `reason` says why there is none."""
    candidacy = locked_candidacy(login, standard)
    refuse_if(rules.objections_to_step(candidacy.step, Step(outcome)))
    refuse_if(rules.objections_to_outcome(outcome, number, valid_from, valid_until, reason))
    if outcome is Outcome.GRANTED and valid_from and valid_until:
        _register(candidacy, number, valid_from, valid_until, on)
    candidacy.concluded_on, candidacy.outcome, candidacy.reason = on, outcome, reason
    candidacy.save(update_fields=["concluded_on", "outcome", "reason"])
    return CandidacyConcluded(login, standard, outcome, number, valid_from, valid_until, reason)


def _register(candidacy: Candidacy, number: str, valid_from: date, valid_until: date, on: date) -> None:
    """The new registration; the one held ends on the day before it begins, and so does a traineeship.

    What was entered of green products goes along, on the days it holds for.
    """
    of = {"person": candidacy.person, "standard": candidacy.standard}
    known = list(Registration.objects.filter(**of))
    others = [(one.valid_from, one.valid_until) for one in known if one.valid_from >= valid_from]
    refuse_if(objections_to_registration(valid_from, valid_until, others=others))
    day_before = valid_from - timedelta(days=1)
    marks = list(
        green_since(valid_from).filter(registration__in=known, registration__valid_until__gte=valid_from)
    )
    Registration.objects.filter(**of, valid_until__gte=valid_from).update(
        valid_until=day_before, confirm_by=None
    )
    Traineeship.objects.filter(**of, ended_on=None).update(ended_on=day_before)
    told = {"grade": candidacy.grade, "number": number}
    new = entered(**of, **told, valid_from=valid_from, valid_until=valid_until, on=on)
    new.save()
    for mark in marks:
        first_day = max(valid_from, mark.first_day)
        ended = {"last_day": mark.last_day, "ended_by": mark.ended_by}
        new.green.create(first_day=first_day, evidence=mark.evidence, **ended)
