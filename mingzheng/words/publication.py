"""Publishing certificates: what happened, what waits, and why something cannot be done."""

WORDS = {
    "event.publication.entered": (
        "登记入公开日志（第 {position} 条）",
        "Entered in the public log (line {position})",
    ),
    "event.publication.logged": (
        "公开日志：{what:past}（第 {position} 条）",
        "Public log: {what:past} (line {position})",
    ),
    "event.publication.sealed": (
        "签章；PDF 的 SHA-256 为 {pdf_sha256}",
        "Sealed; the SHA-256 of the PDF is {pdf_sha256}",
    ),
    "event.publication.published": ("公布", "Published"),
    "event.publication.withheld": (
        "保密：不公开获证组织。原因：{reason}",
        "Withheld: the client is not named. Reason: {reason}",
    ),
    "event.publication.disclosed": ("解除保密，公开获证组织", "Disclosed: the client is named again"),
    "event.publication.originals-posted": (
        "寄送纸质正本 {copies} 份给 {recipient}（{carrier} {tracking}）",
        "{copies} paper originals posted to {recipient} ({carrier} {tracking})",
    ),
    "event.publication.originals-received": (
        "纸质正本由 {received_by} 签收（{tracking}）",
        "Paper originals received by {received_by} ({tracking})",
    ),
    "event.publication.key-changed": (
        "启用新的 {use} 密钥 {thumbprint}；原密钥 {previous} {previous_becomes:key-becomes}",
        "New {use} key {thumbprint} taken into use; the one before, {previous}, {previous_becomes:key-becomes}",
    ),
    "key-becomes.retired": ("退役", "is retired"),
    "key-becomes.revoked": ("作废", "is revoked"),
    "queue.publication.to-seal": ("待签章", "Certificates to seal"),
    "queue.publication.to-publish": ("待公布", "Certificates to publish"),
    "queue.publication.on-their-way": ("寄送未签收", "Originals on their way"),
    "publication.not-in-log": (
        "颁发尚未登记入公开日志，稍候由时钟自动登记",
        "Its issue is not in the public log yet; the clock enters it in a moment",
    ),
    "publication.sealed-already": (
        "已签章；内容有变须换发新证书",
        "It is sealed already; for other content issue a new version",
    ),
    "publication.not-sealed": ("尚未签章", "It is not sealed yet"),
    "publication.ended-before": (
        "证书已终止，不再签章",
        "The certificate has ended and is not sealed any more",
    ),
    "publication.published-already": ("已公布；公布的证书永久可查", "It is published already, for ever"),
    "publication.not-published": (
        "尚未公布，正本不得寄出",
        "It is not published yet: no original leaves the house before",
    ),
    "publication.withheld-already": ("已保密", "It is withheld already"),
    "publication.not-withheld": ("没有保密，无需解除", "It is not withheld, so there is nothing to disclose"),
    "publication.no-reason": ("须写明保密的原因和同意人", "Say why it is withheld and who agreed"),
    "posting.no-copies": ("至少寄送一份", "At least one copy is posted"),
    "posting.nobody": ("须写明收件人", "Say who is to receive it"),
    "posting.received-already": ("已经签收", "It has been received already"),
    "posting.received-too-early": (
        "{posted_on} 才寄出，不能在此之前签收",
        "It was posted on {posted_on} and cannot have been received before",
    ),
}
