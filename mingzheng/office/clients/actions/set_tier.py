"""Set how a client is served 客户分级 (own procedure; kept from reviewers and decision makers: ISO/IEC 17021-1:2015 5.2.2)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.client_tiers import IMPARTIAL, KEPT_FROM, Tier, objections_to_tier
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Client
from ..queries import tier_of


@dataclass(frozen=True)
class TierSet(Happened, kind="client-tier.set"):
    """A subject of its own: what happened to the client is read by reviewers and decision makers."""

    uscc: str
    tier: Tier
    reason: str


@action(Role.MARKET, Role.PROGRAMME_MANAGER, clause=IMPARTIAL)
def set_tier(uscc: str, tier: Tier, *, reason: str, on: date, by: Actor) -> TierSet:
    """From the day on; the earlier one stays for what was handled before."""
    client = Client.objects.select_for_update().get(uscc=uscc)
    decides = any(by.holds(role) for role in KEPT_FROM)
    refuse_if(objections_to_tier(tier_of(client, on), tier, reason, decides=decides))
    client.tiers.create(tier=tier, set_on=on, reason=reason.strip(), set_by=by.login)
    return TierSet(uscc, tier, reason.strip())
