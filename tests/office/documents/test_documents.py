"""Controlled documents from the draft to the last reader; which step goes by which; what is public."""

from datetime import date, timedelta

import pytest

from mingzheng.office.documents import queries
from mingzheng.office.documents.actions.approve_version import approve_version
from mingzheng.office.documents.actions.govern_step import govern_step
from mingzheng.office.documents.actions.import_documents import import_documents
from mingzheng.office.documents.actions.open_document import open_document
from mingzheng.office.documents.actions.read_version import read_version
from mingzheng.office.documents.actions.return_version import return_version
from mingzheng.office.documents.actions.review_documents import review_documents
from mingzheng.office.documents.actions.revise_document import revise_document
from mingzheng.office.documents.actions.withdraw_document import withdraw_document
from mingzheng.office.documents.models import Document
from mingzheng.office.documents.queues import review_waiting, to_approve, to_read
from mingzheng.office.files.actions.file_paper import file_paper
from mingzheng.office.record.figure import FIGURES, counted
from mingzheng.rulebook import own_documents as rules
from mingzheng.rulebook.indicators.meaning import Period
from mingzheng.rulebook.laws import Branch
from mingzheng.rulebook.own_documents import (
    CarriedDocument,
    Conclusion,
    DocumentEntry,
    DocumentKind,
    PublicItem,
)
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import NOT_YOURS
from tests.office.audits.stage import told
from tests.office.contracts import cases
from tests.office.voices.test_cases import refused
from tests.rows import DAY

pytestmark = pytest.mark.django_db
LATER, YEAR = DAY + timedelta(days=10), date(2027, 3, 2)
SOUND = {"adequate": True, "suitable": True, "effective": True, "conclusion": Conclusion.KEEP}


def opened(by, code="QP-01", kind=DocumentKind.PROCEDURE, text="正文", **more) -> str:
    entry = DocumentEntry(code, kind, f"{code} 文件", **more)
    return open_document(entry, text=text, on=DAY, by=by).number


def in_force(by, approver, **more) -> str:
    number = opened(by, **more)
    approve_version(number, in_force_from=DAY, on=DAY, by=approver)
    return number


def carried(code="Q/1", kind=DocumentKind.STANDARD, version=2, **more) -> CarriedDocument:
    entry = DocumentEntry(code, kind, "企业标准", branch=Branch.SERVICE_PROVISION, **more)
    return CarriedDocument(entry, version, date(2025, 3, 1))


def test_a_version_is_in_force_once_another_approved_it_and_until_the_next_one(cast):
    author, quality = cast["market"], cast["quality"]
    number = opened(author)
    assert told("document.opened").facts["versions"] == 1 and not queries.documents_in_force(DAY).exists()
    assert to_approve(quality, DAY).exists() and not to_approve(cast["director"], DAY).exists()
    refused(lambda: opened(author), rules.CODE_TAKEN)
    refused(lambda: approve_version(number, in_force_from=DAY, on=DAY, by=author), NOT_YOURS)
    early = {"in_force_from": DAY - timedelta(days=1), "on": DAY, "by": quality}
    refused(lambda: approve_version(number, **early), rules.IN_FORCE_IN_PAST)
    approve_version(number, in_force_from=DAY, on=DAY, by=quality)
    revise_document(number, summary="增加条款", text="新正文", on=DAY, by=author)
    refused(lambda: revise_document(number, summary="又", text="又", on=DAY, by=author), rules.DRAFT_OPEN)
    approve_version(number, in_force_from=LATER, on=DAY, by=quality)
    assert queries.versions_in_force(LATER - timedelta(days=1)).get().number == 1
    assert queries.versions_in_force(LATER).get().text == "新正文"
    assert queries.documents(LATER).get().state == "in_force"


