"""Letters to clients: acceptance, refusal, audit notice, notices about certificates."""

WORDS = {
    "paper.appeal": (
        "贵单位对上述决定有异议的，可于{day}（含当日）前向我机构提出申诉：{channel}。申诉由未参与原决定的人员处理，不会因此受到歧视。",
        "If you do not agree, you may appeal until {day}: {channel}. The appeal is handled by people who took no part "
        "in the decision, and will not be held against you.",
    ),
    "paper.acceptance.title": ("认证申请受理通知书", "Notice of acceptance"),
    "paper.acceptance.text": (
        "贵单位于{day}提交的认证申请（{application}）经评审符合受理条件，现予受理。受理的标准、范围和审核人日如下：",
        "Your application {application} of {day} has been reviewed and is accepted, for these standards, this scope "
        "and these auditor-days:",
    ),
    "paper.acceptance.next": ("请贵单位配合办理下列事项：", "What comes next:"),
    "paper.acceptance.next.1": (
        "核对并签署随附的认证合同，一式两份。",
        "Please check and sign the contract enclosed, in two originals.",
    ),
    "paper.acceptance.next.2": (
        "按合同约定缴纳审核费用；审核日期由双方商定后以审核通知书告知。",
        "Please pay the fee as agreed in the contract; the days of the audit will be agreed and confirmed by notice.",
    ),
    "paper.acceptance.next.3": (
        "审核前完成一次完整的内部审核和管理评审；申请信息发生变化的，请及时告知。",
        "Please complete an internal audit and a management review before the audit, and tell us of any change in "
        "what was declared.",
    ),
    "paper.acceptance.contact": (
        "受理不代表认证结果。如有疑问，请致电 {telephone}。",
        "Acceptance says nothing about the outcome. Questions: {telephone}.",
    ),
    "paper.refusal.title": ("不予受理通知书", "Notice of refusal"),
    "paper.refusal.text": (
        "贵单位于{day}提交的认证申请（{application}，{standards}）经评审，因下列原因不予受理：",
        "Your application {application} of {day} for {standards} has been reviewed and cannot be accepted, "
        "for these reasons:",
    ),
    "paper.refusal.again": (
        "上述原因消除后，贵单位可重新提出申请。请填写所附回执并寄回。",
        "Once these reasons no longer hold you may apply again. Please fill in and return the answer below.",
    ),
    "paper.refusal.answer": ("申请人回执", "Answer of the applicant"),
    "paper.refusal.answer.understood": ("已知悉并理解上述理由", "We understand and accept the reasons"),
    "paper.refusal.answer.not-agreed": ("不同意，意见如下", "We do not agree, because"),
    "paper.audit_notice.title": ("审核通知书", "Notice of audit"),
    "paper.audit_notice.text": (
        "根据认证合同和审核方案，我机构定于{days}对贵单位实施{kind}，具体安排如下：",
        "Under the contract and the audit programme we will carry out the {kind} on {days}, as follows:",
    ),
    "paper.audit_notice.object": (
        "贵单位对审核组成员有异议的，请于{day}（含当日）前书面说明理由，我机构将予以考虑并答复；如需成员背景信息，可向我机构索取。",
        "If you object to a member of the team, please say why in writing by {day}; we will consider it and answer. "
        "Background on each member is available on request.",
    ),
    "paper.audit_notice.prepare": (
        "审核期间请保持正常生产经营，相关负责人在岗。审核计划将另行送达。",
        "Please keep normal operations during the audit and have those responsible present. The audit plan follows.",
    ),
    "paper.audit_notice.answer": ("受审核方回执", "Answer of the client"),
    "paper.audit_notice.answer.agreed": ("同意审核日期及审核组组成", "We agree to the days and the team"),
    "paper.audit_notice.answer.objection": ("有异议，理由如下", "We object, because"),
    "paper.maintained.title": ("保持认证通知书", "Notice of maintained certification"),
    "paper.maintained.text": (
        "我机构于{days}对贵单位实施了{kind}（项目编号 {project}）。经评定，贵单位管理体系持续符合认证要求，决定保持下列证书的认证：",
        "On {days} we carried out the {kind} (project {project}). After review we have decided that certification is "
        "maintained under these certificates:",
    ),
    "paper.maintained.next": (
        "下一次审核最晚应于{day}完成，请提前做好安排。逾期未接受审核的，证书将被暂停。",
        "The next audit must be completed by {day}; please plan for it. If it is missed the certificate will be suspended.",
    ),
    "paper.maintained.duties": (
        "组织名称、地址、范围、人数或管理体系发生重大变化，或发生重大事故、被行政处罚的，请立即告知我机构。",
        "Please tell us at once of major changes in name, address, scope, personnel or system, and of serious "
        "incidents or penalties.",
    ),
    "paper.maintained.check": (
        "证书状态可在 {website} 查询。",
        "The status of a certificate can be checked at {website}.",
    ),
    "paper.status_notice.title": ("证书状态变更通知书", "Notice about a certificate"),
    "paper.status_notice.published": (
        "上述证书状态已按规定上报并在 {website} 公布。",
        "The status is reported to the authority as required and published at {website}.",
    ),
    "paper.status_notice.suspend.title": ("暂停认证证书通知书", "Notice of suspension"),
    "paper.status_notice.suspend.text": (
        "经认证决定，自{day}起暂停贵单位下列认证证书，暂停期至{until}：",
        "By decision of the body these certificates are suspended from {day} until {until}:",
    ),
    "paper.status_notice.suspend.then": (
        "暂停期间，贵单位不得使用证书和认证标志，不得以任何方式宣传获得认证。请在{until}前消除上述原因并提出恢复申请；期满未解决的，证书将被撤销或缩小范围。",
        "While suspended you may not use certificate or marks nor refer to the certification. Please remove the cause "
        "and ask for restoration before {until}; otherwise the certificate will be withdrawn or its scope reduced.",
    ),
    "paper.status_notice.restore.title": ("恢复认证证书通知书", "Notice of restoration"),
    "paper.status_notice.restore.text": (
        "经验证，暂停原因已消除。经认证决定，自{day}起恢复贵单位下列认证证书：",
        "The cause of the suspension has been removed. By decision of the body these certificates are restored from {day}:",
    ),
    "paper.status_notice.restore.then": (
        "自恢复之日起，贵单位可继续使用证书和认证标志；证书有效期不变。",
        "From that day you may use certificate and marks again; the expiry date is unchanged.",
    ),
    "paper.status_notice.withdraw.title": ("撤销认证证书通知书", "Notice of withdrawal"),
    "paper.status_notice.withdraw.text": (
        "经认证决定，自{day}起撤销贵单位下列认证证书：",
        "By decision of the body these certificates are withdrawn from {day}:",
    ),
    "paper.status_notice.withdraw.then": (
        "请立即停止使用证书和认证标志，停止一切提及获得认证的宣传，并将证书原件交回我机构。",
        "Please stop at once using certificate and marks, stop all advertising that refers to the certification, "
        "and return the original certificate.",
    ),
    "paper.status_notice.cancel.title": ("注销认证证书通知书", "Notice of cancellation"),
    "paper.status_notice.cancel.text": (
        "根据贵单位的书面申请，自{day}起注销下列认证证书：",
        "At your written request these certificates are cancelled from {day}:",
    ),
    "paper.status_notice.cancel.then": (
        "自注销之日起，请停止使用证书和认证标志，并将证书原件交回我机构。今后如需认证，可重新提出申请。",
        "From that day please stop using certificate and marks and return the original certificate. "
        "You may apply again at any time.",
    ),
}
