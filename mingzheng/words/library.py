"""The body, its accredited scope and its calendar."""

WORDS = {
    "body.prefix-unfit": (
        "证书编号的机构号须为三位数字",
        "The body's number in certificate numbers has three digits",
    ),
    "body.rate-unfit": ("每人日收费须大于零", "The price of an auditor-day must be above zero"),
    "scope.group-unfit": ("业务范围大类须为 01 至 39", "A scope group is 01 to 39"),
    "scope.group-held": ("该大类已在认可范围内", "This group is in the accredited scope already"),
    "scope.ends-before-it-begins": ("截止日期早于开始日期", "It would end before it begins"),
    "event.body.described": ("更新机构档案（{name}）", "The body's profile was updated ({name})"),
    "event.scope.accredited": (
        "{standard} 大类 {group} 获认可，自 {valid_from} 起",
        "{standard} group {group} was accredited from {valid_from}",
    ),
    "event.scope.ended": (
        "{standard} 大类 {group} 的认可至 {valid_until} 终止",
        "The accreditation of {standard} group {group} ends on {valid_until}",
    ),
    "event.holiday.entered": ("登记日历：{day} {name}", "The calendar was given {day} {name}"),
}
