"""What an inspector is let look at: an access for the visits he drew, and what he opened on the first day."""

from datetime import timedelta

from mingzheng.office.inspectors.actions.note_shown import note_shown
from mingzheng.office.inspectors.actions.open_access import Scope, open_access
from mingzheng.office.inspectors.models import Inspector
from mingzheng.office.programmes.models import VisitPart
from mingzheng.rulebook.inspectors import Named, Shown
from mingzheng.rulebook.roles import Role

from .world import World

INSPECTORS = [Named("项查实", "SL-0001"), Named("柏核明", "SL-0002")]


def looked_into(world: World, inspection: str, visits: list[str]) -> None:
    """For a week, to two inspectors: the certifications of these visits and the record of one auditor."""
    parts = VisitPart.objects.filter(visit__number__in=visits).select_related(
        "certification__client", "visit"
    )
    keys = sorted({part.certification.subject_key for part in parts})
    scope = Scope(certifications=keys, people=[world.by(Role.AUDITOR).login])
    opened = open_access(
        inspection,
        inspectors=INSPECTORS,
        first_day=world.on,
        last_day=world.on + timedelta(days=7),
        scope=scope,
        reason="双随机抽查任务书",
        on=world.on,
        by=world.by(Role.QUALITY),
    )
    access = Inspector.objects.select_related("access").filter(access__number=opened.number)
    first, second = access.order_by("place")
    note_shown(opened.number, what=Shown.SCOPE, on=world.on, by=first)
    note_shown(opened.number, what=Shown.REGISTER, on=world.on, by=second)
    for part in parts.order_by("pk"):
        held, visit = part.certification, part.visit.number
        told = {"client": held.client.uscc, "on": world.on, "by": first}
        note_shown(opened.number, what=Shown.CERTIFICATION, about=held.subject_key, **told)
        note_shown(opened.number, what=Shown.VISIT, about=visit, **told)
        note_shown(opened.number, what=Shown.PACKAGE, about=visit, **told)
