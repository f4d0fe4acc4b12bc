"""What the public page says of a certificate."""

WORDS = {
    "verify.in_force": (
        "认证有效，有效期至 {expires_on}。",
        "The certification is in force, valid until {expires_on}.",
    ),
    "verify.suspended": (
        "认证已暂停（{suspended_on} 至 {suspended_until}）。暂停期间认证暂时无效，不得使用证书和认证标志。",
        "The certification is suspended from {suspended_on} to {suspended_until}. During this time it is not valid, "
        "and neither certificate nor marks may be used.",
    ),
    "verify.withdrawn": (
        "证书已于 {ended_on} 被撤销，自该日起无效。",
        "The certificate was withdrawn on {ended_on} and has not been valid since.",
    ),
    "verify.cancelled": (
        "证书已于 {ended_on} 应获证组织申请注销，自该日起无效。",
        "The certificate was cancelled at the client's request on {ended_on} and has not been valid since.",
    ),
    "verify.expired": (
        "证书有效期至 {expires_on}，现已过期失效。",
        "The certificate was valid until {expires_on} and has expired.",
    ),
    "verify.replaced": (
        "本证书已于 {ended_on} 由新证书替代，请查询新证书。",
        "This certificate was replaced by a new one on {ended_on}; please look up the new one.",
    ),
    "verify.unreadable": (
        "“{number}”不像一个管理体系认证证书编号，可能是输入有误。编号由机构号、年份、体系字母（Q、E 或 S）、流水号、"
        "再认证次数和规模字母组成，例如 {example}。请对照证书逐位核对。",
        "“{number}” does not look like the number of a management system certificate; it may be a typing error. A number "
        "is made of the body's digits, the year, a letter for the system (Q, E or S), a serial, the recertifications "
        "and a letter for the size, such as {example}. Please compare it with the certificate character by character.",
    ),
    "verify.other-body": (
        "编号格式正确，但机构号是 {body}，不是本机构（{ours}）。请向颁发证书的机构查询，或在国家认证认可信息公共服务平台"
        "（认e云）查询。",
        "The number is well formed, but its first digits {body} are those of another body; ours are {ours}. Please ask "
        "the body named on the certificate, or search the national certification information platform.",
    ),
    "verify.not-public": (
        "编号格式正确，机构号也是本机构的，但没有公开的证书是 {number}。如果您手中的证书印有这个编号，请扫描它的二维码，"
        "或把 PDF 文件拖到下方核验；两者都不成，它可能是伪造的，请告知我们。",
        "The number is well formed and carries our digits, but no public certificate is {number}. If a paper in your hands "
        "bears it, scan its code or drop its PDF below; if neither works the paper may be forged: please tell us.",
    ),
    "history.issued": ("颁发证书", "Issued"),
    "history.renewed": (
        "再认证后颁发，接续证书 {previous}",
        "Issued after recertification; follows {previous}",
    ),
    "history.taken-over": (
        "认证由其他机构转入，接续 {body} 的证书 {their_number}",
        "Taken over from another body; follows {their_number} of {body}",
    ),
    "history.reissued": ("换发新版证书，替代 {previous}", "New version issued; replaces {previous}"),
    "history.suspended": ("暂停，至 {until}", "Suspended until {until}"),
    "history.restored": ("恢复", "Restored"),
    "history.withdrawn": ("撤销", "Withdrawn"),
    "history.cancelled": ("应获证组织申请注销", "Cancelled at the client's request"),
    "history.replaced": ("由新证书替代", "Replaced by a new certificate"),
    "history.transferred": (
        "认证转至其他机构，证书由其证书替代",
        "Replaced by the certificate of another body",
    ),
    "history.expired": ("过期失效", "Expired"),
    "history.surveillance-recorded": ("监督审核后保持认证", "Maintained after a surveillance audit"),
    "history.surveillance-put-off": (
        "因特殊事件推迟监督审核，最晚至 {until}",
        "Surveillance put off in an extraordinary event, until {until} at the latest",
    ),
    "history.prolonged": (
        "因特殊事件延长有效期，至 {until}",
        "Prolonged in an extraordinary event, until {until}",
    ),
    "history.edition-noted": ("认证依据版本：{edition}", "It is to {edition}"),
    "history.succeeded": ("由证书 {number} 接续", "Followed by certificate {number}"),
}
