"""Taking a certification over from another body (IAF MD 2)."""

WORDS = {
    "transfer-point.reason": ("转换理由", "Reason for the transfer"),
    "transfer-point.certificate": ("证书真实有效", "The certificate is genuine and valid"),
    "transfer-point.scope": ("在本机构认可范围内", "Within our accreditation"),
    "transfer-point.reports": ("初审（再认证）和监督报告", "Audit reports of the cycle"),
    "transfer-point.nonconformities": ("未关闭的不符合", "Open nonconformities"),
    "transfer-point.complaints": ("投诉及处理", "Complaints"),
    "transfer-point.cycle": ("所处周期阶段", "Stage of the cycle"),
    "transfer-point.law": ("守法情况", "Legal compliance"),
    "transfer.not-declared": (
        "{standard} 没有申报或查到这张其他机构的证书",
        "No such certificate of another body is declared or was found for {standard}",
    ),
    "transfer.out-of-order": (
        "日期先后不对：{later} 早于 {earlier}",
        "The days are out of order: {later} lies before {earlier}",
    ),
    "transfer.no-audit-day": (
        "已有监督审核，请填写最近一次的结束日期",
        "Surveillances were held: say when the last one ended",
    ),
    "transfer.offered-already": (
        "已报价，转换与否须在报价前确定",
        "The contract is offered; what is taken over is settled before",
    ),
    "transfer.no-review": ("没有转换评审", "There is no review of a transfer"),
    "transfer.no-reason": ("请写明放弃转换的理由", "Say why it is given up"),
    "transfer.mixed": (
        "同一合同须全部转换或全部初次认证：{standard} 没有转换评审",
        "A contract takes over all its certifications or none: {standard} was not reviewed for transfer",
    ),
    "decision.reviewed-the-transfer": (
        "{person} 做了转换评审，不得作出该认证决定",
        "{person} reviewed the transfer and therefore does not decide on it",
    ),
    "decision.on-transfer": ("依据转换评审（IAF MD 2）", "On the review before transfer (IAF MD 2)"),
    "decision.not-taken-over": (
        "{standard} 不是自其他机构转换的认证",
        "The certification for {standard} is not taken over from another body",
    ),
    "queue.decisions.transfers": ("待决定的认证转换", "Transfers to decide"),
    "event.certificate.taken-over": (
        "认证由 {body} 转入，颁发证书 {number} 接续其证书 {their_number}（认证决定 {decision}），有效期仍至 {expires_on}",
        "Taken over from {body}: certificate {number} follows their {their_number} (decision {decision}), valid until "
        "{expires_on} as before",
    ),
    "event.application.transfer-reviewed": (
        "转换评审通过：{standard}，{body} 证书 {certificate}，有效期至 {expires_on}",
        "Review before transfer passed: {standard}, {body} certificate {certificate}, valid until {expires_on}",
    ),
    "event.application.transfer-dropped": (
        "放弃转换 {standard}，按新客户办理：{reason}",
        "Gave up taking over {standard}; a new client: {reason}",
    ),
}
