"""Grades of auditors, roles in a team, ties to a client, and why a team cannot go."""

WORDS = {
    "registration-grade.trainee": ("实习审核员", "Auditor in training"),
    "registration-grade.auditor": ("审核员", "Auditor"),
    "registration-grade.senior": ("高级审核员", "Senior auditor"),
    "registration-grade.principal": ("主任审核员", "Principal auditor"),
    "team-role.leader": ("组长", "Team leader"),
    "team-role.auditor": ("组员", "Auditor"),
    "team-role.trainee": ("实习审核员", "Auditor in training"),
    "team-role.expert": ("技术专家", "Technical expert"),
    "team-role.witness": ("见证人员", "Witness"),
    "tie-kind.consultancy": ("提供过管理体系咨询", "Gave management system consultancy"),
    "tie-kind.employment": ("曾受雇或任职", "Was employed or held office"),
    "tie-kind.internal_audit": ("承担过内部审核", "Carried out internal audits"),
    "tie-kind.kinship": ("亲属关系", "Kinship"),
    "tie-kind.interest": ("股权或其他经济利益", "Shares or another financial interest"),
    "tie-kind.training": ("为其单独做过培训或技术服务", "Trained it, or did it a technical service"),
    "impartiality.consultancy": (
        "{person}曾为该客户提供管理体系咨询，结束未满两年",
        "{person} gave this client management system consultancy that ended less than two years ago",
    ),
    "impartiality.employment": (
        "{person}曾在该客户任职，离职未满两年",
        "{person} was employed by this client less than two years ago",
    ),
    "impartiality.internal_audit": (
        "{person}曾为该客户实施内部审核，结束未满两年",
        "{person} carried out internal audits for this client less than two years ago",
    ),
    "impartiality.kinship": (
        "{person}与该客户有关人员存在亲属关系",
        "{person} is related to a person at this client",
    ),
    "impartiality.interest": (
        "{person}与该客户存在经济利益关系，结束未满两年",
        "{person} has, or had less than two years ago, a financial interest in this client",
    ),
    "impartiality.training": (
        "{person}曾为该客户单独做培训或技术服务，结束未满两年",
        "{person} trained this client alone, or did it a technical service, less than two years ago",
    ),
    "impartiality.body_internal_audit": (
        "本机构为该客户实施过内部审核，结束未满两年",
        "The body carried out internal audits for this client less than two years ago",
    ),
    "impartiality.body_consultancy": (
        "本机构为该客户提供过管理体系咨询，结束未满两年",
        "The body gave this client consultancy that ended less than two years ago",
    ),
    "impartiality.related_body": (
        "与本机构有关联的机构为该客户提供过咨询，结束未满两年",
        "A body related to this one gave the client consultancy that ended less than two years ago",
    ),
    "team.not-registered": (
        "{person} 未注册为 {standard} 审核员",
        "{person} is not registered as an auditor for {standard}",
    ),
    "team.registration-expired": (
        "{person} 的 {standard} 审核员注册在审核期间无效（有效期至 {until}）",
        "{person}'s registration for {standard} is not valid on the days of the audit (valid until {until})",
    ),
    "team.not-authorised-to-lead": (
        "{person} 未获审核组长资格授权",
        "{person} is not authorised to lead an audit team",
    ),
    "team.not-authorised-as-expert": (
        "{person} 未获技术专家授权",
        "{person} is not authorised as a technical expert",
    ),
    "team.not-authorised-to-witness": (
        "{person} 未获见证评价资格授权",
        "{person} is not authorised to witness auditors",
    ),
    "team.not-insured": (
        "{person} {day} 没有有效的意外伤害保险，不得外出审核",
        "{person} has no accident insurance on {day} and cannot be sent out",
    ),
    "team.on-leave": ("{person} {day} 请假", "{person} is on leave on {day}"),
    "team.booked-already": (
        "{person} {day} 已安排其他审核",
        "{person} is already booked for another audit on {day}",
    ),
    "team.too-many-days": (
        "{person} 本年度现场审核将达 {days} 天，超过上限 {most} 天",
        "{person} would reach {days} on-site days this year; the limit is {most}",
    ),
    "team.no-leader": ("审核组未指定组长", "The team has no leader"),
    "team.two-leaders": ("审核组只能有一名组长", "A team has one leader only"),
    "team.no-auditor": (
        "审核组中没有可审核 {standard} 的注册审核员",
        "The team has no registered auditor for {standard}",
    ),
    "team.code-not-covered": (
        "审核组不具备 {standard} 专业代码 {area} 的能力",
        "The team does not cover technical code {area} for {standard}",
    ),
    "team.too-few-days": (
        "已安排 {planned} 人日，少于应有的 {required} 人日",
        "{planned} auditor-days are planned; {required} are required",
    ),
    "team.non-working-day": ("{day} 不是工作日", "{day} is not a working day"),
}
