"""The report of a year: begun, written, left out, remarked on, reviewed, signed, released, and opened again."""

from datetime import date

import pytest
from django.utils import timezone

from mingzheng.office.governance.models import Happening
from mingzheng.office.people.models import Person
from mingzheng.office.record.actors import CLOCK
from mingzheng.office.record.log import sequence
from mingzheng.office.record.models import Event
from mingzheng.office.report.actions.assign_issue import assign_issue
from mingzheng.office.report.actions.comment_block import comment_block
from mingzheng.office.report.actions.freeze_year import freeze_year
from mingzheng.office.report.actions.install_template import install_template
from mingzheng.office.report.actions.leave_out_issue import leave_out_issue
from mingzheng.office.report.actions.open_report import open_report
from mingzheng.office.report.actions.release_report import release_report
from mingzheng.office.report.actions.reopen_report import reopen_report
from mingzheng.office.report.actions.review_block import review_block
from mingzheng.office.report.actions.settle_comment import settle_comment
from mingzheng.office.report.actions.sign_report import sign_report
from mingzheng.office.report.actions.write_block import write_block
from mingzheng.office.report.models import Block, Comment, Edition, Report, Snapshot
from mingzheng.office.report.writing import Draft, template
from mingzheng.rulebook.indicators.meaning import Owner
from mingzheng.rulebook.verdict import Refused
from mingzheng.seal.report.document import Document, plain, text_of
from mingzheng.seal.report.word_template import starter
from tests.certified import body, certificate

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
LATER = date(2027, 1, 10)


@pytest.fixture
def report(cast):
    """Begun for 2026 with the texts a first report has; two certificates in the year, and an event to tell."""
    told = {"happened_on": date(2026, 3, 2), "proposed_on": LATER, "proposed_by": "market", "taken_on": LATER}
    Happening.objects.create(number="DS2026-0001", zh="新系统上线", en="A new system", of_year=True, **told)
    certificate("QMS", on=date(2026, 3, 2))
    certificate("EMS", on=date(2026, 5, 4))
    open_report(2026, on=LATER, by=cast["quality"])
    return Report.objects.get()


def write(code, by, zh="年末 {{有效证书}} 张。", en="{{Valid certificates}} in force."):
    return write_block(2026, code, zh=zh, en=en, on=LATER, by=by)


def reviewed(cast):
    """Frozen, and every chapter read by the direction."""
    sequence(at=timezone.now())
    freeze_year(2026, on=LATER, by=cast["quality"])
    Block.objects.update(reviewed_on=LATER, reviewed_by=cast["director"].login)


def refused(code, act, *args, **kwargs):
    with pytest.raises(Refused) as found:
        act(*args, on=LATER, **kwargs)
    assert [one.code for one in found.value.objections] == [code]


def one_event(kind, count=1):
    assert Event.objects.filter(kind=kind).count() == count


def test_a_first_report_begins_with_texts_whose_figures_are_all_known_and_nothing_is_wrong_with_them(report):
    draft = Draft.of(report)
    for document in draft.both():
        text = "\n".join(line for _, line in text_of(document))
        assert "{{" not in text and str(report.year) in text
    assert draft.remarks(draft.document("zh")) == []
    assert len(draft.blocks) == 48 and sum(block.left_out for block in draft.blocks.values()) == 8
    one_event("report.opened")


def test_the_next_report_begins_with_the_texts_of_the_year_before(report, cast):
    write("policy", cast["quality"], "新方针", "New policy")
    assign_issue(2026, "6.6.5", owner=Owner.PROGRAMME, on=LATER, by=cast["quality"])
    told = open_report(2027, on=LATER, by=cast["director"])
    assert told.begins_with == 2026
    begun = {block.code: block for block in Block.objects.filter(report__year=2027)}
    assert begun["policy"].zh == "新方针" and begun["6.6.5"].owner == "programme"
    assert not any(block.reviewed_on for block in begun.values())
    refused("report.opened-already", open_report, 2027, by=cast["director"])


