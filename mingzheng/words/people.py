"""Persons of the body, their accounts, and what the record says of them."""

WORDS = {
    "account-status.open": ("在用", "Open"),
    "account-status.closed": ("已停用", "Closed"),
    "person.not-yours": ("您无权办理此事", "This is not yours to do"),
    "account.login-unfit": (
        "登录名须以小写字母开头，由 2～40 个小写字母、数字、点、横线或下划线组成",
        "A login begins with a lower-case letter and has 2 to 40 lower-case letters, digits, dots, dashes or underscores",
    ),
    "account.login-taken": ("该登录名已有人使用", "Somebody has this login already"),
    "account.role-held": ("此人已承担该角色", "This person holds the role already"),
    "account.role-not-held": ("此人未承担该角色", "This person does not hold the role"),
    "account.not-a-persons-role": ("该角色不能授予个人", "This role is not given to persons"),
    "account.last-administrator": (
        "这是最后一名系统管理员，须先指定另一名",
        "This is the last administrator: name another one first",
    ),
    "account.already-closed": ("该账户已停用", "The account is closed already"),
    "person.ends-before-it-begins": ("截止日期早于开始日期", "It would end before it begins"),
    "person.green-is-of-products": (
        "绿色产品检查员是产品认证的注册",
        "An inspector of green products is registered for products",
    ),
    "person.registrations-overlap": (
        "与该标准的另一条注册有效期重叠",
        "It overlaps another registration for the same standard",
    ),
    "person.code-unfit": (
        "专业代码格式应为 17、17.10 或 17.10.02",
        "A technical code looks like 17, 17.10 or 17.10.02",
    ),
    "person.no-basis": ("未说明能力评价依据", "The basis of the competence is not stated"),
    "person.competence-held": ("已具备该专业代码的能力", "The competence is held already"),
    "person.own-competence": ("不得评价本人的能力", "Nobody evaluates his own competence"),
    "person.authorised-already": ("已获该项资格授权", "The authorisation is held already"),
    "person.not-authorised": ("没有可终止的资格授权", "There is no such authorisation to end"),
    "authorisation.leader": ("审核组长", "Audit team leader"),
    "authorisation.reviewer": ("评定人员", "Reviewer of files"),
    "authorisation.decision_maker": ("认证决定人员", "Decision maker"),
    "authorisation.witness": ("见证评价人员", "Witness evaluator"),
    "authorisation.expert": ("技术专家", "Technical expert"),
    "event.person.authorised": (
        "授权 {login} 担任{authorisation:authorisation}，依据：{basis}",
        "{login} was authorised as {authorisation:authorisation} on the basis of: {basis}",
    ),
    "event.person.authorisation-ended": (
        "终止 {login} 的资格授权“{authorisation:authorisation}”：{reason}",
        "The authorisation of {login} as {authorisation:authorisation} was ended: {reason}",
    ),
    "person.ends-later": (
        "提前终止的日期不得晚于原有效期",
        "It cannot end later than it was valid for anyway",
    ),
    "person.not-ended-yet": ("终止日期不得晚于今天", "What has ended, ended today or before"),
    "event.person.changed": ("更正 {login} 的人员信息", "What is known of {login} was put right"),
    "event.person.password-changed": ("{login} 修改了本人密码", "{login} changed his or her password"),
    "event.person.second-factor-cleared": (
        "清除 {login} 的第二重验证",
        "The second factor of {login} was cleared",
    ),
    "event.person.registration-ended": (
        "终止 {login} 的 {standard} 注册 {number}，有效期改至 {valid_until}：{reason}",
        "The {standard} registration {number} of {login} was ended on {valid_until}: {reason}",
    ),
    "event.person.tie-ended": (
        "登记 {login} 与 {organisation}（{uscc}）的利益关系于 {ended_on} 终止",
        "The tie of {login} to {organisation} ({uscc}) ended on {ended_on}",
    ),
    "event.person.employed": ("{name}（{login}）入职或受聘", "{name} ({login}) was taken on"),
    "event.person.role-granted": ("授予 {login} 角色“{role:role}”", "{login} was given the role {role:role}"),
    "event.person.role-revoked": (
        "收回 {login} 的角色“{role:role}”",
        "The role {role:role} was taken from {login}",
    ),
    "event.person.account-closed": ("停用账户 {login}", "The account {login} was closed"),
    "event.person.password-set": ("为 {login} 设置初始密码", "A first password was set for {login}"),
    "event.person.registered": (
        "登记 {login} 的 {standard} 注册 {number}，有效期 {valid_from} 至 {valid_until}",
        "{login} was registered for {standard} as {number}, valid {valid_from} to {valid_until}",
    ),
    "event.person.competence-recognised": (
        "确认 {login} 具备 {standard} {code} 专业能力，依据：{basis}",
        "{login} was recognised as competent for {standard} {code} on the basis of: {basis}",
    ),
    "event.person.competence-ended": (
        "终止 {login} 的 {standard} {code} 专业能力：{reason}",
        "The competence of {login} for {standard} {code} was ended: {reason}",
    ),
    "event.person.leave-entered": (
        "登记 {login} 请假 {first_day} 至 {last_day}",
        "Leave of {login} from {first_day} to {last_day} was entered",
    ),
    "event.person.leave-cancelled": (
        "取消 {login} 的请假 {first_day} 至 {last_day}",
        "Leave of {login} from {first_day} to {last_day} was cancelled",
    ),
    "event.person.tie-declared": (
        "申报 {login} 与 {organisation}（{uscc}）的利益关系",
        "A tie of {login} to {organisation} ({uscc}) was declared",
    ),
}
