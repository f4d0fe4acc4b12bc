"""Certificates: what happened to them, what waits, and why one cannot be issued."""

WORDS = {
    "event.certificate.issued": (
        "颁发证书 {number}（认证决定 {decision}），有效期至 {expires_on}",
        "Certificate {number} issued on decision {decision}, valid until {expires_on}",
    ),
    "event.certificate.renewed": (
        "再认证换发证书 {number}（认证决定 {decision}），有效期至 {expires_on}；原证书 {previous}",
        "Certificate {number} issued after recertification (decision {decision}), valid until {expires_on}; "
        "it follows {previous}",
    ),
    "event.certificate.reissued": (
        "换发新版证书 {number}，替代 {previous}，有效期不变（至 {expires_on}）。{reason:replace-reason}",
        "New version {number} replaces {previous}, valid until {expires_on} as before. {reason:replace-reason}",
    ),
    "event.certificate.suspended": (
        "暂停证书，暂停期至 {until}（认证决定 {decision}）。原因：{reason:suspend-reason}",
        "Suspended until {until} (decision {decision}). Reason: {reason:suspend-reason}",
    ),
    "event.certificate.restored": ("恢复证书（认证决定 {decision}）", "Restored (decision {decision})"),
    "event.certificate.withdrawn": (
        "撤销证书（认证决定 {decision}）。原因：{reason:withdraw-reason}",
        "Withdrawn (decision {decision}). Reason: {reason:withdraw-reason}",
    ),
    "event.certificate.cancelled": (
        "应获证组织 {asked_on} 的书面申请注销证书",
        "Cancelled at the client's written request of {asked_on}",
    ),
    "event.certificate.transferred": (
        "认证已由 {to} 于 {taken_over_on} 接收，证书转出。依据：{notice}",
        "Transferred to {to}, which took the certification over on {taken_over_on}. Notice: {notice}",
    ),
    "event.certificate.expired": (
        "证书有效期至 {expires_on}，已过期失效",
        "Expired; its last day was {expires_on}",
    ),
    "event.certificate.surveillance-recorded": (
        "监督审核（{audited_on} 结束）后保持认证（认证决定 {decision}）",
        "Maintained after the surveillance audit that ended on {audited_on} (decision {decision})",
    ),
    "event.certificate.surveillance-put-off": (
        "因特殊事件推迟监督审核，最晚由 {original} 改为 {until}。原因：{reason}",
        "The surveillance was put off in an extraordinary event, from {original} to {until} at the latest. Reason: {reason}",
    ),
    "event.certificate.prolonged": (
        "因特殊事件延长有效期，由 {original} 延至 {until}，下一周期仍按原日期计算。原因：{reason}",
        "Prolonged in an extraordinary event from {original} to {until}; the next cycle keeps the original dates. "
        "Reason: {reason}",
    ),
    "certificate.act.put-off-surveillance": ("推迟监督", "Put the surveillance off"),
    "certificate.act.prolong": ("延长有效期", "Prolong"),
    "put-off.nothing": ("没有可以推迟的日期", "There is no day to be put off"),
    "put-off.no-reason": ("请写明原因", "Say why"),
    "put-off.not-later": ("须晚于原日期 {original}", "It must be later than {original}"),
    "put-off.too-long": (
        "特殊事件中最晚可推迟到 {latest}",
        "In an extraordinary event {latest} is the latest",
    ),
    "queue.certificates.to-issue": ("待颁发证书", "Certificates to issue"),
    "queue.certificates.to-execute": ("待执行的认证决定", "Decisions to execute"),
    "queue.certificates.should-be-suspended": ("应暂停：监督逾期", "To suspend: surveillance overdue"),
    "queue.certificates.suspension-ending": ("应撤销：暂停期将满或已满", "Suspensions running out"),
    "queue.certificates.expiring": (
        "90 天内到期，尚未再认证",
        "Expiring within 90 days, not recertified",
    ),
    "queue.certificates.to-evaluate-again": (
        "90 天内到期的监督评价",
        "Surveillance evaluations due within 90 days",
    ),
    "queue-why.grant": ("已决定授予认证，待颁发证书", "Decided to certify; issue the certificate"),
    "queue-why.renew": ("已决定更新认证，待换发证书", "Decided to renew; issue the new certificate"),
    "queue-why.suspend": ("已决定暂停，待执行", "Decided to suspend; carry it out"),
    "queue-why.restore": ("已决定恢复，待执行", "Decided to restore; carry it out"),
    "queue-why.withdraw": ("已决定撤销，待执行", "Decided to withdraw; carry it out"),
    "queue-why.extend": ("已决定扩大范围，待换发证书", "Decided to extend the scope; issue a new version"),
    "queue-why.reduce": ("已决定缩小范围，待换发证书", "Decided to reduce the scope; issue a new version"),
    "queue-why.decide-suspension": (
        "监督审核逾期未实施，须作出暂停决定",
        "The surveillance audit is overdue: decide on suspension",
    ),
    "queue-why.decide-withdrawal": (
        "暂停期已满，须作出撤销决定",
        "The suspension has run out: decide on withdrawal",
    ),
    "queue-why.put-right": (
        "暂停期将满：解决的恢复，未解决的撤销",
        "The suspension is running out: restore if put right, else withdraw",
    ),
    "certificate.before-decision": (
        "认证决定于 {decided_on} 作出，证书日期不能早于决定",
        "The decision was made on {decided_on}; a certificate cannot be older than its decision",
    ),
    "certificate.decision-used": (
        "该认证决定已经执行，不能再次使用",
        "This decision has already been carried out and cannot be used again",
    ),
    "certificate.decision-not-for-this": (
        "该认证决定的结论不支持此项办理",
        "This decision was made for something else",
    ),
    "certificate.still-living": (
        "同一标准的证书仍在有效期或暂停期内，应办理换证而非新发",
        "A certificate to the same standard is still alive; replace it instead of issuing another",
    ),
    "certificate.certified-before": (
        "该认证项目此前已颁发过证书，不能再次按初次认证发证；应重新受理、签订合同并建立新的审核方案",
        "This certification has had a certificate before and gets no first one again: "
        "it begins anew with an application, a contract and a programme of its own",
    ),
    "certificate.nothing-to-renew": (
        "没有可以更新的证书，应按初次认证颁发",
        "There is no certificate to renew; certification begins with a grant",
    ),
    "certificate.recertify-as-initial": (
        "证书有效期至 {expires_on}，再认证现场审核未在此前完成，应按初次认证办理",
        "The certificate was valid until {expires_on} and the recertification audit was not over by then: "
        "it is to be treated as an initial certification",
    ),
    "certificate.recertify-stage-2": (
        "证书有效期至 {expires_on}，已超过可恢复的期限，至少须重新实施第二阶段审核",
        "The certificate was valid until {expires_on} and the time to restore it has passed: "
        "at least another stage 2 audit is needed",
    ),
    "certificate.not-audited": (
        "该决定不是依据监督审核作出的，不能调整下次监督日期",
        "This decision does not rest on a surveillance audit, so the next one is not moved",
    ),
    "certificate.sub-of-one-site": (
        "只有一个场所，不颁发子证书",
        "There is one site only: it gets no sub-certificate",
    ),
    "certificate.no-such-site": (
        "附件没有第 {line} 个场所",
        "The annex lists no site {line}",
    ),
    "certificate.nothing-changed": (
        "证书所载名称、地址和场所与现行信息一致，无需换证",
        "Name, address and sites on the certificate are up to date; no new version is needed",
    ),
    "letter.certificate.suspended": ("暂停认证证书通知书", "Notice of suspension"),
    "letter.certificate.restored": ("恢复认证证书通知书", "Notice of restoration"),
    "letter.certificate.withdrawn": ("撤销认证证书通知书", "Notice of withdrawal"),
    "letter.certificate.cancelled": ("注销认证证书通知书", "Notice of cancellation"),
    "letter.certificate.surveillance-recorded": ("保持认证通知书", "Notice of maintained certification"),
    "paper-kind.cancellation_request": ("获证组织的注销申请", "The client's request for cancellation"),
}
