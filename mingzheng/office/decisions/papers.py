"""The record of a certification decision as PDF (ISO/IEC 17021-1:2015 9.5, 9.9)."""

from typing import Any

from mingzheng.office.audits.models import Audit
from mingzheng.office.clients.papers import organisation
from mingzheng.office.library.papers import letterhead
from mingzheng.office.people.models import Person
from mingzheng.office.programmes.models import Visit
from mingzheng.office.programmes.papers import scope
from mingzheng.office.schedule.models import Appointment
from mingzheng.office.schedule.papers import of_visit
from mingzheng.rulebook.decisions import ON_A_TRANSFER
from mingzheng.rulebook.standards import Standard
from mingzheng.seal import facts
from mingzheng.seal.facts import Form, Two
from mingzheng.seal.papers import render
from mingzheng.words import WORDS

from .models import Decision, Review

DECISION = Form("PD-01", "A/0")


def decision_record(decision: Decision, visit: Visit | None, *, language: str) -> bytes:
    """认证决定记录. `visit`: of the audit it rests on, with its parts; none for a decision on other grounds."""
    held = decision.certification
    record = facts.DecisionRecord(
        **(_on_audit(decision, visit) if visit else _on_other_grounds(decision)),
        body=letterhead(decision.decided_on),
        form=DECISION,
        number=decision.number,
        dated=decision.decided_on,
        client=organisation(held.client),
        scope=Two(decision.scope_zh, decision.scope_en) if decision.scope_zh else scope([held]),
        decisions=(
            facts.Decided(
                Standard(held.standard),
                Two(*WORDS[f"decision.act.{decision.act}"]),
                reasons=" ".join(filter(None, [decision.reason_code, decision.reasons])),
            ),
        ),
        decided_by=_name(decision.decided_by),
    )
    return render("decision", record, language)


def _on_audit(decision: Decision, visit: Visit) -> dict[str, Any]:
    audit = Audit.objects.get(visit=visit)
    passed = Review.objects.filter(audit=audit, standard=decision.certification.standard, passed=True).first()
    said = of_visit(DECISION, "", visit, Appointment.objects.get(visit=visit), decision.decided_on)
    return {
        **{name: said[name] for name in ("project", "kind", "team")},
        "reviewed_by": _name(passed.reviewed_by) if passed else "",
    }


def _on_other_grounds(decision: Decision) -> dict[str, Any]:
    """Without an audit: the one taken over rests on the review before its transfer."""
    review = decision.certification.transfer if decision.act in ON_A_TRANSFER else None
    grounds = "decision.on-transfer" if review else "decision.on-other-grounds"
    return {
        "project": "",
        "kind": Two(*WORDS[grounds]),
        "team": (),
        "reviewed_by": review.reviewed_by.name_zh if review else "",
    }


def _name(login: str) -> str:
    """The name people know; a decision carried over from another system names its maker in words."""
    return Person.objects.filter(login=login).values_list("name_zh", flat=True).first() or login