def test_a_chapter_is_written_with_live_figures_and_is_to_be_reviewed_again(report, cast):
    review_block(2026, "policy", on=LATER, by=cast["director"])
    write("policy", cast["quality"])
    block = Block.objects.get(code="policy")
    assert (block.written_by, block.reviewed_on) == (cast["quality"].login, None)
    section = next(one for one in Draft.of(report).document("zh").sections if one.code == "policy")
    assert plain(section.pieces[0].runs) == "年末 2 张。"
    assert [run.figure for run in section.pieces[0].runs] == ["", "valid-certificates", ""]
    one_event("report.block-written")
    refused("report.unknown-figure", write_block, 2026, "policy", zh="{{有效书}}", en="x", by=cast["quality"])


def test_a_department_writes_what_it_answers_for_and_nothing_else(report, cast):
    Person.objects.filter(login=cast["market"].login).update(department="市场开发部")
    write("6.6.5", cast["market"])
    refused("report.other-department", write_block, 2026, "policy", zh="文", en="text", by=cast["market"])
    refused("person.not-yours", write_block, 2026, "policy", zh="文", en="text", by=CLOCK)


def test_an_issue_is_left_out_with_its_reason(report, cast):
    leave_out_issue(2026, "6.8.3", zh="未开展", en="Nothing was done", on=LATER, by=cast["quality"])
    section = next(one for one in Draft.of(report).document("en").sections if one.code == "6.8.3")
    assert section.left_out and plain(section.pieces[0].runs) == "Nothing was done"
    one_event("report.issue-left-out")
    by = {"by": cast["quality"]}
    refused("report.reason-missing", leave_out_issue, 2026, "6.8.3", zh="", en="", **by)
    refused("report.not-to-leave-out", leave_out_issue, 2026, "policy", zh="因", en="since", **by)
    refused("person.not-yours", leave_out_issue, 2026, "6.8.3", zh="因", en="since", by=CLOCK)


def test_one_department_answers_for_an_issue(report, cast):
    assign_issue(
        2026, "6.6.5", owner=Owner.PROGRAMME, supporting=[Owner.MARKET], on=LATER, by=cast["quality"]
    )
    index = next(one for one in Draft.of(report).document("zh").tables if one.code == "issues-index")
    (row,) = (row for row in index.rows if row.about == "6.6.5")
    assert [plain(cell) for cell in row.cells][4:6] == ["项目管理部", "市场开发部"]
    one_event("report.issue-assigned")
    refused("report.no-issue", assign_issue, 2026, "policy", owner=Owner.UNION, by=cast["quality"])
    refused("person.not-yours", assign_issue, 2026, "6.6.5", owner=Owner.UNION, by=cast["market"])


def test_remarks_are_answered_before_a_chapter_is_reviewed(report, cast):
    comment_block(2026, "policy", text="请写明发布日期", on=LATER, by=cast["market"])
    refused("report.comments-open", review_block, 2026, "policy", by=cast["director"])
    settle_comment(2026, "policy", 1, answer="已补充", on=LATER, by=cast["quality"])
    assert Comment.objects.get().settled_by == cast["quality"].login
    review_block(2026, "policy", on=LATER, by=cast["director"])
    for kind in ("block-commented", "comment-settled", "block-reviewed"):
        one_event(f"report.{kind}")
    refused("report.comment-settled", settle_comment, 2026, "policy", 1, answer="再答", by=cast["quality"])
    refused("report.comment-empty", comment_block, 2026, "policy", text=" ", by=cast["market"])
    refused("person.not-yours", comment_block, 2026, "policy", text="意见", by=CLOCK)
    refused("person.not-yours", settle_comment, 2026, "policy", 1, answer="答", by=CLOCK)


def test_nobody_reviews_what_he_wrote(report, cast):
    refused("report.own-text", review_block, 2026, "policy", by=cast["quality"])
    refused("person.not-yours", review_block, 2026, "policy", by=cast["market"])


def test_a_whole_report_is_signed_released_and_kept_word_for_word(report, cast):
    reviewed(cast)
    signed = sign_report(2026, on=LATER, by=cast["director"])
    assert signed.figures == Snapshot.objects.get().digest
    refused("report.signed-already", write_block, 2026, "policy", zh="改", en="x", by=cast["quality"])
    refused("report.signer-releases", release_report, 2026, by=cast["director"])
    told = release_report(2026, on=LATER, by=cast["quality"])
    assert told.digest == signed.digest
    kept = Edition.objects.get()
    document = Document.of(kept.zh)
    assert document == Draft.of(Report.objects.get()).document("zh") and not document.draft
    assert document.signed_by == cast["director"].name_zh
    for kind in ("signed", "released"):
        one_event(f"report.{kind}")
    refused("report.released-already", release_report, 2026, by=cast["quality"])
    refused("person.not-yours", release_report, 2026, by=cast["market"])


