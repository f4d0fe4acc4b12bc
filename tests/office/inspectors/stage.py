"""An inspection with an access, for the tests of what an inspector may see."""

from datetime import timedelta

from mingzheng.office.inspectors.actions.open_access import Scope, open_access
from mingzheng.office.inspectors.models import Access, Inspector
from mingzheng.office.quality.actions.receive_inspection import receive_inspection
from mingzheng.rulebook.inspectors import Named
from mingzheng.rulebook.own_system import InspectionKind
from tests.rows import DAY

UNTIL = DAY + timedelta(days=4)
TERM = {"first_day": DAY, "last_day": UNTIL}
ZHANG = Named("张科长", "310-0001")


def inspection(by) -> str:
    where = {"authority": "市监局", "place": "本部", "inspected_on": DAY}
    return receive_inspection(InspectionKind.OFFICE, **where, on=DAY, by=by).number


def access(by, scope: Scope | None = None, *inspectors: Named, **more) -> Access:
    """Opened to Zhang alone unless others are named."""
    told = {"inspectors": inspectors or [ZHANG], "reason": "双随机抽查", **TERM, **more}
    opened = open_access(inspection(by), scope=scope or Scope(whole=True), **told, on=DAY, by=by)
    return Access.objects.get(number=opened.number)


def inspector(by, scope: Scope | None = None, **more) -> Inspector:
    return access(by, scope, **more).inspectors.select_related("access").get()
