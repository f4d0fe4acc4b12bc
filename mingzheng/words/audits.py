"""The audit on site: meetings, records by clause, report, file."""

WORDS = {
    "meeting.opening": ("首次会议", "Opening meeting"),
    "meeting.closing": ("末次会议", "Closing meeting"),
    "audit.not-said.people": ("会议未介绍双方参会人员", "Those present were not introduced at the meeting"),
    "audit.not-said.scope": (
        "会议未确认审核目的、范围和准则",
        "Objectives, scope and criteria were not confirmed at the meeting",
    ),
    "audit.not-said.plan": (
        "会议未确认审核计划和沟通安排",
        "The audit plan was not confirmed at the meeting",
    ),
    "audit.not-said.method": ("会议未说明审核方法", "The audit methods were not explained at the meeting"),
    "audit.not-said.grades": (
        "会议未说明不符合的分级",
        "The grading of findings was not explained at the meeting",
    ),
    "audit.not-said.confidentiality": (
        "会议未重申保密承诺",
        "The promise of confidentiality was not repeated at the meeting",
    ),
    "audit.not-said.safety": ("会议未确认现场安全要求", "Safety on site was not confirmed at the meeting"),
    "audit.not-said.stopping": (
        "会议未说明提前终止审核的情形",
        "It was not explained at the meeting when an audit may be stopped",
    ),
    "audit.not-said.language": ("会议未确认审核语言", "The language was not confirmed at the meeting"),
    "audit.not-said.complaints": (
        "会议未说明申诉、投诉渠道",
        "Channels for complaints and appeals were not explained at the meeting",
    ),
    "audit.not-said.sample": (
        "会议未说明抽样的不确定性",
        "It was not said at the meeting that the evidence is a sample",
    ),
    "audit.not-said.findings": (
        "会议未宣布并确认不符合项",
        "Findings were not presented and acknowledged at the meeting",
    ),
    "audit.not-said.conclusion": ("会议未宣布审核结论", "The conclusion was not presented at the meeting"),
    "audit.not-said.correction": (
        "会议未说明整改要求和期限",
        "What to correct, and by when, was not explained at the meeting",
    ),
    "audit.not-said.after": ("会议未说明后续安排", "What follows the audit was not explained at the meeting"),
    "audit.not-said.marks": (
        "会议未说明证书和标志的使用要求",
        "The rules for certificate and mark were not explained at the meeting",
    ),
    "audit.dropped": ("本次审核已取消，不再实施", "This visit was dropped"),
    "audit.not-appointed": ("尚未派组并确定审核日期", "No team and dates have been appointed yet"),
    "audit.not-announced": (
        "审核任务书和审核通知书尚未发出",
        "The assignment and the notice have not been sent yet",
    ),
    "audit.not-leader": ("只有本次审核的组长可以办理", "Only the leader of this audit team may do this"),
    "audit.not-on-team": ("只有本审核组成员可以办理", "Only members of this audit team may do this"),
    "audit.before-appointed": ("早于已确定的审核日期 {day}", "This is before the appointed day, {day}"),
    "audit.after-appointed": (
        "晚于已确定的审核结束日期 {day}，请先变更审核安排",
        "This is after the last appointed day, {day}; change the appointment first",
    ),
    "audit.in-future": ("会议日期晚于今天", "The meeting is dated after today"),
    "audit.leader-absent": ("审核组长未出席会议", "The team leader did not attend the meeting"),
    "audit.client-absent": ("受审核方无人出席会议", "Nobody of the client attended the meeting"),
    "audit.stage1-not-ready": (
        "{standard} 的第一阶段审核尚未作出“具备条件”的结论，不能开始第二阶段",
        "Stage 1 has not concluded that {standard} is ready, so stage 2 may not begin",
    ),
    "audit.already-open": ("首次会议已经记录，审核已开始", "The opening meeting is recorded already"),
    "audit.already-closed": ("末次会议已经记录，现场审核已结束", "The closing meeting is recorded already"),
    "audit.already-reported": ("审核报告已完成", "The audit has been reported already"),
    "audit.already-handed-in": ("审核资料已收回", "The file has been handed in already"),
    "audit.closes-before-opening": (
        "末次会议早于首次会议日期 {day}",
        "The closing meeting is dated before the opening meeting of {day}",
    ),
    "audit.standard-not-audited": ("本次审核不包括 {standard}", "This visit does not audit {standard}"),
    "audit.no-such-clause": ("{standard} 没有条款 {clause}", "{standard} has no clause {clause}"),
    "audit.no-reason": ("未说明理由", "No reason is given"),
    "audit.clause-without-record": (
        "审核计划中 {standard} 的条款 {clause} 没有审核记录",
        "Clause {clause} of {standard} was planned but has no record",
    ),
    "audit.standard-without-record": (
        "{standard} 没有任何审核记录",
        "There is no audit record for {standard}",
    ),
    "audit.not-closed": ("末次会议尚未召开", "The closing meeting has not been held"),
    "audit.no-conclusion": ("{standard} 尚无审核结论", "There is no conclusion for {standard} yet"),
    "audit.no-report": ("审核报告尚未完成", "The audit has not been reported yet"),
    "audit.no-answer": ("第 {number} 号不符合项没有待验证的整改", "Finding {number} has no answer to verify"),
    "audit.stage1-goes-with-stage2": (
        "第一阶段资料随第二阶段一并评定，不单独收回",
        "The papers of stage 1 are reviewed together with stage 2 and not handed in alone",
    ),
    "event.audit.opened": (
        "召开首次会议，审核开始，受审核方 {of_client} 人出席",
        "The opening meeting was held with {of_client} of the client's people; the audit began",
    ),
    "event.audit.evidence_recorded": (
        "记录 {record}：{standard} {clause}，{department}",
        "Record {record} was made: {standard} {clause}, {department}",
    ),
    "event.audit.record_corrected": (
        "更正记录 {record}，理由：{reason}",
        "Record {record} was corrected: {reason}",
    ),
    "event.audit.report_corrected": ("更正审核报告，理由：{reason}", "The report was corrected: {reason}"),
    "event.audit.finding_raised": (
        "开具第 {finding} 号{grade:finding.grade}：{standard} {clause}",
        "Finding {finding} was raised, {grade:finding.grade}: {standard} {clause}",
    ),
    "event.audit.finding_withdrawn": (
        "撤回第 {finding} 号不符合项，理由：{reason}",
        "Finding {finding} was withdrawn: {reason}",
    ),
    "event.audit.finding_answered": (
        "代受审核方录入第 {finding} 号不符合项的原因和措施（由 {told_by} 提供）",
        "The client's answer to finding {finding}, given by {told_by}, was entered on its behalf",
    ),
    "event.audit.answer_returned": (
        "第 {finding} 号不符合项的整改被退回：{reason}",
        "The answer to finding {finding} was returned: {reason}",
    ),
    "event.audit.finding_verified": (
        "第 {finding} 号不符合项验证关闭",
        "Finding {finding} was verified and closed",
    ),
    "event.audit.closed": (
        "召开末次会议，现场审核结束，受审核方 {of_client} 人出席",
        "The closing meeting was held with {of_client} of the client's people; the audit on site ended",
    ),
    "event.audit.concluded": (
        "作出 {standard} 的审核结论：{text}",
        "The team concluded for {standard}: {text}",
    ),
    "event.audit.reported": ("完成审核报告", "The audit was reported"),
    "event.audit.handed_in": (
        "审核资料收回，距末次会议 {days} 天",
        "The file was handed in {days} days after the closing meeting",
    ),
    "queue.audits.to-open": ("待召开首次会议", "Opening meetings to hold"),
    "queue.audits.to-close": ("待召开末次会议", "Closing meetings to hold"),
    "queue.audits.to-report": ("待出审核报告", "Reports to make"),
    "queue.audits.to-answer": ("待录入整改", "Client answers to enter"),
    "queue.audits.to-verify": ("待验证的不符合项", "Findings to verify"),
    "queue.audits.to-hand-in": ("待交审核资料", "Files to hand in"),
    "finding-state.open": ("待整改", "Open"),
    "finding-state.returned": ("整改被退回", "Answer returned"),
    "finding-state.answered": ("待验证", "Answered"),
    "finding-state.verified": ("已关闭", "Closed"),
    "finding-state.withdrawn": ("已撤回", "Withdrawn"),
    "audit-state.planned": ("待开始", "To be opened"),
    "audit-state.open": ("现场审核中", "On site"),
    "audit-state.closed": ("待出报告", "To be reported"),
    "audit-state.reported": ("待交资料", "File to hand in"),
    "audit-state.handed-in": ("资料已交", "File handed in"),
}
