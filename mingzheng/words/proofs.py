"""Why a proof does not hold: what a verifier says of a file, a log, a list, a key."""

WORDS = {
    "proof.gm-unreadable": (
        "国密电子签章（GB/T 38540）不可读",
        "The seal of GB/T 38540 cannot be read",
    ),
    "proof.gm-altered": (
        "国密电子签章（GB/T 38540）不符：文件或签章被改动过",
        "The seal of GB/T 38540 does not hold: the file or the seal was altered",
    ),
    "proof.gm-not-its-signer": (
        "签章者的证书不在电子印章所列之中",
        "Who signed is not among those the seal may be used by",
    ),
    "proof.gm-out-of-its-days": (
        "签章时间 {day} 不在电子印章或其证书的有效期内",
        "It was sealed on {day}, outside the days of the seal or of its certificate",
    ),
    "proof.note-unreadable": (
        "日志检查点不是可读的签名文件",
        "The checkpoint is not a signed note anybody could read",
    ),
    "proof.note-unsigned": (
        "日志检查点没有本机构密钥（{keys}）的签名",
        "The checkpoint is not signed with the body's key ({keys})",
    ),
    "proof.note-altered": (
        "日志检查点被改动过，签名不符",
        "The checkpoint was altered: its signature does not fit",
    ),
    "proof.checkpoint-unreadable": ("日志检查点内容不可读", "What the checkpoint says cannot be read"),
    "proof.checkpoint-missing": ("公开日志没有检查点", "The public log has no checkpoint"),
    "proof.other-log": ("检查点属于另一日志 {log}", "The checkpoint is of another log, {log}"),
    "proof.tile-missing": ("公开日志缺少文件 {path}", "The public log lacks the file {path}"),
    "proof.tile-altered": ("公开日志的文件 {path} 被改动过", "The file {path} of the public log was altered"),
    "proof.unreadable": ("日志证明不可读", "The log proof cannot be read"),
    "proof.unlogged": (
        "公开日志里没有这份凭证：它不是本机构颁发的，或内容被改动过",
        "This credential is not in the public log: the body did not issue it, or it was altered",
    ),
    "proof.rolled-back": (
        "公开日志变短了：证书中的证明见过 {was} 条，现在只有 {size} 条",
        "The public log got shorter: the proof has seen {was} lines, now there are {size}",
    ),
    "proof.forked": (
        "公开日志出现分叉：现在的日志不包含证书所证明的前 {size} 条",
        "The public log was forked: today's does not begin with the {size} lines the proof has seen",
    ),
    "proof.history-altered": (
        "公布的历史与公开日志或状态名单不一致",
        "The history shown does not agree with the public log or the status lists",
    ),
    "proof.jwt-unreadable": ("不是可读的电子凭证", "This is not a credential anybody could read"),
    "proof.jwt-altered": (
        "电子凭证被改动过，签名不符",
        "The credential was altered: its signature does not fit",
    ),
    "proof.wrong-key": (
        "签名密钥不属于本机构：{key}",
        "The key it is signed with is not the body's: {key}",
    ),
    "proof.key-revoked": (
        "签名密钥自 {day} 起已作废，这份凭证在其后颁发",
        "The key it is signed with is revoked since {day}, and the credential was issued later",
    ),
    "proof.list-missing": ("没有公布状态名单（{purpose}）", "There is no status list ({purpose})"),
    "proof.list-unreadable": ("状态名单不可读", "The status list cannot be read"),
    "proof.list-unbelieved": (
        "状态名单由已作废的密钥签名，现在的状态无从确认",
        "The status list is signed by a revoked key: how the certificate stands now cannot be told",
    ),
    "proof.list-stale": (
        "状态名单已陈旧：签署于 {signed_at}，不能据以判断现在的状态",
        "The status list is stale: signed at {signed_at}, it says nothing of today",
    ),
    "proof.did-unreadable": (
        "机构公钥文件 did.json 不可读或不属于该地址",
        "The body's did.json cannot be read or is of another address",
    ),
    "proof.pdf-unreadable": (
        "不是可读的 PDF 文件，或已损坏",
        "This is not a PDF anybody could read, or it is damaged",
    ),
    "proof.pdf-unsealed": ("PDF 没有机构的电子签章", "The PDF bears no electronic seal of the body"),
    "proof.pdf-altered": ("PDF 在签章之后被改动过", "The PDF was altered after it was sealed"),
    "proof.other-seal": (
        "PDF 的签章证书不属于本机构（{fingerprint}）",
        "The PDF is sealed with a certificate that is not the body's ({fingerprint})",
    ),
    "proof.not-found": (
        "没有公布 {asked}：查无此证，或尚未公布",
        "Nothing is published under {asked}: unknown, or not public",
    ),
    "proof.nothing-attached": (
        "PDF 内没有附带电子凭证和日志证明",
        "No credential and no log proof are attached to the PDF",
    ),
    "log.restored": (
        "公开日志已公布 {published} 条，数据库只有 {known} 条：数据库可能刚从备份恢复。补齐之前拒绝签署",
        "The public log shows {published} lines, the database knows {known}: it may have been restored from a backup. "
        "Nothing is signed until it has caught up",
    ),
    "log.other-published": (
        "数据库中前 {size} 条与已公布的日志不一致：签署会使日志分叉，拒绝签署",
        "The first {size} lines of the database are not those the public log shows: signing would fork it, so nothing is signed",
    ),
    "keys.none": (
        "没有密钥：{place} 不存在。请先运行 mingzheng keys make",
        "There are no keys: {place} does not exist. Run mingzheng keys make first",
    ),
    "keys.not-adopted": (
        "{use} 密钥未在公开名单上。请先运行 mingzheng keys adopt {use}",
        "The {use} key is not in the body's public list. Run mingzheng keys adopt {use} first",
    ),
    "keys.already-in-use": ("这个密钥已经启用过", "This key has been taken into use already"),
    "proof.policy-unreadable": (
        "见证策略读不懂：{what}",
        "The policy of witnesses cannot be read: {what}",
    ),
    "proof.unwitnessed": (
        "日志的检查点没有足够的见证签名（已有：{signed}）",
        "Too few of the wanted witnesses have signed the checkpoint of the log (signed: {signed})",
    ),
    "log.unwitnessed": (
        "见证签名不足，日志的新检查点暂不公布，暂不能签章；时钟会再请见证（已有：{signed}）",
        "Too few witnesses have signed: the new checkpoint of the log waits, and so does sealing; the clock asks them again (signed: {signed})",
    ),
    "verdict.valid": ("有效", "Valid"),
    "verdict.suspended": ("暂停", "Suspended"),
    "verdict.withdrawn": ("撤销", "Withdrawn"),
    "verdict.cancelled": ("注销", "Cancelled"),
    "verdict.expired": ("过期失效", "Expired"),
    "verdict.replaced": ("已由新证书替代", "Replaced"),
    "verdict.not-yet": ("当日尚未颁发", "Not issued yet on that day"),
    "verdict.unknown": ("查无此证", "Unknown"),
    "verdict.altered": ("已被改动", "Altered"),
    "verdict.unconfirmed": ("无法确认", "Cannot be confirmed"),
    "past.issued": ("颁发", "Issued"),
    "past.surveillance": ("监督审核通过", "Surveillance passed"),
    "past.suspended": ("暂停", "Suspended"),
    "past.restored": ("恢复", "Restored"),
    "past.withdrawn": ("撤销", "Withdrawn"),
    "past.cancelled": ("注销", "Cancelled"),
    "past.expired": ("过期失效", "Expired"),
    "past.replaced": ("由新证书替代", "Replaced"),
    "past.key-added": ("启用密钥", "Key taken into use"),
    "past.key-retired": ("密钥退役", "Key retired"),
    "past.key-revoked": ("密钥作废", "Key revoked"),
}
