"""The menu of the staff's door; each line is seen by those who have business there."""

from mingzheng.doors.frame.menus import Group, Item, Menu
from mingzheng.doors.frame.two import t
from mingzheng.office.evaluations.queries import READERS as EVALUATED_BY
from mingzheng.office.inbox.queries import READERS as MAIL_READ_BY
from mingzheng.office.moving_in.queries import READERS as MOVED_IN_BY
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role

MENU = Menu(
    home="staff:desk",
    search="staff:search",
    groups=(
        Group(
            "",
            (
                Item(t("工作台", "Desk"), "staff:desk", "layout-dashboard"),
                Item(t("已办", "Done"), "staff:done", "checks"),
                Item(t("我的资料", "My record"), "staff:me", "id-badge"),
            ),
        ),
        Group(
            t("客户与合同", "Clients and contracts"),
            (
                Item(
                    t("申请与评审", "Applications"),
                    "staff:applications",
                    "file-text",
                    (Role.MARKET, Role.TECHNICAL, Role.PROGRAMME_MANAGER, Role.QUALITY, Role.DIRECTOR),
                ),
                Item(
                    t("合同", "Contracts"),
                    "staff:contracts",
                    "file-certificate",
                    (Role.MARKET, Role.PROGRAMME_MANAGER, Role.QUALITY, Role.DIRECTOR),
                ),
                Item(
                    t("收费", "Fees"),
                    "staff:fees",
                    "report-money",
                    (Role.FINANCE, Role.MARKET, Role.DIRECTOR),
                    holds=("staff:exceptions", "staff:fee-floors"),
                ),
                Item(
                    t("其他服务", "Services beside certification"),
                    "staff:services",
                    "briefcase",
                    (Role.MARKET, Role.FINANCE, Role.QUALITY, Role.DIRECTOR),
                ),
                Item(
                    t("客户", "Clients"),
                    "staff:clients",
                    "building",
                    tuple(role for role in HELD_BY_PERSONS if role is not Role.AUDITOR),
                ),
            ),
        ),
        Group(
            t("审核", "Audits"),
            (
                Item(
                    t("到期台账", "Visits due"),
                    "staff:visits",
                    "calendar-due",
                    (Role.PROGRAMME_MANAGER, Role.QUALITY, Role.DIRECTOR),
                ),
                Item(
                    t("排程看板", "Schedule board"),
                    "staff:board",
                    "calendar-week",
                    (Role.PROGRAMME_MANAGER, Role.AUDITOR, Role.QUALITY, Role.DIRECTOR),
                ),
                Item(
                    t("审核任务", "Audits"),
                    "staff:audits",
                    "clipboard-check",
                    (
                        Role.AUDITOR,
                        Role.PROGRAMME_MANAGER,
                        Role.REVIEWER,
                        Role.DECISION_MAKER,
                        Role.QUALITY,
                        Role.DIRECTOR,
                    ),
                ),
            ),
        ),
        Group(
            t("评定与证书", "Decisions and certificates"),
            (
                Item(
                    t("评定与决定", "Reviews and decisions"),
                    "staff:decisions",
                    "gavel",
                    (Role.REVIEWER, Role.DECISION_MAKER, Role.CERTIFICATE_CLERK, Role.QUALITY, Role.DIRECTOR),
                ),
                Item(
                    t("产品与服务评价", "Evaluations"),
                    "staff:evaluations",
                    "clipboard-list",
                    EVALUATED_BY,
                ),
                Item(
                    t("证书台账", "Certificates"),
                    "staff:certificates",
                    "certificate",
                    tuple(
                        role
                        for role in HELD_BY_PERSONS
                        if role not in (Role.COMPETENCE_EVALUATOR, Role.ADMINISTRATOR)
                    ),
                ),
                Item(
                    t("标志使用", "Marks"),
                    "staff:marks",
                    "award",
                    (Role.CERTIFICATE_CLERK, Role.MARKET, Role.QUALITY, Role.DIRECTOR),
                ),
                Item(
                    t("误用", "Misuse"),
                    "staff:misuses",
                    "award-off",
                    (Role.CERTIFICATE_CLERK, Role.MARKET, Role.QUALITY, Role.DIRECTOR),
                ),
            ),
        ),
        Group(
            t("意见与内部管理", "Feedback and own system"),
            (
                Item(
                    t("申投诉", "Complaints and appeals"),
                    "staff:cases",
                    "message-report",
                    (Role.QUALITY, Role.DIRECTOR, Role.TECHNICAL, Role.INTEGRITY),
                ),
                Item(t("来信", "Incoming mail"), "staff:mails", "inbox", MAIL_READ_BY),
                Item(
                    t("满意度调查", "Satisfaction surveys"),
                    "staff:surveys",
                    "mood-smile",
                    (Role.QUALITY, Role.DIRECTOR),
                ),
                Item(t("电话回访", "Call-backs"), "staff:calls", "phone", (Role.QUALITY, Role.DIRECTOR)),
                Item(
                    t("内部管理", "Own system"),
                    "staff:own-system",
                    "shield-check",
                    (Role.QUALITY, Role.DIRECTOR, Role.INTEGRITY, Role.GENERAL_OFFICE, Role.UNION),
                ),
                Item(
                    t("风险与公正性", "Risks and impartiality"),
                    "staff:risks",
                    "scale",
                    (Role.QUALITY, Role.DIRECTOR),
                    holds=("staff:panels", "staff:related-bodies"),
                ),
                Item(t("礼品登记", "Gifts"), "staff:gifts", "box"),
                Item(t("宣传信息", "Publicity"), "staff:publicity", "speakerphone"),
                Item(
                    t("治理与相关方", "Governance and stakeholders"), "staff:governance", "building-community"
                ),
            ),
        ),
        Group(
            t("员工与环境", "People and environment"),
            (
                Item(t("培训与研讨", "Training and seminars"), "staff:courses", "school"),
                Item(
                    t("评定问题", "What reviews sent back"),
                    "staff:review-problems",
                    "arrow-back-up",
                    (
                        Role.REVIEWER,
                        Role.DECISION_MAKER,
                        Role.COMPETENCE_EVALUATOR,
                        Role.TECHNICAL,
                        Role.GENERAL_OFFICE,
                        Role.QUALITY,
                        Role.DIRECTOR,
                    ),
                ),
                Item(t("良好案例", "Good cases"), "staff:good-cases", "star"),
                Item(t("发展计划与申请", "Development"), "staff:development-overview", "target"),
                Item(t("员工与工会", "Staff and union"), "staff:workplace", "users-group"),
                Item(
                    t("环境足迹", "Footprint"),
                    "staff:footprint",
                    "leaf",
                    (
                        Role.GENERAL_OFFICE,
                        Role.PROGRAMME_MANAGER,
                        Role.AUDITOR,
                        Role.QUALITY,
                        Role.DIRECTOR,
                    ),
                ),
            ),
        ),
        Group(
            t("文件与法规", "Documents and laws"),
            (
                Item(t("受控文件", "Documents"), "staff:documents", "files"),
                Item(t("法规与标准", "Laws and standards"), "staff:laws", "books"),
                Item(
                    t("方案与资质", "Schemes and approvals"),
                    "staff:schemes",
                    "template",
                    (Role.TECHNICAL, Role.QUALITY, Role.DIRECTOR, Role.MARKET, Role.PROGRAMME_MANAGER),
                ),
            ),
        ),
        Group(
            t("年度报告", "Yearly report"),
            (
                Item(
                    t("年度数据", "Yearly figures"),
                    "staff:figures",
                    "chart-bar",
                    (
                        Role.MARKET,
                        Role.PROGRAMME_MANAGER,
                        Role.CERTIFICATE_CLERK,
                        Role.QUALITY,
                        Role.DIRECTOR,
                    ),
                ),
                Item(
                    t("校对报告", "Proofread a report"),
                    "staff:proofread",
                    "file-search",
                    (Role.QUALITY, Role.DIRECTOR),
                ),
                Item(
                    t("信息上报", "Reports to the regulator"),
                    "staff:duties",
                    "file-export",
                    (Role.CERTIFICATE_CLERK, Role.PROGRAMME_MANAGER, Role.QUALITY, Role.DIRECTOR),
                ),
            ),
        ),
        Group(
            t("人员与机构", "People and body"),
            (
                Item(
                    t("人员与能力", "People and competence"),
                    "staff:people",
                    "users",
                    (
                        Role.COMPETENCE_EVALUATOR,
                        Role.PROGRAMME_MANAGER,
                        Role.QUALITY,
                        Role.DIRECTOR,
                        Role.ADMINISTRATOR,
                    ),
                ),
                Item(
                    t("机构与认可范围", "Body and scope"),
                    "staff:library",
                    "building-bank",
                    (Role.TECHNICAL, Role.PROGRAMME_MANAGER, Role.QUALITY, Role.DIRECTOR, Role.ADMINISTRATOR),
                ),
                Item(
                    t("账户与角色", "Accounts and roles"),
                    "staff:accounts",
                    "shield-lock",
                    (Role.ADMINISTRATOR,),
                ),
                Item(
                    t("信函", "Letters"),
                    "staff:letters",
                    "mail",
                    (Role.QUALITY, Role.DIRECTOR, Role.ADMINISTRATOR),
                ),
                Item(
                    t("导入台账", "Import registers"), "staff:imports", "table-import", (Role.ADMINISTRATOR,)
                ),
                Item(t("试运行", "Trial runs"), "staff:trial-runs", "transfer", MOVED_IN_BY),
            ),
        ),
    ),
)
