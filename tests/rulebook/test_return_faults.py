"""A workbook's worth of planted faults: every one is found, at its cell, and none is invented."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzheng.rulebook.return_cells import mended
from mingzheng.rulebook.return_files import (
    ReturnFile,
    due_by,
    layout_in_force,
    objections_to_file,
    objections_to_header,
    objections_to_row,
)

from .return_rows import AUDIT, CERTIFICATE, ENERGY, SUSPENDED

DAY = date(2026, 3, 2)
LAYOUTS = {file: layout_in_force(file, DAY) for file in ReturnFile}
CLEAN = {
    ReturnFile.CERTIFICATES: [CERTIFICATE, SUSPENDED],
    ReturnFile.AUDIT_RESULTS: [AUDIT],
    ReturnFile.ENERGY: [ENERGY],
}
PLANTED = [  # file, row, column, what is written there, what is said of it
    (0, "RZJG_ID", "", "empty"),
    (0, "RZJG_ID", "CNCA-2002", "form"),
    (0, "ORG_NAME", "", "empty"),
    (0, "ORG_NAME", "字" * 301, "too-long"),
    (0, "ORG_CODE", "123456789", "form"),
    (0, "BEL_INDUSTRY", "3311；9999", "form"),
    (0, "ORG_COUNTRY", "CN", "form"),
    (0, "ORG_COUNTRY", "1560", "too-long"),
    (0, "ORG_DISTRICT", "999999", "form"),
    (0, "ORG_ADDRESS", "", "empty"),
    (0, "ORG_ZIP", "20000", "form"),
    (0, "RELA_PEOP_NUM", "-3", "form"),
    (0, "RELA_PEOP_NUM", "121", "more"),
    (0, "FIRST_CERT_DATE", "2023-02-30", "form"),
    (0, "EXCHANGE_DATE", "27/02/2026", "form"),
    (0, "CERT_NUMBER", "99926 Q 10286", "form"),
    (0, "CERT_NUMBER", "", "empty"),
    (0, "BUSI_SCOP_CODE", "17.10.02；", "form"),
    (0, "IS_MULTI_SCENE", "是", "code"),
    (0, "QMS_COVERAGE", "全部", "not-empty"),
    (0, "APPR_AC_CODE", "07", "code"),
    (0, "A_AUTH_TIMES", "一", "form"),
    (0, "APPR_S_DATE", "", "empty"),
    (0, "APPR_E_DATE", "2026-02-09", "order"),
    (0, "CHK_PD_NUM", "三天半", "form"),
    (0, "IS_COMB", "1", "code"),
    (0, "CHK_P_LIST", "", "empty"),
    (0, "APP_ASS_DATE", "2026/02/25", "form"),
    (0, "AWARD_DATE", "2026-02-24", "order"),
    (0, "CERTI_E_DATE", "2026-01-01", "order"),
    (0, "CERTI_STATUS", "06", "code"),
    (0, "PAUSE_S_DATE", "2026-02-20", "not-empty"),
    (0, "EXCHANGE_CAUSE", "0105", "code"),
    (0, "O_CERTI_NUM", "", "empty"),
    (0, "REV_CERTI_FEE", "12,000", "form"),
    (0, "REPORT_TYPE", "", "empty"),
    (1, "PAUSE_CAUSE", "0112；0120", "code"),
    (1, "PAUSE_E_DATE", "2026-02-19", "order"),
    (1, "PAUSE_S_DATE", "", "empty"),
    (1, "CHG_DATE", "", "empty"),
    (1, "CHG_TYP_CODE", "", "empty"),
    (1, "CANCEL_CAUSE", "0120", "not-empty"),
    (1, "O_AWARD_JG", "CNCA-R-2002-999", "not-empty"),
    (1, "CERT_NUMBER", "99926Q10286R1S", None),
]
OF_PEOPLE = [
    ("APPR_STAGE", "05", "code"),
    ("APPR_S_DATE", "2026-02-10", "form"),
    ("APPR_E_DATE", "2026-02-09 17:00:00", "order"),
    ("APPR_E_DATE", "2026-02-12 25:00:00", "form"),
    ("FULL_NAME", "", "empty"),
    ("APPR_M_ROLE", "4", "code"),
    ("ID_CODE", "", "empty"),
    ("APT_CERTI_NUM", "号" * 21, "too-long"),
]


def told(file: ReturnFile, rows) -> dict[tuple[int, str], list[str]]:
    found = objections_to_file(LAYOUTS[file], rows, DAY)
    return {
        (place, name): [one.code.removeprefix("return-cell.") for one in objections]
        for place, faults in found.items()
        for name, objections in faults.items()
    }


def test_the_layouts_have_the_platforms_columns():
    assert {file.value: len(layout.columns) for file, layout in LAYOUTS.items()} == {
        "certificates": 71,
        "audit-results": 14,
        "energy": 12,
        "plans": 18,
        "certsearch": 9,
    }


@pytest.mark.parametrize("file", CLEAN)
def test_nothing_is_invented_on_a_clean_file(file):
    rows = [row if "ORG_CODE" not in row else row | {"ORG_CODE": GOOD_CODE} for row in CLEAN[file]]
    assert told(file, rows) == {}


GOOD_CODE = next(
    f"MA1GKA03{last}"
    for last in "0123456789X"
    if not objections_to_row(LAYOUTS[ReturnFile.CERTIFICATES], CERTIFICATE | {"ORG_CODE": f"MA1GKA03{last}"})
)


@pytest.mark.parametrize(("place", "column", "text", "why"), PLANTED)
def test_a_planted_fault_is_found_at_its_cell_and_nothing_else(place, column, text, why):
    rows = [row | {"ORG_CODE": GOOD_CODE} for row in CLEAN[ReturnFile.CERTIFICATES]]
    rows[place] = rows[place] | {column: text}
    if why is None:
        assert told(ReturnFile.CERTIFICATES, rows) == {}, "one certificate may be sent twice for two reasons"
    else:
        found = told(ReturnFile.CERTIFICATES, rows)
        assert found.pop((place, column)) == [why]
        assert {name for _, name in found} <= ALSO.get(column, set())


ALSO = {  # a fault in the column that decides for others makes theirs wrong too
    "REPORT_TYPE": {"EXCHANGE_DATE", "EXCHANGE_CAUSE", "O_AWARD_JG", "O_CERTI_NUM"},
    "CHG_TYP_CODE": {"CHG_DATE"},
}


def test_all_planted_in_one_workbook_are_found_at_once():
    rows, expected = [], {}
    for number, (place, column, text, why) in enumerate(PLANTED):
        row = CLEAN[ReturnFile.CERTIFICATES][place] | {
            "ORG_CODE": GOOD_CODE,
            "CERT_NUMBER": f"99926Q{number:05}R1S",
        }
        rows.append(row | {column: text})
        if why:
            expected[number, column] = [why]
    found = told(ReturnFile.CERTIFICATES, rows)
    assert len(expected) >= 40
    assert {cell: said for cell, said in found.items() if cell in expected} == expected
    extra = {cell for cell in found if cell not in expected}
    deciding = {n for n, (_, column, *_) in enumerate(PLANTED) if column in ("REPORT_TYPE", "CHG_TYP_CODE")}
    assert {place for place, _ in extra} <= deciding


@pytest.mark.parametrize(("column", "text", "why"), OF_PEOPLE)
def test_a_fault_about_a_person_is_found_at_its_cell(column, text, why):
    assert told(ReturnFile.AUDIT_RESULTS, [AUDIT | {column: text}]) == {(0, column): [why]}


def test_two_rows_that_say_the_same_are_told_at_the_later():
    assert told(ReturnFile.ENERGY, [ENERGY, ENERGY]) == {(1, "CERT_NUMBER"): ["twice"]}


def test_an_award_after_the_day_of_sending_is_told():
    late = CERTIFICATE | {"ORG_CODE": GOOD_CODE, "AWARD_DATE": "2026-03-03"}
    assert told(ReturnFile.CERTIFICATES, [late]) == {(0, "AWARD_DATE"): ["future"]}


@pytest.mark.parametrize(
    ("column", "text", "why"),
    [
        ("CERTI_E_DATE", "2029-04-02", "after-main"),
        ("M_CERTI_NUM", "99926Q10286R1S-1", "own-main"),
        ("M_CERTI_NUM", "", "empty"),
        ("IS_C_CERTI", "", "empty"),
        ("CERTI_E_DATE", "2029-03-31", None),
    ],
)
def test_a_sub_certificate_is_held_against_its_main_one(column, text, why):
    main = CERTIFICATE | {"ORG_CODE": GOOD_CODE}
    sub = main | {"CERT_NUMBER": "99926Q10286R1S-1", "IS_C_CERTI": "1", "M_CERTI_NUM": "99926Q10286R1S"}
    found = told(ReturnFile.CERTIFICATES, [main, sub | {column: text}])
    assert found.get((1, column)) == ([why] if why else None)
    assert {name for _, name in found} <= {column, "M_CERTI_NUM"}


def test_missing_and_unknown_columns_are_told():
    layout = LAYOUTS[ReturnFile.ENERGY]
    header = [column.name for column in layout.columns if column.name != "INTEG_EN"] + ["EXTRA"]
    assert {name: one[0].code for name, one in objections_to_header(layout, header).items()} == {
        "INTEG_EN": "return-cell.column-missing",
        "EXTRA": "return-cell.column-unknown",
    }


@pytest.mark.parametrize(
    ("form", "codes", "written", "meant"),
    [
        ("day", "", "2014年10月9日", "2014-10-09"),
        ("day", "", "41921", "2014-10-09"),
        ("day", "", "2014.10.9", "2014-10-09"),
        ("day", "", "20141009", "2014-10-09"),
        ("day", "", "2014-13-01", "2014-13-01"),
        ("code", "status", "1", "01"),
        ("code", "status", "０１ ", "01"),
        ("code", "stage", "101", "0101"),
        ("code", "stage", "3", "03"),
        ("code", "status", "有效", "有效"),
        ("codes", "suspend_reason", "0112; 116", "0112；0116"),
        ("decimal", "", "12,000.50", "12000.5"),
        ("whole", "", "１２", "12"),
        ("number", "", " 99926q10286 r1s", "99926Q10286R1S"),
        ("list", "", "17.10.02;17.12.05；", "17.10.02；17.12.05"),
        ("", "", "  示例  公司 ", "示例 公司"),
    ],
)
def test_what_is_certain_is_mended_and_the_rest_left(form, codes, written, meant):
    assert mended(form, codes, written) == meant


@given(
    st.sampled_from(LAYOUTS[ReturnFile.CERTIFICATES].columns),
    st.text("0123456789ＡａＱ０１，,；;-./年月日 　\u200b示例", max_size=30),
)
def test_mending_twice_changes_nothing_more(column, written):
    once = mended(column.form, column.codes, written)
    assert mended(column.form, column.codes, once) == once


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_month_is_due_on_the_tenth_of_the_next(day):
    due = due_by(day)
    assert due.day == 10 and (due.year * 12 + due.month) - (day.year * 12 + day.month) == 1
