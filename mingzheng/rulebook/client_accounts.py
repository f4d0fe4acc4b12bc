"""The account owner of a client 客户经理: one of the staff who looks after it, and keeps away from its audits and decisions.

Clauses: ISO/IEC 17021-1:2015 5.2.13 (conflicts of interest of the body's people), 9.2.2 (the team), own procedure. While it lasts,
and as long after as any other tie, :mod:`rulebook.impartiality` keeps him off the team, the review and the decision.
"""

from .verdict import Objection

APART = "ISO/IEC 17021-1:2015 5.2.13"
OWN = "own procedure"
NOT_HERE = Objection("account.not-here", OWN)
HELD_ALREADY = Objection("account.held-already", OWN)
ON_ITS_TEAM = Objection("account.on-its-team", APART)
NOBODY = Objection("account.nobody", OWN)
REASON_MISSING = Objection("account.reason-missing", OWN)


def objections_to_account(person: str, *, active: bool, held: bool, teams: str) -> list[Objection]:
    """May this person look after the client? `held`: he does already; `teams`: visits of the client he is to go on."""
    return (
        [NOT_HERE.because(person=person)] * (not active)
        + [HELD_ALREADY.because(person=person)] * held
        + [ON_ITS_TEAM.because(person=person, visits=teams)] * bool(teams)
    )


def objections_to_ending_account(reason: str, *, held: bool) -> list[Objection]:
    return [REASON_MISSING] * (not reason.strip()) if held else [NOBODY]
