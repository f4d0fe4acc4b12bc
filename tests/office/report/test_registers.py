"""What a report tells from the registers: in both languages, as it stands, and as it was when the year was frozen."""

from datetime import date

import pytest
from django.utils import timezone

from mingzheng.office.governance.actions.propose_happening import propose_happening
from mingzheng.office.governance.actions.take_happening import take_happening
from mingzheng.office.governance.actions.weigh_issue import weigh_issue
from mingzheng.office.governance.models import Happening
from mingzheng.office.library.actions.describe_body import describe_body
from mingzheng.office.library.actions.enter_former_profile import enter_former_profile
from mingzheng.office.library.models import Body
from mingzheng.office.record.log import sequence
from mingzheng.office.report.actions.freeze_year import freeze_year
from mingzheng.office.report.actions.open_report import open_report
from mingzheng.office.report.actions.order_issues import order_issues
from mingzheng.office.report.models import Report
from mingzheng.office.report.registers import REGISTERS
from mingzheng.office.report.tables import DRAWN, TABLES
from mingzheng.office.report.writing import Draft
from mingzheng.office.report.year import Year
from mingzheng.rulebook.report_outline import outline
from mingzheng.rulebook.verdict import Refused
from tests.certified import body, certificate
from tests.office.governance import test_governance as governance
from tests.office.library.test_library import PROFILE
from tests.rows import DAY

pytestmark = pytest.mark.django_db
LATER = date(2027, 1, 10)


def happened(cast, zh, en=""):
    number = propose_happening(zh, en=en, happened_on=DAY, on=DAY, by=cast["market"]).number
    take_happening(number, of_year=True, on=DAY, by=cast["general_office"])


def told(draft, code, language):
    """The cells of one table of the report."""
    tables = [piece.table for one in draft.document(language).sections for piece in one.pieces if piece.table]
    return [
        ["".join(run.text for run in cell) for cell in row.cells]
        for t in tables
        if t.code == code
        for row in t.rows
    ]


def test_every_register_has_its_place_in_the_report_and_every_place_is_drawn():
    placed = {code for chapter in outline() for code in chapter.tables}
    assert REGISTERS.keys() <= placed <= TABLES.keys()
    assert {code for chapter in outline() for code in chapter.charts} <= DRAWN.keys()


def test_every_register_is_told_in_both_languages(cast):
    governance.raised(cast), governance.weighed(cast), governance.aimed(cast), governance.honoured(cast)
    governance.allied(cast), governance.given(cast), governance.signed(cast), governance.promised()
    happened(cast, "上线", "Went live")
    year = Year.of(2026)
    for name, (heads, _) in REGISTERS.items():
        for language in ("zh", "en"):
            table = TABLES[name](year, language)
            assert len(table.head) == len(heads) and all(len(row.cells) == len(heads) for row in table.rows)
    assert "6.4.6" in DRAWN["materiality"](year, "zh")
    assert [len(year.register(name)) for name in ("demands", "materiality", "objectives", "honours")] == [
        1,
        1,
        1,
        1,
    ]


def test_a_frozen_year_tells_what_it_told_and_an_open_one_what_is_there(cast):
    body(), certificate("QMS", on=DAY)
    open_report(2026, on=LATER, by=cast["quality"])
    draft = Draft.of(Report.objects.get())
    assert told(draft, "chronicle", "zh") == []  # an empty register draws no table
    happened(cast, "新系统上线", "A new system")
    draft = Draft.of(Report.objects.get())
    assert told(draft, "chronicle", "en") == [["2026-03-02", "A new system"]]
    sequence(at=timezone.now())
    freeze_year(2026, on=LATER, by=cast["quality"])
    happened(cast, "补记的事")
    assert Happening.objects.count() == 2
    draft = Draft.of(Report.objects.get())
    assert told(draft, "chronicle", "zh") == [["2026-03-02", "新系统上线"]]
    assert (("figures", "events-of-year", "value"), 1, 2) in draft.told.late
    assert not any(path[0] == "registers" for path, _, _ in draft.told.late)


def test_the_introduction_prints_the_names_the_body_had_and_a_signed_report_its_own(cast):
    body(), certificate("QMS", on=DAY)
    Body.objects.update(uscc=PROFILE["uscc"])
    open_report(2026, on=LATER, by=cast["quality"])
    assert told(Draft.of(Report.objects.get()), "names", "zh") == []  # one name all along is no history
    enter_former_profile(
        name_zh="示例电子仪表审核所",
        name_en="Sample Audit Office",
        approval_number="示编(1992)213号",
        valid_from=date(1992, 5, 1),
        valid_until=date(2002, 12, 31),
        because_zh="改制",
        on=DAY,
        by=cast["director"],
    )
    describe_body(phone="000-1", on=DAY, by=cast["director"])
    describe_body(name_zh="明日认证中心", because_zh="更名", on=LATER, by=cast["director"])

    draft = Draft.of(Report.objects.get())
    assert [row[:4] for row in told(draft, "names", "zh")] == [
        ["1992-05-01", "2002-12-31", "示例电子仪表审核所", "示编(1992)213号"],
        ["2003-01-01", "今", "示例认证中心有限公司", "CNCA-R-2003-064"],
    ]
    assert draft.document("zh").body == "明日认证中心"
    Report.objects.update(signed_on=DAY, signed_by="cast")
    assert Draft.of(Report.objects.get()).document("zh").body == "示例认证中心有限公司"


def test_a_chronicle_without_an_entry_is_pointed_out_before_the_report_is_signed(cast):
    body()
    open_report(2026, on=LATER, by=cast["quality"])

    def doubts():
        draft = Draft.of(Report.objects.get())
        return [(one.code, one.finding.kind) for one in draft.remarks(draft.document("zh"))]

    assert ("chronicle", "chronicle-empty") in doubts()
    happened(cast, "新系统上线")
    assert ("chronicle", "chronicle-empty") not in doubts()


def test_a_changed_score_changes_the_order_of_the_chapters_where_the_body_wishes_it(cast):
    body()
    open_report(2026, on=LATER, by=cast["quality"])

    def issues():
        document = Draft.of(Report.objects.get()).document("zh")
        return [one.code for one in document.sections if one.depth == 3], [
            one.number for one in document.sections
        ]

    as_in_iso, numbered = issues()
    (
        governance.weighed(cast, "6.8.5", stakeholders=5, body=5),
        governance.weighed(cast, "6.4.6", stakeholders=4, body=4),
    )
    assert issues()[0] == as_in_iso
    order_issues(2026, by_weight=True, on=LATER, by=cast["quality"])
    now, numbers_now = issues()
    assert (now[0], now.index("6.4.6") < now.index("6.4.3")) == ("6.8.5", True) and numbers_now[
        0
    ] == numbered[0]
    assert sorted(now) == sorted(as_in_iso) and as_in_iso[0] != "6.8.5"
    weigh_issue("6.4.6", year=2026, stakeholders=5, body=5, reason="外出更多", on=DAY, by=cast["quality"])
    weigh_issue("6.8.5", year=2026, stakeholders=1, body=1, reason="已解决", on=DAY, by=cast["quality"])
    assert issues()[0][0] == "6.4.6"
    with pytest.raises(Refused, match="not-yours"):
        order_issues(2026, by_weight=False, on=LATER, by=cast["market"])
    Report.objects.update(signed_on=LATER, signed_by="x")
    with pytest.raises(Refused, match="signed-already"):
        order_issues(2026, by_weight=False, on=LATER, by=cast["quality"])
