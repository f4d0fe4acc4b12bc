"""The course of a project: its steps, and the stages between them."""

WORDS = {
    "course-step.applied": ("提交申请", "Application handed in"),
    "course-step.accepted": ("申请评审", "Application accepted"),
    "course-step.contracted": ("签订合同", "Contract signed"),
    "course-step.stage1": ("一阶段审核", "Stage 1 held"),
    "course-step.stage2": ("二阶段审核", "Stage 2 held"),
    "course-step.reviewed": ("评定通过", "Review passed"),
    "course-step.decided": ("认证决定", "Decision made"),
    "course-step.certified": ("发证", "Certificate issued"),
    "course-stage.accepted": ("申请 → 申请评审", "Application to its review"),
    "course-stage.contracted": ("申请评审 → 合同", "Review to contract"),
    "course-stage.stage1": ("合同 → 一阶段", "Contract to stage 1"),
    "course-stage.stage2": ("一阶段 → 二阶段", "Stage 1 to stage 2"),
    "course-stage.reviewed": ("二阶段 → 评定", "Stage 2 to review of the file"),
    "course-stage.decided": ("评定 → 决定", "Review to decision"),
    "course-stage.certified": ("决定 → 发证", "Decision to certificate"),
    "report-head.stage": ("阶段", "Stage"),
    "report-head.projects": ("项目数", "Projects"),
    "report-table.course": (
        "{year} 年各阶段办理天数中位数",
        "Median of days of each stage in {year}",
    ),
}
