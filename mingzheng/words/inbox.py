"""Mail to the body's address."""

WORDS = {
    "queue.inbox.waiting": ("来信待处理", "Mail to deal with"),
    "mail-state.waiting": ("待处理", "To deal with"),
    "mail-state.case": ("已成案", "A case"),
    "mail-state.aside": ("不成案", "Set aside"),
    "mail-aside.answered": ("咨询或建议，已另行答复", "An enquiry or suggestion, answered otherwise"),
    "mail-aside.passed_on": ("已转有关部门", "Passed on to whose business it is"),
    "mail-aside.known": ("所述事项已登记", "About what is entered already"),
    "mail-aside.junk": ("垃圾邮件", "Junk"),
    # refusals
    "inbox.known": ("这封邮件已收入", "This mail came in before"),
    "inbox.too-large": ("邮件超过 {megabytes} MB，未收入", "Over {megabytes} MB; not taken in"),
    "inbox.not-a-mail": (
        "不是邮件：没有发件人、主题和日期",
        "Not a mail: neither sender nor subject nor date",
    ),
    "inbox.unreadable": ("文件读不出：{why}", "The file cannot be read: {why}"),
    "inbox.settled": ("这封来信已处理", "This mail was dealt with"),
    "inbox.note-missing": ("请写明如何处理", "Say what became of it"),
    # events
    "event.mail.received": (
        "收到来信，附件 {attachments} 个，{deal_by} 前处理",
        "A mail came in with {attachments} attachments, to deal with by {deal_by}",
    ),
    "event.mail.made-case": ("登记为{kind:case-kind} {case}", "Entered as {kind:case-kind} {case}"),
    "event.mail.set-aside": ("不成案：{why:mail-aside}", "Set aside: {why:mail-aside}"),
}
