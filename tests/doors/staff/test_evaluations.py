"""Screens of the evaluations of products, services and social responsibility."""

import pytest

from mingzheng.office.evaluations.models import Evaluation
from tests import rows
from tests.office.evaluations import test_evaluations as stage
from tests.rows import DAY

pytestmark = pytest.mark.django_db
AT = "/staff/evaluations/evaluations/"


def text(answer) -> str:
    return answer.content.decode()


def test_a_product_from_the_order_to_the_decision(enter, cast):
    market = enter("market")
    order = {"scheme_number": stage.scheme(cast), "uscc": rows.client().uscc, "scope_zh": "家用开关",
             "amount": "12000", "client_signatory": "程某", "body_signatory": "沈某"}  # fmt: skip
    assert market.post(f"{AT}new/", order).url == AT
    at = f"{AT}{Evaluation.objects.get().number}/"
    assert market.get(f"{at}begin-evaluation/").status_code == 403
    manager = enter("programme_manager")
    assert "待开始" in text(manager.get(AT))
    assert manager.post(f"{at}begin-evaluation/").url == at
    stage.inspector()
    done = {"first_day": DAY, "last_day": DAY, "report": "符合", "conforms": "on"}
    tested = {**done, "kind": "type_test", "laboratory": "示例实验室"}
    assert manager.post(f"{at}record-activity/", tested).url == at
    assert manager.post(f"{at}record-activity/", tested).status_code == 409
    assert (
        manager.post(f"{at}record-activity/", {**done, "kind": "factory", "people": ["inspector"]}).url == at
    )
    assert "示例实验室" in text(manager.get(at)) and "检查员" in text(manager.get(at))
    decider = enter("decision_maker")
    assert "复核并决定" in text(decider.get(at))
    assert decider.post(f"{at}decide-evaluation/", {"act": "grant"}).url == at
    assert "已决定" in text(decider.get(f"{AT}?tab=decided"))


def test_who_keeps_accounts_sees_no_evaluations(enter):
    assert enter("administrator").get(AT).status_code == 403
