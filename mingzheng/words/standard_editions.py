"""Certificates to an earlier edition of their standard."""

WORDS = {
    "queue.certificates.old-edition": ("旧版标准证书过了转换期", "Old editions past their transition"),
    "edition.not-of-standard": (
        "{edition} 不是该体系的旧版标准",
        "{edition} is no earlier edition of this standard",
    ),
    "edition.not-living": ("证书已终止", "The certificate has ended"),
    "edition.issued-later": (
        "证书在转换期结束（{until}）之后颁发，不可能依据 {edition}",
        "It was issued after the transition of {edition} had ended on {until}",
    ),
    "edition.said-already": ("已是这个版本", "That is what is said of it already"),
    "event.certificate.edition-noted": ("认证依据版本：{edition}", "It is to {edition}"),
    "figure.old-edition-certificates": ("旧版标准证书", "Certificates to an old edition"),
    "figure-means.old-edition-certificates": (
        "期末有效或暂停、依据旧版标准（如 OHSAS 18001）的证书；转换期结束后应为零，逐张列出",
        "Certificates alive at the end to an earlier edition, such as OHSAS 18001; none is left once the transition is over, each is listed",
    ),
    "shown.edition": ("标准版本", "Edition"),
    "report-note.old-editions": (
        "其中 {n} 张依据旧版标准，正在转换或已过转换期。",
        "Of these, {n} are to an earlier edition of their standard, in transition or past it.",
    ),
}