def test_policy_is_approved_by_the_direction_and_nobody_approves_his_own(cast):
    number = opened(cast["quality"], kind=DocumentKind.POLICY)
    refused(
        lambda: approve_version(number, in_force_from=DAY, on=DAY, by=cast["technical"]), rules.DIRECTION_ONLY
    )
    assert to_approve(cast["director"], DAY).exists() and not to_approve(cast["technical"], DAY).exists()
    own = opened(cast["quality"], "QP-02")
    refused(lambda: approve_version(own, in_force_from=DAY, on=DAY, by=cast["quality"]), rules.OWN_DRAFT)
    refused(lambda: return_version(own, reason="", on=DAY, by=cast["technical"]), rules.REASON_MISSING)
    return_version(own, reason="缺少附表", on=DAY, by=cast["technical"])
    revise_document(own, summary="补附表", text="正文", on=DAY, by=cast["quality"])
    assert Document.objects.get(number=own).versions.count() == 2


def test_a_contract_template_without_confidentiality_is_not_approved(cast):
    number = opened(cast["market"], kind=DocumentKind.TEMPLATE, text="甲方付款，乙方审核。")
    refused(
        lambda: approve_version(number, in_force_from=DAY, on=DAY, by=cast["quality"]), rules.CLAUSE_MISSING
    )


def test_a_version_may_lie_in_the_papers_filed_for_the_document(cast):
    number = opened(cast["market"], text="")
    say = {"summary": "首版", "on": DAY, "by": cast["market"]}
    refused(lambda: revise_document(number, **say), rules.TEXT_MISSING)
    paper = {"kind": "other", "name": "程序.pdf", "content": cases.PDF}
    file_paper(f"document:{number}", **paper, on=DAY, by=cast["market"])
    assert revise_document(number, **say).version == 1


def test_whom_a_version_concerns_signs_it_and_each_new_one_again(cast):
    number = in_force(cast["quality"], cast["technical"], readers=(Role.AUDITOR, Role.REVIEWER))
    auditor = cast["auditor"]
    assert to_read(auditor, DAY).exists() and not to_read(cast["market"], DAY).exists()
    refused(lambda: read_version(number, on=DAY, by=cast["market"]), rules.NOT_YOURS_TO_READ)
    read_version(number, on=DAY, by=auditor)
    refused(lambda: read_version(number, on=DAY, by=auditor), rules.READ_ALREADY)
    assert not to_read(auditor, DAY).exists()
    version = queries.versions_in_force(DAY).get()
    assert {one.login for one in queries.readers_of(version)} == {"auditor", "reviewer"}
    revise_document(number, summary="修订", text="新", on=DAY, by=cast["quality"])
    approve_version(number, in_force_from=DAY, on=DAY, by=cast["technical"])
    assert to_read(auditor, DAY).get().number == 2
    withdraw_document(number, reason="并入手册", on=LATER, by=cast["quality"])
    refused(lambda: read_version(number, on=LATER, by=auditor), rules.NOTHING_IN_FORCE)
    refused(lambda: withdraw_document(number, reason="再", on=LATER, by=cast["quality"]), rules.WITHDRAWN)
    assert queries.documents(LATER).get().state == "withdrawn"


def test_each_document_is_reviewed_in_time_and_what_falls_short_stays_due(cast):
    by = cast["quality"]
    good, short = in_force(by, cast["technical"]), in_force(by, cast["technical"], code="QP-02", every=6)
    assert [one.number for one in review_waiting(by, date(2026, 9, 2))] == [short]
    assert review_waiting(by, YEAR).count() == 2
    bad = {**SOUND, "effective": False}
    refused(
        lambda: review_documents([short], **bad, on=YEAR, by=by),
        rules.SHORTCOMING_KEPT,
        rules.SHORTCOMING_UNSAID,
    )
    review_documents([good], **SOUND, on=YEAR, by=by)
    revise = {**bad, "conclusion": Conclusion.REVISE, "findings": "与现行做法不符"}
    review_documents([short], **revise, on=YEAR, by=by)
    assert [one.number for one in review_waiting(by, YEAR)] == [short]
    assert queries.documents_reviewed(YEAR, YEAR).count() == 2
    revise_document(short, summary="改写", text="新", on=YEAR, by=by)
    approve_version(short, in_force_from=YEAR, on=YEAR, by=cast["technical"])
    assert not review_waiting(by, YEAR).exists()
    refused(lambda: review_documents([], **SOUND, on=YEAR, by=by), rules.NONE_TO_REVIEW)


