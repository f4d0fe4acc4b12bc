"""What every list promises: what is asked for is what is shown, counted, remembered and exported."""

from datetime import date
from io import BytesIO
from urllib.parse import unquote

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from mingzheng.doors.frame.sheet import workbook
from mingzheng.office.people.models import Person
from mingzheng.office.registration.models import Registration
from tests.doors.frame.sample import Registrations

LIST = "/sample/registrations/"
pytestmark = [pytest.mark.django_db, pytest.mark.broken_books]  # registrations laid in, whatever they say


def numbers(response):
    return [line["row"].number for line in response.context["rows"]]


def counts(response):
    return {tab.name: count for tab, count, _ in response.context["tabs"]}


def exported(response):
    return load_workbook(BytesIO(response.content))


def test_a_list_shows_the_first_page_and_counts_every_tab(sample, registrations):
    response = sample.get(LIST)
    assert len(numbers(response)) == 20
    assert counts(response) == {"all": 25, "qms": 15, "ems": 10, "ohsms": 0}
    assert "共 25 条" in response.text


def test_every_count_is_the_length_of_the_list_behind_it(sample, registrations):
    for tab, count in counts(sample.get(LIST)).items():
        assert len(numbers(sample.get(LIST, {"tab": tab, "size": "50"}))) == count


def test_counts_follow_search_and_filters(sample, registrations):
    assert counts(sample.get(LIST, {"grade": "senior"})) == {"all": 5, "qms": 3, "ems": 2, "ohsms": 0}


@pytest.mark.parametrize(
    ("asked", "found"),
    [("陈敏", 10), ("cm", 10), ("0007", 1), ("王芳 001", 7), ("００07", 1), ("nobody", 0), ("\0", 25)],
)
def test_every_word_searched_for_is_found(sample, registrations, asked, found):
    assert counts(sample.get(LIST, {"q": asked}))["all"] == found


def test_a_span_of_days_includes_both_ends(sample, registrations):
    response = sample.get(LIST, {"until_from": "2027-01-03", "until_to": "2027-01-05"})
    assert numbers(response) == ["0003", "0004", "0005"]


def test_a_value_that_is_no_choice_narrows_nothing(sample, registrations):
    response = sample.get(LIST, {"grade": "king", "until_from": "soon", "tab": "x", "sort": "x", "size": "7"})
    assert counts(response)["all"] == 25


def test_a_click_on_a_head_sorts_and_a_second_click_turns_round(sample, registrations):
    response = sample.get(LIST, {"sort": "number"})
    head = next(head for head in response.context["heads"] if head["column"].name == "number")
    assert (numbers(response)[0], head["sorted"]) == ("0001", "ascending")
    response = sample.get(f"{LIST}?{head['query']}")
    assert numbers(response)[0] == "0025"


@pytest.mark.parametrize("page", ["2", "99", "9" * 30])
def test_a_page_beyond_the_last_is_the_last(sample, registrations, page):
    response = sample.get(LIST, {"sort": "number", "page": page})
    assert numbers(response) == ["0021", "0022", "0023", "0024", "0025"]
    assert response.context["rows"][0]["number"] == 21


def test_a_row_past_its_day_is_marked_in_words(sample, registrations):
    response = sample.get(LIST)
    assert [line["overdue"] for line in response.context["rows"]][:3] == [True, True, False]
    assert "超期 3 天" in response.text


def test_the_list_comes_back_as_it_was_left_until_reset(sample, registrations):
    sample.get(LIST, {"tab": "ems", "q": "chen"})
    back = sample.get(LIST)
    assert back.status_code == 302
    assert counts(sample.get(back.url)) == {"all": 10, "qms": 0, "ems": 10, "ohsms": 0}
    assert sample.get(LIST, {"reset": "1"}).url == LIST
    assert counts(sample.get(LIST))["all"] == 25


def test_htmx_gets_the_table_and_nothing_else(sample, registrations):
    response = sample.get(
        LIST, {"q": "cm"}, headers={"HX-Request": "true", "HX-Target": "list-registrations"}
    )
    assert response.text.lstrip().startswith('<div class="list-part" id="list-registrations">')
    assert "<html" not in response.text


def test_a_list_costs_two_queries(rf, sample, registrations, django_assert_num_queries):
    request = rf.get(LIST, {"tab": "qms", "q": "wang", "grade": "auditor", "sort": "-until"})
    request.session, request.user = {}, Person.objects.get(login="sun")
    with django_assert_num_queries(2):
        drawn = Registrations(request, Registration.objects.select_related("person")).drawn()
    assert len(drawn["rows"]) == 12


def test_the_export_holds_exactly_what_was_asked_for(sample, registrations):
    response = sample.get(LIST, {"tab": "ems", "grade": "senior", "sort": "-number", "export": "xlsx"})
    page = exported(response)["注册台账"]
    assert [cell.value for cell in page[1]] == ["注册号", "姓名", "体系", "自", "天数", "有效期至"]
    assert [row[0].value for row in page.iter_rows(min_row=2)] == ["0025", "0020"]
    values = [cell.value.date() if cell.is_date else cell.value for cell in page[2]]
    assert values == ["0025", "陈敏", "E", date(2020, 1, 25), 2557, date(2027, 1, 25)]
    assert (page["A2"].number_format, page["D2"].number_format) == ("@", "yyyy-mm-dd")
    assert (page.freeze_panes, page.auto_filter.ref) == ("A2", "A1:F3")


def test_the_export_says_what_it_is_and_who_made_it(sample, registrations):
    response = sample.get(
        LIST, {"q": "chen", "grade": "senior", "until_from": "2026-01-01", "export": "xlsx"}
    )
    about = {row[0]: row[1] for row in exported(response)["说明"].iter_rows(values_only=True)}
    assert about.pop("导出时间").year >= 2025
    assert about == {
        "内容": "注册台账", "状态": "全部", "搜索": "chen", "级别": "高级审核员", "到期": "2026-01-01 ～ ", "行数": 2,
        "操作人": "sun",
    }  # fmt: skip
    name = unquote(response["Content-Disposition"])
    assert "注册台账_20" in name and name.endswith("_sun.xlsx")


def test_an_export_in_english_is_english(sample, registrations):
    response = sample.get(LIST, {"export": "xlsx"}, headers={"Accept-Language": "en"})
    book = exported(response)
    assert book.sheetnames == ["Register of registrations", "About"]


def test_a_name_that_looks_like_a_formula_stays_a_name():
    book = workbook("名册", Registrations.columns[:1], [_Row("=1+1")], [], timezone.localtime(), "sun")
    cell = load_workbook(BytesIO(book))["名册"]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


class _Row:
    def __init__(self, number: str):
        self.number, self.valid_from = number, date(2026, 1, 1)
