"""What the roles are called."""

WORDS = {
    "role.market": ("市场", "Marketing"),
    "role.technical": ("专业评审", "Technical reviewer"),
    "role.programme_manager": ("审核方案管理", "Programme manager"),
    "role.auditor": ("审核员", "Auditor"),
    "role.reviewer": ("评定", "Reviewer"),
    "role.decision_maker": ("认证决定", "Decision maker"),
    "role.certificate_clerk": ("证书管理", "Certificate clerk"),
    "role.competence_evaluator": ("能力评价", "Competence evaluator"),
    "role.quality": ("质量管理", "Quality management"),
    "role.director": ("管理层", "Top management"),
    "role.integrity": ("廉洁监督", "Integrity supervisor"),
    "role.finance": ("财务", "Finance"),
    "role.general_office": ("综合管理", "General office"),
    "role.union": ("工会", "Trade union"),
    "role.administrator": ("系统管理", "System administrator"),
    "role.applicant": ("申请人", "Applicant"),
    "role.outsider": ("外部人士", "Somebody from outside"),
    "outsider.suggestion-box": ("匿名", "Unnamed"),  # one of the staff, who is not
    "role.inspector": ("检查人员", "Inspector"),
    "role.clock": ("系统时钟", "The clock"),
}
