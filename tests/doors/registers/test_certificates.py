"""A dirty register of certificates: every planted fault is found at its place with the right words, none is invented."""

from datetime import date, datetime

import pytest

from mingzheng.doors.registers import certificates
from mingzheng.doors.registers.cells import letter
from mingzheng.doors.registers.moving_in import carry_in, look
from mingzheng.doors.registers.register import Outcome, Unreadable
from mingzheng.doors.registers.report import lines
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.clients.models import Client
from mingzheng.office.contracts.models import Contract
from mingzheng.office.programmes.models import Certification, Visit
from mingzheng.office.record.models import Event
from mingzheng.rulebook.certificate_life import Status
from mingzheng.rulebook.roles import Role
from tests.certified import body
from tests.registers import ON, certificate, credit_code, workbook

pytestmark = pytest.mark.django_db
COLUMNS = {column.key: f"{letter(n)} {column.names[0]}" for n, column in enumerate(certificates.COLUMNS)}
CODE = credit_code(1)
OLD_CODE = CODE[8:17]


@pytest.fixture
def admin(person):
    body()
    return person("admin", Role.ADMINISTRATOR)


@pytest.fixture
def looked(tmp_path, admin):
    def do(*sheets, heads="titles"):
        return look(
            "certificates",
            workbook(tmp_path / "证书.xlsx", "certificates", *sheets, heads=heads),
            on=ON,
            by=admin,
        )

    return do


@pytest.fixture
def taken(looked, admin):
    def do(*sheets):
        return carry_in(looked(*sheets), on=ON, by=admin)

    return do


@pytest.mark.parametrize("heads", ["titles", "names"])
def test_nothing_is_invented_on_a_clean_register(looked, heads):
    rows = looked([certificate(n, letter) for n in range(1, 6) for letter in "QES"], heads=heads).rows

    assert [row.outcome for row in rows] == [Outcome.TAKEN] * 15
    assert not any(row.remarks for row in rows)


