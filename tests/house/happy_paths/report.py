"""The yearly report."""

from datetime import date

from django.utils import timezone

from mingzheng.office.governance.models import Happening
from mingzheng.office.record.log import sequence
from mingzheng.office.report.actions.comment_block import comment_block
from mingzheng.office.report.actions.freeze_year import freeze_year
from mingzheng.office.report.actions.open_report import open_report
from mingzheng.office.report.actions.sign_report import sign_report
from mingzheng.office.report.models import Block
from mingzheng.rulebook.indicators.meaning import Owner
from mingzheng.seal.report.word_template import starter
from tests.certified import body, certificate

from . import Call, Cast, call, happy


@happy("report.freeze_year")
def _(cast: Cast) -> Call:
    certificate()
    sequence(at=timezone.now())
    return call("report.freeze_year", 2026, on=date(2027, 1, 10), by=cast["quality"])


LATER = date(2027, 1, 10)


def begun(cast: Cast) -> None:
    body()
    open_report(2026, on=LATER, by=cast["quality"])


def signed(cast: Cast) -> None:
    begun(cast)
    reviewed(cast)
    sign_report(2026, on=LATER, by=cast["director"])


def reviewed(cast: Cast) -> None:
    told = {"happened_on": date(2026, 3, 2), "proposed_on": LATER, "proposed_by": "market", "taken_on": LATER}
    Happening.objects.create(number="DS2026-0001", zh="上线", of_year=True, **told)
    sequence(at=timezone.now())
    freeze_year(2026, on=LATER, by=cast["quality"])
    Block.objects.update(reviewed_on=LATER, reviewed_by=cast["director"].login)


@happy("report.open_report")
def _(cast: Cast) -> Call:
    body()
    return call("report.open_report", 2026, on=LATER, by=cast["quality"])


@happy("report.write_block")
def _(cast: Cast) -> Call:
    begun(cast)
    return call(
        "report.write_block",
        2026,
        "policy",
        zh="{{投诉}} 件",
        en="{{Complaints}}",
        on=LATER,
        by=cast["quality"],
    )


@happy("report.leave_out_issue")
def _(cast: Cast) -> Call:
    begun(cast)
    return call("report.leave_out_issue", 2026, "6.8.3", zh="未开展", en="None", on=LATER, by=cast["quality"])


@happy("report.assign_issue")
def _(cast: Cast) -> Call:
    begun(cast)
    return call("report.assign_issue", 2026, "6.8.3", owner=Owner.UNION, on=LATER, by=cast["quality"])


@happy("report.comment_block")
def _(cast: Cast) -> Call:
    begun(cast)
    return call("report.comment_block", 2026, "policy", text="请补充", on=LATER, by=cast["market"])


@happy("report.settle_comment")
def _(cast: Cast) -> Call:
    begun(cast)
    comment_block(2026, "policy", text="请补充", on=LATER, by=cast["market"])
    return call("report.settle_comment", 2026, "policy", 1, answer="已补充", on=LATER, by=cast["quality"])


@happy("report.review_block")
def _(cast: Cast) -> Call:
    begun(cast)
    return call("report.review_block", 2026, "policy", on=LATER, by=cast["director"])


@happy("report.sign_report")
def _(cast: Cast) -> Call:
    begun(cast)
    reviewed(cast)
    return call("report.sign_report", 2026, on=LATER, by=cast["director"])


@happy("report.release_report")
def _(cast: Cast) -> Call:
    signed(cast)
    return call("report.release_report", 2026, on=LATER, by=cast["quality"])


@happy("report.order_issues")
def _(cast: Cast) -> Call:
    begun(cast)
    return call("report.order_issues", 2026, by_weight=True, on=LATER, by=cast["quality"])


@happy("report.reopen_report")
def _(cast: Cast) -> Call:
    signed(cast)
    return call("report.reopen_report", 2026, reason="改写", on=LATER, by=cast["quality"])


@happy("report.install_template")
def _(cast: Cast) -> Call:
    begun(cast)
    return call("report.install_template", name="a.docx", content=starter("zh"), on=LATER, by=cast["quality"])
