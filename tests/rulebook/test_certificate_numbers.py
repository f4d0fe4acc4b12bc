import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingzheng.rulebook.certificate_numbers import (
    APPROVAL_UNREADABLE,
    BRANCH_WRONG,
    NUMBER_PARTS_WRONG,
    NUMBER_UNREADABLE,
    ApprovalNumber,
    CertificateNumberPattern,
    approval_number,
    compose_certificate_number,
    parse_certificate_number,
    plan_number_prefix,
    sub_certificate_number,
)
from mingzheng.rulebook.standards import SYSTEMS, Standard, standard_of_letter
from mingzheng.rulebook.verdict import Refused
from mingzheng.words import say
from tests.rulebook.derivations import told_in_both_languages

QMS, EMS, OHSMS = SYSTEMS
OURS = CertificateNumberPattern("064")
PARTS = {"year": 2026, "standard": QMS, "serial": 10318, "recertification": 0, "personnel": 30}


def test_the_parts_of_a_number():
    number = parse_certificate_number("12319E20456R1M")
    assert (number.body, number.year, number.scheme, number.serial) == ("123", 2019, "E", "20456")
    assert (number.recertification, number.size, number.branch, number.child) == (1, "M", None, None)
    assert number.standard is EMS
    assert number.notes == ()


@pytest.mark.parametrize(
    ("changed", "number"),
    [
        ({}, "06426Q10318R0S"),
        ({"standard": EMS}, "06426E10318R0S"),
        ({"standard": OHSMS, "recertification": 3}, "06426S10318R3S"),
        ({"serial": 7}, "06426Q00007R0S"),
        ({"year": 2008}, "06408Q10318R0S"),
        ({"personnel": 1}, "06426Q10318R0S"),
        ({"personnel": 50}, "06426Q10318R0S"),
        ({"personnel": 51}, "06426Q10318R0M"),
        ({"personnel": 1000}, "06426Q10318R0M"),
        ({"personnel": 1001}, "06426Q10318R0L"),
        ({"suffix": "/4400"}, "06426Q10318R0S/4400"),
        ({"suffix": "-1"}, "06426Q10318R0S-1"),
        ({"suffix": "/4400-12"}, "06426Q10318R0S/4400-12"),
    ],
)
def test_a_number_is_composed_by_the_bodys_pattern(changed, number):
    assert compose_certificate_number(OURS, **{**PARTS, **changed}) == number


def test_the_pattern_is_the_bodys_own():
    pattern = CertificateNumberPattern("117", serial_width=6, sizes=((20, "S"),), largest="M")
    assert compose_certificate_number(pattern, **{**PARTS, "serial": 123456}) == "11726Q123456R0M"


@pytest.mark.parametrize(
    ("body", "changed", "parts"),
    [
        ("64", {}, {"body"}),
        ("064", {"year": 1989}, {"year"}),
        ("064", {"year": 2090}, {"year"}),
        ("064", {"serial": 0}, {"serial"}),
        ("064", {"serial": 100000}, {"serial"}),
        ("064", {"recertification": -1}, {"recertification"}),
        ("064", {"recertification": 100}, {"recertification"}),
        ("064", {"personnel": 0}, {"personnel"}),
        ("064", {"suffix": "1"}, {"suffix"}),
        ("064", {"suffix": "-1/4400"}, {"suffix"}),
        ("abc", {"serial": -1, "personnel": -1}, {"body", "serial", "personnel"}),
    ],
)
def test_a_part_that_does_not_fit_is_refused_naming_the_field(body, changed, parts):
    with pytest.raises(Refused) as refused:
        compose_certificate_number(CertificateNumberPattern(body), **{**PARTS, **changed})
    assert set(refused.value.objections) <= set(NUMBER_PARTS_WRONG.values())
    assert {o.details["field"] for o in refused.value.objections} == parts
    assert all(told_in_both_languages(o) for o in refused.value.objections)


@pytest.mark.parametrize(
    ("written", "text", "year", "size", "notes"),
    [
        ("0642026Q10318R3", "0642026Q10318R3", 2026, None, ["four-digit-year", "no-size-letter"]),
        ("0642009Q10318R0S", "0642009Q10318R0S", 2009, "S", ["four-digit-year"]),
        ("06498Q10318R0S", "06498Q10318R0S", 1998, "S", []),
        ("06490Q10318R0S", "06490Q10318R0S", 1990, "S", []),
        ("06489Q10318R0S", "06489Q10318R0S", 2089, "S", []),
        ("06410Q110286R0S", "06410Q110286R0S", 2010, "S", []),
        ("06410Q10286R12L", "06410Q10286R12L", 2010, "L", []),
        ("06410Q10286ROS", "06410Q10286R0S", 2010, "S", ["mended-o-for-zero"]),
        ("O641OQ1O286R0S", "06410Q10286R0S", 2010, "S", ["mended-o-for-zero"]),
        (
            "0642O26Q10318R3",
            "0642026Q10318R3",
            2026,
            None,
            ["mended-o-for-zero", "four-digit-year", "no-size-letter"],
        ),
        (" 06410q10286 r0s ", "06410Q10286R0S", 2010, "S", ["mended-blanks", "mended-case"]),
        ("０６４１０Ｑ１０２８６Ｒ０Ｓ", "06410Q10286R0S", 2010, "S", ["mended-full-width"]),
    ],
)
def test_old_and_sloppy_numbers_are_read_and_it_is_noted(written, text, year, size, notes):
    number = parse_certificate_number(written)
    assert (number.text, number.year, number.size) == (text, year, size)
    assert [note.removeprefix("identifier.") for note in number.notes] == notes
    assert all(say(note, "zh-hans") != say(note, "en") for note in number.notes)


