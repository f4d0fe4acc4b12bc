"""Letters to clients by mail, and what the staff sees of them."""

WORDS = {
    "letter-state.waiting": ("待发", "Waiting"),
    "letter-state.sent": ("已发", "Sent"),
    "letter-state.stuck": ("未能投递", "Not delivered"),
    "queue.letters.stuck": ("未能投递的信函", "Letters not delivered"),
    "letter.sent-already": ("已于 {sent_on} 发出", "It was sent on {sent_on}"),
    "letter.not-tried": (
        "尚未投递过，时钟会自动发出",
        "It has not been tried yet; the clock sends it by itself",
    ),
    "event.letter.written": ("写信告知客户：{cause}", "Wrote to the client about {cause}"),
    "event.letter.sent": ("信函已发出", "The letter was sent"),
    "event.letter.failed": ("信函第 {tries} 次投递未成功：{fault}", "Delivery failed, try {tries}: {fault}"),
    "event.letter.retried": ("重新投递信函", "Sent the letter off again"),
    "mail.greeting": ("{name}：", "Dear {name},"),
    "mail.sender": ("本邮件由系统自动发出。", "This message was sent by the system."),
    "mail.application.begun.subject": (
        "认证申请 {number}：请保存此链接",
        "Application {number}: keep this link",
    ),
    "mail.application.begun.text": (
        "您的认证申请 {number} 已建立。凭下面的链接可以继续填写、上传材料、提交和查询进度，请勿转给无关人员：\n{link}",
        "Your application {number} has been begun. With this link you go on filling it in, add papers, hand it in and "
        "follow it; please keep it to yourselves:\n{link}",
    ),
    "mail.application.submitted.subject": ("认证申请 {number} 已收到", "Application {number} received"),
    "mail.application.submitted.text": (
        "贵单位的认证申请 {number} 已收到，将由市场、专业和审核方案三方评审。进度见：\n{link}",
        "We have received your application {number}. Three people review it; follow it here:\n{link}",
    ),
    "mail.application.asked.subject": (
        "认证申请 {number}：有问题请答复",
        "Application {number}: questions for you",
    ),
    "mail.application.asked.text": (
        "评审中有 {questions} 个问题需要贵单位答复或补正，请在下面的页面办理：\n{link}",
        "The review has {questions} question(s) for you. Please answer or amend the application here:\n{link}",
    ),
    "mail.application.accepted.subject": ("认证申请 {number} 已受理", "Application {number} accepted"),
    "mail.application.accepted.text": (
        "贵单位的认证申请 {number} 已受理。受理通知书可在下面的页面下载，合同随后送达：\n{link}",
        "Your application {number} has been accepted. The notice is on this page; the contract follows:\n{link}",
    ),
    "mail.application.refused.subject": ("认证申请 {number} 不予受理", "Application {number} not accepted"),
    "mail.application.refused.text": (
        "贵单位的认证申请 {number} 不予受理。理由和通知书见下面的页面，贵单位可在该页面陈述意见：\n{link}",
        "Your application {number} cannot be accepted. The reasons and the notice are on this page, where you may "
        "answer:\n{link}",
    ),
    "mail.contract.offered.subject": ("报价和认证合同 {number}", "Quotation and contract {number}"),
    "mail.contract.offered.text": (
        "认证合同 {number} 及报价已拟定，总额 {total} 元（含税）。请核对并签署：\n{link}",
        "The quotation and contract {number} are ready, CNY {total} including tax. Please check and sign:\n{link}",
    ),
    "mail.visit.announced.subject": (
        "审核通知 {visit}：{starts_on} 至 {ends_on}",
        "Audit {visit}: {starts_on} to {ends_on}",
    ),
    "mail.visit.announced.text": (
        "我机构将于 {starts_on} 至 {ends_on} 实施审核（项目 {visit}）。对审核组成员有异议的，请在 {object_until} 前说明理由。"
        "审核通知书和审核计划另行送达。",
        "We will audit from {starts_on} to {ends_on} (project {visit}). If you object to a member of the team, please "
        "tell us why by {object_until}. The notice and the audit plan follow.",
    ),
    "mail.visit.moved.subject": (
        "审核改期 {visit}：{starts_on} 至 {ends_on}",
        "Audit {visit} moved: {starts_on} to {ends_on}",
    ),
    "mail.visit.moved.text": (
        "审核（项目 {visit}）改为 {starts_on} 至 {ends_on}。原因：{reason}。新的审核通知随后送达。",
        "The audit (project {visit}) was moved to {starts_on} to {ends_on}: {reason}. A new notice follows.",
    ),
    "mail.certificate.issued.subject": ("认证证书 {number} 已颁发", "Certificate {number} issued"),
    "mail.certificate.issued.text": (
        "认证证书 {number} 已颁发，有效期至 {expires_on}。任何人都可在此查询其状态：\n{link}",
        "Certificate {number} has been issued; it is valid until {expires_on}. Anyone can check it here:\n{link}",
    ),
    "mail.certificate.taken-over.subject": (
        "认证证书 {number} 已颁发，认证转换完成",
        "Certificate {number} issued, your certification is transferred",
    ),
    "mail.certificate.taken-over.text": (
        "认证证书 {number} 已颁发，接续 {body} 的证书 {their_number}，认证周期不变，有效期至 {expires_on}。请告知原机构认证已转换。"
        "任何人都可在此查询其状态：\n{link}",
        "Certificate {number} has been issued in place of {their_number} of {body}. The cycle goes on as it was, until "
        "{expires_on}. Please tell that body that the certification was transferred. Anyone can check it here:\n{link}",
    ),
    "mail.certificate.suspended.subject": ("认证证书 {number} 已暂停", "Certificate {number} suspended"),
    "mail.certificate.suspended.text": (
        "认证证书 {number} 自即日起暂停，最迟至 {until}。暂停期间不得使用证书和标志；原因消除后请及时联系我机构恢复。状态查询：\n{link}",
        "Certificate {number} is suspended from today, until {until} at the latest. Meanwhile neither certificate nor "
        "marks may be used. Once the cause is removed, contact us to have it restored:\n{link}",
    ),
    "mail.certificate.restored.subject": ("认证证书 {number} 已恢复", "Certificate {number} restored"),
    "mail.certificate.restored.text": (
        "认证证书 {number} 已恢复有效。状态查询：\n{link}",
        "Certificate {number} is in force again:\n{link}",
    ),
    "mail.certificate.withdrawn.subject": ("认证证书 {number} 已撤销", "Certificate {number} withdrawn"),
    "mail.certificate.withdrawn.text": (
        "认证证书 {number} 已撤销。请停止使用证书和标志，并交回证书。状态查询：\n{link}",
        "Certificate {number} has been withdrawn. Please stop using certificate and marks, and return it:\n{link}",
    ),
    "mail.certificate.cancelled.subject": ("认证证书 {number} 已注销", "Certificate {number} cancelled"),
    "mail.certificate.cancelled.text": (
        "应贵单位申请，认证证书 {number} 已注销。请停止使用证书和标志。状态查询：\n{link}",
        "At your request certificate {number} has been cancelled. Please stop using certificate and marks:\n{link}",
    ),
    "mail.certificate.transferred.subject": ("认证证书 {number} 已转出", "Certificate {number} transferred"),
    "mail.certificate.transferred.text": (
        "贵单位的认证已由 {to} 接收，认证证书 {number} 不再有效。请停止使用我机构的证书和标志。状态查询：\n{link}",
        "{to} has taken your certification over; certificate {number} is no longer valid. Please stop using it and our "
        "marks:\n{link}",
    ),
    "mail.certificate.expired.subject": ("认证证书 {number} 已到期", "Certificate {number} expired"),
    "mail.certificate.expired.text": (
        "认证证书 {number} 已到期失效。需要继续认证的，请尽快联系我机构。状态查询：\n{link}",
        "Certificate {number} has expired. If certification is to go on, please contact us soon:\n{link}",
    ),
}
