"""Teams, dates and audit plans: where a visit stands, what happens to it, and why not."""

WORDS = {
    "visit-status.to_schedule": ("未安排", "To be scheduled"),
    "visit-status.team": ("组队中", "Team to be completed"),
    "visit-status.announced": ("已通知", "Announced"),
    "visit-status.plan_sent": ("计划已发", "Plan sent"),
    "visit-status.under_audit": ("审核中", "Under audit"),
    "visit-status.held": ("已审核", "Audited"),
    "visit-status.dropped": ("已取消", "Dropped"),
    "cancel-reason.visit-dropped": ("审核项目已取消", "Visit dropped"),
    "half-day.am": ("上午", "morning"),
    "half-day.pm": ("下午", "afternoon"),
    "queue.schedule.to-appoint": ("待安排审核", "Visits to schedule"),
    "queue.schedule.to-prepare": ("待派组、通知与发计划", "Teams, notices and plans"),
    "queue.schedule.on-leave": ("组员请假，待调整审核组", "Members on leave to be replaced"),
    "visit.next.team": ("派组并通知", "Complete the team, announce"),
    "visit.next.plan": ("发出审核计划", "Send the audit plan"),
    "queue.schedule.my-plans": ("待编审核计划", "Audit plans to make"),
    "queue.schedule.my-visits": ("我的审核任务", "My coming audits"),
    "schedule.ends-before-it-begins": ("结束日期早于开始日期", "The last day is before the first"),
    "schedule.in-the-past": ("审核日期不能早于今天", "The audit cannot begin in the past"),
    "schedule.already-appointed": (
        "审核日期已安排，请办理改期",
        "The visit has its dates already; move it instead",
    ),
    "schedule.not-appointed": ("尚未安排审核日期", "The visit has no dates yet"),
    "schedule.stage-1-first": (
        "第二阶段须在第一阶段审核结束之后开始，请先安排第一阶段",
        "Stage 2 begins after stage 1 has ended; give stage 1 its dates first",
    ),
    "schedule.too-long": ("一次审核不应长达 {days} 天", "No visit lasts {days} days"),
    "schedule.no-reason": ("请写明理由", "State the reason"),
    "schedule.already-announced": (
        "任务书和通知书已于 {announced_on} 下达",
        "Announced already on {announced_on}",
    ),
    "schedule.not-announced": ("任务书和通知书尚未下达", "The visit has not been announced yet"),
    "schedule.already-on-team": ("{person} 已在审核组中", "{person} is on the team already"),
    "schedule.not-on-team": ("{person} 不在审核组中", "{person} is not on the team"),
    "schedule.team-has-leader": ("审核组已有组长", "The team has its leader already"),
    "schedule.client-objects": (
        "受审核方对 {person} 提出异议，经核属实",
        "The client objected to {person}, and the objection is valid",
    ),
    "schedule.no-standard": ("请至少选择一个体系", "Choose at least one standard"),
    "schedule.no-half-day": ("请至少选择半天", "Choose at least one half-day"),
    "schedule.outside-the-dates": (
        "所选时间不在审核日期之内",
        "A half-day lies outside the dates of the visit",
    ),
    "schedule.same-share": ("远程比例已是 {share} %", "{share} % of it is from afar already"),
    "plan.no-lines": ("审核计划没有内容", "The plan has no lines"),
    "plan.none": ("尚未编制审核计划", "There is no audit plan yet"),
    "plan.not-leader": (
        "审核计划由审核组长或审核方案管理人员编制",
        "The plan is made by the team leader or the programme manager",
    ),
    "plan.ends-before-it-begins": (
        "第 {line} 行：结束时间不晚于开始时间",
        "Line {line}: the end is not after the beginning",
    ),
    "plan.outside-the-visit": (
        "第 {line} 行：{day} 不在审核日期之内",
        "Line {line}: {day} lies outside the dates of the visit",
    ),
    "plan.nobody": ("第 {line} 行：未指定审核员", "Line {line}: nobody is named"),
    "plan.not-on-team": ("第 {line} 行：{person} 不在审核组中", "Line {line}: {person} is not on the team"),
    "plan.not-booked": (
        "第 {line} 行：{person} 在 {day} 的该半天没有本次审核任务",
        "Line {line}: {person} is not booked for this half-day of {day}",
    ),
    "plan.two-places": (
        "第 {line} 行与第 {other} 行时间重叠，{person} 不能同时在两处",
        "Lines {line} and {other} overlap; {person} cannot be in two places",
    ),
    "plan.not-visited": (
        "第 {line} 行：本次审核不含 {standard}",
        "Line {line}: the visit is not for {standard}",
    ),
    "plan.no-auditor-for": (
        "第 {line} 行：所列人员中没有负责 {standard} 的审核员",
        "Line {line}: nobody named there audits {standard}",
    ),
    "plan.unknown-clause": (
        "第 {line} 行：所选标准没有条款 {clause}",
        "Line {line}: the chosen standards have no clause {clause}",
    ),
    "plan.nothing-planned": (
        "计划中没有 {standard} 的审核内容",
        "The plan has no line with clauses for {standard}",
    ),
    "plan.already-sent": ("审核计划已于 {sent_on} 发送", "The plan was sent on {sent_on} already"),
    "event.visit.appointed": (
        "审核日期定为 {starts_on} 至 {ends_on}",
        "The visit takes place from {starts_on} to {ends_on}",
    ),
    "event.visit.member-assigned": (
        "{member} 编入审核组（{standards}，{days} 人日）",
        "{member} joined the team ({standards}, {days} auditor-days)",
    ),
    "event.visit.member-released": (
        "{member} 退出审核组：{reason}",
        "{member} left the team: {reason}",
    ),
    "event.visit.announced": (
        "下达任务书并发出审核通知书，异议期至 {object_until}",
        "Sent the letter of assignment and the notice; objections until {object_until}",
    ),
    "event.visit.team-objected": (
        "受审核方对 {member} 提出异议：{reason}",
        "The client objected to {member}: {reason}",
    ),
    "event.visit.planned": ("编制审核计划，共 {lines} 行", "Made the audit plan with {lines} lines"),
    "event.visit.plan-sent": ("审核计划发送 {client}", "Sent the audit plan to {client}"),
    "event.visit.moved": (
        "由 {before} 改期至 {starts_on}：{reason}",
        "Moved from {before} to {starts_on}: {reason}",
    ),
    "event.visit.remote-changed": (
        "远程审核比例由 {before} % 调整为 {remote_percent} %：{reason}",
        "The share from afar changed from {before} % to {remote_percent} %: {reason}",
    ),
    "event.visit.appointment-cancelled": (
        "取消 {starts_on} 至 {ends_on} 的安排：{reason}",
        "Cancelled the dates {starts_on} to {ends_on}: {reason}",
    ),
}
