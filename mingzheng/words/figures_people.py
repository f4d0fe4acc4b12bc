"""The figures of people: what each is called, and what it counts."""

WORDS = {
    "figure.people": ("在岗人员", "People"),
    "figure-means.people": (
        "期末有劳动合同或聘用协议的人，每人计一次；合同未录入的，按现状计",
        "Everyone under a contract at the end, each counted once; where none was entered, as known today",
    ),
    "figure.confidentiality-signed": ("签署保密承诺的人员", "People who signed confidentiality"),
    "figure-means.confidentiality-signed": (
        "期末在岗人员中，保密承诺已签署且当日仍有效的人",
        "Of the people at the end, those whose declaration of confidentiality holds that day",
    ),
    "figure.impartiality-signed": ("签署公正性声明的人员", "People who signed impartiality"),
    "figure-means.impartiality-signed": (
        "期末在岗人员中，公正性声明已签署且当日仍有效的人",
        "Of the people at the end, those whose declaration of impartiality holds that day",
    ),
    "figure.integrity-signed": ("签署廉洁承诺的人员", "People who signed the integrity pledge"),
    "figure-means.integrity-signed": (
        "期末在岗人员中，廉洁承诺已签署且当日仍有效的人",
        "Of the people at the end, those whose integrity pledge holds that day",
    ),
    "figure.conduct-signed": ("签署行为规范的人员", "People who signed the code of conduct"),
    "figure-means.conduct-signed": (
        "期末在岗人员中，行为规范声明已签署且当日仍有效的人",
        "Of the people at the end, those whose signature under the code of conduct holds that day",
    ),
    "figure.auditors": ("注册审核员", "Auditor registrations"),
    "figure-means.auditors": (
        "期末有效的审核员注册，一人多个体系的分别计，实习不计",
        "Registrations as auditor that hold at the end, each standard of a person by itself, without trainees",
    ),
    "figure.green-inspectors": ("绿色产品检查员", "Inspectors of green products"),
    "figure-means.green-inspectors": (
        "期末在岗人员中持有有效绿色产品检查员注册的，每人计一次，实习不计",
        "People at the end who hold a valid registration as inspector of green products, each once, without trainees",
    ),
    "figure.trainees": ("实习审核员", "Auditors in training"),
    "figure-means.trainees": (
        "期末有效的实习审核员注册",
        "Registrations as auditor in training that hold at the end",
    ),
    "figure.trainees-hired": ("实习审核员转正录用", "Trainees hired"),
    "figure-means.trainees-hired": (
        "期内由实习审核员首次注册为审核员、且与本机构有合同的人员，每人计一次",
        "People who became auditors after a traineeship, with a contract with the body; everybody once",
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
    "figure.development-planned": ("能力发展计划项", "Development planned"),
    "figure-means.development-planned": (
        "期内到期的审核员能力发展计划项，按体系分列",
        "Entries of the development plan due in the time, by standard",
    ),
    "figure.development-achieved": ("能力发展计划完成项", "Development achieved"),
    "figure-means.development-achieved": (
        "其中相应专业能力已经评定的",
        "Of those, the ones whose competence was recognised",
    ),
    "figure.development-unfinished": ("能力发展计划未完成项", "Development unfinished"),
    "figure-means.development-unfinished": ("其中没有结果的", "Of those, the ones without a result"),
    "shown.asked_on": ("申请日期", "Asked"),
    "figure.requests": ("见证和晋升申请", "Requests of auditors"),
    "figure-means.requests": (
        "期内审核员自己提出的见证和晋升申请",
        "What auditors asked for themselves: to be witnessed, to be promoted",
    ),
    "figure.requests-answered": ("已答复的申请", "Requests answered"),
    "figure-means.requests-answered": ("其中已答复的", "Of those, the answered ones"),
    "figure.under-contract": ("签订劳动合同或聘用协议的人员", "People under a contract"),
    "figure-means.under-contract": (
        "期末在岗人员中，已登记且当日有效的合同或协议的人",
        "Of the people at the end, those whose contract is entered and holds that day",
    ),
    "figure.union-members": ("工会会员", "Union members"),
    "figure-means.union-members": (
        "期末在岗人员中的工会会员",
        "Of the people at the end, the members of the union",
    ),
}