def test_documents_are_carried_in_with_their_version_in_force(cast):
    by = cast["quality"]
    import_documents(
        [carried(), carried("QP-9", DocumentKind.PROCEDURE, readers=(Role.AUDITOR,))], on=DAY, by=by
    )
    assert queries.own_standards(DAY).get().review_due == date(2026, 3, 1)
    assert queries.versions_in_force(DAY).get(document__code="Q/1").number == 2
    assert to_read(cast["auditor"], DAY).exists()
    refused(lambda: import_documents([carried("Q/1")], on=DAY, by=by), rules.CODE_TAKEN)
    refused(lambda: import_documents([carried("Q/2", version=0)], on=DAY, by=by), rules.VERSION_UNFIT)


def test_work_instructions_are_found_by_technical_area(cast):
    area = {"kind": DocumentKind.INSTRUCTION, "standard": Standard.QMS, "areas": ("17",)}
    in_force(cast["auditor"], cast["technical"], code="ZY-17", **area)
    found, without = queries.instructions_for({"QMS": ["17.10.02", "18.01"], "EMS": ["17"]}, DAY)
    assert [one.document.code for one in found] == ["ZY-17"]
    assert [one.details["area"] for one in without] == ["18.01", "17"]


def test_what_must_be_public_and_is_not_is_known(cast):
    in_force(cast["market"], cast["quality"], kind=DocumentKind.PUBLIC, public_item=PublicItem.FEES)
    assert queries.public_documents(DAY).get().document.public_item == PublicItem.FEES
    missing = {one.details["item"] for one in queries.missing_in_public(DAY)}
    assert missing == set(PublicItem) - {PublicItem.FEES}


def test_a_step_of_the_work_goes_by_one_document(cast):
    number = in_force(cast["market"], cast["quality"])
    step = "certificates.suspend_certificate"
    govern = {"document": number, "on": DAY, "by": cast["quality"]}
    refused(lambda: govern_step("nothing.at_all", **govern), rules.STEP_UNKNOWN)
    govern_step(step, **govern)
    refused(lambda: govern_step(step, **govern), rules.STEP_SAME)
    version = queries.governing(step, DAY)
    assert version and version.document.number == number and queries.steps_governed(DAY).get().code == "QP-01"
    other = in_force(cast["market"], cast["quality"], code="QP-02")
    govern_step(step, **{**govern, "document": other})
    assert queries.governing("nothing", DAY) is None and queries.steps_governed(DAY).get().code == "QP-02"


def test_a_year_counts_what_stood_at_its_end_and_what_was_done_in_it(cast):
    number = in_force(cast["market"], cast["quality"], readers=(Role.AUDITOR,))
    read_version(number, on=DAY, by=cast["auditor"])
    import_documents([carried()], on=DAY, by=cast["quality"])
    review_documents([number], **SOUND, on=LATER, by=cast["quality"])
    withdraw_document(number, reason="并入手册", on=YEAR, by=cast["quality"])
    names = ("documents", "documents-reviewed", "own-standards", "documents-signed", "work-instructions")
    assert _values(2025, names) == [1, 0, 1, 0, 0]
    assert _values(2026, names) == [2, 1, 1, 1, 0]
    assert _values(2027, names) == [1, 0, 1, 0, 0]


def _values(year, names):
    told = counted({name: (FIGURES[name], Period.of(year)) for name in names})
    return [one["value"] for one in told.values()]
