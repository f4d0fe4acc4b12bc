"""Record when a client wishes to be audited and when not 登记客户意愿 (ISO/IEC 17021-1:2015 9.2.3.1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mingzheng.office.clients.models import Client
from mingzheng.office.record.action import Happened, action
from mingzheng.rulebook.planning import Span, objections_to_wishes
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import refuse_if

from ..models import ClientWishes


@dataclass(frozen=True)
class WishesStated(Happened, kind="client.wishes-stated"):
    uscc: str
    wished: str
    forbidden: str
    remote_percent: int


@action(Role.MARKET, Role.PROGRAMME_MANAGER, clause="ISO/IEC 17021-1:2015 9.2.3.1")
def state_wishes(
    uscc: str,
    *,
    wished: Sequence[Span] = (),
    forbidden: Sequence[Span] = (),
    remote_percent: int = 0,
    on: date,
    by,
) -> WishesStated:
    """These take the place of what was known. The wished weeks are a wish, the forbidden ones are kept free."""
    client = Client.objects.select_for_update().get(uscc=uscc)
    refuse_if(objections_to_wishes(wished, forbidden, remote_percent))
    ClientWishes.objects.update_or_create(
        client=client,
        defaults={
            "wished": _plain(wished),
            "forbidden": _plain(forbidden),
            "remote_percent": remote_percent,
        },
    )
    return WishesStated(uscc, _told(wished), _told(forbidden), remote_percent)


def _plain(spans: Sequence[Span]) -> list[list[str]]:
    return [[first.isoformat(), last.isoformat()] for first, last in sorted(spans)]


def _told(spans: Sequence[Span]) -> str:
    return "; ".join(f"{first} – {last}" for first, last in sorted(spans)) or "--"
