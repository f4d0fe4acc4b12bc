"""Access for inspectors: what they opened, and why they are refused."""

WORDS = {
    "access.nobody": ("请写明开放给哪些检查人员", "Name the inspectors it is opened to"),
    "access.inspector-incomplete": (
        "每名检查人员都须写明姓名和执法证件号",
        "Give the name and the card number of every inspector",
    ),
    "access.inspector-too-long": (
        "姓名不超过 {name} 个字符，证件号不超过 {card} 个字符",
        "A name has at most {name} characters, a card number at most {card}",
    ),
    "access.unknown": ("没有找到：{named}", "Not found: {named}"),
    "access.backwards": ("结束早于开始", "It would end before it begins"),
    "access.past": ("最后一天已经过去", "Its last day has passed"),
    "access.no-scope": ("请写明开放的范围", "Say what it opens"),
    "access.reason-missing": ("请写明理由", "Give the reason"),
    "access.not-begun": ("查阅权限自 {day} 起开放", "The access opens on {day}"),
    "access.over": (
        "查阅权限已于 {day} 到期；如仍需查阅，请联系认证机构",
        "The access ended on {day}; ask the certification body if you need more time",
    ),
    "access.closed": (
        "查阅权限已于 {day} 关闭；如仍需查阅，请联系认证机构",
        "The access was closed on {day}; ask the certification body if you need it",
    ),
    "access.wrong-code": (
        "查阅码不正确。查阅码与链接分开告知，请核对后再试",
        "The code is not right. It was told to you apart from the link; check it and try again",
    ),
    "access.too-often": (
        "输入查阅码的次数过多，请一分钟后再试",
        "The code was tried too often; try again in a minute",
    ),
    "access-state.to-come": ("未到开始日", "To come"),
    "access-state.open": ("开放中", "Open"),
    "access-state.over": ("已到期", "Ended"),
    "access-state.closed": ("已关闭", "Closed"),
    "inspection-shown.scope": ("查阅范围", "Scope of the access"),
    "inspection-shown.register": ("证书台账", "Certificate register"),
    "inspection-shown.certification": ("认证档案", "File of a certification"),
    "inspection-shown.visits": ("审核项目", "Visits"),
    "inspection-shown.visit": ("审核项目档案", "File of an audit"),
    "inspection-shown.paper": ("文件", "Paper"),
    "inspection-shown.package": ("资料包", "Package"),
    "inspection-shown.people": ("审核人员", "Auditors"),
    "inspection-shown.person": ("人员能力", "Competence of a person"),
    "inspection-shown.proof": ("记录的证明", "Proof of the record"),
    "inspection-shown.export-register": (
        "证书台账（导出 Excel）",
        "Certificate register (exported to Excel)",
    ),
    "inspection-shown.export-visits": ("审核项目（导出 Excel）", "Visits (exported to Excel)"),
    "inspection-shown.export-people": ("审核人员（导出 Excel）", "Auditors (exported to Excel)"),
    "event.inspection-access.opened": (
        "为检查 {inspection} 开放查阅：{inspectors} 人，{first_day} 至 {last_day}",
        "Access opened for inspection {inspection}: {inspectors} inspectors, {first_day} to {last_day}",
    ),
    "event.inspection-access.closed": ("查阅关闭：{reason}", "Access closed: {reason}"),
    "event.inspection-access.used": (
        "查阅{what:inspection-shown} {about}",
        "Opened: {what:inspection-shown} {about}",
    ),
}
