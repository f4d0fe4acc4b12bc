"""Support given to clients in hard times 帮扶记录: what was done for whom, shown by the record where the record has it.

Clauses: ISO 26000:2010 6.8.7 (wealth and income), 7.6.2 (claims are backed); impartiality stays: ISO/IEC 17021-1:2015 5.2.2 (support
changes when and how the body serves, never what it audits or decides).
"""

from datetime import date
from enum import StrEnum

from .verdict import Objection

CREDIBLE = "ISO 26000:2010 7.6.2"
OWN = "own procedure"
OCCASION_MISSING = Objection("support.occasion-missing", OWN)
WHAT_MISSING = Objection("support.what-missing", CREDIBLE)
DAY_MISSING = Objection("support.day-missing", OWN)
IN_FUTURE = Objection("support.in-future", OWN)
NOT_DONE = Objection("support.not-done", CREDIBLE)
NO_PROOF_TAKEN = Objection("support.no-proof-taken", CREDIBLE)
TAGGED_ALREADY = Objection("support.tagged-already", CREDIBLE)
REASON_MISSING = Objection("support.reason-missing", OWN)
TAKEN_BACK = Objection("support.taken-back", OWN)


class SupportKind(StrEnum):
    """What was done for the client. The first four are acts of the body that the record has anyway."""

    FEE_RELIEF = "fee_relief"  # 费用减免
    POSTPONEMENT = "postponement"  # 延期监督
    REMOTE_AUDIT = "remote_audit"  # 远程审核
    TRANSFER = "transfer"  # 转换换证
    TRAINING = "training"  # 免费培训
    EXPEDITED = "expedited"  # 优先办理
    OTHER = "other"


RECORDED = {  # kind: what the record calls the thing done
    SupportKind.FEE_RELIEF: "relief",
    SupportKind.POSTPONEMENT: "certificate",
    SupportKind.REMOTE_AUDIT: "remote-audit",
    SupportKind.TRANSFER: "certificate",
}


def objections_to_support(
    kind: SupportKind,
    occasion: str,
    what: str,
    proof: str,
    done: date | None,
    on: date,
    *,
    found: bool,
    tagged: bool,
) -> list[Objection]:
    """May this be entered as support? `proof`: the number of what was done, `found` in the record as this client's."""
    objections = [OCCASION_MISSING] * (not occasion.strip()) + [WHAT_MISSING] * (not what.strip())
    if kind in RECORDED:
        return objections + [NOT_DONE] * (not found) + [TAGGED_ALREADY] * tagged
    objections += [NO_PROOF_TAKEN] * bool(proof.strip())
    return objections + ([DAY_MISSING] if done is None else [IN_FUTURE] * (done > on))


def objections_to_taking_back(reason: str, *, taken_back: bool) -> list[Objection]:
    """A tag set by mistake is taken back once, with the reason."""
    return [TAKEN_BACK] if taken_back else [REASON_MISSING] * (not reason.strip())
