"""The figures of people: what each is called, and what it counts."""

WORDS = {
    "figure.people": ("在岗人员", "People"),
    "figure-means.people": (
        "期末有劳动合同或聘用协议的人，每人计一次；合同未录入的，按现状计",
        "Everyone under a contract at the end, each counted once; where none was entered, as known today",
    ),
    "figure.auditors": ("注册审核员", "Auditor registrations"),
    "figure-means.auditors": (
        "期末有效的审核员注册，一人多个体系的分别计，实习不计",
        "Registrations as auditor that hold at the end, each standard of a person by itself, without trainees",
    ),
    "figure.trainees": ("实习审核员", "Auditors in training"),
    "figure-means.trainees": (
        "期末有效的实习审核员注册",
        "Registrations as auditor in training that hold at the end",
    ),
    "figure.registrations-begun": ("新获注册", "Registrations begun"),
    "figure-means.registrations-begun": (
        "期内生效的注册，含首次、转入、晋升和再注册",
        "Registrations that began: first ones, transfers, promotions and renewals",
    ),
    "figure.registrations-confirmed": ("年度确认", "Yearly confirmations"),
    "figure-means.registrations-confirmed": (
        "期内完成的注册年度确认",
        "Yearly confirmations of a registration",
    ),
    "figure.training-hours": ("继续教育学时", "Hours of continuing education"),
    "figure-means.training-hours": (
        "期内参加且经认可的学时之和",
        "Hours attended and accepted, all people together",
    ),
    "figure.witnessings": ("见证", "Witnessings"),
    "figure-means.witnessings": ("期内完成的见证评价", "Auditors seen at work by a witness"),
}
