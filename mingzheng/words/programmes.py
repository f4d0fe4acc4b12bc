"""The three-year programme: its visits, what happens to them, and why not."""

WORDS = {
    "visit-kind.surveillance-1": ("第一次监督审核", "First surveillance audit"),
    "visit-kind.surveillance-2": ("第二次监督审核", "Second surveillance audit"),
    "queue.programmes.to-open": ("待建审核方案", "Programmes to open"),
    "programme.not-signed": ("合同尚未签订", "The contract is not signed yet"),
    "programme.contract-ended": ("合同已于 {ended_on} 终止", "The contract ended on {ended_on}"),
    "programme.already-opened": (
        "该合同的审核方案已建立",
        "The programme of this contract has been opened already",
    ),
    "programme.already-certified": (
        "该客户的 {standard} 认证仍在有效周期内，不能重复建立",
        "The client's {standard} certification is still in its cycle and cannot be opened twice",
    ),
    "programme.no-audit-time": (
        "{standard} 的审核人日尚未确定",
        "The auditor-days for {standard} have not been determined",
    ),
    "programme.cycle-has-begun": ("认证周期已经开始", "The cycle has begun already"),
    "programme.cycle-has-not-begun": ("当前认证周期尚未开始", "The current cycle has not begun"),
    "programme.visit-begun": (
        "审核已于 {begun_on} 开始，不能再变更",
        "The audit began on {begun_on} and can no longer be changed",
    ),
    "programme.visit-not-begun": ("审核尚未开始", "The audit has not begun"),
    "programme.visit-held": ("审核已于 {held_on} 结束", "The audit ended on {held_on}"),
    "programme.visit-dropped": (
        "该次审核已于 {dropped_on} 取消",
        "This visit was dropped on {dropped_on}",
    ),
    "programme.no-reason": ("请写明理由", "State the reason"),
    "programme.not-in-contract": (
        "合同不含 {standard}，或其认证已终止",
        "The contract does not cover {standard}, or its certification has ended",
    ),
    "programme.no-standard": ("请至少选择一个体系", "Choose at least one standard"),
    "programme.not-half-days": (
        "审核人日应以半天为单位，不得为 {days}",
        "Auditor-days come in half days; {days} is none",
    ),
    "programme.latest-is-past": ("最晚审核日 {latest} 已过", "The last day {latest} is past"),
    "programme.other-client": (
        "不是同一客户的审核，不能合并",
        "Visits to different clients cannot be joined",
    ),
    "programme.other-site": ("审核场所不同，不能合并", "Visits held at different sites cannot be joined"),
    "programme.other-kind": ("审核类型不同，不能合并", "Visits of different kinds cannot be joined"),
    "programme.same-standard": (
        "两次审核都含 {standard}，不能合并",
        "Both visits are for {standard}, so they cannot be joined",
    ),
    "programme.no-scope": ("认证范围不能为空", "A certification has a scope"),
    "programme.nothing-left": (
        "应至少各留一个体系，才能拆分",
        "To split a visit, each part must keep at least one standard",
    ),
    "event.contract.programme-opened": (
        "为 {client} 建立三年审核方案（{standards}），审核项目 {visits}",
        "Opened the three-year programme of {client} ({standards}) with visits {visits}",
    ),
    "event.certification.cycle-begun": (
        "{standard} 认证周期自 {starts_on} 起，至 {ends_on} 止",
        "The cycle of {standard} runs from {starts_on} to {ends_on}",
    ),
    "event.certification.next-cycle-opened": (
        "{standard} 进入第 {number} 次再认证周期（{starts_on} 至 {ends_on}），审核项目 {visits}",
        "Opened cycle {number} of {standard} ({starts_on} to {ends_on}) with visits {visits}",
    ),
    "event.certification.scope-changed": (
        "{standard} 认证范围变更为“{scope_zh}”，原为“{before}”",
        "The scope of {standard} was changed to “{scope_zh}”; before it was “{before}”",
    ),
    "event.certification.ended": (
        "{standard} 认证终止，后续审核不再安排",
        "Ended the certification to {standard}; no further visits are planned",
    ),
    "event.visit.window-set": (
        "审核时限定为 {earliest} 至 {latest}（{clause}）",
        "The visit may take place from {earliest} to {latest} ({clause})",
    ),
    "event.visit.put-off": (
        "{standard} 监督审核推迟，最晚至 {until}（特殊事件）",
        "The surveillance for {standard} was put off to {until} at the latest (extraordinary event)",
    ),
    "event.certification.cycle-prolonged": (
        "{standard} 认证周期延长至 {until}（特殊事件）",
        "The cycle of {standard} was prolonged until {until} (extraordinary event)",
    ),
    "event.visit.begun": ("审核于 {begun_on} 开始", "The audit began on {begun_on}"),
    "event.visit.held": ("审核于 {held_on} 结束", "The audit ended on {held_on}"),
    "event.visit.special-added": (
        "增加特殊审核（{standards}，{days} 人日）：{reason}",
        "Added a special visit ({standards}, {days} auditor-days): {reason}",
    ),
    "event.visit.dropped": ("取消该次审核：{reason}", "Dropped this visit: {reason}"),
    "event.visit.days-changed": (
        "{standard} 审核人日由 {before} 调整为 {days}：{reason}",
        "Changed the auditor-days for {standard} from {before} to {days}: {reason}",
    ),
    "event.visit.joined": ("并入项目 {other}（{standards}）", "Joined with visit {other} ({standards})"),
    "event.visit.sent-to-site": ("审核场所：{site}", "Held at: {site}"),
    "event.visit.site-apart": (
        "场所 {site} 单独审核，{days} 人日移至项目 {other}",
        "Site {site} is audited apart: {days} auditor-days moved to visit {other}",
    ),
    "programme.site-closed": ("该场所已于 {closed_on} 关闭", "The site was closed on {closed_on}"),
    "programme.nothing-left-here": (
        "{standard} 共 {days} 人日，须至少留下半天",
        "Of the {days} auditor-days of {standard} at least half a day must be left",
    ),
    "event.visit.split": (
        "{standards} 拆分为单独项目 {other}",
        "Split {standards} off as visit {other}",
    ),
}
