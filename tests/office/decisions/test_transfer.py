"""Deciding whether a certification of another body is taken over (IAF MD 2)."""

from datetime import date, timedelta

import pytest

from mingzheng.office.decisions.actions.decide_transfer import decide_transfer, objections
from mingzheng.office.decisions.models import Decision
from mingzheng.office.decisions.queries import transfers_to_decide
from mingzheng.office.people.models import Person, Tie
from mingzheng.office.record.books import check_the_books
from mingzheng.office.record.queue import QUEUES
from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Refused
from tests import rows
from tests.rows import DAY

pytestmark = pytest.mark.django_db


def decide(held, by, act=DecisionAct.GRANT, reasons="", on=DAY):
    told = {"act": act, "reasons": reasons, "on": on, "by": by}
    return decide_transfer(held.client.uscc, Standard(held.standard), **told)


def codes(refused) -> list[str]:
    return [objection.code for objection in refused.value.objections]


def test_who_did_not_review_grants_on_the_review(cast):
    held = rows.taken_over()

    made = decide(held, cast["decision_maker"])

    kept = Decision.objects.get()
    assert (kept.number, kept.act, kept.audit, kept.certification) == (made.number, "grant", None, held)
    assert (made.certification, made.audit) == (f"{held.client.uscc}/QMS", "")


def test_who_reviewed_does_not_decide(cast):
    both: Person = cast["technical"]
    held = rows.taken_over(reviewed_by=both)
    both.roles = ["technical", "decision_maker"]
    both.save()

    with pytest.raises(Refused) as refused:
        decide(held, both)

    assert codes(refused) == ["decision.reviewed-the-transfer"]
    assert refused.value.objections[0].clause == "IAF MD 2:2017 2.3"
    assert list(QUEUES["decisions.transfers"].waiting(both, DAY)) == []
    assert list(QUEUES["decisions.transfers"].waiting(cast["decision_maker"], DAY)) == [held]


@pytest.mark.parametrize(
    ("changes", "on", "found"),
    [
        ({"expires_on": DAY}, DAY + timedelta(days=1), ["transfer.past-expiry"]),
        ({"lost_accreditation_on": date(2026, 1, 5)}, date(2026, 7, 6), ["transfer.too-late"]),
        ({"points": {"reason": "就近"}}, DAY, ["transfer.not-reviewed"] * 7),
    ],
)
def test_what_may_no_longer_be_taken_over_is_not_granted_but_may_be_refused(cast, changes, on, found):
    held = rows.taken_over(**changes)

    with pytest.raises(Refused) as refused:
        decide(held, cast["decision_maker"], on=on)
    assert codes(refused) == found

    with pytest.raises(Refused, match="decision.no-reasons"):
        decide(held, cast["decision_maker"], DecisionAct.REFUSE, on=on)
    decide(held, cast["decision_maker"], DecisionAct.REFUSE, "证书已失效", on=on)
    assert Decision.objects.get().reasons == "证书已失效"


@pytest.mark.parametrize("act", [act for act in DecisionAct if act not in ("grant", "refuse")])
def test_nothing_else_is_decided_on_a_review(cast, act):
    with pytest.raises(Refused, match="decision.act-not-open"):
        decide(rows.taken_over(), cast["decision_maker"], act, "理由")


def test_it_is_decided_once_and_by_nobody_tied_to_the_client(cast):
    held, by = rows.taken_over(), cast["decision_maker"]
    Tie.objects.create(person=by, uscc=held.client.uscc, organisation="x", kind="employment", declared_on=DAY)
    with pytest.raises(Refused):
        decide(held, by)
    Tie.objects.all().delete()

    decide(held, by)

    with pytest.raises(Refused, match="decision.decided-already"):
        decide(held, by)
    assert not transfers_to_decide().exists()
    assert [o.code for o in objections(held, DecisionAct.REFUSE, on=DAY, by=by)] == [
        "decision.decided-already"
    ]


def test_what_begins_here_is_decided_on_an_audit(cast):
    with pytest.raises(Refused, match="decision.not-taken-over"):
        decide(rows.certification(), cast["decision_maker"])


def test_only_decision_makers_decide(cast):
    with pytest.raises(Refused, match="person.not-yours"):
        decide(rows.taken_over(), cast["reviewer"])


def test_each_waits_until_its_certificate_may_no_longer_be_followed(cast):
    late, soon = rows.taken_over(), rows.taken_over("EMS", expires_on=date(2026, 8, 1))

    assert list(transfers_to_decide()) == [soon, late]
    item = QUEUES["decisions.transfers"].item(soon, DAY)
    assert (item.subject, item.due) == (f"transfer:{soon.client.uscc}/EMS", date(2026, 8, 1))


@pytest.mark.broken_books
def test_the_books_find_who_decided_on_his_own_review(cast):
    held = rows.taken_over()
    rows.decision("grant", held, decided_by="liang")

    assert set(check_the_books()) >= {"no certification is taken over on the word of who reviewed it"}
