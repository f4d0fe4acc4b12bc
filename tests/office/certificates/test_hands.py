"""The actions of the office go through the hands the rulebook's table names."""

import pytest

from mingzheng.office.record.action import ACTIONS
from mingzheng.rulebook.certificate_life import HANDS, Act
from mingzheng.rulebook.roles import Role

CARRIED_OUT = {
    Act.SUSPEND: "suspend_certificate",
    Act.RESTORE: "restore_certificate",
    Act.WITHDRAW: "withdraw_certificate",
    Act.CANCEL: "cancel_certificate",
    Act.EXPIRE: "expire_certificate",
    Act.REPLACE: "replace_certificate",
    Act.EXTEND_SCOPE: "replace_certificate",  # a change of scope is shown by a new version
    Act.REDUCE_SCOPE: "replace_certificate",
    Act.TRANSFER: "transfer_certificate",
}


@pytest.mark.parametrize("act", CARRIED_OUT)
def test_an_act_is_carried_out_by_the_role_of_the_table(act):
    assert ACTIONS[f"certificates.{CARRIED_OUT[act]}"].roles == (HANDS[act].carries_out,)


def test_what_the_table_has_decided_is_decided_by_the_decision_maker():
    assert {hands.decides for hands in HANDS.values()} == {None, Role.DECISION_MAKER}
    assert ACTIONS["decisions.decide_status"].roles == (Role.DECISION_MAKER,)
