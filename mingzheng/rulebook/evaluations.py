"""Evaluating products, services and social responsibility: what a scheme asks, and when it may be decided on.

A product is tested by type and its factory inspected; a service is measured where it is given and its management looked
at; social responsibility is audited as a management system. Who evaluates does not decide (ISO/IEC 17065 7.5.1, 7.6.1).
How often a certified product or service is looked at again its own rule says; where it says nothing, once a year.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .decisions import FAVOURABLE, NO_REASONS, DecisionAct, OfficerFacts
from .impartiality import objections_to_ties
from .standards import OTHERS, SYSTEMS, Standard
from .verdict import Objection

ISO = "ISO/IEC 17065:2012"


class Activity(StrEnum):
    """What is done to evaluate."""

    TYPE_TEST = "type_test"  # 型式试验, by a laboratory
    FACTORY_INSPECTION = "factory"  # 工厂检查
    SERVICE_EVALUATION = "service"  # 服务特性测评
    MANAGEMENT_AUDIT = "management"  # 服务管理审核
    SYSTEM_AUDIT = "system"  # 体系审核


class Purpose(StrEnum):
    """What an evaluation is for."""

    INITIAL = "initial"  # 初次
    SURVEILLANCE = "surveillance"  # 监督
    RENEWAL = "renewal"  # 再认证


WHOLE = {
    Standard.PRODUCT: (Activity.TYPE_TEST, Activity.FACTORY_INSPECTION),
    Standard.SERVICE: (Activity.SERVICE_EVALUATION, Activity.MANAGEMENT_AUDIT),
    Standard.CSR: (Activity.SYSTEM_AUDIT,),
}
"""What is asked before something is certified, and again before it is certified anew."""
AGAIN = {
    Standard.PRODUCT: (Activity.FACTORY_INSPECTION,),
    Standard.SERVICE: (Activity.SERVICE_EVALUATION,),
    Standard.CSR: (Activity.SYSTEM_AUDIT,),
}
"""What is asked of what is certified, in between."""
ACTS = {
    Purpose.INITIAL: (DecisionAct.GRANT, DecisionAct.REFUSE),
    Purpose.SURVEILLANCE: (DecisionAct.MAINTAIN,),
    Purpose.RENEWAL: (DecisionAct.RENEW,),
}
"""What may be decided on it. A certificate is suspended or withdrawn as any other is, on its own grounds."""

NOT_EVALUATED_SO = Objection("evaluation.another-way", f"{ISO} 7.1")
OPEN_ALREADY = Objection("evaluation.open-already", f"{ISO} 7.4")
BEGUN_ALREADY = Objection("evaluation.begun-already", f"{ISO} 7.4")
NOT_BEGUN = Objection("evaluation.not-begun", f"{ISO} 7.4")
CERTIFIED_ALREADY = Objection("evaluation.certified-already", f"{ISO} 7.3")
NOT_CERTIFIED = Objection("evaluation.not-certified", f"{ISO} 7.9")
SCOPE_MISSING = Objection("evaluation.scope-missing", f"{ISO} 7.3.1")
SIGNATORY_MISSING = Objection("evaluation.signatory-missing", f"{ISO} 4.1.2")
AMOUNT_MISSING = Objection("evaluation.amount-missing", f"{ISO} 4.1.2")
CLOSED = Objection("evaluation.closed", f"{ISO} 7.6")
NOT_ASKED = Objection("evaluation.not-asked", f"{ISO} 7.4.1")
DONE_ALREADY = Objection("evaluation.done-already", f"{ISO} 7.4.1")
ENDS_BEFORE_IT_BEGINS = Objection("evaluation.ends-before-it-begins", f"{ISO} 7.4")
IN_FUTURE = Objection("evaluation.in-future", f"{ISO} 7.4")
BEFORE_IT_BEGAN = Objection("evaluation.before-it-began", f"{ISO} 7.4")
NOBODY_NAMED = Objection("evaluation.nobody-named", f"{ISO} 7.4.2")
LABORATORY_MISSING = Objection("evaluation.laboratory-missing", f"{ISO} 6.2.2")
NOT_REGISTERED = Objection("evaluation.not-registered", f"{ISO} 6.1.2")
REPORT_MISSING = Objection("evaluation.report-missing", f"{ISO} 7.4.9")
NOT_COMPLETE = Objection("evaluation.not-complete", f"{ISO} 7.4.6")
DOES_NOT_CONFORM = Objection("evaluation.does-not-conform", f"{ISO} 7.6.2")
EVALUATED_IT = Objection("evaluation.evaluated-it", f"{ISO} 7.6.1")
ACT_NOT_OPEN = Objection("evaluation.act-not-open", f"{ISO} 7.6.2")
REASON_MISSING = Objection("evaluation.reason-missing", f"{ISO} 7.6.5")


@dataclass(frozen=True)
class Done:
    """One activity that was carried out."""

    kind: Activity
    last_day: date
    conforms: bool
    people: frozenset[str] = frozenset()


@dataclass(frozen=True)
class EvaluationFacts:
    """One evaluation, with what was done so far."""

    standard: Standard
    purpose: Purpose
    begun_on: date | None = None  # ordered only
    closed: bool = False  # decided on, or dropped
    done: tuple[Done, ...] = ()

    @property
    def asked(self) -> tuple[Activity, ...]:
        """All it takes."""
        return (AGAIN if self.purpose is Purpose.SURVEILLANCE else WHOLE)[self.standard]

    @property
    def missing(self) -> list[Activity]:
        """What has not been done yet, in the order in which it is asked."""
        done = {one.kind for one in self.done}
        return [kind for kind in self.asked if kind not in done]

    @property
    def people(self) -> frozenset[str]:
        """Everyone who took part."""
        return frozenset[str]().union(*(one.people for one in self.done))


def registered_as(standard: Standard) -> tuple[Standard, ...]:
    """For what an evaluator is registered; nobody registers for social responsibility, so any system will do."""
    return SYSTEMS if standard is Standard.CSR else (standard,)


def objections_to_ordering(
    standard: Standard | None, *, scope: str, amount: bool, signed: bool, certified: bool
) -> list[Objection]:
    """May this be ordered? `certified`: the client holds a certification of this kind, or is being evaluated for it."""
    found = [] if standard in OTHERS else [NOT_EVALUATED_SO]
    found += [CERTIFIED_ALREADY] * certified + [SCOPE_MISSING] * (not scope.strip())
    return found + [AMOUNT_MISSING] * (not amount) + [SIGNATORY_MISSING] * (not signed)


def objections_to_beginning(facts: EvaluationFacts, *, certified: bool) -> list[Objection]:
    """May what was ordered begin?"""
    found = [CLOSED] * facts.closed + [BEGUN_ALREADY] * (facts.begun_on is not None)
    return found + [CERTIFIED_ALREADY] * certified


def objections_to_evaluating_again(
    standard: Standard, purpose: Purpose, *, certified: bool, under_way: bool
) -> list[Objection]:
    """May another evaluation begin? `certified`: there was a certificate; `under_way`: one is being made."""
    found = [] if standard in OTHERS and purpose is not Purpose.INITIAL else [NOT_EVALUATED_SO]
    return found + [NOT_CERTIFIED] * (not certified) + [OPEN_ALREADY] * under_way


def objections_to_recording(
    facts: EvaluationFacts,
    kind: Activity,
    *,
    first_day: date,
    last_day: date,
    people: Collection[str],
    registered: Collection[str],
    laboratory: str,
    report: str,
    on: date,
) -> list[Objection]:
    """May it be recorded that this was done? `registered`: those of the people who are, for what they evaluated."""
    if facts.begun_on is None:
        return [NOT_BEGUN]
    found = [CLOSED] * facts.closed + [NOT_ASKED.because(kind=kind)] * (kind not in facts.asked)
    found += [DONE_ALREADY.because(kind=kind)] * (kind in {one.kind for one in facts.done})
    found += [ENDS_BEFORE_IT_BEGINS] * (last_day < first_day) + [IN_FUTURE] * (last_day > on)
    found += [BEFORE_IT_BEGAN.because(begun_on=facts.begun_on)] * (first_day < facts.begun_on)
    found += [REPORT_MISSING] * (not report.strip())
    if kind is Activity.TYPE_TEST:
        return found + [LABORATORY_MISSING] * (not laboratory.strip())
    found += [] if people else [NOBODY_NAMED]
    return found + [NOT_REGISTERED.because(person=one) for one in sorted(set(people) - set(registered))]


def objections_to_deciding(
    facts: EvaluationFacts, act: DecisionAct, decider: OfficerFacts, on: date, *, reasoned: bool
) -> list[Objection]:
    """May this person decide this on the evaluation? In favour only when all that is asked was done, and conforms."""
    if facts.closed or facts.begun_on is None:
        return [CLOSED if facts.closed else NOT_BEGUN]
    found = [] if act in ACTS[facts.purpose] else [ACT_NOT_OPEN]
    found += objections_to_ties(decider.person, decider.ties, on)
    found += [EVALUATED_IT.because(person=decider.person)] * (decider.login in facts.people)
    if act not in FAVOURABLE:
        return found + [NO_REASONS] * (not reasoned)
    found += [NOT_COMPLETE.because(kind=kind) for kind in facts.missing]
    return found + [DOES_NOT_CONFORM.because(kind=one.kind) for one in facts.done if not one.conforms]


def objections_to_dropping(facts: EvaluationFacts, reason: str) -> list[Objection]:
    """May it be given up?"""
    return [CLOSED] * facts.closed + [REASON_MISSING] * (not reason.strip())
