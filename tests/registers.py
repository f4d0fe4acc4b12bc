"""Workbooks of registers for tests: clean rows as bodies keep them, and sheets made of them."""

from datetime import date
from pathlib import Path

from openpyxl import Workbook

from mingzheng.doors.registers import auditors, certificates, clients, shelves
from mingzheng.rulebook.identifiers import complete_organisation_code, complete_social_credit_code

ON = date(2026, 3, 2)
TITLES = {
    "certificates": {c.key: f"{n}、{c.names[0]}" for n, c in enumerate(certificates.COLUMNS, 1)},
    "clients": {c.key: c.names[0] for c in clients.COLUMNS},
    "auditors": {c.key: c.names[0] for c in auditors.COLUMNS},
    "laws": {c.key: c.names[0] for c in shelves.LAW_COLUMNS},
    "norms": {c.key: c.names[0] for c in shelves.NORM_COLUMNS},
    "documents": {c.key: c.names[0] for c in shelves.DOCUMENT_COLUMNS},
}


def credit_code(number: int) -> str:
    """A unified social credit code with right check digits, invented: its district is none."""
    return complete_social_credit_code("91999999" + complete_organisation_code(f"{number:08d}"))


def certificate(number: int = 1, letter: str = "Q", **changes) -> dict[str, object]:
    """A row of a certificate in force, its first surveillance to come."""
    item = {"Q": "A010102", "E": "A020102", "S": "A0301"}[letter]
    return {
        "RZJG_ID": "CNCA-R-2003-064",
        "ORG_NAME": f"示例{number}号制造有限公司",
        "ORG_NAME_EN": f"Sample No. {number} Manufacturing Co., Ltd.",
        "ORG_CODE": credit_code(number),
        "ORG_COUNTRY": "156",
        "ORG_DISTRICT": "999999",
        "ORG_ADDRESS": f"示例市示例路{number}号",
        "LEGAL_PEOPLE": "示例",
        "ORG_PEOP_NUM": 120,
        "RELA_PEOP_NUM": 85,
        "FIRST_CERT_DATE": date(2025, 9, 1),
        "CERT_NUMBER": f"06425{letter}{number:05d}R0M",
        "AUTH_PROJ_CODE": item,
        "BUSI_SCOP_CODE": "17.10.02；17.12.05",
        "BUSI_COVER_SCOP": "机械零件的设计、生产",
        "APPR_AC_CODE": "01",
        "A_AUTH_TIMES": 0,
        "SUSE_TIMES": 0,
        "APPR_S_DATE": date(2025, 8, 4),
        "APPR_E_DATE": date(2025, 8, 8),
        "CHK_PD_NUM": 6,
        "CHK_P_LIST": "示例甲；示例乙",
        "APP_ASS_DATE": date(2025, 8, 28),
        "AWARD_DATE": date(2025, 9, 1),
        "CERTI_E_DATE": date(2028, 8, 31),
        "CERTI_STATUS": "01",
        "IS_C_CERTI": "0",
        "ACC_SYMBOL": "01",
        "RISK_PARAM": "02",
        "INVOICE_NUM": f"HT2025-{number:04d}",
        **changes,
    }


def client(number: int = 1, **changes) -> dict[str, object]:
    return {
        "uscc": credit_code(number),
        "name_zh": f"示例{number}号制造有限公司",
        "name_en": f"Sample No. {number} Manufacturing Co., Ltd.",
        "former_names": "示例老厂；示例旧厂",
        "address_zh": f"示例市示例路{number}号",
        "district": "999999",
        "industry": "3311；3312",
        "legal_representative": "示例",
        "employees": 120,
        "contact": "示例联系人",
        "phone": "000-00000000",
        "email": "someone@example.org",
        **changes,
    }


def auditor(name: str = "示例甲", standard: str = "QMS", **changes) -> dict[str, object]:
    return {
        "name_zh": name,
        "standard": standard,
        "grade": "审核员",
        "number": "2025-1-NQMS-0001",
        "valid_from": date(2025, 1, 1),
        "valid_until": date(2027, 12, 31),
        "technical_codes": "17.10.02；17.12.05",
        "full_time": "专职",
        **changes,
    }


def workbook(place: Path, kind: str, *sheets: list[dict[str, object]], heads: str = "titles") -> Path:
    """A workbook with the given sheets, heads in the first row: Chinese titles or names of fields."""
    book = Workbook()
    book.remove(book.active)
    columns = list(TITLES[kind])
    for number, rows in enumerate(sheets, 1):
        page = book.create_sheet(f"表{number}")
        page.append([TITLES[kind][key] if heads == "titles" else key for key in columns])
        for row in rows:
            page.append([row.get(key) for key in columns])
    book.save(place)
    return place
