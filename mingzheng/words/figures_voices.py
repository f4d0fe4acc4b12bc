"""The figures of complaints, surveys and call-backs: what each is called, and what it counts."""

WORDS = {
    "figure.complaints": ("投诉", "Complaints"),
    "figure-means.complaints": ("期内收到的投诉，不论是否成立", "Complaints received, upheld or not"),
    "figure.appeals": ("申诉", "Appeals"),
    "figure-means.appeals": ("期内收到的申诉", "Appeals received against a decision"),
    "figure.reports-of-misconduct": ("举报", "Reports of misconduct"),
    "figure-means.reports-of-misconduct": ("期内收到的举报，含匿名", "Reports received, unnamed ones too"),
    "figure.integrity-cases": ("廉洁事项", "Integrity cases"),
    "figure-means.integrity-cases": (
        "期内收到的涉及廉洁、低价竞争或欺诈的投诉举报",
        "Cases of corruption, undercutting or fraud received",
    ),
    "figure.cases-closed": ("办结的申投诉", "Cases closed"),
    "figure-means.cases-closed": ("期内办结的，不论何时收到", "Closed, whenever they came in"),
    "figure.cases-upheld": ("成立的申投诉", "Cases upheld"),
    "figure-means.cases-upheld": ("期内作出决定且全部或部分成立的", "Decided and upheld wholly or in part"),
    "figure.cases-late": ("超期答复", "Answered late"),
    "figure-means.cases-late": ("期内答复但晚于公开时限的", "Answered after the published limit"),
    "figure.cases-open": ("在办的申投诉", "Cases open"),
    "figure-means.cases-open": ("期末已收到、尚未办结的", "Received by the end and not closed by then"),
    "figure.surveys-sent": ("发出调查表", "Surveys sent"),
    "figure-means.surveys-sent": (
        "期内发出的满意度调查表，每次审核一份",
        "Satisfaction surveys sent, one a visit",
    ),
    "figure.surveys-answered": ("收回调查表", "Surveys answered"),
    "figure-means.surveys-answered": (
        "期内发出且已收回的，按最低一题的评分分布",
        "Of those sent, the ones answered; told apart by the lowest mark given",
    ),
    "figure.surveys-satisfied": ("满意的调查表", "Surveys satisfied throughout"),
    "figure-means.surveys-satisfied": (
        "收回的调查表中，每一题都为满意或很满意的",
        "Of those answered, the ones with satisfied or better at every question",
    ),
    "figure.call-backs": ("电话回访", "Call-backs"),
    "figure-means.call-backs": ("期内完成全部话术问题的回访", "Calls completed with every question answered"),
    "figure.call-backs-good": ("反馈良好的回访", "Call-backs without a remark"),
    "figure-means.call-backs-good": (
        "完成的回访中，每一题都是所期待的回答",
        "Of those completed, the ones with the reply hoped for at every question",
    ),
}
