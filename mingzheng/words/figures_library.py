"""What the figures of laws, standards and documents are called, and what they count."""

WORDS = {
    "figure.laws": ("法律法规", "Laws"),
    "figure-means.laws": (
        "期末已登记且现行有效的法律法规，每版一项",
        "On the register and in force at the end, each edition once",
    ),
    "figure.laws-evaluated": ("做过合规性评价的法律法规", "Laws evaluated"),
    "figure-means.laws-evaluated": ("期内至少评价一次的法律法规", "Evaluated for compliance at least once"),
    "figure.standards": ("国家、行业、地方标准", "National, industry and local standards"),
    "figure-means.standards": (
        "期末已登记且现行有效的国家、行业、地方标准，作废的不计",
        "On the register and in force at the end; a withdrawn one drops out",
    ),
    "figure.own-standards": ("自编企业标准", "Own standards"),
    "figure-means.own-standards": (
        "期末有现行版本的企业标准",
        "Standards of the body's own with a version in force at the end",
    ),
    "figure.rules-filed": ("备案的认证规则", "Rules filed"),
    "figure-means.rules-filed": (
        "期内备案的认证规则版本",
        "Versions of certification rules filed with the authority",
    ),
    "figure.rules-in-force": ("已备案的认证规则", "Rules on file"),
    "figure-means.rules-in-force": (
        "期末各认证方案最近一次备案的规则",
        "The latest filed rule of each scheme at the end",
    ),
    "figure.qualifications": ("资质", "Qualifications"),
    "figure-means.qualifications": (
        "期末有效的批准、指定、认可",
        "Approvals, designations and accreditations valid at the end",
    ),
    "figure.petitions": ("资质申请", "Applications to authorities"),
    "figure-means.petitions": ("期内首次上报的申请", "First submitted"),
    "figure.documents": ("受控文件", "Controlled documents"),
    "figure-means.documents": ("期末有现行版本的受控文件", "Documents with a version in force at the end"),
    "figure.documents-reviewed": ("评审过的受控文件", "Documents reviewed"),
    "figure-means.documents-reviewed": (
        "期末现行的受控文件中，期内做过充分性、适宜性、有效性评审的",
        "Of those in force at the end, the ones reviewed for adequacy, suitability and effectiveness",
    ),
    "figure.work-instructions": ("审核作业指导书", "Work instructions"),
    "figure-means.work-instructions": ("期末有现行版本的作业指导书", "With a version in force at the end"),
    "figure.public-documents": ("公开文件", "Public documents"),
    "figure-means.public-documents": (
        "期末对外公开的受控文件",
        "Documents in force at the end that say what the body must make public",
    ),
    "figure.documents-signed": ("文件阅读签收", "Documents signed as read"),
    "figure-means.documents-signed": (
        "期内签收的人次，每人每版一次",
        "Signed in the year, each version once by each person",
    ),
    "shown.certificate": ("证书号", "Certificate number"),
    "shown.document": ("文号", "Document"),
    "shown.document__code": ("代号", "Code"),
    "shown.filed_on": ("备案日期", "Filed"),
    "shown.filing_number": ("备案号", "Filing number"),
    "shown.in_force_from": ("实施日期", "In force from"),
    "shown.opened_on": ("提出日期", "Opened"),
    "shown.version": ("版本", "Version"),
}
