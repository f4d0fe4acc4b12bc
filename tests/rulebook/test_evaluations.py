"""Evaluating products, services and social responsibility (ISO/IEC 17065:2012 7)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzheng.rulebook import evaluations as rules
from mingzheng.rulebook.decisions import NO_REASONS, DecisionAct, OfficerFacts
from mingzheng.rulebook.evaluations import Activity, Done, EvaluationFacts, Purpose
from mingzheng.rulebook.standards import OTHERS, Standard

DAY = date(2026, 3, 2)
PRODUCT = EvaluationFacts(Standard.PRODUCT, Purpose.INITIAL, DAY)
TESTED = Done(Activity.TYPE_TEST, DAY, True)
INSPECTED = Done(Activity.FACTORY_INSPECTION, DAY, True, frozenset({"wu"}))
WHOLE = replace(PRODUCT, done=(TESTED, INSPECTED))
CHEN = OfficerFacts("chen", "陈")


@pytest.mark.parametrize(
    ("standard", "purpose", "asked"),
    [
        (Standard.PRODUCT, Purpose.INITIAL, (Activity.TYPE_TEST, Activity.FACTORY_INSPECTION)),
        (Standard.PRODUCT, Purpose.SURVEILLANCE, (Activity.FACTORY_INSPECTION,)),
        (Standard.PRODUCT, Purpose.RENEWAL, (Activity.TYPE_TEST, Activity.FACTORY_INSPECTION)),
        (Standard.SERVICE, Purpose.INITIAL, (Activity.SERVICE_EVALUATION, Activity.MANAGEMENT_AUDIT)),
        (Standard.SERVICE, Purpose.SURVEILLANCE, (Activity.SERVICE_EVALUATION,)),
        (Standard.CSR, Purpose.INITIAL, (Activity.SYSTEM_AUDIT,)),
    ],
)
def test_what_each_scheme_asks(standard, purpose, asked):
    facts = EvaluationFacts(standard, purpose, DAY)
    assert facts.asked == asked and facts.missing == list(asked)


@pytest.mark.parametrize(
    ("facts", "act", "decider", "reasoned", "refusals"),
    [
        (WHOLE, DecisionAct.GRANT, CHEN, False, []),
        (WHOLE, DecisionAct.REFUSE, CHEN, True, []),
        (WHOLE, DecisionAct.REFUSE, CHEN, False, [NO_REASONS]),
        (WHOLE, DecisionAct.MAINTAIN, CHEN, False, [rules.ACT_NOT_OPEN]),
        (WHOLE, DecisionAct.GRANT, OfficerFacts("wu", "吴"), False, [rules.EVALUATED_IT]),
        (replace(WHOLE, closed=True), DecisionAct.GRANT, CHEN, False, [rules.CLOSED]),
        (replace(WHOLE, begun_on=None), DecisionAct.GRANT, CHEN, False, [rules.NOT_BEGUN]),
        (replace(PRODUCT, done=(TESTED,)), DecisionAct.GRANT, CHEN, False, [rules.NOT_COMPLETE]),
        (
            replace(PRODUCT, done=(replace(TESTED, conforms=False), INSPECTED)),
            DecisionAct.GRANT, CHEN, False, [rules.DOES_NOT_CONFORM],
        ),
    ],
)  # fmt: skip
def test_it_is_granted_by_another_when_all_was_done_and_conforms(facts, act, decider, reasoned, refusals):
    assert rules.objections_to_deciding(facts, act, decider, DAY, reasoned=reasoned) == refusals


@pytest.mark.parametrize(
    ("change", "refusals"),
    [
        ({}, []),
        ({"laboratory": ""}, [rules.LABORATORY_MISSING]),
        ({"report": " "}, [rules.REPORT_MISSING]),
        ({"first_day": DAY - timedelta(1)}, [rules.BEFORE_IT_BEGAN]),
        ({"last_day": DAY + timedelta(1)}, [rules.IN_FUTURE]),
        ({"kind": Activity.SYSTEM_AUDIT}, [rules.NOT_ASKED, rules.NOBODY_NAMED]),
        ({"kind": Activity.FACTORY_INSPECTION, "people": ["wu"]}, [rules.NOT_REGISTERED]),
        ({"kind": Activity.FACTORY_INSPECTION, "people": ["wu"], "registered": ["wu"]}, []),
    ],
)
def test_what_was_done_is_recorded_with_who_did_it(change, refusals):
    told = {"kind": Activity.TYPE_TEST, "first_day": DAY, "last_day": DAY, "people": [], "registered": [],
            "laboratory": "某实验室", "report": "符合", **change}  # fmt: skip
    assert rules.objections_to_recording(PRODUCT, told.pop("kind"), **told, on=DAY) == refusals


@given(
    standard=st.sampled_from(OTHERS),
    purpose=st.sampled_from(Purpose),
    done=st.lists(st.tuples(st.sampled_from(Activity), st.booleans()), max_size=6),
)
def test_in_favour_exactly_when_everything_asked_was_done_and_nothing_failed(standard, purpose, done):
    facts = EvaluationFacts(standard, purpose, DAY, done=tuple(Done(kind, DAY, ok) for kind, ok in done))
    act = rules.ACTS[purpose][0]
    kinds, fine = {kind for kind, _ in done}, all(ok for _, ok in done)

    granted = not rules.objections_to_deciding(facts, act, CHEN, DAY, reasoned=True)

    assert granted == (set(facts.asked) <= kinds and fine)
