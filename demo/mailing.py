"""Mail to the body's address: an enquiry answered by telephone, and a complaint nobody has dealt with yet."""

from datetime import timedelta
from email.message import EmailMessage

from mingzheng.doors.clock.message import read
from mingzheng.office.inbox.actions.receive_mail import receive_mail
from mingzheng.office.inbox.actions.set_mail_aside import set_mail_aside
from mingzheng.office.record.actors import CLOCK
from mingzheng.rulebook.inbox import Aside
from mingzheng.rulebook.roles import Role

from .world import Story, World

ENQUIRY = ("咨询：证书查询", "请问在哪里可以查到贵机构发出的证书？")
COMPLAINT = ("投诉审核安排", "审核日期改了两次，都是前一天才通知。请说明原因。")


def mailed(world: World) -> Story:
    yield world.office_day(world.today - timedelta(days=6))
    enquiry = _came_in(world, *ENQUIRY)
    set_mail_aside(
        enquiry, why=Aside.ANSWERED, note="电话告知查询网页。", on=world.on, by=world.by(Role.GENERAL_OFFICE)
    )
    yield world.office_day(world.today - timedelta(days=1))
    _came_in(world, *COMPLAINT, attached="邮件往来.txt")


def _came_in(world: World, subject: str, text: str, attached: str = "") -> str:
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Date"] = "冉经理 <ran@example.com>", subject, f"{world.on:%d %b %Y} 09:30:00 +0800"  # fmt: skip
    mail.set_content(text)
    if attached:
        mail.add_attachment(text, filename=attached)
    raw = mail.as_bytes()
    return receive_mail(read(raw), raw=raw, on=world.on, by=CLOCK).number