SUSPENDED = {
    "CERTI_STATUS": "02",
    "PAUSE_CAUSE": "0112",
    "PAUSE_S_DATE": date(2026, 1, 5),
    "PAUSE_E_DATE": date(2026, 7, 4),
}
WITHDRAWN = {"CERTI_STATUS": "03", "CANCEL_CAUSE": "0116", "CANCEL_DATE": date(2026, 1, 5)}
FAULTS = [  # what is planted, the column it is found in, the words that say so
    ({"ORG_NAME": "  "}, "ORG_NAME", "fault.missing"),
    ({"ORG_NAME": "长" * 201}, "ORG_NAME", "fault.too-long"),
    ({"ORG_CODE": CODE[:17] + ("0" if CODE[17] != "0" else "1")}, "ORG_CODE", "identifier.credit-code-check"),
    ({"ORG_CODE": "123456789"}, "ORG_CODE", "identifier.organisation-code-check"),
    ({"ORG_CODE": CODE[:16]}, "ORG_CODE", "identifier.credit-code-length"),
    ({"ORG_CODE": None}, "ORG_CODE", "fault.missing"),
    ({"ORG_CODE": None, "ORG_COUNTRY": "840"}, "ORG_CODE", "fault.foreign-code-missing"),
    ({"ORG_CODE": "A/B", "ORG_COUNTRY": "840"}, "ORG_CODE", "fault.foreign-code-form"),
    ({"RZJG_ID": "CNCA-R-2002-001"}, "RZJG_ID", "carried.other-body"),
    ({"CERT_NUMBER": "00125Q00001R0M"}, "CERT_NUMBER", "carried.other-prefix"),
    ({"CERT_NUMBER": "质字第12号"}, "CERT_NUMBER", "identifier.certificate-number-unreadable"),
    ({"AUTH_PROJ_CODE": "A020102"}, "AUTH_PROJ_CODE", "carried.other-standard"),
    ({"AUTH_PROJ_CODE": "A0901"}, "AUTH_PROJ_CODE", "fault.other-scheme"),
    ({"AUTH_PROJ_CODE": "A010201"}, "AUTH_PROJ_CODE", "fault.other-scheme"),
    ({"AWARD_DATE": "2025.9.31"}, "AWARD_DATE", "fault.no-such-day"),
    ({"AWARD_DATE": "去年九月"}, "AWARD_DATE", "fault.not-a-day"),
    ({"CERTI_E_DATE": date(2228, 8, 31)}, "CERTI_E_DATE", "fault.strange-day"),
    ({"CERTI_E_DATE": date(2025, 8, 31)}, "CERTI_E_DATE", "carried.ends-before-issue"),
    ({"FIRST_CERT_DATE": date(2025, 9, 2)}, "FIRST_CERT_DATE", "carried.first-after-issue"),
    ({"APP_ASS_DATE": date(2025, 9, 2)}, "APP_ASS_DATE", "carried.decided-after-issue"),
    ({"AWARD_DATE": date(2026, 3, 3), "CERTI_E_DATE": date(2029, 3, 2)}, "AWARD_DATE", "carried.in-future"),
    ({"APPR_E_DATE": date(2025, 8, 3)}, "APPR_E_DATE", "carried.audit-backwards"),
    ({"RELA_PEOP_NUM": "八十五"}, "RELA_PEOP_NUM", "fault.not-a-number"),
    ({"RELA_PEOP_NUM": 85.5}, "RELA_PEOP_NUM", "fault.not-whole"),
    ({"RELA_PEOP_NUM": None, "ORG_PEOP_NUM": None}, "RELA_PEOP_NUM", "carried.no-personnel"),
    ({"CHK_PD_NUM": None, "RELA_PEOP_NUM": 900_000}, "CHK_PD_NUM", "carried.no-auditor-days"),
    ({"CHK_PD_NUM": 45_000}, "CHK_PD_NUM", "carried.too-many"),
    ({"CERTI_STATUS": "09"}, "CERTI_STATUS", "fault.unknown-code"),
    ({**SUSPENDED, "PAUSE_E_DATE": None}, "PAUSE_E_DATE", "carried.no-day"),
    ({**SUSPENDED, "PAUSE_S_DATE": date(2025, 8, 1)}, "PAUSE_S_DATE", "carried.before-issue"),
    ({**SUSPENDED, "PAUSE_E_DATE": date(2026, 1, 4)}, "PAUSE_E_DATE", "carried.suspension-backwards"),
    ({**SUSPENDED, "PAUSE_CAUSE": None}, "PAUSE_CAUSE", "fault.reason-missing"),
    ({**SUSPENDED, "PAUSE_CAUSE": "0122"}, "PAUSE_CAUSE", "fault.unknown-code"),
    ({**WITHDRAWN, "CANCEL_DATE": None}, "CANCEL_DATE", "carried.no-day"),
    ({**WITHDRAWN, "CANCEL_DATE": date(2025, 8, 1)}, "CANCEL_DATE", "carried.before-issue"),
    ({**WITHDRAWN, "CANCEL_DATE": date(2026, 8, 1)}, "CANCEL_DATE", "carried.in-future"),
    ({**WITHDRAWN, "CANCEL_CAUSE": None}, "CANCEL_CAUSE", "fault.reason-missing"),
    ({"CERTI_STATUS": "05"}, "CERTI_STATUS", "certificate.not-past-expiry"),
    ({"SUSE_TIMES": 1}, "APPR_E_DATE", "carried.no-surveillance-day"),
    ({"IS_C_CERTI": "1", "M_CERTI_NUM": "06425Q90002R0M"}, "M_CERTI_NUM", "carried.main-unknown"),
    ({"IS_C_CERTI": "1"}, "M_CERTI_NUM", "fault.missing"),
    ({"PLACE_NAME_ADD": "址" * 301}, "PLACE_NAME_ADD", "fault.too-long"),
]  # fmt: skip


