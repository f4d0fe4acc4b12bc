"""Enter a site of a client 登记场所 — ISO/IEC 17021-1:2015 8.5.3."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Client, Site
from ..sites import CLAUSE, objections_to_site


@dataclass(frozen=True)
class SiteEntered(Happened, kind="client.site-entered"):
    uscc: str
    site: str


@action(Role.MARKET, Role.PROGRAMME_MANAGER, clause=CLAUSE)
def enter_site(uscc: str, *, facts: Mapping[str, str], on: date, by: Actor) -> SiteEntered:
    """`facts` are fields of the model; with its district travel to it is counted."""
    client = Client.objects.select_for_update().get(uscc=uscc)
    refuse_if(objections_to_site(facts))
    site = Site.objects.create(client=client, **facts)
    return SiteEntered(uscc, site.name_zh)
