"""Change what is known of a client's site, or close it 变更场所 — ISO/IEC 17021-1:2015 8.5.3."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Site
from ..sites import CLAUSE, NOTHING_CHANGED, objections_to_site


@dataclass(frozen=True)
class SiteChanged(Happened, kind="client.site-changed"):
    uscc: str
    site: str
    fields: list[str]


@action(Role.MARKET, Role.PROGRAMME_MANAGER, clause=CLAUSE)
def change_site(uscc: str, site: int, *, facts: Mapping[str, object], on: date, by: Actor) -> SiteChanged:
    """`closed_on` among the facts closes it: nobody is sent there any more."""
    row = Site.objects.select_for_update(of=("self",)).get(pk=site, client__uscc=uscc)
    fields = [name for name, value in facts.items() if value != getattr(row, name)]
    refuse_if([*([] if fields else [NOTHING_CHANGED]), *objections_to_site(facts)])
    for name in fields:
        setattr(row, name, facts[name])
    row.save(update_fields=fields)
    return SiteChanged(uscc, row.name_zh, fields)
