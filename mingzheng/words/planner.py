"""Why a plan cannot be so, why a visit is not planned and what would help, and what a plan costs."""

WORDS = {
    "planner.unknown": (
        "计划中的 {what} 不在本次排程之内",
        "{what} in the plan is not part of this problem",
    ),
    "planner.twice": ("同一审核被安排了两次", "The visit is planned twice"),
    "planner.forgotten": (
        "该审核既未安排，也未列入未安排清单",
        "The visit is neither planned nor listed as unplanned",
    ),
    "planner.no-team": ("没有派出审核员", "Nobody is on the team"),
    "planner.promise-broken": (
        "该审核已于 {start} 确定，不得变动",
        "The visit is settled for {start} and may not be changed",
    ),
    "planner.split": (
        "{people} 人、每人 {half_days} 个半天，不是该审核允许的分法",
        "{people} auditors for {half_days} half days each is not a way this visit may be split",
    ),
    "planner.not-one-working-week": (
        "{first} 至 {last} 不在同一段连续工作日之内",
        "{first} to {last} does not lie within one run of working days",
    ),
    "planner.whole-days-begin-in-the-morning": (
        "整天数的审核应从上午开始（{first}）",
        "A visit of whole days begins in the morning ({first})",
    ),
    "planner.outside-window": (
        "应在 {earliest} 至 {latest} 之间进行",
        "It must take place between {earliest} and {latest}",
    ),
    "planner.forbidden-by-client": (
        "客户在 {first} 至 {last} 期间不接受审核",
        "The client cannot be visited between {first} and {last}",
    ),
    "planner.stage-before-unplanned": (
        "前一阶段 {before} 尚未安排",
        "The stage before it, {before}, is not planned",
    ),
    "planner.too-soon-after": (
        "与前一阶段 {before} 的间隔少于 {days} 天",
        "Fewer than {days} days after the stage before it, {before}",
    ),
    "planner.too-long-after": (
        "与前一阶段 {before} 的间隔超过 {days} 天",
        "More than {days} days after the stage before it, {before}",
    ),
    "planner.person-twice": ("同一人在审核组中出现两次", "Somebody is on the team twice"),
    "planner.excluded": ("{person} 须回避该客户", "{person} may not audit this client"),
    "planner.companion-counted": (
        "{person} 随组同行，不计入审核员",
        "{person} goes along and does not count as an auditor",
    ),
    "planner.not-registered": (
        "{person} 在审核期间没有 {standards} 的有效注册",
        "{person} has no registration for {standards} that is valid on the days of the visit",
    ),
    "planner.required": ("{person} 必须在审核组中", "{person} must be on the team"),
    "planner.may-not-lead": ("{person} 无权担任组长", "{person} may not lead the team"),
    "planner.no-auditor": (
        "没有可审核 {standard} 的审核员",
        "Nobody on the team can audit {standard}",
    ),
    "planner.not-covered": (
        "{standard} 专业代码 {area} 无人具备",
        "Nobody on the team covers {standard} code {area}",
    ),
    "planner.no-expert": (
        "该审核不能以技术专家代替专业能力",
        "No technical expert may stand in on this visit",
    ),
    "planner.away": ("{person} 在 {day} 请假或另有工作", "{person} is away on {day}"),
    "planner.double-booked": (
        "{person} 在 {day} 已安排审核 {other}",
        "{person} is on visit {other} on {day}",
    ),
    "planner.places-too-far": (
        "{person} 在 {day} 须往返两地，相距 {km} 公里，超过 {limit} 公里",
        "{person} would have two places {km} km apart on {day}; at most {limit} km",
    ),
    "planner.too-much-in-a-week": (
        "{person} 自 {day} 起的一周达 {half_days} 个半天，超过 {limit} 个",
        "{person} would have {half_days} half days in the week from {day}; at most {limit}",
    ),
    "planner.too-many-nights": (
        "{person} 自 {day} 起的 {weeks} 周内在外过夜 {nights} 晚，超过 {limit} 晚",
        "{person} would be away {nights} nights in the {weeks} weeks from {day}; at most {limit}",
    ),
    "planner.too-long-in-a-row": (
        "{person} 自 {day} 起将连续外出 {days} 天，上限 {limit} 天",
        "{person} would be out {days} days in a row from {day}; at most {limit}",
    ),
    "planner.no-rest-day": (
        "{person} 在 {day} 开始的一周将外出 {days} 天，上限 {limit} 天，没有休息日",
        "{person} would be out {days} days in the week of {day} and have no free day; at most {limit}",
    ),
    "planner.too-many-days-a-month": (
        "{person} 自 {day} 起的当月将外出 {days} 天，上限 {limit} 天",
        "{person} would be out {days} days in the month from {day}; at most {limit}",
    ),
    "planner.too-many-days-a-year": (
        "{person} {year} 年现场审核将达 {days} 天，超过 {limit} 天",
        "{person} would have {days} on-site days in {year}; at most {limit}",
    ),
    "planner.too-many-certificates": (
        "{person} {year} 年匹配证书将达 {certificates} 张，超过 {limit} 张",
        "{person} would be matched to {certificates} certificates in {year}; at most {limit}",
    ),
    "planner.no-time": (
        "{earliest} 至 {latest} 之间没有客户可接受的工作日",
        "The client accepts no working days between {earliest} and {latest}",
    ),
    "planner.nobody-holds": ("没有人具备 {what}", "Nobody is qualified for {what}"),
    "planner.nobody-free": (
        "具备 {what} 的人员在 {latest} 之前均无空",
        "Nobody qualified for {what} is free before {latest}",
    ),
    "planner.never-together": (
        "所需人员没有共同的空闲时间",
        "Those who are needed are never free together",
    ),
    "planner.no-place-found": (
        "没有找到不影响其他审核的安排",
        "No place was found that leaves the other visits as they are",
    ),
    "planner.what.leading": ("担任 {standards} 组长的资格", "leading a {standards} team"),
    "planner.what.standard": ("{standard} 注册", "{standard}"),
    "planner.what.code": ("{standard} 专业代码 {area}", "{standard} code {area}"),
    "planner.what.person": ("{person}（指定人员）", "being {person}, who must come"),
    "planner.solved.qualify": (
        "办法：再评定一名具备 {what} 的人员",
        "Would be solved by: one more person qualified for {what}",
    ),
    "planner.solved.later": ("办法：将期限延至 {day}", "Would be solved by: allowing it until {day}"),
    "planner.solved.move": (
        "办法：调整 {person} 的审核 {other}",
        "Would be solved by: moving {person}'s visit {other}",
    ),
    "planner.solved.expert": ("办法：允许聘请技术专家", "Would be solved by: engaging a technical expert"),
    "planner.solved.days": (
        "办法：请客户放宽不接受审核的日期",
        "Would be solved by: the client opening days it has closed",
    ),
    "planner.change.moved": (
        "{visit}：由 {before} 改为 {after}",
        "{visit}: from {before} to {after}",
    ),
    "planner.change.team": ("{visit}：{before} 改为 {after}", "{visit}: {before} becomes {after}"),
    "planner.change.new": ("{visit}：新安排在 {after}", "{visit}: newly planned for {after}"),
    "planner.change.dropped": (
        "{visit}：原定 {before}，暂无法安排",
        "{visit}: was {before}, cannot be planned now",
    ),
    "planner.cost.travel": ("交通", "Travel"),
    "planner.cost.nights": ("住宿", "Nights away"),
    "planner.cost.fatigue": ("出差疲劳", "Fatigue"),
    "planner.cost.fees": ("兼职审核员报酬", "Part-timers' fees"),
    "planner.cost.unfairness": ("工作量不均", "Unfair load"),
    "planner.cost.lateness": ("逾期", "Lateness"),
    "planner.cost.wishes": ("未满足客户意愿", "Clients' wishes not met"),
    "planner.cost.seniority": ("优质客户未派高级审核员", "Premium clients without a senior auditor"),
    "planner.cost.experts": ("技术专家", "Technical experts"),
    "planner.cost.continuity": ("更换审核组", "New faces"),
    "planner.cost.disturbance": ("变更已通知的安排", "Changes to what was announced"),
    "planner.cost.unplanned": ("未安排", "Not planned"),
    "planner.cost.total": ("合计", "Total"),
    "planner.bound": ("可证明的下限", "Proven lower bound"),
    "planner.gap": ("与最优方案的差距不超过", "At most above the best plan"),
    "planner.planned": ("已安排", "Planned"),
    "planner.not-planned": ("未安排", "Not planned"),
    "planner.steps": ("改进步数", "Improvement steps"),
    "planner.feasible": ("计划符合全部约束", "The plan breaks no rule"),
    "planner.on-team": ("在审核组中", "On the team"),
    "planner.costs-more": (
        "可以代替 {member}，费用增加 {yuan} 元",
        "Possible in the place of {member}, for {yuan} yuan more",
    ),
    "planner.no-such-file": ("没有文件 {file}", "There is no file {file}"),
    "planner.no-planner": (
        "排程所需的程序库未安装：{missing}",
        "What the planner needs is not installed: {missing}",
    ),
    "planner.not-readable": (
        "{field}：应为 {expected}，实为 {found}",
        "{field}: expected {expected}, found {found}",
    ),
    "planner.no-such-visit": ("没有审核 {visit}", "There is no visit {visit}"),
    "planner.no-such-person": ("没有人员 {person}", "There is nobody {person}"),
    "planner.need-seconds": ("请给出秒数或步数", "Give a number of seconds or of steps"),
}