def test_every_planted_fault_is_found_at_its_row_and_column(looked):
    sheet: list[dict[str, object]] = []
    for n, (planted, _, _) in enumerate(FAULTS):
        own = {
            key: value.replace("00001", f"{n:05d}") for key, value in planted.items() if key == "CERT_NUMBER"
        }
        codes = {} if "ORG_CODE" in planted else {"ORG_CODE": credit_code(1000 + n)}
        sheet += [certificate(500 + n), certificate(1000 + n, **{**codes, **planted, **own})]

    rows = looked(sheet).rows

    assert [row.outcome for row in rows[::2]] == [Outcome.TAKEN] * len(FAULTS)
    for n, (row, (_, column, words)) in enumerate(zip(rows[1::2], FAULTS, strict=True)):
        found = [(remark.column, remark.words) for remark in row.faults]
        assert (row.outcome, row.number, found) == (Outcome.REFUSED, 2 * n + 3, [(COLUMNS[column], words)])
        for line in lines(row):
            assert all(line[5:]), line


def test_a_wrong_check_digit_is_refused_with_the_right_one(looked):
    wrong = CODE[:17] + ("0" if CODE[17] != "0" else "1")
    (row,) = looked([certificate(1, ORG_CODE=wrong)]).rows

    (line,) = lines(row)
    assert f"第 18 位应为 {CODE[17]}，现为 {wrong[17]}" in line[6] and "营业执照" in line[8]
    assert f"is {wrong[17]}, should be {CODE[17]}" in line[7] and "business licence" in line[9]


MENDED = [  # what is planted, the column, the words, the attribute of the entry and what it must become
    ({"AWARD_DATE": 45901}, "AWARD_DATE", "mend.serial-day", "issued_on", date(2025, 9, 1)),
    ({"AWARD_DATE": "2025年9月1日"}, "AWARD_DATE", "mend.day", "issued_on", date(2025, 9, 1)),
    ({"AWARD_DATE": "2025.9.1"}, "AWARD_DATE", "mend.day", "issued_on", date(2025, 9, 1)),
    ({"AWARD_DATE": "２０２５-０９-０１"}, "AWARD_DATE", "mend.day", "issued_on", date(2025, 9, 1)),
    ({"AWARD_DATE": "20250901"}, "AWARD_DATE", "mend.day", "issued_on", date(2025, 9, 1)),
    ({"ORG_NAME": " 示例1号制造有限公司\n"}, "ORG_NAME", "mend.blanks", "name_zh", "示例1号制造有限公司"),
    ({"ORG_CODE": CODE.lower()}, "ORG_CODE", "identifier.mended-case", "client_code", CODE),
    ({"ORG_CODE": "　" + CODE}, "ORG_CODE", "mend.blanks", "client_code", CODE),
    ({"CERT_NUMBER": "06425QO0001R0M"}, "CERT_NUMBER", "identifier.mended-o-for-zero", "number", "06425Q00001R0M"),
    ({"CERT_NUMBER": "０６４２５Ｑ００００１Ｒ０Ｍ"}, "CERT_NUMBER", "identifier.mended-full-width", "number", "06425Q00001R0M"),
    ({"CERTI_STATUS": "有效"}, "CERTI_STATUS", "mend.coded", "status", Status.IN_FORCE),
    ({"CERTI_STATUS": 1}, "CERTI_STATUS", "mend.coded", "status", Status.IN_FORCE),
    ({"AUTH_PROJ_CODE": "A010101"}, "AUTH_PROJ_CODE", "mend.older-standard", "standard", "QMS"),
    ({"BUSI_SCOP_CODE": "17.10.02；99.01"}, "BUSI_SCOP_CODE", "mend.unknown-areas", "technical_codes", ("17.10.02", "99.01")),
    ({"BUSI_SCOP_CODE": 17.1}, "BUSI_SCOP_CODE", "mend.number-for-code", "technical_codes", ("17.10",)),
    ({"RELA_PEOP_NUM": None}, "RELA_PEOP_NUM", "mend.personnel", "personnel", 120),
    ({"A_AUTH_TIMES": 2}, "A_AUTH_TIMES", "mend.cycle-number", "cycle_number", 0),
    ({"APP_ASS_DATE": None}, "APP_ASS_DATE", "mend.decided-when-issued", "decided_on", None),
    (
        {"APPR_AC_CODE": "03", "SUSE_TIMES": 1, "APP_ASS_DATE": date(2026, 1, 9), "APPR_E_DATE": date(2025, 12, 9)},
        "APP_ASS_DATE", "mend.later-decision", "decided", date(2025, 9, 1),
    ),
    ({"CERTI_E_DATE": date(2026, 2, 28)}, "CERTI_STATUS", "mend.past-expiry", "status", Status.EXPIRED),
    ({**WITHDRAWN, "CANCEL_CAUSE": "0120"}, "CERTI_STATUS", "mend.withdrawn-as-replaced", "status", Status.REPLACED),
    ({**WITHDRAWN, "CANCEL_CAUSE": "0122"}, "CERTI_STATUS", "mend.withdrawn-as-cancelled", "status", Status.CANCELLED),
    ({**WITHDRAWN, "CANCEL_CAUSE": "0116；0199"}, "CANCEL_CAUSE", "mend.first-reason", "reason_code", "0116"),
    ({**SUSPENDED, "PAUSE_CAUSE": 112}, "PAUSE_CAUSE", "mend.code", "reason_code", "0112"),
    ({"PAUSE_S_DATE": date(2025, 12, 1)}, "PAUSE_S_DATE", "mend.left-over", "suspended_on", None),
]  # fmt: skip