def test_the_letter_o_stays_where_it_means_the_old_occupational_health_standard():
    number = parse_certificate_number("06410O10286ROM")
    assert (number.text, number.scheme, number.standard) == ("06410O10286R0M", "O", OHSMS)
    assert set(number.notes) == {"identifier.mended-o-for-zero", "identifier.letter-of-ohsas"}
    assert [standard_of_letter(standard.letter) for standard in Standard] == list(Standard)


@pytest.mark.parametrize(
    ("written", "branch", "child"),
    [
        ("06410Q10286R0S/4400", "4400", None),
        ("06410Q10286R0S-1", None, "1"),
        ("06410Q10286R0S/4400-12", "4400", "12"),
        ("06410Q10286R0/GD", "GD", None),
    ],
)
def test_branch_and_child_stand_behind_the_number(written, branch, child):
    number = parse_certificate_number(written)
    assert (number.branch, number.child) == (branch, child)


@pytest.mark.parametrize(
    "written",
    ["", "06410Q1028R0S", "06410Q1028677R0S", "6410Q10286R0S", "06410X10286R0S", "06410Q10286", "06410Q10286R0X",
     "06410Q10286R0S-", "06410Q10286R0S/", "0642110Q10286R0S", "CNAS C064-Q"],
)  # fmt: skip
def test_what_is_no_certificate_number_is_refused(written):
    with pytest.raises(Refused) as refused:
        parse_certificate_number(written)
    assert refused.value.objections == (NUMBER_UNREADABLE,)
    assert refused.value.objections[0].details == {"field": "certificate_number", "value": written}
    assert told_in_both_languages(refused.value.objections[0])


@pytest.mark.slow
@settings(max_examples=100, deadline=None)
@given(
    st.from_regex("[0-9]{3}", fullmatch=True).filter(str.isascii),
    st.integers(1990, 2089),
    st.sampled_from(Standard),
    st.integers(1, 99999),
    st.integers(0, 99),
    st.integers(1, 20000),
    st.sampled_from(["", "/4400", "-7", "/A1-2"]),
)
def test_what_was_composed_reads_back_the_same(
    body, year, standard, serial, recertification, personnel, suffix
):
    written = compose_certificate_number(
        CertificateNumberPattern(body),
        year=year,
        standard=standard,
        serial=serial,
        recertification=recertification,
        personnel=personnel,
        suffix=suffix,
    )
    number = parse_certificate_number(written)
    assert (number.text, number.body, number.year, number.standard) == (written, body, year, standard)
    assert (int(number.serial), number.recertification, number.notes) == (serial, recertification, ())


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("CNCA-R-2003-117", ApprovalNumber(False, 2003, "117")),
        (" cnca-r-2016-1234", ApprovalNumber(False, 2016, "1234")),
        ("CNCA-RF-2005-27", ApprovalNumber(True, 2005, "27")),
        ("CNCA－RF－2005－127", ApprovalNumber(True, 2005, "127")),
    ],
)
def test_approval_numbers_of_domestic_and_foreign_bodies(text, number):
    assert approval_number(text) == number


@pytest.mark.parametrize(
    "text", ["", "CNCA-R-2003-17", "CNCA-RF-2003-1170", "CNCA-R-03-117", "CNCA-X-2003-117"]
)
def test_what_is_no_approval_number_is_refused(text):
    with pytest.raises(Refused) as refused:
        approval_number(text)
    assert refused.value.objections == (APPROVAL_UNREADABLE,)
    assert refused.value.objections[0].details == {"field": "approval", "value": text}
    assert told_in_both_languages(refused.value.objections[0])


@pytest.mark.parametrize("child", [1, 2, 17])
def test_a_sub_certificate_is_numbered_after_its_main_one_and_read_back(child):
    read = parse_certificate_number(sub_certificate_number("06426Q10318R0S", child))
    assert (read.text, read.child, read.notes) == (f"06426Q10318R0S-{child}", str(child), ())


@pytest.mark.parametrize(("main", "child"), [("06426Q10318R0S", 0), ("06426Q10318R0S-1", 1)])
def test_there_is_no_sub_certificate_number_nought_and_none_of_a_sub_certificate(main, child):
    with pytest.raises(Refused) as refused:
        sub_certificate_number(main, child)
    assert [one.code for one in refused.value.objections] == ["identifier.number-suffix"]


@pytest.mark.parametrize(
    ("approval", "branch", "prefix"),
    [
        ("CNCA-R-2003-117", "02", "R011702"),
        ("CNCA-R-2016-1234", "00", "R023400"),
        ("CNCA-RF-2005-27", "01", "RF02701"),
        ("CNCA-RF-2005-127", "01", "RF02701"),
    ],
)
def test_the_prefix_of_plan_numbers(approval, branch, prefix):
    assert plan_number_prefix(approval, branch) == prefix


@pytest.mark.parametrize("branch", ["", "2", "002", "A1", "٠١"])
def test_a_branch_is_two_digits(branch):
    with pytest.raises(Refused) as refused:
        plan_number_prefix("CNCA-R-2003-117", branch)
    assert refused.value.objections == (BRANCH_WRONG,)
    assert refused.value.objections[0].details["field"] == "branch"
    assert told_in_both_languages(refused.value.objections[0])
