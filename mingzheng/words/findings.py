"""Grades of findings, and what one still needs."""

WORDS = {
    "finding.grade.major": ("严重不符合", "Major nonconformity"),
    "finding.grade.minor": ("轻微不符合", "Minor nonconformity"),
    "finding.grade.observation": ("观察项", "Observation"),
    "finding.need.cause": ("原因分析", "Cause analysis"),
    "finding.need.correction": ("纠正", "Correction"),
    "finding.need.corrective_action": ("纠正措施", "Corrective action"),
    "finding.need.accepted": ("审核组认可", "Accepted by the team"),
    "finding.need.verified": ("验证有效", "Verified"),
    "finding.not.cause": (
        "第 {number} 号不符合项尚无原因分析",
        "Finding {number} has no cause analysis yet",
    ),
    "finding.not.correction": ("第 {number} 号不符合项尚未纠正", "Finding {number} has no correction yet"),
    "finding.not.corrective_action": (
        "第 {number} 号不符合项尚无纠正措施",
        "Finding {number} has no corrective action yet",
    ),
    "finding.not.accepted": (
        "第 {number} 号不符合项的整改尚未经审核组认可",
        "The response to finding {number} has not been accepted by the team",
    ),
    "finding.not.verified": (
        "第 {number} 号不符合项的纠正措施尚未验证",
        "The corrective action for finding {number} has not been verified",
    ),
    "finding.another-stage-2": (
        "第 {number} 号严重不符合项未能在 {until} 前验证，须重新实施第二阶段审核",
        "Major finding {number} was not verified by {until}: another stage 2 audit is needed",
    ),
    "finding.withdrawn": ("该审核发现已撤回", "The finding has been withdrawn"),
    "finding.verified-already": ("该不符合项已验证关闭", "The finding has been verified and closed already"),
}
