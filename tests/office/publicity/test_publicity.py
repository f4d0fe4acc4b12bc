"""What is said in public: proposed, approved by two, published, replaced, taken down."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mingzheng.office.people.models import Person
from mingzheng.office.publicity import queries
from mingzheng.office.publicity.actions.approve_item import approve_item
from mingzheng.office.publicity.actions.compare_page import compare_page
from mingzheng.office.publicity.actions.propose_item import propose_item
from mingzheng.office.publicity.actions.record_links import record_links
from mingzheng.office.publicity.actions.return_item import return_item
from mingzheng.office.publicity.actions.take_down_item import take_down_item
from mingzheng.office.publicity.models import Item
from mingzheng.office.publicity.queues import page_differs, to_approve
from mingzheng.office.record.actors import CLOCK
from mingzheng.office.record.models import Event
from mingzheng.rulebook import publicity as rules
from mingzheng.rulebook.publicity import Medium
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Refused
from tests.office.audits.stage import told
from tests.office.voices.test_cases import refused
from tests.rows import DAY

pytestmark = pytest.mark.django_db
TEXT = {
    "title_zh": "认证流程",
    "title_en": "How it works",
    "text_zh": "独立审核。",
    "text_en": "Independent audits.",
}


def wen() -> Person:
    """Of the market department, who proposes."""
    own = {"name_zh": "温", "roles": [Role.MARKET], "department": "市场部"}
    return Person.objects.get_or_create(login="wen", defaults=own)[0]


def tang() -> Person:
    """The head of the market department."""
    own = {"name_zh": "唐", "roles": [Role.MARKET], "department": "市场部"}
    return Person.objects.get_or_create(login="tang", defaults=own)[0]


def shen() -> Person:
    return Person.objects.get_or_create(login="shen", defaults={"name_zh": "沈", "roles": [Role.DIRECTOR]})[0]


def proposed(medium=Medium.WEB, **more) -> Item:
    event = propose_item(medium, department="市场部", **{**TEXT, **more}, on=DAY, by=wen())
    return Item.objects.get(number=event.number)


def published(**more) -> Item:
    item = proposed(**more)
    approve_item(item.number, reason="已核", on=DAY, by=tang())
    approve_item(item.number, reason="已核", on=DAY, by=shen())
    item.refresh_from_db()
    return item


def test_an_item_is_public_once_department_and_direction_approved_it():
    item = proposed()
    assert to_approve(tang(), DAY).exists() and not to_approve(wen(), DAY).exists()
    refused(lambda: approve_item(item.number, on=DAY, by=wen()), rules.OWN_PROPOSAL)
    refused(lambda: approve_item(item.number, on=DAY, by=shen()), rules.OTHER_DEPARTMENT)
    approve_item(item.number, on=DAY, by=tang())
    assert not queries.public_on(DAY).exists() and to_approve(shen(), DAY).exists()
    approve_item(item.number, on=DAY, by=shen())
    assert queries.public_on(DAY).get() == queries.published_in(2026).get() == item
    assert not queries.published_unapproved().exists()


def test_doubtful_words_stand_only_with_a_reason():
    item = proposed(text_zh="所有获证组织均很满意。")
    assert told("publicity.proposed").facts["flags"] == 1
    refused(lambda: approve_item(item.number, on=DAY, by=tang()), rules.FLAGS_UNANSWERED)
    approve_item(item.number, reason="附 n 和 N", on=DAY, by=tang())


def test_a_claim_without_evidence_is_not_even_proposed():
    refused(lambda: proposed(Medium.CLAIM), rules.EVIDENCE_MISSING)
    assert proposed(Medium.CLAIM, evidence="批准书").evidence == "批准书"


def test_a_new_version_takes_the_old_one_down_and_both_are_kept():
    first = published()
    second = published(text_zh="独立、公正的审核。", replaces=first.number)
    first.refresh_from_db()
    assert (first.version, second.version) == (1, 2) and first.taken_down_because == second.number
    assert queries.public_on(DAY).get() == second


def test_what_is_returned_or_taken_down_is_not_public():
    item = proposed()
    refused(lambda: return_item(item.number, reason=" ", on=DAY, by=tang()), rules.REASON_MISSING)
    return_item(item.number, reason="不准确", on=DAY, by=tang())
    refused(lambda: approve_item(item.number, on=DAY, by=tang()), rules.RETURNED)
    other = published()
    take_down_item(other.number, reason="过时", on=DAY, by=tang())
    assert not queries.public_on(DAY).exists()
    refused(lambda: take_down_item(other.number, reason="过时", on=DAY, by=tang()), rules.TAKEN_DOWN)


def compared(item, page, where="https://www.example.org/", **more):
    return compare_page(item.number, where=where, page=page, **{"on": DAY, **more}, by=wen())


@pytest.mark.parametrize(
    ("where", "name"),
    [
        ("example.cn/about", "https://example.cn/about"),
        ("Example.CN", "https://example.cn"),
        ("news.example.io:443/a/", "https://news.example.io/a"),
        ("宣传册 2026", "宣传册 2026"),
        ("brochure.pdf", "brochure.pdf"),
        ("p. 12", "p. 12"),
        ("No.12/2026", "No.12/2026"),
        ("市场报 2026.11", "市场报 2026.11"),
    ],
)
def test_a_page_needs_no_scheme_and_what_was_printed_keeps_its_words(where, name):
    assert rules.named_page(where) == name


@pytest.mark.parametrize(
    "spelled",
    ["http://www.Example.org", " https://www.example.org/ ", "WWW.example.org", "//www.example.org:443/#top"],
)
def test_the_same_page_spelled_otherwise_ends_the_alarm(spelled):
    item = published()
    page = "认证流程\n独立审核。\nHow it works\nIndependent audits."
    assert compared(item, "认证流程").where == "https://www.example.org" and page_differs(wen(), DAY).exists()
    compared(item, page, where=spelled)
    assert not page_differs(wen(), DAY).exists()


def test_a_page_changed_without_approval_raises_an_alarm_until_it_agrees_again():
    item = published()
    page = "认证流程\n独立审核。\nHow it works\nIndependent audits."
    assert (compared(item, page).missing, compared(item, page).added) == (0, 0)
    assert not page_differs(wen(), DAY).exists()
    changed = compared(item, page.replace("独立审核。", "独立审核，三天出证。"))
    assert (changed.missing, changed.added) == (1, 1) and item.comparisons.last().added == [
        "独立审核，三天出证"
    ]
    assert page_differs(wen(), DAY).get() == item
    source = f"<html><style>p {{}}</style><nav>首页</nav><p>{page}</p></html>"
    still = compared(item, source.replace("</p>", "</p><p>独立审核，三天出证。</p>"), whole=True)
    assert (still.missing, still.added) == (0, 1) and page_differs(wen(), DAY).exists()
    assert compared(item, page, where="https://m.example.org/").added == 0
    assert page_differs(wen(), DAY).exists()  # another page that agrees says nothing of this one
    assert compared(item, source, whole=True).missing == 0 and not page_differs(wen(), DAY).exists()
    assert compared(item, "<p>认证流程</p>", whole=True).missing == 3 and page_differs(wen(), DAY).exists()
    take_down_item(item.number, reason="改版", on=DAY, by=wen())
    assert not page_differs(wen(), DAY).exists()
    refused(lambda: compared(item, page), rules.NOT_PUBLISHED)
    assert [one.facts["missing"] for one in Event.objects.filter(kind="publicity.compared")] == [
        0,
        0,
        1,
        0,
        0,
        0,
        3,
    ]


def test_only_what_is_public_is_compared_and_by_those_who_answer_for_it():
    waiting = proposed()
    refused(lambda: compared(waiting, "独立审核。"), rules.NOT_PUBLISHED)
    item = published()
    refused(lambda: compared(item, " "), rules.TEXT_MISSING)
    long = "www.example.org/" + "a" * 280
    refused(lambda: compared(item, "独立审核。", where=long), rules.PAGE_TOO_LONG.because(n=300, has=304))
    refused(lambda: compared(item, "独立审核。", on=DAY - timedelta(days=1)), rules.NOT_PUBLISHED)
    auditor = Person.objects.create(login="au", name_zh="审", roles=[Role.AUDITOR])
    with pytest.raises(Refused, match="not-yours"):
        compare_page(item.number, where="x", page="y", on=DAY, by=auditor)


def test_a_claim_is_held_against_its_evidence_every_time_it_is_published():
    evidence = "批准书 2002 年第 8 号，《首批机构名单》"
    good = proposed(Medium.CLAIM, text_zh="2002 年列入《首批机构名单》。", evidence=evidence)
    assert good.flags == []
    bad = proposed(
        Medium.CLAIM, text_zh="1998 年列入《首批名录》，占 30%。", evidence=evidence, replaces=good.number
    )
    assert [one.quote for one in bad.flags] == ["1998", "30%", "首批名录"]
    refused(lambda: approve_item(bad.number, on=DAY, by=tang()), rules.FLAGS_UNANSWERED.because(n=3))
    assert proposed(Medium.WEB, text_zh="1998 年成立。").flags == []


def test_the_items_are_held_before_it_is_read_what_their_links_answered_before():
    """The clock and `mingzheng links` may both be about to write the same links."""
    item = published()
    with CaptureQueriesContext(connection) as asked:
        record_links([(item.number, "https://www.example.org/a", 404)], on=DAY, by=CLOCK)
    said = [one["sql"] for one in asked if one["sql"].startswith("SELECT") and "publicity_" in one["sql"]]
    assert 'FROM "publicity_item"' in said[0]
    assert "FOR UPDATE" in said[0] or not connection.features.has_select_for_update


def test_a_link_that_was_not_asked_today_keeps_what_it_answered_before():
    item = published()
    first, other = (item.number, "https://www.example.org/a"), (item.number, "https://www.example.org/b")
    record_links([(*first, 404), (*other, None)], on=DAY, by=CLOCK)
    record_links([(*first, None), (*other, 200)], on=DAY + timedelta(days=1), by=CLOCK)
    rows = item.links.order_by("address").values_list("status", "checked_on")
    assert list(rows) == [(404, DAY), (200, DAY + timedelta(days=1))]


def test_what_a_link_answered_is_kept_from_the_day_it_died_and_only_the_clock_records_it():
    item, later = published(), DAY + timedelta(days=1)
    asked = [(item.number, "https://www.example.org/a", 404), (item.number, "https://www.example.org/b", 200)]
    assert record_links(asked, on=DAY, by=CLOCK).dead == 0, "a site may be down for an hour"
    told = record_links(asked[:1], on=later, by=CLOCK)
    assert (told.links, told.dead) == (1, 1)
    assert [(row.checked_on, row.dead_since) for row in queries.dead_links(later)] == [(later, DAY)]
    with pytest.raises(Refused):
        record_links(asked, on=later, by=wen())
    take_down_item(item.number, reason="过时", on=later, by=shen())
    assert not queries.dead_links(later).exists() and queries.links_on(later) == []
