"""Say at which site of the client a visit is held 指定审核场所 (ISO/IEC 17021-1:2015 9.1.5)."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.clients.models import Site
from mingzheng.office.record.action import Happened, action
from mingzheng.rulebook import programme as rules
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import Visit


@dataclass(frozen=True)
class SentToSite(Happened, kind="visit.sent-to-site"):
    visit: str
    site: str


@action(Role.PROGRAMME_MANAGER, clause="ISO/IEC 17021-1:2015 9.1.5")
def send_to_site(number: str, *, site: int | None, on: date, by) -> SentToSite:
    """Travel is counted to there; without a site, to the client's own address again."""
    visit = Visit.objects.select_for_update(of=("self",)).get(number=number)
    where = Site.objects.get(pk=site, client=visit.client_id) if site else None
    refuse_if(
        [
            *rules.objections_to_changing(visit.state),
            *rules.objections_to_site(where.closed_on if where else None),
        ]
    )

    visit.site = where
    visit.save(update_fields=["site"])
    return SentToSite(number, where.name_zh if where else "")