@pytest.mark.parametrize(
    "planted, column, words, name, value", MENDED, ids=lambda x: x if isinstance(x, str) else ""
)
def test_what_is_certain_is_mended_saying_how(looked, planted, column, words, name, value):
    (row,) = looked([certificate(1, **planted)]).rows

    assert (row.outcome, [(m.column, m.words) for m in row.mended]) == (
        Outcome.MENDED,
        [(COLUMNS[column], words)],
    )
    assert getattr(row.entry, name) == value
    (line,) = lines(row)
    assert line[6] and line[7] and not line[8]


def test_a_code_of_the_older_edition_is_kept_and_noted(looked):
    (row,) = looked([certificate(1, ORG_CODE=f"{OLD_CODE[:8]}-{OLD_CODE[8]}")]).rows

    assert [m.words for m in row.mended] == ["identifier.mended-hyphens", "mend.older-code"]
    assert row.entry.client_code == OLD_CODE


def test_one_client_under_two_codes_is_one_client(taken):
    looked = taken([certificate(1, "Q", ORG_CODE=OLD_CODE), certificate(1, "E", INVOICE_NUM="HT2025-0001")])

    assert [m.words for m in looked.rows[0].mended] == ["mend.older-code", "mend.unified-code"]
    assert Client.objects.get().uscc == CODE and Certification.objects.count() == 2


def test_a_client_known_by_the_older_code_keeps_it(taken):
    taken([certificate(1, "Q", ORG_CODE=OLD_CODE)])
    looked = taken([certificate(1, "E", INVOICE_NUM="HT2025-0001")])

    assert [m.words for m in looked.rows[0].mended] == ["mend.known-by-older-code"]
    assert Client.objects.get().uscc == OLD_CODE and Certification.objects.count() == 2


def test_a_wrong_code_is_not_mended_by_a_right_one_nor_the_right_one_spoilt(looked):
    wrong = CODE[:17] + ("0" if CODE[17] != "0" else "1")
    rows = looked(
        [certificate(1, "Q", ORG_CODE=wrong), certificate(1, "E"), certificate(1, "S", ORG_CODE=wrong)]
    ).rows

    assert [row.outcome for row in rows] == [Outcome.REFUSED, Outcome.TAKEN, Outcome.REFUSED]
    assert rows[1].entry.client_code == CODE


