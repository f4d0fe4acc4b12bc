"""Moving in with the registers one has: what became of each row, what was mended, what is wrong, and what to do."""

WORDS = {
    "register.clients": ("客户台账", "Register of clients"),
    "register.certificates": ("证书台账", "Register of certificates"),
    "register.auditors": ("审核员台账", "Register of auditors"),
    "register.laws": ("法律法规清单", "List of laws"),
    "register.norms": ("标准清单", "List of standards"),
    "register.documents": ("受控文件清单", "List of documents"),
    "outcome.taken": ("接收", "Taken"),
    "outcome.mended": ("修正后接收", "Taken, mended"),
    "outcome.repeated": ("重复", "Repeated"),
    "outcome.known": ("此前已接收", "Carried in before"),
    "outcome.refused": ("拒收", "Refused"),
    "outcome.repeats": ("与 {place} 内容相同，只接收一次", "Says the same as {place}; taken once"),
    "event.certificate.carried-in": (
        "由原系统接转证书（{client}，认证决定 {decided_on}），颁证 {issued_on}，有效期至 {expires_on}",
        "Carried in from an earlier system ({client}, decided on {decided_on}), issued on {issued_on}, "
        "valid until {expires_on}",
    ),
    "event.certificate.sub-carried-in": (
        "由原系统接转子证书 {sub}（{client}），颁证 {issued_on}",
        "Sub-certificate {sub} carried in from an earlier system ({client}), issued on {issued_on}",
    ),
    "event.client.carried-in": (
        "由原系统台账接转客户：{name_zh}",
        "Client carried in from an earlier system: {name_zh}",
    ),
    "event.person.carried-in": (
        "由原系统台账接转 {name}（{login}）的 {standard} 注册 {number}，有效期 {valid_from} 至 {valid_until}；"
        "专业代码：{codes}",
        "Carried in from an earlier system: {name} ({login}), registered for {standard} as {number}, "
        "{valid_from} to {valid_until}; technical areas: {codes}",
    ),
    # --- on the page
    "upload.too-many-rows": (
        "可接收 {rows} 行，页面一次最多 {most} 行；请在服务器上运行 mingzheng import {kind} 文件",
        "{rows} rows can be taken, from a page at most {most}; run mingzheng import {kind} FILE on the server",
    ),
    "upload.another-file": (
        "文件已更换，请核对新的预览后再确认",
        "Another file has taken its place: look at its preview first",
    ),
    "upload.nothing-to-take": ("没有可以接收的行", "There is no row to be taken"),
    # --- what was mended
    "mend.blanks": ("已去除多余的空格或换行", "Superfluous blanks or line breaks taken out"),
    "mend.main-by-number": (
        "未填主认证证书号，按证书编号的尾号取 {taken}",
        "No main certificate is named; {taken}, from which the number goes on, was taken",
    ),
    "mend.code": ("全角、小写或空格已改为规范写法", "Full-width, small letters or blanks put right"),
    "mend.coded": ("“{found}”按代码 {taken} 接收", "“{found}” taken as code {taken}"),
    "mend.number": ("数字的全角或千分位写法已改正", "Full-width digits or thousands separators put right"),
    "mend.number-for-code": (
        "代码被表格当作数字，已由 {found} 还原为 {taken}",
        "The spreadsheet had taken the code for a number: {found} restored to {taken}",
    ),
    "mend.serial-day": ("Excel 日期序号 {found} 即 {day}", "The Excel serial {found} is {day}"),
    "mend.day": ("日期“{found}”按 {day} 接收", "The date “{found}” taken as {day}"),
    "mend.older-code": (
        "旧版 9 位组织机构代码，保留原样；取得统一社会信用代码后请变更",
        "Organisation code of the older edition, kept; change it once the unified social credit code is known",
    ),
    "mend.unified-code": (
        "组织机构代码 {found} 与统一社会信用代码 {taken} 为同一组织，按后者接收",
        "Organisation code {found} and unified social credit code {taken} are one client; taken under the latter",
    ),
    "mend.known-by-older-code": (
        "该客户已按旧代码 {taken} 建档，证书归入该客户；请另行变更其代码（表中为 {found}）",
        "The client is known here by the older code {taken}; change it separately (the register has {found})",
    ),
    "mend.older-standard": (
        "项目代码 {taken} 为旧版标准 {edition}，保留原样接收",
        "Item code {taken} is of the older edition {edition}; taken as it stands",
    ),
    "mend.unknown-areas": (
        "专业代码 {codes} 不在现行代码表中（可能为旧版），保留原样",
        "Codes {codes} are not in today's list (perhaps of an older edition); kept",
    ),
    "mend.personnel": (
        "体系覆盖人数为空，按员工数 {employees} 接收",
        "Covered personnel blank; the number of employees, {employees}, taken",
    ),
    "mend.cycle-number": (
        "再认证次数为 {found}，与证书编号所载 R{printed} 不一致，以证书编号为准",
        "The column says {found} recertifications, the certificate number R{printed}; the number counts",
    ),
    "mend.decided-when-issued": (
        "认证决定日期为空，按颁证日期 {issued} 接收",
        "No day of decision; the day of issue, {issued}, taken",
    ),
    "mend.later-decision": (
        "认证决定日期 {decided} 属于其后的监督或变更，发证决定按颁证日期 {issued} 接收",
        "The decision of {decided} is a later one, after a surveillance or a change; the day of issue, {issued}, taken",
    ),
    "mend.past-expiry": (
        "状态未更新：证书有效期至 {expires}，按过期失效接收",
        "The status was not kept up: the certificate was valid until {expires}; taken as expired",
    ),
    "mend.withdrawn-as-replaced": (
        "撤销原因 {reason} 为换发新证，按已换证接收，不计入撤销",
        "Withdrawn for reason {reason}, a new certificate in its place; taken as replaced, not as withdrawn",
    ),
    "mend.withdrawn-as-cancelled": (
        "撤销原因 {reason} 为组织主动放弃，按注销接收",
        "Withdrawn for reason {reason}, given up by the client; taken as cancelled",
    ),
    "mend.first-reason": (
        "填有多个原因，以第一个 {kept} 为主要原因，其余：{others}",
        "Several reasons: {kept} taken as the main one; the others: {others}",
    ),
    "mend.left-over": (
        "与当前状态无关的遗留日期 {found}，未接收",
        "The date {found} is left over from an earlier state; not taken",
    ),
    "mend.login": ("未填登录名，已生成 {login}", "No login given; {login} was made"),
    # --- what is wrong with a file
    "fault.not-a-workbook": (
        "无法读取“{found}”：不是 Excel 工作簿，或文件已损坏",
        "“{found}” cannot be read: it is no Excel workbook, or it is damaged",
    ),
    "fault.too-large": (
        "文件解压后为 {found} MB，超过可处理的大小",
        "Unpacked, the file has {found} MB, more than can be handled",
    ),
    "fault.no-such-heads": (
        "没有找到本台账的表头，至少应有以下各列：{heads}",
        "No sheet has the heads of this register; it needs at least the columns: {heads}",
    ),
    # --- what is wrong with a cell
    "fault.missing": ("必填项为空", "This must be filled in"),
    "fault.reason-missing": (
        "按证书状态，必须填写原因代码",
        "With this status the reason code must be filled in",
    ),
    "fault.too-long": ("共 {length} 字，超过 {longest} 字", "{length} characters, more than {longest}"),
    "fault.not-a-number": ("“{found}”不是数字", "“{found}” is not a number"),
    "fault.not-whole": ("“{found}”应为整数", "“{found}” should be a whole number"),
    "fault.not-a-day": ("“{found}”不是日期", "“{found}” is not a date"),
    "fault.no-such-day": ("没有“{found}”这一天", "There is no such day as “{found}”"),
    "fault.strange-day": ("日期“{found}”不合情理", "The date “{found}” cannot be meant"),
    "fault.unknown-code": (
        "“{found}”不是可用的代码，可用：{known}",
        "“{found}” is no code; there are: {known}",
    ),
    "fault.other-scheme": (
        "认证项目“{found}”不属于质量、环境、职业健康安全管理体系",
        "“{found}” is neither a quality, environmental nor occupational health and safety management system",
    ),
    "fault.said-otherwise": (
        "与 {place} 为同一对象，但内容不同",
        "Tells of the same as {place}, but otherwise",
    ),
    "fault.foreign-code-missing": (
        "境外组织须填写其所在地的注册登记号",
        "For an organisation abroad enter its registration number there",
    ),
    "fault.foreign-code-form": (
        "登记号“{found}”只能由 2～30 个数字、字母、点和横线组成",
        "The registration number “{found}” may only have 2 to 30 digits, letters, dots and dashes",
    ),
    "fault.not-an-address": ("“{found}”不是邮箱地址", "“{found}” is not an e-mail address"),
    "fault.name-of-several": (
        "本机构有多名“{name}”（{logins}），无法确定是哪一位",
        "Several persons here are called “{name}” ({logins}); it is not certain who is meant",
    ),
    # --- why a certificate, client or auditor is not taken
    "carried.known": ("此前已接收", "Carried in before"),
    "carried.no-body": (
        "尚未填写机构档案，无法核对批准号",
        "The body has not been described yet, so its approval number cannot be compared",
    ),
    "carried.other-body": (
        "认证机构批准号为 {found}，本机构为 {own}",
        "The approval number is {found}; this body's is {own}",
    ),
    "carried.other-prefix": (
        "证书编号以机构代号 {found} 开头，本机构为 {own}",
        "The certificate number begins with {found}; this body's begin with {own}",
    ),
    "carried.other-standard": (
        "证书编号中的领域代号 {letter} 与认证项目 {found} 不一致",
        "The letter {letter} in the certificate number does not go with {found}",
    ),
    "carried.main-unknown": (
        "这是子证书，但其主证书 {main} 不在本文件的可接收行中，也未曾接收",
        "This is a sub-certificate, but its main certificate {main} is neither taken from this file nor known here",
    ),
    "carried.main-of-other-standard": (
        "主证书 {main} 属于 {found}，与本子证书的认证项目不一致",
        "The main certificate {main} is for {found}, this sub-certificate for another standard",
    ),
    "carried.main-ended": (
        "主证书 {main} 已终止，其子证书不能有效",
        "The main certificate {main} has ended, so its sub-certificate cannot stand",
    ),
    "carried.trainee-leads": (
        "实习审核员不能有组长资格",
        "A trainee auditor cannot be authorised to lead",
    ),
    "carried.first-after-issue": (
        "初次获证日期 {first} 晚于颁证日期 {issued}",
        "First certified on {first}, after the day of issue, {issued}",
    ),
    "carried.decided-after-issue": (
        "认证决定日期 {decided} 晚于颁证日期 {issued}",
        "Decided on {decided}, after the day of issue, {issued}",
    ),
    "carried.ends-before-issue": (
        "证书截止日期 {expires} 早于颁证日期 {issued}",
        "Valid until {expires}, before the day of issue, {issued}",
    ),
    "carried.contract-without-day": (
        "有合同编号而没有合同第一天",
        "There is a contract number and no first day",
    ),
    "carried.in-future": ("日期 {day} 尚未到来", "The day {day} is still to come"),
    "carried.no-day": ("按证书状态，此日期必填", "With this status the day must be filled in"),
    "carried.before-issue": (
        "日期 {day} 早于颁证日期 {issued}",
        "The day {day} is before the day of issue, {issued}",
    ),
    "carried.suspension-backwards": (
        "暂停截止 {until} 早于暂停开始 {began}",
        "The suspension ends on {until}, before it begins on {began}",
    ),
    "carried.audit-backwards": (
        "审核截止 {ended} 早于审核开始 {began}",
        "The audit ends on {ended}, before it begins on {began}",
    ),
    "carried.too-many": ("{found} 过大，最多为 {most}", "{found} is too many; the most is {most}"),
    "carried.no-surveillance-day": (
        "已实施 {times} 次监督，但未填最近一次监督（活动代码 03）的审核截止日期，无法推算下次监督期限",
        "{times} surveillances held, but the last day of the latest one (activity 03) is missing, so the next cannot be "
        "reckoned",
    ),
    "carried.no-personnel": (
        "有效证书须填体系覆盖的员工数",
        "A living certificate needs the number of covered personnel",
    ),
    "carried.no-auditor-days": (
        "未填审核人日数，且 {personnel} 人超出人日表，无法推算",
        "No auditor-days are given, and {personnel} people are beyond the table",
    ),
    "carried.two-living": (
        "该组织同一标准已有有效证书 {other}，一个标准只能有一张有效证书",
        "The client holds {other} to the same standard; there can be one living certificate to a standard",
    ),
    "carried.contract-of-another": (
        "合同号 {number} 已属于另一组织（{holder}）",
        "Contract {number} is another organisation's ({holder})",
    ),
    "carried.name-differs": (
        "登录名 {login} 属于 {known}，不是 {found}",
        "The login {login} is {known}'s, not {found}'s",
    ),
    # --- what to do
    "todo": (
        "在原表中改正后重新导入；已接收的行不会重复",
        "Put it right in the sheet and import again; rows already taken are not taken twice",
    ),
    "todo.fault.said-otherwise": (
        "核实哪一行正确，删去另一行后重新导入",
        "Find out which row is right, delete the other and import again",
    ),
    "todo.fault.other-scheme": (
        "不导入本系统；请在原台账中管理",
        "Do not import it here; keep it in the register you have",
    ),
    "todo.carried.main-unknown": (
        "先改正主证书所在行，或核对主认证证书号，再导入一次",
        "Put the main certificate's row right, or the number that names it, and import again",
    ),
    "todo.carried.no-body": (
        "先由系统管理员填写“机构与认可范围”",
        "Let an administrator fill in “Body and scope” first",
    ),
    "todo.carried.other-body": (
        "他机构的证书不能接转；转机构认证请按转证受理",
        "Another body's certificate is not carried in; a client who transfers applies for it",
    ),
    "todo.carried.two-living": (
        "核实哪张有效；旧证书应为换证、撤销、注销或过期",
        "Find out which one is valid; the older one is replaced, withdrawn, cancelled or expired",
    ),
    "todo.carried.contract-of-another": (
        "为每个组织填写各自的合同号，或留空",
        "Give each organisation its own contract number, or leave it blank",
    ),
    "todo.fault.name-of-several": ("填写登录名以区分", "Fill in the login to tell them apart"),
    "todo.carried.name-differs": ("改用另一个登录名", "Use another login"),
    "todo.identifier.credit-code-check": (
        "对照营业执照核对统一社会信用代码",
        "Compare the unified social credit code with the business licence",
    ),
    "todo.identifier.inner-code-check": (
        "对照营业执照核对统一社会信用代码",
        "Compare the unified social credit code with the business licence",
    ),
    "todo.identifier.organisation-code-check": (
        "对照组织机构代码证核对",
        "Compare it with the organisation code certificate",
    ),
}
