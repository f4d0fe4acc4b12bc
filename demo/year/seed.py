"""What the seed's report of 2020 says, cell by cell, with the one sum it has wrong put right."""

from collections.abc import Mapping
from decimal import Decimal

Table = Mapping[str, Mapping[str, int]]

COLUMNS = ("valid", "initial", "surveillance", "suspended", "withdrawn", "cancelled")
CERTIFICATES: Table = {
    scheme: dict(zip(COLUMNS, row, strict=True))
    for scheme, row in {
        "QMS": (872, 85, 548, 26, 249, 0),
        "EMS": (448, 59, 276, 7, 111, 0),
        "OHSMS": (315, 49, 193, 4, 74, 0),
        "CSR": (3, 2, 1, 0, 0, 0),
        "product": (10, 8, 0, 0, 6, 0),
        "service": (6, 6, 0, 0, 0, 0),
        "total": (1654, 209, 1018, 37, 440, 0),
    }.items()
}
"""发证数量: the regulator's columns."""

PEOPLE = ("full_time", "part_time", "total", "trainee")
AUDITORS: Table = {
    scheme: dict(zip(PEOPLE, row, strict=True))
    for scheme, row in {
        "QMS": (27, 21, 48, 3),
        "EMS": (25, 14, 39, 1),  # the report prints 25/38 and 14/39
        "OHSMS": (25, 10, 35, 1),
        "service": (4, 1, 5, 0),
        "product": (16, 0, 16, 0),
    }.items()
}
"""人力资源: full time, part time, both together, and trainees."""

LAWS, STANDARDS, OWN_STANDARDS = 290, 78, 121  # 199 standards in all, 61 % of them its own
CALL_BACKS, INSPECTED_ON_SITE, FILES_CHECKED, ALLIES = 42, 10, 3, 26
INCOME = Decimal(10_560_000)  # CNY
FIGURES = {
    "laws": LAWS,
    "standards": STANDARDS,
    "own-standards": OWN_STANDARDS,
    "call-backs": CALL_BACKS,
    "inspections-on-site": INSPECTED_ON_SITE,
    "inspections-on-site-good": INSPECTED_ON_SITE,
    "files-checked": FILES_CHECKED,
    "files-checked-good": FILES_CHECKED,
    "income-invoiced": INCOME,
    "people": 70,
    "allies": ALLIES,
    "seminars": 4,  # one every quarter
    "complaints": 0,
    "penalties": 0,
}
"""What the report says in its text, by the names of the figures."""

TOLD_OF = (
    "surveys-answered", "surveys-satisfied", "electricity", "electricity-co2", "temperatures-conforming", "sheets-single",
    "sheets-saved", "travel", "travel-public", "travel-co2", "remote-audits", "clients-made-aware", "courses-held",
    "course-hours", "responsibility-attended", "good-cases", "good-cases-published", "consultations", "notices-read",
    "elections", "election-votes", "care-visits", "donations", "givers", "insured-months", "activities", "activity-people",
    "training-hours", "laws-evaluated", "documents-reviewed", "risks", "committee-meetings", "board-meetings", "published-items",
    "internal-audits", "management-reviews", "stakeholders-spoken-with", "demands-answered", "issues-material", "objectives-met",
    "memberships", "honours", "events-of-year", "milestones", "duties", "pact-checks", "commitments-looked-at",
    "clients-by-source", "relief-granted", "relief-amount", "public-documents", "work-instructions",
)  # fmt: skip
"""What the report tells of without a number; ours is invented, but not nothing."""

DIFFERENCES = (
    "审核员表：EMS 专职 25 + 兼职 14 = 39，报告一处作 38、一处作 39；以 39 为准。"
    " / The table of auditors: 25 + 14 = 39 for EMS; the report says 38 in one row and 39 in the other; 39 is taken.",
)