def test_what_is_not_whole_is_not_signed(report, cast):
    with pytest.raises(Refused) as found:
        sign_report(2026, on=LATER, by=cast["director"])
    assert [one.code for one in found.value.objections] == ["report.not-frozen", "report.not-reviewed"]
    refused("person.not-yours", sign_report, 2026, by=cast["quality"])


def test_doubts_stand_for_a_reason_and_faults_do_not(report, cast):
    write("6.8.3", cast["quality"], "参加活动 20 多项。", "Some activities.")
    reviewed(cast)
    refused("report.doubts", sign_report, 2026, by=cast["director"])
    sign_report(2026, reason="活动由协会统计", on=LATER, by=cast["director"])
    assert Report.objects.get().doubts_because == "活动由协会统计"
    reopen_report(2026, reason="改写", on=LATER, by=cast["quality"])
    write("6.8.3", cast["quality"], "企业均表示很满意。", "All clients were satisfied.")
    Block.objects.update(reviewed_on=LATER, reviewed_by=cast["director"].login)
    refused("report.faults", sign_report, 2026, reason="x", by=cast["director"])


def test_growth_that_was_none_is_a_fault_whatever_the_reason(report, cast):
    write("6.8.3", cast["quality"], "认证申请 {{认证申请}} 份，业绩提升。", "Applications: {{Applications}}.")
    reviewed(cast)
    refused("report.faults", sign_report, 2026, reason="写得好看", by=cast["director"])
    found = Draft.of(report).remarks(Draft.of(report).document("zh"))
    assert [one.finding.kind for one in found] == ["growth-untrue"]


def test_a_released_report_is_opened_again_as_a_new_edition_and_the_first_stays(report, cast):
    reviewed(cast)
    sign_report(2026, on=LATER, by=cast["director"])
    release_report(2026, on=LATER, by=cast["quality"])
    told = reopen_report(2026, reason="勘误", on=LATER, by=cast["quality"])
    assert told.edition == 2 and Report.objects.get().signed_on is None
    assert Edition.objects.get().number == 1
    one_event("report.reopened")
    refused("report.nothing-to-reopen", reopen_report, 2026, reason="再改", by=cast["quality"])
    refused("person.not-yours", reopen_report, 2026, reason="再改", by=cast["market"])


def test_what_was_changed_after_signing_is_not_released(report, cast):
    reviewed(cast)
    sign_report(2026, on=LATER, by=cast["director"])
    Block.objects.filter(code="policy").update(zh="另一方针")
    refused("report.changed-since", release_report, 2026, by=cast["quality"])


def test_a_written_table_that_does_not_add_up_says_by_how_much(report, cast):
    rows = "类别 | 数\n甲 | 1\n乙 | 2\n合计 | 4"
    write("policy", cast["quality"], rows, rows)
    table = next(one for one in Draft.of(report).document("zh").tables if one.code.startswith("policy"))
    assert table.notes == ("“数”写作 4，各项相加为 3，相差 1。",) and table.rows[-1].total
    assert [one.finding.kind for one in Draft.of(report).remarks(Draft.of(report).document("zh"))] == [
        "total-is-not-the-sum"
    ]


def test_no_report_without_a_body(cast):
    body()
    refused("report.not-begun", open_report, 2030, by=cast["quality"])
    refused("person.not-yours", open_report, 2026, by=cast["market"])


def test_a_word_template_is_kept_once_it_was_filled_with_a_report(report, cast):
    told = install_template(name="模板.docx", content=starter("zh"), on=LATER, by=cast["quality"])
    assert template().sha256 == told.sha256
    one_event("report-template.installed")
    bad = {"name": "x.docx", "content": b"PK nothing"}
    refused("report-template.unreadable", install_template, **bad, by=cast["quality"])
    refused("person.not-yours", install_template, **bad, by=cast["market"])


def test_without_a_report_no_template_is_tried(cast):
    refused(
        "report-template.no-report",
        install_template,
        name="x.docx",
        content=starter("en"),
        by=cast["quality"],
    )
