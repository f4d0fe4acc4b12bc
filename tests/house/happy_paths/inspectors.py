"""Access for inspectors."""

from mingzheng.office.inspectors.actions.open_access import Scope
from mingzheng.rulebook.inspectors import Shown
from tests import rows
from tests.office.inspectors import stage

from . import Call, Cast, call, happy


@happy("inspectors.open_access")
def _(cast: Cast) -> Call:
    named = {"inspectors": [stage.ZHANG], "scope": Scope(certifications=[rows.certification().subject_key])}
    by, inspection = cast["quality"], stage.inspection(cast["quality"])
    return call("inspectors.open_access", inspection, **named, **stage.TERM, reason="双随机", by=by)


@happy("inspectors.close_access")
def _(cast: Cast) -> Call:
    number = stage.access(cast["quality"]).number
    return call("inspectors.close_access", number, reason="检查结束", by=cast["quality"])


@happy("inspectors.note_shown")
def _(cast: Cast) -> Call:
    one = stage.inspector(cast["quality"])
    return call("inspectors.note_shown", one.access.number, what=Shown.VISIT, about="XM2026-0012", by=one)
