"""Products, services and social responsibility."""

from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.evaluations import Activity, Purpose
from tests import rows
from tests.office.evaluations import test_evaluations as evaluations
from tests.rows import DAY

from . import Call, Cast, call, happy


@happy("evaluations.order_evaluation")
def _(cast: Cast) -> Call:
    scheme, uscc = evaluations.scheme(cast), rows.client().uscc
    told = {"scope_zh": "开关", **evaluations.SIGNED}
    return call("evaluations.order_evaluation", scheme, uscc, **told, by=cast["market"])


@happy("evaluations.begin_evaluation")
def _(cast: Cast) -> Call:
    number = evaluations.ordered(cast)
    return call("evaluations.begin_evaluation", number, by=cast["programme_manager"])


@happy("evaluations.evaluate_again")
def _(cast: Cast) -> Call:
    number, _ = evaluations.issued(cast)
    return call(
        "evaluations.evaluate_again", number, purpose=Purpose.SURVEILLANCE, by=cast["programme_manager"]
    )


@happy("evaluations.record_activity")
def _(cast: Cast) -> Call:
    number, told = evaluations.begun(cast), {"first_day": DAY, "last_day": DAY, **evaluations.REPORT}
    who = {"kind": Activity.FACTORY_INSPECTION, "people": [evaluations.inspector()]}
    return call("evaluations.record_activity", number, **who, **told, by=cast["technical"])


@happy("evaluations.decide_evaluation")
def _(cast: Cast) -> Call:
    number = evaluations.evaluated(cast)
    return call("evaluations.decide_evaluation", number, act=DecisionAct.GRANT, by=cast["decision_maker"])


@happy("evaluations.drop_evaluation")
def _(cast: Cast) -> Call:
    number = evaluations.begun(cast)
    return call("evaluations.drop_evaluation", number, reason="客户撤回", by=cast["programme_manager"])
