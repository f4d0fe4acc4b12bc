"""Visits, their windows, and what a recertification comes to."""

WORDS = {
    "visit-kind.stage1": ("第一阶段审核", "Stage 1 audit"),
    "visit-kind.stage2": ("第二阶段审核", "Stage 2 audit"),
    "visit-kind.surveillance": ("监督审核", "Surveillance audit"),
    "visit-kind.recertification": ("再认证审核", "Recertification audit"),
    "visit-kind.special": ("特殊审核", "Special audit"),
    "standing.in_time": ("未到期", "In time"),
    "standing.due_soon": ("即将到期", "Due soon"),
    "standing.overdue": ("已逾期，应暂停", "Overdue: must be suspended"),
    "recertification.renewed": ("再认证通过，续发证书", "Renewed in time"),
    "recertification.not-completed": (
        "再认证活动（审核、纠正及其验证）尚未完成",
        "The recertification is not completed: audit, corrections and their verification",
    ),
    "recertification.decided-before-audit": (
        "现场审核 {ended} 才结束，不能在此之前作出决定",
        "The on-site audit ended only on {ended}; nothing is decided before",
    ),
    "recertification.restored": ("到期后恢复认证", "Restored after expiry"),
    "recertification.stage-2": (
        "须至少重新实施第二阶段审核",
        "At least another stage 2 audit is needed",
    ),
    "recertification.initial": (
        "按初次认证重新受理",
        "To be treated as an initial certification",
    ),
    "cycle.too-early": (
        "早于最早审核日 {earliest}",
        "Before {earliest}, the first day this visit may take place",
    ),
    "cycle.too-late": (
        "晚于最晚审核日 {latest}",
        "After {latest}, the last day for this visit",
    ),
}
