"""Courses, good cases."""

from decimal import Decimal

from mingzheng.rulebook.learning import CourseKind
from tests import rows
from tests.office.learning import test_learning as learning
from tests.rows import DAY

from . import Call, Cast, call, happy, plainly

plainly(
    "learning.plan_course", "general_office", CourseKind.TRAINING, title="内审", planned_on=DAY, hours=Decimal(2)
)  # fmt: skip


@happy("learning.hold_course")
def _(cast: Cast) -> Call:
    told = {"held_on": DAY, "hours": Decimal(2), "attended": list(cast), "remark": ""}
    return call("learning.hold_course", learning.planned(cast), **told, by=cast["general_office"])


@happy("learning.cancel_course")
def _(cast: Cast) -> Call:
    number = learning.planned(cast)
    return call("learning.cancel_course", number, reason="疫情", by=cast["general_office"])


@happy("learning.submit_good_case")
def _(cast: Cast) -> Call:
    told = {"text": "文", "client": rows.client().uscc}
    return call("learning.submit_good_case", "题", **told, by=cast["auditor"])


@happy("learning.vote_good_case")
def _(cast: Cast) -> Call:
    return call("learning.vote_good_case", learning.submitted(cast), by=cast["market"])


@happy("learning.publish_good_case")
def _(cast: Cast) -> Call:
    number = learning.submitted(cast, rows.client().uscc)
    return call("learning.publish_good_case", number, title="题", text="文", by=cast["technical"])
