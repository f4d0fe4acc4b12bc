"""What is decided about a certification, and why something may not be reviewed or decided."""

WORDS = {
    "decision.act.grant": ("授予认证", "Grant"),
    "decision.act.refuse": ("不予认证", "Refuse"),
    "decision.act.maintain": ("保持认证", "Maintain"),
    "decision.act.renew": ("更新认证", "Renew"),
    "decision.act.suspend": ("暂停认证", "Suspend"),
    "decision.act.restore": ("恢复认证", "Restore"),
    "decision.act.withdraw": ("撤销认证", "Withdraw"),
    "decision.act.extend": ("扩大认证范围", "Extend the scope"),
    "decision.act.reduce": ("缩小认证范围", "Reduce the scope"),
    "decision.was-on-team": (
        "{person} 参加过该项目审核，不得评定或作出认证决定",
        "{person} took part in this audit and may neither review nor decide it",
    ),
    "decision.outsourced": (
        "{person} 与本机构无聘用关系，认证决定不得外包",
        "{person} is neither employed nor contracted by the body; deciding is not outsourced",
    ),
    "decision.not-handed-in": (
        "审核档案尚未收回齐全",
        "The audit file has not been handed in complete",
    ),
    "decision.site-outstanding": (
        "单独审核的场所（{visit}）资料尚未收回齐全，须与其一并评定",
        "The file of the site audited apart ({visit}) is not in yet; the two are reviewed together",
    ),
    "decision.reviewed-already": (
        "{standard} 已通过评定",
        "The file has already passed review for {standard}",
    ),
    "decision.not-audited": ("此项决定须以审核为依据", "This can only be decided on an audit"),
    "decision.not-reviewed": ("审核档案尚未评定", "The audit file has not been reviewed"),
    "decision.sent-back": (
        "{standard} 评定未通过，已退回审核组",
        "The review for {standard} was not passed; the file went back to the team",
    ),
    "decision.not-recommended": (
        "审核组未推荐 {standard} 认证",
        "The audit team does not recommend certification for {standard}",
    ),
    "decision.no-reasons": ("请写明理由", "Give the reasons"),
    "decision.no-certificate": (
        "{standard} 尚无证书",
        "There is no certificate for {standard}",
    ),
    "decision.certified-already": (
        "{standard} 已持有有效或暂停中的证书",
        "{standard} is already covered by a certificate in force or suspended",
    ),
    "decision.renewal-needs-stage-2": (
        "已不能直接更新，须至少重新实施第二阶段审核",
        "It is too late to renew: at least another stage 2 audit is needed",
    ),
    "decision.renewal-needs-initial": (
        "再认证现场审核未在证书到期前完成，应按初次认证办理",
        "The on-site audit was not finished before expiry: this is an initial certification",
    ),
    "decision.act-not-open": (
        "本类审核之后不作这项决定",
        "This kind of audit is not followed by such a decision",
    ),
    "decision.decided-already": ("{standard} 已作出该项决定", "This has been decided for {standard} already"),
    "decision.no-scope": ("请写明变更后的认证范围", "Give the scope as it is to be after the change"),
    "decision.nothing-noted": ("退回须按部分写明问题", "What is sent back says, by section, what is wanting"),
    "decision.return-not-answered": (
        "{standard} 退回的问题审核组尚未答复",
        "The team has not answered what was sent back for {standard}",
    ),
    "decision.nothing-to-answer": (
        "{standard} 没有待答复的退回问题",
        "Nothing sent back for {standard} waits for an answer",
    ),
}
