"""The figures of inspections, own audits, impartiality and publicity: what each is called, and what it counts."""

WORDS = {
    "figure.inspections-on-site": ("审核现场抽查", "Audits inspected on site"),
    "figure-means.inspections-on-site": (
        "期内主管部门对审核现场的抽查",
        "Checks of audits on site by an authority",
    ),
    "figure.inspections-on-site-good": ("合格的现场抽查", "Audits inspected on site, conforming"),
    "figure-means.inspections-on-site-good": ("其中结论为合格的", "Of these, concluded conforming"),
    "figure.files-checked": ("抽查审核档案", "Files checked"),
    "figure-means.files-checked": (
        "期内“双随机”等抽查所查的审核档案份数",
        "Audit files looked at by an authority, drawn at random or not",
    ),
    "figure.files-checked-good": ("合格的档案抽查", "Files checked, conforming"),
    "figure-means.files-checked-good": ("其中所属检查结论为合格的", "Of these, concluded conforming"),
    "figure.penalties": ("行政处罚", "Penalties"),
    "figure-means.penalties": (
        "期内受到的行政处罚；为零须经质量管理部年度确认",
        "Penalties imposed; none may be said only when the register was confirmed",
    ),
    "figure.internal-audits": ("内部审核", "Internal audits"),
    "figure-means.internal-audits": ("期内完成的内部审核", "Internal audits held"),
    "figure.internal-findings": ("内审不符合", "Findings of internal audits"),
    "figure-means.internal-findings": (
        "期内完成的内部审核开具的不符合",
        "Raised in the internal audits held",
    ),
    "figure.management-reviews": ("管理评审", "Management reviews"),
    "figure-means.management-reviews": ("期内召开的管理评审", "Management reviews held"),
    "figure.special-events": ("特殊事件", "Extraordinary events"),
    "figure-means.special-events": (
        "期内开始的特殊事件（IAF ID 3）",
        "Extraordinary events that began (IAF ID 3)",
    ),
    "figure.risks": ("风险", "Risks"),
    "figure-means.risks": (
        "期末在册的风险，含公正性威胁",
        "Risks in force at the end, threats to impartiality too",
    ),
    "figure.related-bodies": ("关联机构", "Related bodies"),
    "figure-means.related-bodies": ("期末存在关联的机构", "Bodies related at the end"),
    "figure.committee-meetings": ("管委会会议", "Meetings of the impartiality committee"),
    "figure-means.committee-meetings": ("期内维护公正性委员会会议", "Meetings held"),
    "figure.board-meetings-planned": ("计划的理事会会议", "Board meetings planned"),
    "figure-means.board-meetings-planned": (
        "计划在期内召开的理事会会议，取消的不计",
        "Meetings of the board planned for the time, without those called off",
    ),
    "figure.board-meetings-kept": ("按计划召开的理事会会议", "Board meetings held as planned"),
    "figure-means.board-meetings-kept": (
        "计划在期内召开的理事会会议中已召开并登记纪要的",
        "Of the meetings planned for the time, those held with their minutes entered",
    ),
    "figure.board-meetings": ("理事会会议", "Meetings of the board"),
    "figure-means.board-meetings": ("期内理事会会议", "Meetings held"),
    "figure.gifts": ("礼品登记", "Gifts"),
    "figure-means.gifts": ("期内收到或拒收并登记的礼品", "Gifts offered or received, as declared"),
    "figure.published-items": ("发布的宣传信息", "Items published"),
    "figure-means.published-items": (
        "期内发布的宣传信息，每条经责任部门与中心领导两级审批",
        "Items published, each approved by its department and the direction",
    ),
    "figure.public-items": ("在用的宣传信息", "Items in public"),
    "figure-means.public-items": ("期末对外公开的宣传信息", "Items that stand in public at the end"),
}
