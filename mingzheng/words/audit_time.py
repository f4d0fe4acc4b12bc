"""Effective personnel and audit time: the steps of their derivations and what can be wrong with the input."""

WORDS = {
    # kinds of personnel
    "personnel-kind.full_time": ("全职人员", "Full-time staff"),
    "personnel-kind.part_time": ("兼职（非全日制）人员", "Part-time staff"),
    "personnel-kind.repetitive": ("从事重复性相同工作的人员", "Staff doing the same repetitive work"),
    "personnel-kind.temporary_unskilled": ("临时非技术人员", "Temporary unskilled staff"),
    # steps: effective personnel
    "personnel.shift": ("班次", "Shift"),
    "personnel.share": (
        "按本机构文件化方法计入的比例（理由：{reason}）",
        "Share counted by the body's documented method (reason: {reason})",
    ),
    "personnel.full_time": ("全职 {count} 人", "{count} full-time"),
    "personnel.part_time": (
        "兼职 {count} 人，每天 {hours} 小时，折算全职人数",
        "{count} part-time at {hours} h a day, as full-time equivalents",
    ),
    "personnel.repetitive": (
        "重复性工作 {count} 人，每天 {hours} 小时，折算计入人数",
        "{count} doing repetitive work at {hours} h a day, as counted",
    ),
    "personnel.temporary_unskilled": (
        "临时非技术人员 {count} 人，每天 {hours} 小时，折算计入人数",
        "{count} temporary unskilled at {hours} h a day, as counted",
    ),
    "personnel.sum": ("折算人数合计", "Full-time equivalents in all"),
    "personnel.effective": ("有效人数（进位取整）", "Effective number of personnel (rounded up)"),
    # steps: base table
    "audit-time.personnel": ("有效人数", "Effective number of personnel"),
    "audit-time.complexity.high": ("复杂程度（风险）：高", "Complexity (risk): high"),
    "audit-time.complexity.medium": ("复杂程度（风险）：中", "Complexity (risk): medium"),
    "audit-time.complexity.low": ("复杂程度（风险）：低", "Complexity (risk): low"),
    "audit-time.complexity.limited": ("复杂程度：有限", "Complexity: limited"),
    "audit-time.no-risk-columns": (
        "质量管理体系审核时间表不分风险栏，风险通过调整因素体现",
        "The QMS table has no risk columns; risk enters through the factors",
    ),
    "audit-time.band": ("所在人数区间", "Band of personnel"),
    "audit-time.own-band": (
        "所在人数区间（10700 人以上，本机构自定递推表）",
        "Band of personnel (above 10,700: the body's own progression)",
    ),
    "audit-time.table-days": ("查表基础审核时间（人日）", "Base audit time from the table (auditor-days)"),
    "audit-time.doubtful-cell": (
        "该单元格尚未核实，另有公开文本载为（人日）",
        "This cell could not be confirmed; another public copy reads (auditor-days)",
    ),
    # steps: factors, rounding, caps
    "audit-time.factor": ("调整因素：{reason}", "Factor: {reason}"),
    "audit-time.factors-sum": ("调整因素合计", "Factors in all"),
    "audit-time.reduction-capped": ("减少量超过上限，按上限计", "Reduction beyond the cap, taken as the cap"),
    "audit-time.exact": ("调整后（人日，未修约）", "After adjustment (auditor-days, not rounded)"),
    "audit-time.rounded": ("修约到最近的半天（人日）", "Rounded to the nearest half day (auditor-days)"),
    "audit-time.raised-to-cap": (
        "修约后减少量超出上限，进到上限以内的半天（人日）",
        "Rounding would exceed the cap: raised to the half day within it (auditor-days)",
    ),
    "audit-time.share.surveillance": (
        "监督审核：按现状计算的初次审核时间的 1/3（人日）",
        "Surveillance: 1/3 of the initial audit time needed today (auditor-days)",
    ),
    "audit-time.share.recertification": (
        "再认证审核：按现状计算的初次审核时间的 2/3（人日）",
        "Recertification: 2/3 of the initial audit time needed today (auditor-days)",
    ),
    "audit-time.rounded-up": (
        "“不少于”：向上修约到半天（人日）",
        "“Not less than”: rounded up to the half day (auditor-days)",
    ),
    "audit-time.at-least-a-day": ("不足 1 人日按 1 人日计", "Less than one auditor-day is taken as one"),
    "audit-time.stage-one": (
        "第一阶段审核（本机构比例 {percent}%，人日）",
        "Stage 1 (the body's share of {percent} %, auditor-days)",
    ),
    "audit-time.stage-two": ("第二阶段审核（人日）", "Stage 2 (auditor-days)"),
    "audit-time.on-site": (
        "现场审核时间不少于 80%（人日，进到半天）",
        "On site at least 80 % (auditor-days, up to the half day)",
    ),
    # steps: several standards
    "audit-time.system-days": (
        "第 {number} 个体系的审核时间（人日）",
        "Audit time of system {number} (auditor-days)",
    ),
    "audit-time.sum": ("各体系合计（人日）", "All systems together (auditor-days)"),
    "audit-time.integration": (
        "一体化程度减少比例（未说明理由）",
        "Reduction for integration (no reason given)",
    ),
    "audit-time.integration-because": (
        "一体化程度减少比例（理由：{reason}）",
        "Reduction for integration (reason: {reason})",
    ),
    "audit-time.integration-capped": ("超过上限，按上限计", "Beyond the cap, taken as the cap"),
    # what can be wrong
    "personnel.none": ("未填写任何人员", "No personnel were given"),
    "personnel.count-not-positive": (
        "人数须为正整数，现为 {value}",
        "The number of people must be at least 1, not {value}",
    ),
    "personnel.hours-out-of-range": (
        "每天工时须大于 0 且不超过一个全日，现为 {value}",
        "Hours a day must be above 0 and no more than a full day, not {value}",
    ),
    "personnel.share-out-of-range": (
        "计入比例须大于 0 且不超过 100%，现为 {value}",
        "The share counted must be above 0 and at most 100 %, not {value}",
    ),
    "personnel.share-without-reason": (
        "未全部计入的人员须写明理由和依据的方法",
        "A group that does not count whole needs a reason and the method it rests on",
    ),
    "personnel.share-not-allowed": (
        "只有重复性工作、临时非技术人员或倒班人员可以按比例计入",
        "Only repetitive work, temporary unskilled staff or a shift may count in part",
    ),
    "audit-time.personnel-not-positive": (
        "有效人数须为正整数，现为 {value}",
        "The effective number of personnel must be at least 1, not {value}",
    ),
    "audit-time.complexity-not-in-table": (
        "{standard} 审核时间表没有所选的复杂程度，请另选",
        "The {standard} table has no such complexity; choose another",
    ),
    "audit-time.beyond-the-table": (
        "有效人数 {value} 超出审核时间表上限 {last} 人，须先录入本机构的递推表",
        "{value} people lie above the table, which ends at {last}: enter the body's own progression first",
    ),
    "audit-time.progression-not-rising": (
        "递推表须从 {last} 人以上开始，人数逐段递增，人日不减且为半天的整数倍",
        "The progression must start above {last} people and rise, its days never falling and in half days",
    ),
    "audit-time.reason-missing": ("每项调整因素都须写明理由", "Every factor needs its reason"),
    "audit-time.percent-out-of-range": (
        "调整百分比 {value} 不合理，请核对",
        "A factor of {value} % cannot be meant; please check",
    ),
    "audit-time.stage-one-out-of-range": (
        "第一阶段比例须在 0 到 100% 之间，现为 {value}",
        "The share of stage 1 must lie between 0 and 100 %, not {value}",
    ),
    "audit-time.nothing-to-integrate": (
        "结合审核至少涉及两个体系",
        "An integrated audit covers at least two systems",
    ),
    "audit-time.days-not-positive": (
        "各体系审核时间须大于 0，现为 {value}",
        "The audit time of each system must be above 0, not {value}",
    ),
    "audit-time.reduction-out-of-range": (
        "减少比例须在 0 到 100% 之间，现为 {value}",
        "The reduction must lie between 0 and 100 %, not {value}",
    ),
}