def test_blank_rows_and_titles_above_the_heads_are_passed_over(looked, tmp_path, admin):
    from openpyxl import load_workbook

    file = workbook(tmp_path / "a.xlsx", "certificates", [{}, certificate(1), {}, {"REMARK": " "}])
    book = load_workbook(file)
    book["表1"].insert_rows(1, 3)
    book["表1"]["A1"] = "某机构证书台账"
    book.save(file)

    (row,) = look("certificates", file, on=ON, by=admin).rows
    assert (row.number, row.outcome) == (6, Outcome.TAKEN)


def test_a_row_twice_is_taken_once_and_one_that_says_otherwise_is_refused(looked):
    rows = looked([certificate(1), certificate(1), certificate(1, ORG_ADDRESS="另一处")]).rows

    assert [row.outcome for row in rows] == [Outcome.TAKEN, Outcome.REPEATED, Outcome.REFUSED]
    assert rows[1].repeats == "表1!2"
    assert [(f.words, f.details) for f in rows[2].faults] == [("fault.said-otherwise", {"place": "表1!2"})]


def test_a_sheet_that_is_a_whole_copy_is_told_as_one(looked):
    sheet = [certificate(1), certificate(2), certificate(3, AWARD_DATE="?"), certificate(4, CERT_NUMBER="?")]
    found = looked(sheet, sheet, [certificate(9)])

    assert [(s.rows, s.copy_of) for s in found.sheets] == [(4, ""), (4, "表1"), (1, "")]
    assert found.counts == {Outcome.TAKEN: 3, Outcome.REFUSED: 2, Outcome.REPEATED: 4}


def test_the_later_of_two_living_certificates_to_one_standard_is_refused(looked):
    one, two = certificate(1), certificate(1, CERT_NUMBER="06425Q00002R0M")
    rows = looked([one, two]).rows

    assert [row.outcome for row in rows] == [Outcome.TAKEN, Outcome.REFUSED]
    assert rows[1].faults[0].words == "carried.two-living"
    assert rows[1].faults[0].details["other"] == "06425Q00001R0M"


def test_a_contract_number_of_two_clients_is_refused(looked):
    rows = looked([certificate(1, INVOICE_NUM="HT1"), certificate(2, INVOICE_NUM="HT1")]).rows

    assert [[f.words for f in row.faults] for row in rows] == [[], ["carried.contract-of-another"]]


def test_a_file_twice_adds_nothing(taken, looked):
    sheet = [certificate(n, letter) for n in (1, 2) for letter in "QE"]
    sheet.append(certificate(3, CERT_NUMBER="06425Q00001R0M-1", IS_C_CERTI="1"))
    taken(sheet)
    counted = (Client, Contract, Certification, Certificate, Visit)
    carried = Event.objects.exclude(kind="import.recorded")
    before = [model.objects.count() for model in counted], carried.count()

    again = taken(sheet)

    assert again.counts == {Outcome.KNOWN: 5}
    assert ([model.objects.count() for model in counted], carried.count()) == before


def test_without_a_body_nothing_can_be_compared(tmp_path, person):
    file = workbook(tmp_path / "a.xlsx", "certificates", [certificate(1)])
    (row,) = look("certificates", file, on=ON, by=person("admin", Role.ADMINISTRATOR)).rows

    assert [fault.words for fault in row.faults] == ["carried.no-body"]


@pytest.mark.parametrize(
    "make, why",
    [
        (lambda file: file.write_bytes(b"PK no workbook"), "fault.not-a-workbook"),
        (lambda file: workbook(file, "clients", []), "fault.no-such-heads"),
    ],
)
def test_a_file_that_is_no_register_is_refused_as_a_whole(tmp_path, admin, make, why):
    file = tmp_path / "a.xlsx"
    make(file)

    with pytest.raises(Unreadable) as refused:
        look("certificates", file, on=ON, by=admin)
    assert refused.value.why == why


def test_days_with_a_time_are_days(looked):
    (row,) = looked([certificate(1, AWARD_DATE=datetime(2025, 9, 1, 0, 0))]).rows  # noqa: DTZ001

    assert (row.outcome, row.entry.issued_on) == (Outcome.TAKEN, date(2025, 9, 1))
