"""The programme and its visits."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from mingzheng.office.clients.models import Site
from mingzheng.office.people.models import Person
from mingzheng.office.programmes.actions.begin_cycle import begin_cycle
from mingzheng.office.programmes.actions.open_programme import open_programme
from mingzheng.office.programmes.models import Visit
from mingzheng.office.record.actors import CLOCK
from tests import rows
from tests.office.programmes.agreed import agreed
from tests.rows import DAY

from . import HAPPY, Call, Cast, call, happy

MON, TUE = date(2026, 3, 16), date(2026, 3, 17)
YEARS = {"decided_on": DAY, "issued_on": DAY, "expires_on": date(2029, 3, 1)}


@happy("programmes.open_programme")
def _(cast: Cast) -> Call:
    return call(
        "programmes.open_programme", agreed(["QMS", "EMS", "OHSMS"]).number, by=cast["programme_manager"]
    )


@happy("programmes.set_windows")
def _(cast: Cast) -> Call:
    contract = certified_contract(cast)
    return call("programmes.set_windows", contract.client.uscc, by=CLOCK)


def certified_contract(cast: Cast):
    """A contract for two standards with its programme, whose cycles have begun."""
    contract = agreed(["QMS", "EMS"])
    open_programme(contract.number, on=DAY, by=cast["programme_manager"])
    for standard in contract.standards:
        begin_cycle(contract.client.uscc, standard, **YEARS, on=DAY, by=CLOCK)
    return contract


@happy("programmes.begin_cycle")
def _(cast: Cast) -> Call:
    return call("programmes.begin_cycle", rows.certification().client.uscc, "QMS", **YEARS, by=CLOCK)


@happy("programmes.open_next_cycle")
def _(cast: Cast) -> Call:
    uscc, later = certified_contract(cast).client.uscc, date(2032, 3, 1)
    return call("programmes.open_next_cycle", uscc, "QMS", **{**YEARS, "expires_on": later}, by=CLOCK)


@happy("programmes.put_off_visit")
def _(cast: Cast) -> Call:
    uscc, until = certified_contract(cast).client.uscc, date(2027, 6, 1)
    return call("programmes.put_off_visit", uscc, "QMS", until=until, by=CLOCK)


@happy("programmes.prolong_cycle")
def _(cast: Cast) -> Call:
    uscc, until = certified_contract(cast).client.uscc, date(2029, 6, 1)
    return call("programmes.prolong_cycle", uscc, "QMS", until=until, by=CLOCK)


@happy("programmes.change_scope")
def _(cast: Cast) -> Call:
    uscc, said = rows.certification().client.uscc, {"scope_zh": "模具的生产", "scope_en": "Moulds"}
    return call("programmes.change_scope", uscc, "QMS", **said, by=CLOCK)


@happy("programmes.end_certification")
def _(cast: Cast) -> Call:
    uscc = certified_contract(cast).client.uscc
    return call("programmes.end_certification", uscc, "QMS", by=CLOCK)


def of_visit(name: str, by: Callable[[Cast], Any], **more: Any) -> None:
    """An action on a visit for two standards that is to come."""
    HAPPY[name] = lambda cast: call(name, combined().number, by=by(cast), **more)


def combined(kind: str = "surveillance") -> Visit:
    contract = rows.contract(["QMS", "EMS"])
    return rows.visit(kind, [rows.certification(s, contract=contract) for s in ("QMS", "EMS")])


def planner(cast: Cast) -> Person:
    return cast["programme_manager"]


of_visit("programmes.begin_visit", lambda cast: CLOCK, begun_on=DAY)
of_visit("programmes.change_days", planner, standard="QMS", days=Decimal("3.0"), reason="人数增加")
of_visit("programmes.drop_visit", planner, reason="免于一阶段")
of_visit("programmes.split_visit", planner, standards=["EMS"])
of_visit("schedule.appoint_visit", planner, starts_on=MON, ends_on=TUE, remote_percent=30)


def with_site() -> tuple[Visit, int]:
    """A visit for two standards, and a site of its client."""
    visit = combined()
    facts = {"name_zh": "二厂", "address_zh": "示例路2号", "district": "510100"}
    return visit, Site.objects.create(client=visit.client, kind="permanent", **facts).pk


@happy("programmes.send_to_site")
def _(cast: Cast) -> Call:
    visit, site = with_site()
    return call("programmes.send_to_site", visit.number, site=site, by=planner(cast))


@happy("programmes.visit_site_apart")
def _(cast: Cast) -> Call:
    visit, site = with_site()
    days = {"QMS": Decimal("0.5"), "EMS": Decimal("1.0")}
    return call("programmes.visit_site_apart", visit.number, site=site, days=days, by=planner(cast))


@happy("programmes.end_visit")
def _(cast: Cast) -> Call:
    visit = combined()
    Visit.objects.filter(pk=visit.pk).update(begun_on=DAY)
    return call("programmes.end_visit", visit.number, held_on=DAY, by=CLOCK)


@happy("programmes.join_visits")
def _(cast: Cast) -> Call:
    contract = rows.contract(["QMS", "EMS"])
    mine, other = (rows.visit("special", [rows.certification(s, contract=contract)]) for s in ("QMS", "EMS"))
    Visit.objects.filter(pk=other.pk).update(latest=DAY + timedelta(days=9))
    return call("programmes.join_visits", mine.number, other.number, by=cast["programme_manager"])


@happy("programmes.add_special_visit")
def _(cast: Cast) -> Call:
    number = certified_contract(cast).number
    days = {"QMS": Decimal("1.0"), "EMS": Decimal("0.5")}
    return call(
        "programmes.add_special_visit", number, days=days, reason="投诉", by=cast["programme_manager"]
    )
