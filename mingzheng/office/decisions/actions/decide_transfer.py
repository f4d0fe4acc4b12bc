"""Decide whether a certification of another body is taken over 转换的认证决定 (IAF MD 2:2017 2.3)."""

from datetime import date

from mingzheng.office.programmes.models import Certification
from mingzheng.office.record.action import action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook import decisions as rules
from mingzheng.rulebook.decisions import CaseFacts, DecisionAct
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..cases import officer
from ..made import DecisionMade, Grounds, write_down
from ..models import Decision


def objections(
    certification: Certification, act: DecisionAct, *, on: date, by: Actor, reasons: str | None = None
) -> list[Objection]:
    """Why this cannot be decided today; without `reasons`, before they are written."""
    review = certification.transfer
    if review is None:
        return [rules.NOT_TAKEN_OVER.because(standard=certification.standard)]
    case = CaseFacts(
        Standard(certification.standard),
        audited=False,
        team=frozenset([review.reviewed_by.login]),
        transfer=review.facts,
    )
    decider = officer(by, certification.client.uscc)
    reasoned = reasons is None or bool(reasons.strip())
    found = rules.objections_to_deciding(act, case, decider, on, reasoned=reasoned)
    if Decision.objects.filter(certification=certification, act__in=rules.ON_A_TRANSFER).exists():
        found.append(rules.DECIDED_ALREADY.because(standard=certification.standard))
    return found


@action(Role.DECISION_MAKER, clause="IAF MD 2:2017 2.3")
def decide_transfer(
    uscc: str, standard: Standard, *, act: DecisionAct, reasons: str = "", on: date, by: Actor
) -> DecisionMade:
    """To grant or to refuse, on the review before the transfer, by another than who reviewed."""
    held = Certification.objects.select_for_update(of=("self",)).select_related(
        "client", "transfer__reviewed_by"
    )
    certification = held.get(client__uscc=uscc, standard=standard, ended_on=None)
    refuse_if(objections(certification, act, on=on, by=by, reasons=reasons))

    grounds = Grounds(reasons.strip())
    return write_down(certification.pk, certification.subject_key, act, grounds, audit=None, on=on, by=by)
