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
    "tie-kind.consultancy": ("提供过管理体系咨询", "Gave management system consultancy"),
    "tie-kind.employment": ("曾受雇或任职", "Was employed or held office"),
    "tie-kind.internal_audit": ("承担过内部审核", "Carried out internal audits"),
    "tie-kind.kinship": ("亲属关系", "Kinship"),
    "tie-kind.interest": ("股权或其他经济利益", "Shares or another financial interest"),
    "impartiality.consultancy": (
        "曾为该客户提供管理体系咨询，结束未满两年",
        "Gave this client management system consultancy that ended less than two years ago",
    ),
    "impartiality.employment": (
        "曾在该客户任职，离职未满两年",
        "Was employed by this client less than two years ago",
    ),
    "impartiality.internal_audit": (
        "曾为该客户实施内部审核，结束未满两年",
        "Carried out internal audits for this client less than two years ago",
    ),
    "impartiality.kinship": (
        "与该客户有关人员存在亲属关系",
        "Is related to a person at this client",
    ),
    "impartiality.interest": (
        "与该客户存在经济利益关系，结束未满两年",
        "Has, or had less than two years ago, a financial interest in this client",
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
}
