"""The chapters of the report: every issue of ISO 26000 once, one owner each, and texts to begin with that hold."""

import pytest

from mingzheng.rulebook.indicators.meaning import Owner
from mingzheng.rulebook.proofreading.issues import ISSUES
from mingzheng.rulebook.report_outline import beginning, chapter, filled, numbers, outline, written
from mingzheng.rulebook.report_text import pieces
from mingzheng.words import WORDS

NAMES = ("甲认证中心", "A Certification")


def test_every_issue_stands_once_under_its_subject_with_one_owner():
    issues = [one.issue for one in outline() if one.issue]
    assert issues == list(ISSUES) and len(issues) == 37
    assert sum(issue.gb is not None for issue in issues) == 31
    for one in outline():
        assert one.owner in Owner and one.owner not in one.supporting
        assert one.issue or all(WORDS[f"chapter.{one.code}"])


def test_chapters_are_counted_without_a_gap_in_both_languages():
    said = {one.code: number for one, number in numbers()}
    assert said["foreword"] == ("", "")
    assert (said["profile"], said["certificates"]) == (("一、", "1 "), ("2、", "1.2 "))
    assert said["6.2.3"] == ("(1) ", "3.1.1 ") and said["6.4.4"] == ("(2) ", "3.3.2 ")
    assert said["closing"] == ("四、", "4 ") and said["notes"] == ("附录 4：", "Annex 4: ")


@pytest.mark.parametrize("code", [one.code for one in written()])
def test_a_first_report_begins_with_a_text_or_a_reason_in_both_languages(code):
    begun = beginning(code, 2020, NAMES)
    assert begun.zh and begun.en and pieces(begun.zh)
    assert not begun.left_out or chapter(code).issue
    assert "{year}" not in begun.zh + begun.en and "{body}" not in begun.zh + begun.en


def test_year_next_and_body_are_filled_and_live_figures_left():
    assert filled("{body} {year} {next} {{有效证书}}", 2020, "甲") == "甲 2020 2021 {{有效证书}}"
    assert beginning("nothing", 2020, NAMES).zh == ""


def test_no_place_of_the_report_is_answered_in_two_chapters():
    places = [item for one in outline() for item in one.items]
    assert len(places) == len(set(places)) and set(places) <= set(range(1, 169))
