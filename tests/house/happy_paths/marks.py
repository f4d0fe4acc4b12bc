"""Marks: asked for, answered; misused, settled."""

from mingzheng.office.marks.models import MarkRequest, Misuse
from mingzheng.rulebook.marks import Mark, Place
from tests.certified import certificate, clerk

from . import Call, Cast, call, happy


@happy("marks.request_mark")
def _(cast: Cast) -> Call:
    asked = {"mark": Mark.BODY, "place": Place.WEBSITE, "description": "公司网站首页"}
    return call("marks.request_mark", certificate().number, **asked, by=clerk())


@happy("marks.answer_request")
def _(cast: Cast) -> Call:
    asked = {"mark": Mark.BODY, "place": Place.WEBSITE, "description": "公司网站首页"}
    call("marks.request_mark", certificate().number, **asked, by=clerk())()
    return call("marks.answer_request", MarkRequest.objects.get().number, agreed=True, by=clerk())


@happy("marks.open_misuse")
def _(cast: Cast) -> Call:
    found = {"certificate": certificate().number, "who": "某公司", "what": "标志印在产品上"}
    return call("marks.open_misuse", **found, by=cast["quality"])


@happy("marks.close_misuse")
def _(cast: Cast) -> Call:
    call("marks.open_misuse", who="某公司", what="伪造证书", by=cast["quality"])()
    number = Misuse.objects.get().number
    return call("marks.close_misuse", number, done="已函告并公告", by=cast["quality"])
