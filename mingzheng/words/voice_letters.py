"""Letters about complaints and appeals, and the invitation to the satisfaction survey."""

WORDS = {
    "paper.case_receipt.title": ("受理回执", "Acknowledgement of receipt"),
    "paper.case_receipt.text": (
        "我机构已于{day}收到您的{kind}，编号 {number}。",
        "We received your {kind} on {day}; its number is {number}.",
    ),
    "paper.case_receipt.due": (
        "我们将指派未参与原事项的人员核查，并于{day}（含当日）前答复处理结果。",
        "People who took no part in the matter will look into it. You will have the result by {day}.",
    ),
    "paper.case_receipt.follow": (
        "您可以随时凭查询码 {code} 在 {url} 查看进度。",
        "You can follow it at any time with the code {code} at {url}.",
    ),
    "paper.case_receipt.free": (
        "提出投诉、申诉或举报不会使您受到任何不利对待；您的身份对被反映的人员保密。",
        "It will not be held against you, and those concerned will not learn who you are.",
    ),
    "paper.case_answer.title": ("处理结果通知书", "Notice of the result"),
    "paper.case_answer.text": (
        "您于{day}提出的{kind}（编号 {number}）已由未参与原事项的人员核查并作出处理决定，现告知如下：",
        "Your {kind} {number} of {day} was looked into and decided by people who took no part in the matter:",
    ),
    "paper.case_answer.outcome": ("处理结论", "Outcome"),
    "paper.case_answer.decided": ("决定日期", "Decided on"),
    "paper.case_answer.reasons": ("理由", "Reasons"),
    "paper.case_answer.action": ("纠正措施", "Corrective action"),
    "paper.case_answer.last": (
        "处理程序到此结束。对结果仍有异议的，请联系 {channel}，也可向认可机构或市场监督管理部门反映。",
        "This ends the procedure. If you are still not satisfied, contact {channel}, the accreditation body or the "
        "market regulator.",
    ),
    "paper.survey_invitation.title": ("满意度调查", "How satisfied are you?"),
    "paper.survey_invitation.text": (
        "我机构于{day}完成了对贵单位的{kind}（项目编号 {project}）。请用手机扫描二维码，用两分钟评价这次审核：",
        "On {day} we completed the {kind} of your organisation (project {project}). Please scan the code and take two "
        "minutes to say how it went:",
    ),
    "paper.survey_invitation.sealed": (
        "答卷直接送达质量管理部门，审核员看不到。链接只能使用一次，请勿转给审核员代填。",
        "Your answers go straight to quality management; the auditors do not see them. The link works once; please do "
        "not let an auditor fill it in for you.",
    ),
}
