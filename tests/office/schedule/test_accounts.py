"""Who of the staff looks after a client, and what that keeps him away from."""

from datetime import timedelta

import pytest
from django.urls import reverse

from mingzheng.office.clients.models import Client
from mingzheng.office.decisions.cases import officer
from mingzheng.office.people.actions.declare_tie import declare_tie
from mingzheng.office.people.actions.end_tie import end_tie
from mingzheng.office.people.models import Person, Tie
from mingzheng.office.record.models import Event
from mingzheng.office.record.queue import QUEUES
from mingzheng.office.schedule.actions.assign_member import assign_member
from mingzheng.office.schedule.actions.end_account import end_account
from mingzheng.office.schedule.actions.give_account import give_account
from mingzheng.office.schedule.models import Appointment
from mingzheng.office.schedule.queries import account_of, looked_after_by
from mingzheng.rulebook.competence import TeamRole
from mingzheng.rulebook.decisions import (
    CaseFacts,
    DecisionAct,
    objections_to_deciding,
    objections_to_reviewing,
)
from mingzheng.rulebook.impartiality import TieKind
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Refused
from tests import rows
from tests.office.contracts.cases import USCC
from tests.rows import DAY

pytestmark = pytest.mark.django_db


def given(cast, owner="market", client=None) -> Client:
    client = client or rows.client()
    give_account(client.uscc, owner=owner, on=DAY, by=cast["director"])
    return client


def test_one_of_the_staff_looks_after_a_client_and_the_next_one_takes_his_place(cast):
    client, other = given(cast), given(cast, "technical")
    assert account_of(client.uscc).get().person.login == "market"
    assert list(Client.objects.filter(looked_after_by("market"))) == [client]
    with pytest.raises(Refused, match="account.held-already"):
        given(cast, client=client)
    given(cast, "technical", client)
    assert set(Client.objects.filter(looked_after_by("technical"))) == {client, other}
    told = (
        Event.objects.filter(kind="client.account-given", subject=f"client:{client.uscc}").latest("id").facts
    )
    assert (told["login"], told["before"]) == ("technical", "market")
    with pytest.raises(Refused, match="not-yours"):
        give_account(client.uscc, owner="market", on=DAY, by=cast["auditor"])


def test_nobody_looks_after_a_client_any_more_for_a_reason(cast):
    client = given(cast)
    with pytest.raises(Refused, match="account.reason-missing"):
        end_account(client.uscc, reason=" ", on=DAY, by=cast["market"])
    end_account(client.uscc, reason="调岗", on=DAY, by=cast["market"])
    assert not account_of(client.uscc)
    with pytest.raises(Refused, match="account.nobody"):
        end_account(client.uscc, reason="调岗", on=DAY, by=cast["market"])


def test_who_looks_after_a_client_does_not_end_it_as_a_tie_of_his_own(cast, client):
    looked_after = given(cast)
    back = DAY - timedelta(days=800)
    with pytest.raises(Refused, match="account.declared"):
        end_tie("market", looked_after.uscc, TieKind.ACCOUNT, ended_on=back, on=DAY, by=cast["market"])
    page = reverse("staff:end-tie", args=["market"])
    client.force_login(rows.signed(cast["market"]))
    client.post(page, {"uscc": looked_after.uscc, "kind": "account", "ended_on": back.isoformat()})
    assert Tie.objects.get().ended_on is None
    assert page not in client.get(reverse("staff:person", args=["market"])).text
    Tie.objects.update(kind=TieKind.TRAINING)
    assert page in client.get(reverse("staff:person", args=["market"])).text


def test_who_looks_after_a_client_goes_on_none_of_its_audits_not_even_soon_after(cast):
    visit = rows.visit()
    rows.auditor("liu")
    Appointment.objects.create(visit=visit, starts_on=DAY, ends_on=DAY)
    given(cast, "liu", visit.client)
    joined = {
        "role": TeamRole.AUDITOR,
        "standards": [Standard.QMS],
        "on": DAY,
        "by": cast["programme_manager"],
    }
    with pytest.raises(Refused, match="impartiality.account"):
        assign_member(visit.number, "liu", **joined)
    end_account(visit.client.uscc, reason="调岗", on=DAY, by=cast["market"])
    with pytest.raises(Refused, match="impartiality.account"):
        assign_member(visit.number, "liu", **joined)
    Tie.objects.update(ended_on=DAY - timedelta(days=800))
    assign_member(visit.number, "liu", **joined)


def test_who_is_on_a_clients_team_is_not_made_its_account_owner(cast):
    visit = rows.visit()
    rows.team(visit, rows.auditor("liu"))
    with pytest.raises(Refused, match="account.on-its-team"):
        given(cast, "liu", visit.client)
    given(cast, "liu", rows.client())


def test_who_looks_after_a_client_neither_reviews_nor_decides_on_it(cast):
    client = given(cast, "decision_maker")
    case = CaseFacts(Standard.QMS, handed_in=True)
    who = officer(cast["decision_maker"], client.uscc)
    found = objections_to_reviewing(case, who, DAY) + objections_to_deciding(
        DecisionAct.GRANT, case, who, DAY
    )
    assert [one.code for one in found].count("impartiality.account") == 2
    assert "impartiality.account" not in [
        one.code for one in objections_to_reviewing(case, officer(cast["decision_maker"], "OTHER"), DAY)
    ]


def test_nobody_declares_it_himself_and_nobody_who_left_is_chosen(cast):
    told = {
        "organisation": "某公司",
        "kind": TieKind.ACCOUNT,
        "ended_on": None,
        "on": DAY,
        "by": cast["auditor"],
    }
    with pytest.raises(Refused, match="account.declared"):
        declare_tie("auditor", USCC, **told)
    client = given(cast)
    waiting = QUEUES["schedule.accounts"]
    assert not waiting.waiting(cast["market"], DAY)
    Person.objects.filter(login="market").update(is_active=False)
    (left,) = waiting.waiting(cast["market"], DAY)
    assert waiting.item(left, DAY).subject == f"client:{client.uscc}"
    with pytest.raises(Refused, match="account.not-here"):
        given(cast)
