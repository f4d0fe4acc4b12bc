"""Mail to the body's address."""

from mingzheng.office.record.actors import CLOCK
from mingzheng.rulebook.inbox import Aside
from tests.office.inbox import stage

from . import Call, Cast, call, happy


@happy("inbox.receive_mail")
def _(cast: Cast) -> Call:
    return call("inbox.receive_mail", stage.message(), raw=stage.RAW, by=CLOCK)


@happy("inbox.make_case")
def _(cast: Cast) -> Call:
    return call("inbox.make_case", stage.mail().number, **stage.COMPLAINT, by=cast["general_office"])


@happy("inbox.set_mail_aside")
def _(cast: Cast) -> Call:
    return call("inbox.set_mail_aside", stage.mail().number, why=Aside.JUNK, by=cast["general_office"])
