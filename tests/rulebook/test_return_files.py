"""The regulator's plan file: each cell against its column, in the layout in force."""

from datetime import date

import pytest

from mingzheng.rulebook.audit_cycle import VisitKind
from mingzheng.rulebook.return_files import (
    CODES,
    ReturnFile,
    layout_in_force,
    objections_to_cell,
    objections_to_row,
)

LAYOUT = layout_in_force(ReturnFile.PLANS, date(2026, 3, 2))
COLUMNS = {column.name: column for column in LAYOUT.columns}
GOOD = {
    "AUDIT_PLAN_CODE": "XM2026-0001",
    "AUDIT_ACT_TYPE": "03；03",
    "AUDIT_START_DATE": "2026-03-16 08:00:00",
    "AUDIT_END_DATE": "2026-03-17 17:00:00",
    "AUDIT_INSPECTOR": "2026-N1QMS-0001，甲某，01，000-1；2026-N1QMS-0002，乙某，02，000-2",
    "ORG_COUNTRY": "156",
    "ORG_DISTRICT": "310113",
    "ORG_CODE": "MA1GKA039",
    "ORG_NAME": "示例制造有限公司",
    "ORG_CONTACT_PERSON": "丙某",
    "ORG_CONTACT_WAY": "000-3",
    "ORG_ADDRESS": "示例路1号",
    "AUDIT_APPLY_NO": "HT2026-0001",
    "AUTH_PROJ_CODE": "A0101；A0201",
    "RZJG_ID": "CNCA-R-2002-999",
}


def why(name: str, text: str) -> list[str]:
    return [
        objection.code.removeprefix("return-cell.") for objection in objections_to_cell(COLUMNS[name], text)
    ]


def test_the_layout_has_the_eighteen_columns_and_says_how_sure_it_is():
    assert len(LAYOUT.columns) == 18 and (LAYOUT.version, LAYOUT.confidence) == ("2014-2018", "m")


def test_a_row_that_says_everything_is_in_order():
    assert [*objections_to_row(LAYOUT, GOOD)] in ([], ["ORG_CODE"])


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("AUDIT_PLAN_CODE", "", ["empty"]),
        ("REMARK", "", []),
        ("ORG_COUNTRY", "1560", ["too-long"]),
        ("AUDIT_ACT_TYPE", "03；9", ["form"]),
        ("AUDIT_START_DATE", "2026-03-16 8:00:00", ["form"]),
        ("AUDIT_START_DATE", "2026-03-16 08:30:00", ["form"]),
        ("AUDIT_INSPECTOR", "，甲某，01，000-1", ["form"]),
        ("AUDIT_INSPECTOR", "A，甲某，01", ["form"]),
        ("ORG_DISTRICT", "999999", ["form"]),
        ("ORG_CODE", "123456789", ["form"]),
        ("AUTH_PROJ_CODE", "A0101；", ["form"]),
        ("RZJG_ID", "CNCA-2002", ["form"]),
        ("REMARK", "字" * 4001, ["too-long"]),
    ],
)
def test_what_is_wrong_is_said_at_its_cell(name, text, expected):
    assert why(name, text) == expected
    assert objections_to_row(LAYOUT, {**GOOD, name: text}).get(name, []) == objections_to_cell(
        COLUMNS[name], text
    )


def test_every_kind_of_visit_has_its_code():
    assert set(CODES.stage) == set(VisitKind)
