"""How the numbers of a report are printed."""

from mingzheng.office.report.tables import change, number


def test_a_number_is_printed_in_full_however_large_and_without_empty_places():
    assert [number(one) for one in (17_445_829, 1.5, 1.999, 0, None)] == ["17,445,829", "1.5", "2", "0", "--"]


def test_a_change_says_more_or_less_in_full():
    told = ((17_445_829, 1_871_039), (1, 3), (2, 2), (0.3, 0.1), (0.001, 0.002), (5, None))
    assert [change(*one) for one in told] == ["+15,574,790", "−2", "0", "+0.2", "0", "--"]
