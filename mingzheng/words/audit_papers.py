"""What is said in the opening and the closing meeting, and in the audit report."""

WORDS = {
    "paper.meeting.title": ("会议记录", "Record of a meeting"),
    "paper.meeting.title.opening": ("首次会议签到及记录", "Opening meeting: attendance and record"),
    "paper.meeting.title.closing": ("末次会议签到及记录", "Closing meeting: attendance and record"),
    "paper.meeting.held": ("会议时间", "Held"),
    "paper.meeting.chair": ("主持人", "Chair"),
    "paper.meeting.explained": ("会议说明事项", "What was explained"),
    "paper.meeting.point-no": ("序号", "No."),
    "paper.meeting.point": ("事项", "Point"),
    "paper.meeting.done": ("已说明", "Explained"),
    "paper.meeting.matters": ("其他事项、分歧及处理", "Other matters, and differences of opinion"),
    "paper.meeting.attendance": ("签到", "Attendance"),
    "paper.attendee.name": ("姓名", "Name"),
    "paper.attendee.department": ("单位／部门", "Organisation or department"),
    "paper.attendee.position": ("职务", "Position"),
    "paper.attendee.signature": ("签名", "Signature"),
    "paper.attendee.team": ("审核组", "Audit team"),
    "paper.point.people": ("介绍与会人员及其职责", "Those present and what each does"),
    "paper.point.scope": (
        "确认审核目的、范围和准则",
        "Objectives, scope and criteria of the audit confirmed",
    ),
    "paper.point.plan": ("确认审核计划、日程及末次会议时间", "Plan, timetable and closing meeting confirmed"),
    "paper.point.method": (
        "说明审核方法，审核以抽样方式进行",
        "How the audit is done, and that it works by samples",
    ),
    "paper.point.grades": ("说明不符合的分级与报告方式", "How findings are graded and reported"),
    "paper.point.confidentiality": (
        "重申保密承诺",
        "The undertaking of confidentiality restated",
    ),
    "paper.point.safety": (
        "确认审核组的健康安全、应急和保安安排",
        "Health and safety, emergency and security arrangements for the team",
    ),
    "paper.point.stopping": (
        "说明审核可能提前终止的条件",
        "When the audit may be ended early",
    ),
    "paper.point.language": (
        "确认审核语言、向导和联络渠道",
        "Language of the audit, guides and channels of communication",
    ),
    "paper.point.complaints": (
        "说明投诉和申诉的渠道与程序",
        "How to complain and to appeal",
    ),
    "paper.point.sample": (
        "说明审核证据基于样本，存在不确定性",
        "The evidence is a sample, so some uncertainty remains",
    ),
    "paper.point.findings": ("宣读审核发现，受审核方确认", "Findings presented and understood by the client"),
    "paper.point.conclusion": ("宣布审核结论和推荐意见", "Conclusion and recommendation announced"),
    "paper.point.correction": (
        "说明纠正、原因分析和纠正措施的提交要求与期限",
        "How and by when corrections, causes and actions are to be submitted",
    ),
    "paper.point.after": (
        "说明后续评定、决定、监督及证书状态变化的规定",
        "What follows: review, decision, surveillance, and how a certificate changes status",
    ),
    "paper.point.marks": ("说明证书和认证标志的使用要求", "How certificate and marks may be used"),
    # audit report
    "paper.audit_report.title": ("审核报告", "Audit report"),
    "paper.audit_report.basis": ("审核目的与准则", "Objectives and criteria"),
    "paper.audit_report.basis.1": (
        "目的：评价管理体系的符合性、有效性及满足适用要求的能力，为认证决定提供依据。",
        "Objective: judge conformity, effectiveness and the ability to meet the requirements that apply, as a basis "
        "for the decision.",
    ),
    "paper.audit_report.basis.2": (
        "准则：上列认证标准、受审核方的管理体系文件以及适用的法律法规和其他要求。",
        "Criteria: the standards above, the client's own system, and the legal and other requirements that apply.",
    ),
    "paper.audit_report.basis.3": (
        "方法：面谈、观察、查阅文件和记录，以抽样方式进行。",
        "Method: interviews, observation, documents and records, by samples.",
    ),
    "paper.audit_report.basis.4": (
        "审核实际日期和地点与计划的偏离以及未解决的问题，见审核综述。",
        "Departures from the plan in days and places, and unresolved matters, are told in the summary.",
    ),
    "paper.audit_report.summary": ("审核综述", "Summary"),
    "paper.audit_report.conclusions": ("审核结论与推荐意见", "Conclusions and recommendations"),
    "paper.conclusion.recommendation": ("推荐意见", "Recommendation"),
    "paper.conclusion.text": ("结论", "Conclusion"),
    "paper.audit_report.findings": ("审核发现", "Findings"),
    "paper.finding.number": ("编号", "No."),
    "paper.finding.statement": ("事实描述", "Facts found"),
    "paper.finding.state": ("状态", "State"),
    "paper.audit_report.records": ("审核记录摘要", "Records in short"),
    "paper.record.evidence": ("审核证据", "Evidence"),
    "paper.record.conforms": ("符合", "Conforms"),
    "paper.audit_report.statements": ("声明", "Statements"),
    "paper.audit_report.statement.1": (
        "审核基于对现有信息的抽样，未发现不符合不代表不存在不符合。",
        "The audit is a sample of what was there; that nothing was found does not mean that nothing is there.",
    ),
    "paper.audit_report.statement.2": (
        "推荐意见须经评定和认证决定后生效，审核组不作认证决定。",
        "The recommendation takes effect only by review and decision; the team does not decide.",
    ),
    "paper.audit_report.statement.3": (
        "审核组与受审核方无利益关系，并对获知的信息保密。",
        "The team has no interest in the client and keeps confidential what it came to know.",
    ),
    "paper.audit_report.statement.4": (
        "对审核过程或结论有异议的，可投诉或申诉：{channel}。报告归本机构所有。",
        "Complaints and appeals about the audit or its conclusion: {channel}. The report belongs to the body.",
    ),
}
