"""Social credit codes, organisation codes, certificate and approval numbers: what was mended, what is wrong."""

WORDS = {
    # notes
    "identifier.mended-full-width": ("全角字符已改为半角", "Full-width characters made half-width"),
    "identifier.mended-blanks": ("已去除空格", "Blanks taken out"),
    "identifier.mended-case": ("小写字母已改为大写", "Small letters made capitals"),
    "identifier.mended-hyphens": ("已去除连字符", "Hyphens taken out"),
    "identifier.mended-o-for-zero": ("字母 O 已改为数字 0", "Letter O read as the digit 0"),
    "identifier.mended-i-for-one": ("字母 I 已改为数字 1", "Letter I read as the digit 1"),
    "identifier.four-digit-year": ("旧式编号：四位年份", "An old form: year of four digits"),
    "identifier.no-size-letter": ("旧式编号：无规模代号", "An old form: no letter for the size"),
    "identifier.letter-of-ohsas": (
        "旧式编号：职业健康安全代号为 O",
        "An old form: letter O for occupational health and safety",
    ),
    # what can be wrong
    "identifier.credit-code-length": (
        "统一社会信用代码应为 {expected} 位，现为 {length} 位",
        "A unified social credit code has {expected} characters, not {length}",
    ),
    "identifier.credit-code-character": (
        "统一社会信用代码第 {position} 位不能是“{character}”",
        "Character {position} of a unified social credit code cannot be “{character}”",
    ),
    "identifier.credit-code-check": (
        "统一社会信用代码校验码有误：第 {position} 位应为 {expected}，现为 {found}",
        "Wrong check digit of the unified social credit code: character {position} is {found}, should be {expected}",
    ),
    "identifier.inner-code-check": (
        "统一社会信用代码中的主体标识码（组织机构代码）校验码有误：第 {position} 位应为 {expected}，现为 {found}",
        "Wrong check digit of the organisation code inside: character {position} is {found}, should be {expected}",
    ),
    "identifier.organisation-code-form": (
        "组织机构代码应为 8 位数字或大写字母加 1 位校验码",
        "An organisation code is eight digits or capitals and a check digit",
    ),
    "identifier.organisation-code-check": (
        "组织机构代码校验码有误：第 {position} 位应为 {expected}，现为 {found}",
        "Wrong check digit of the organisation code: character {position} is {found}, should be {expected}",
    ),
    "identifier.certificate-number-unreadable": (
        "无法识别的证书编号：{value}",
        "Not a certificate number of a known form: {value}",
    ),
    "identifier.number-body": (
        "证书编号中的机构代号应为三位数字",
        "The body's part of a certificate number is three digits",
    ),
    "identifier.number-year": (
        "证书编号中的年份应在 1990 至 2089 年之间",
        "The year of a certificate number lies between 1990 and 2089",
    ),
    "identifier.number-serial": (
        "证书编号的流水号须大于 0 且不超过规定位数",
        "The serial of a certificate number must be above 0 and fit the width agreed",
    ),
    "identifier.number-recertification": (
        "证书编号中的再认证次数应在 0 至 99 之间",
        "The number of recertifications must lie between 0 and 99",
    ),
    "identifier.number-personnel": (
        "证书覆盖人数须为正整数，否则无法确定规模代号",
        "The covered personnel must be at least 1; the letter for the size depends on it",
    ),
    "identifier.number-suffix": (
        "证书编号的后缀应为“/分支”或“-子证书序号”",
        "The suffix of a certificate number is “/branch” or “-child”",
    ),
    "identifier.approval-unreadable": (
        "认证机构批准号格式有误：{value}，应如 CNCA-R-2003-117",
        "Not an approval number: {value}; it looks like CNCA-R-2003-117",
    ),
    "identifier.branch-wrong": (
        "分支机构代码应为两位数字，现为 {value}",
        "A branch code is two digits, not {value}",
    ),
}
