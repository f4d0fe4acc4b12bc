"""The states of a certificate, what is done to it, why, and why not."""

WORDS = {
    "certificate.status.in_force": ("有效", "In force"),
    "certificate.status.suspended": ("暂停", "Suspended"),
    "certificate.status.withdrawn": ("撤销", "Withdrawn"),
    "certificate.status.cancelled": ("注销", "Cancelled"),
    "certificate.status.expired": ("过期失效", "Expired"),
    "certificate.status.replaced": ("已换证", "Replaced"),
    "certificate.act.suspend": ("暂停", "Suspend"),
    "certificate.act.restore": ("恢复", "Restore"),
    "certificate.act.withdraw": ("撤销", "Withdraw"),
    "certificate.act.cancel": ("注销", "Cancel"),
    "certificate.act.expire": ("过期失效", "Let expire"),
    "certificate.act.replace": ("换证", "Replace"),
    "certificate.act.extend_scope": ("扩大认证范围", "Extend the scope"),
    "certificate.act.reduce_scope": ("缩小认证范围", "Reduce the scope"),
    "certificate.act.transfer": ("转出至其他机构", "Transfer to another body"),
    "certificate.not-taken-over": (
        "其他认证机构尚未告知已接收该认证",
        "No other body has told that it took the certification over",
    ),
    "certificate.not-by-this-role": (
        "该角色不办理此项；应由{needed}办理",
        "This role neither decides nor carries out this act; that is for: {needed}",
    ),
    "certificate.not-issued-yet": (
        "证书于 {issued_on} 颁发，此前不能办理",
        "The certificate is issued on {issued_on}; nothing can be done to it before",
    ),
    "certificate.suspended": (
        "证书处于暂停期，须先恢复",
        "The certificate is suspended; it must be restored first",
    ),
    "certificate.not-suspended": (
        "证书未被暂停，无需恢复",
        "The certificate is not suspended, so there is nothing to restore",
    ),
    "certificate.ended.withdrawn": ("证书已撤销", "The certificate has been withdrawn"),
    "certificate.ended.cancelled": ("证书已注销", "The certificate has been cancelled"),
    "certificate.ended.expired": ("证书已过期失效", "The certificate has expired"),
    "certificate.ended.replaced": (
        "证书已被新证替换，请在新证上办理",
        "The certificate has been replaced; act on the new one",
    ),
    "certificate.past-expiry": (
        "证书有效期至 {expires_on}，现已过期",
        "The certificate was valid until {expires_on} and is past its expiry",
    ),
    "certificate.not-past-expiry": (
        "证书有效期至 {expires_on}，尚未到期",
        "The certificate is valid until {expires_on} and has not expired yet",
    ),
    "certificate.no-decision": ("尚无相应的认证决定", "No certification decision has been made for this"),
    "certificate.client-did-not-ask": (
        "未收到获证组织的书面注销申请",
        "The client has not asked for the cancellation in writing",
    ),
    "certificate.suspension-ran-out": (
        "暂停期已于 {suspended_until} 届满，不能恢复，应撤销或缩小范围",
        "The suspension ran out on {suspended_until}: withdraw or reduce the scope instead of restoring",
    ),
    "certificate.suspension-still-runs": (
        "暂停期尚未届满，不能以“暂停期满未解决”为由撤销",
        "The suspension has not run out, so that cannot be the reason for withdrawal",
    ),
    "certificate.surveillance-still-overdue": (
        "监督审核最晚应于 {latest} 完成，至今仍未实施",
        "The surveillance audit was due by {latest} and is still outstanding",
    ),
    "certificate.no-reason": ("请选择原因", "Choose a reason"),
    "certificate.unknown-reason": (
        "原因代码 {reason} 不适用于此项办理",
        "Reason code {reason} does not belong to this act",
    ),
    "suspend-reason.0111": (
        "持续或严重不满足认证要求（含体系有效性要求）",
        "Requirements persistently or seriously not met, effectiveness included",
    ),
    "suspend-reason.0112": (
        "不履行认证合同约定的责任和义务",
        "Duties under the certification agreement not kept",
    ),
    "suspend-reason.0113": (
        "证书有效期内受到执法监管部门处罚",
        "Penalised by a regulator while the certificate was valid",
    ),
    "suspend-reason.0114": (
        "地方认证监管部门发现问题，需要暂停",
        "The local certification regulator found a problem that calls for suspension",
    ),
    "suspend-reason.0115": (
        "行政许可、资质或强制性认证证书过期失效，重新申请已受理但尚未换证",
        "A permit, qualification or compulsory certificate expired; the new one is applied for, not issued",
    ),
    "suspend-reason.0116": ("获证组织主动请求暂停", "The client asked to be suspended"),
    "suspend-reason.0117": (
        "发生重大事故，反映体系存在重大缺陷",
        "A major accident shows a serious flaw in the system",
    ),
    "suspend-reason.0118": ("能源绩效未达到要求", "Energy performance falls short"),
    "suspend-reason.0119": (
        "整车厂特殊状态或顾客投诉",
        "Special status set by a vehicle manufacturer, or a customer complaint",
    ),
    "suspend-reason.0199": ("其他", "Other"),
    "withdraw-reason.0101": ("审核未通过", "The audit was not passed"),
    "withdraw-reason.0111": (
        "法律地位证明文件被注销或撤销",
        "The client's legal status was cancelled or withdrawn",
    ),
    "withdraw-reason.0112": (
        "拒绝配合监督检查，或提供虚假材料、信息",
        "Supervision refused, or false material supplied",
    ),
    "withdraw-reason.0113": (
        "发生重大质量、环境或安全事故，经确认系违规造成",
        "A major quality, environmental or safety accident confirmed to come from a violation",
    ),
    "withdraw-reason.0114": (
        "其他严重违法行为受到处罚",
        "Penalised for another serious violation of the law",
    ),
    "withdraw-reason.0115": (
        "暂停期满，导致暂停的问题仍未解决",
        "The suspension ran out and its cause is not resolved",
    ),
    "withdraw-reason.0116": (
        "未运行管理体系，或已不具备运行条件",
        "The system is not operated, or can no longer be",
    ),
    "withdraw-reason.0117": (
        "不按规定引用和宣传认证信息，逾 6 个月未纠正",
        "Certification referred to wrongly and not corrected within 6 months",
    ),
    "withdraw-reason.0118": ("发生重大事故", "Major accident"),
    "withdraw-reason.0119": ("能源绩效未达到要求", "Energy performance falls short"),
    "withdraw-reason.0120": ("换发新证，旧证作废", "Replaced by a new certificate"),
    "withdraw-reason.0121": ("不履行认证合同", "The certification agreement is not kept"),
    "withdraw-reason.0122": ("主动放弃认证", "Certification given up by the client"),
    "withdraw-reason.0199": ("其他", "Other"),
    "replace-reason.0101": ("监督换证", "After surveillance"),
    "replace-reason.0102": ("再认证换证", "After recertification"),
    "replace-reason.0103": ("转机构换证", "Transfer from another body"),
    "replace-reason.0104": ("证书信息变更换证", "Certificate data changed"),
    "replace-reason.0199": ("其他", "Other"),
}
