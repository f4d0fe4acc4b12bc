"""Who may do what in a certification body: the functions of ISO/IEC 17021-1 6.1.3 and 7.1, and the four that are no person of the body."""

from enum import StrEnum


class Role(StrEnum):
    """A function a person holds; a person may hold several."""

    MARKET = "market"  # 市场: receives applications, quotes, contracts
    TECHNICAL = "technical"  # 专业评审: technical side of the application review (9.1.2)
    PROGRAMME_MANAGER = "programme_manager"  # 审核方案管理: audit time, programme, teams (9.1.3-9.2)
    AUDITOR = "auditor"  # 审核员 (7.2.4)
    REVIEWER = "reviewer"  # 评定: reviews the file before the decision (9.5.2)
    DECISION_MAKER = "decision_maker"  # 认证决定 (9.5.1)
    CERTIFICATE_CLERK = "certificate_clerk"  # 证书管理: issues and changes what was decided (8.2)
    COMPETENCE_EVALUATOR = "competence_evaluator"  # 能力评价: registrations, competence, leave (7.1.3)
    QUALITY = "quality"  # 质量管理: complaints, appeals, own system (9.7-9.8, 10)
    DIRECTOR = "director"  # 管理层 (6.1.2)
    INTEGRITY = "integrity"  # 廉洁监督 (党支部, 纪检): integrity register, confirms it each year (5.2)
    FINANCE = "finance"  # 财务: invoices, receipts, accounts
    GENERAL_OFFICE = "general_office"  # 综合管理: house, energy, training, insurance, documents
    UNION = "union"  # 工会: consultations, care, donations, grievances
    ADMINISTRATOR = "administrator"  # 系统管理: accounts and roles
    APPLICANT = (
        "applicant"  # the client's side of one application, known by its link; never given to a person
    )
    OUTSIDER = "outsider"  # whoever speaks to the body without an account; never given to a person
    INSPECTOR = (
        "inspector"  # of an authority, known by the link and the code he was given; never given to a person
    )
    CLOCK = "clock"  # what follows by itself; never given to a person


NO_PERSON = (Role.APPLICANT, Role.OUTSIDER, Role.INSPECTOR, Role.CLOCK)
HELD_BY_PERSONS = [role for role in Role if role not in NO_PERSON]
