"""What the tags of every template write, in both languages."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.template import Context, Template
from django.utils import translation

from mingzheng import doors
from mingzheng.doors.frame import formats
from mingzheng.doors.frame.facts import Table
from mingzheng.doors.frame.menus import MENUS
from mingzheng.doors.frame.templatetags.frame import timeline
from mingzheng.doors.frame.two import say_lazy, t
from mingzheng.office.record.models import Event
from mingzheng.rulebook.verdict import NOT_YOURS, Step

TODAY = date(2026, 3, 2)
DOORS = Path(doors.__file__).parent


def draw(source: str, language: str = "zh-hans", **context: object) -> str:
    with translation.override(language):
        return Template("{% load frame %}" + source).render(Context(context))


def words_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_a_wording_is_chosen_when_it_is_read():
    both = t("共 {n} 条", "{n} in all", n=3)
    with translation.override("en"):
        assert str(both) == "3 in all"
    with translation.override("zh-hans"):
        assert str(both) == "共 3 条"
        assert str(say_lazy("person.not-yours")) == "您无权办理此事"


@pytest.mark.parametrize("language, drawn", [("zh-hans", "03、15"), ("en", "03, 15")])
def test_several_in_a_row_are_set_apart_as_the_reader_sets_them_apart(language, drawn):
    assert draw("{{ codes|joined }}", language, codes=["03", "15"]) == drawn


def test_no_page_sets_a_row_apart_the_chinese_way_for_every_reader():
    drawn = [
        *DOORS.glob("**/*.html"),
        *(p for door in ("staff", "public", "regulator") for p in DOORS.glob(f"{door}/**/*.py")),
    ]
    file_of_one_language = DOORS / "staff" / "returns" / "yearly.py"  # what is filed is Chinese
    wrong = [
        one
        for one in drawn
        if one != file_of_one_language and re.search('"、"\\.join|join:"、"', one.read_text())
    ]
    assert wrong == []


def test_the_t_tag_escapes_what_fills_its_places():
    assert draw('{% t "客户 {n}" "Client {n}" n=name %}', "en", name="<b>") == "Client &lt;b&gt;"


@pytest.mark.parametrize(
    ("due", "zh", "en"),
    [
        (date(2026, 2, 27), "超期 3 天", "3 days overdue"),
        (date(2026, 3, 1), "超期 1 天", "1 day overdue"),
        (date(2026, 3, 2), "今日", "Today"),
        (date(2026, 3, 3), "剩 1 天", "1 day left"),
        (date(2026, 3, 7), "剩 5 天", "5 days left"),
        (None, "--", "--"),
    ],
)
def test_a_deadline_says_in_words_how_long_is_left(due, zh, en):
    assert words_of(draw("{% deadline due today %}", due=due, today=TODAY)) == zh
    assert words_of(draw("{% deadline due today %}", "en", due=due, today=TODAY)) == en


def test_only_what_is_overdue_is_red():
    assert "due-over" in draw("{% deadline due today %}", due=date(2026, 3, 1), today=TODAY)
    assert "due-over" not in draw("{% deadline due today %}", due=TODAY, today=TODAY)


def test_standards_stand_in_the_order_q_e_s_with_their_names():
    html = draw("{% standards_tags held %}", held=["OHSMS", "QMS", "EMS"])
    assert words_of(html) == "Q E S"
    assert 'title="质量管理体系 GB/T 19001-2016"' in html
    assert draw("{% standards_tags held %}", held=[]) == "--"


@pytest.mark.parametrize(
    ("value", "said"),
    [(Decimal("6384.52"), "¥6,384.52"), (0, "¥0.00"), (Decimal("-12.5"), "-¥12.50"), (None, "--")],
)
def test_money_is_written_with_two_decimals(value, said):
    assert draw("{% money value %}", value=value) == said


def test_days_numbers_and_person_days():
    assert (
        draw("{% day d %} {{ n|number }} {{ p|person_days }}", d=TODAY, n=1654, p=Decimal("4.5"))
        == "2026-03-02 1,654 4.5"
    )
    assert draw("{% day d %}", d=None) == "--"


def test_a_button_that_cannot_be_pressed_says_why_with_the_clause():
    html = draw('{% act_button "签发" "/x/" objections %}', objections=[NOT_YOURS])
    assert 'aria-disabled="true"' in html and "/x/" not in html
    assert "您无权办理此事" in html and NOT_YOURS.clause in html


def test_a_button_without_objections_acts():
    assert 'href="/x/"' in draw('{% act_button "签发" "/x/" %}')
    assert '<form method="post" action="/x/"' in draw('{% act_button "签发" "/x/" post=True %}')


def test_a_derivation_shows_value_clause_and_confidence():
    html = draw("{% derivation steps %}", "en", steps=[Step("person.not-yours", "7.0", "IAF MD 5:2023", "?")])
    assert words_of(html).endswith("1 This is not yours to do 7.0 IAF MD 5:2023 Not confirmed")


def test_every_icon_that_is_drawn_is_in_the_sprite():
    known = set((DOORS / "frame" / "icons.txt").read_text(encoding="utf-8").split())
    drawn = {item.icon for menu in MENUS.values() for group in menu.groups for item in group.items}
    for template in DOORS.rglob("*.html"):
        source = template.read_text(encoding="utf-8")
        drawn |= set(re.findall(r'{%\s*icon "([^"]+)"', source)) | set(
            re.findall(r'{%\s*act_button [^%]*icon="([^"]+)"', source)
        )
    assert drawn and drawn <= known


def test_every_system_has_a_mark():
    assert set(formats.SYSTEMS) == set(formats.Standard)


@pytest.mark.parametrize(
    "login, called",
    [
        ("clock", "系统时钟"),
        ("outsider:new", "外部人士"),
        ("outsider:suggestion-box", "匿名"),
        ("applicant:SQ2026-0001", "申请人"),
        ("wang", "王某"),
        ("li", "li"),
    ],
)
def test_the_timeline_calls_everyone_by_the_name_people_know(login, called):
    event = Event(by=login, kind="client.opened", facts={}, on=date(2026, 3, 2))
    with translation.override("zh-hans"):
        ((_, name),) = timeline([event], {"wang": "王某"})["events"]
        assert str(name) == called


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"person": "wang"}, "客户经理：王某"),
        ({"person": "gone"}, "客户经理：gone"),
    ],
)
def test_the_timeline_calls_those_it_tells_of_by_their_names_too(facts, says):
    event = Event(by="wang", kind="client.account-given", facts=facts, on=date(2026, 3, 2))
    assert draw("{{ event|told:names }}", event=event, names={"wang": "王某"}) == says


def test_where_the_login_stands_beside_the_name_it_stays():
    event = Event(
        by="li", kind="person.employed", facts={"login": "wang", "name": "王某"}, on=date(2026, 3, 2)
    )
    assert draw("{{ event|told:names }}", event=event, names={"wang": "王某"}) == "王某（wang）入职或受聘"


@pytest.mark.parametrize(
    ("facts", "says"), [({"total": "39000.5"}, "39,000.50"), ({"total": "6000"}, "6,000.00"), ({}, "--")]
)
def test_an_amount_is_said_to_the_fen(facts, says):
    event = Event(by="wang", kind="contract.offered", facts=facts, on=date(2026, 3, 2))
    assert draw("{{ event|told }}", event=event) == f"报价并拟定合同，金额 {says} 元"


def test_a_column_of_amounts_stands_to_the_right():
    rows = [("", ["a", formats.money(Decimal(1)), 2, "3"]), ("", ["b", "--", None, "x"])]
    assert Table("", ["", "", "", ""], rows).sides == ["", "number", "number", ""]
    assert Table("", ["one", "two"], []).titled == [("one", ""), ("two", "")]
