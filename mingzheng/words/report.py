"""The yearly report: columns, causes, and why a year cannot be frozen."""

WORDS = {
    "event.year.frozen": (
        "冻结 {year} 年度数据，散列值 {digest}，记录 {log_size} 条",
        "Froze the figures of {year} under {digest}, counted from {log_size} events",
    ),
    "report.year-not-over": ("{year} 年尚未结束", "The year {year} is not over"),
    "report.year-frozen": ("{year} 年度数据已冻结", "The figures of {year} are frozen already"),
    "report.log-behind": (
        "还有 {n} 条记录未编入日志，请等系统时钟运行后再冻结",
        "Events without a place in the log yet: {n}; freeze when the clock has run",
    ),
    "scheme.total": ("合计", "Total"),
    "column.valid": ("有效证书", "Valid"),
    "column.initial": ("初次发证", "Initial"),
    "column.surveillance": ("监督审核", "Surveillance"),
    "column.suspended": ("暂停证书", "Suspended"),
    "column.withdrawn": ("撤销证书", "Withdrawn"),
    "column.cancelled": ("注销证书", "Cancelled"),
    "column-means.valid": (
        "时点：年末有效的证书，暂停的不计",
        "Stock: certificates in force at the end of the year, without those suspended",
    ),
    "column-means.initial": (
        "期间：初次颁发的证书，再认证和换证不计",
        "Flow: first certificates; neither recertified nor new versions",
    ),
    "column-means.surveillance": (
        "期间：监督审核后决定保持的证书数，结合审核按体系分别计",
        "Flow: certificates maintained after a surveillance audit, each system of a combined audit by itself",
    ),
    "column-means.suspended": ("期间：暂停的次数", "Flow: suspensions"),
    "column-means.withdrawn": (
        "期间：撤销的证书与换发新证的旧证书（按主管部门口径）",
        "Flow: withdrawn certificates and those replaced by another, as the regulator counts",
    ),
    "column-means.cancelled": ("期间：应组织申请注销的证书", "Flow: cancelled at the client's request"),
    "stock.in_force": ("有效", "In force"),
    "stock.suspended": ("暂停", "Suspended"),
    "cause.opening": ("期初", "Opening"),
    "cause.closing": ("期末", "Closing"),
    "cause.granted": ("初次颁发", "Granted"),
    "cause.transferred_in": ("转入", "Transferred in"),
    "cause.carried_in": ("接转", "Carried in"),
    "cause.replacing": ("换发的新证", "Replacing"),
    "cause.replaced": ("被换证替代", "Replaced"),
    "cause.suspended": ("暂停", "Suspended"),
    "cause.restored": ("恢复", "Restored"),
    "cause.withdrawn": ("撤销", "Withdrawn"),
    "cause.cancelled": ("注销", "Cancelled"),
    "cause.expired": ("过期失效", "Expired"),
    "cause.maintained": ("监督后保持", "Maintained"),
}
