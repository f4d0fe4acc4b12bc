"""Screens of own documents: from the draft to the last reader; the document behind every step."""

import pytest

from mingzheng.doors.staff.steps import step_of
from mingzheng.office.documents.actions.govern_step import govern_step
from mingzheng.office.documents.models import Document, Governing
from mingzheng.office.quality.actions.record_penalty import record_penalty
from mingzheng.rulebook.own_documents import DocumentKind, PublicItem
from mingzheng.rulebook.roles import Role
from tests.office.documents import test_documents as documents
from tests.rows import DAY

pytestmark = pytest.mark.django_db
AT = "/staff/library/documents/"


def text(answer, status=200) -> str:
    assert answer.status_code == status, answer
    return answer.content.decode()


def test_a_document_from_the_draft_to_its_reader(enter):
    market = enter("market")
    told = {
        "code": "QP-01",
        "kind": "procedure",
        "title_zh": "文件控制程序",
        "text": "正文一",
        "readers": ["auditor"],
    }
    assert market.post(f"{AT}new/", told).url == AT
    number = Document.objects.get().number
    at = f"{AT}{number}/"
    assert "正文一" in text(market.get(at)) and "QP-01" in text(market.get(f"{AT}?tab=waiting"))
    assert market.post(f"{at}approve-version/", {"in_force_from": DAY}).status_code == 403
    quality = enter("quality")
    assert quality.post(f"{at}return-version/", {"reason": "缺附表"}).url == at
    assert enter("market").post(f"{at}revise-document/", {"summary": "补附表", "text": "正文二"}).url == at
    assert enter("quality").post(f"{at}approve-version/", {"in_force_from": DAY}).url == at
    auditor = enter("auditor")
    assert "QP-01" in text(auditor.get("/staff/"))
    assert auditor.post(f"{at}read-version/").url == at
    page = text(auditor.get(at))
    assert "阅读签收（1/1）" in page and "正文二" in page and "缺附表" in page
    assert auditor.post(f"{at}read-version/").status_code == 409
    assert enter("quality").post(f"{at}withdraw-document/", {"reason": "并入手册"}).url == at
    assert "并入手册" in text(enter("quality").get(at))


def test_documents_are_reviewed_in_one_sitting(enter, cast):
    numbers = [documents.in_force(cast["market"], cast["technical"], code=f"QP-{n}") for n in (1, 2)]
    quality = enter("quality")
    at = "/staff/library/documents/review/"
    assert all(number in text(quality.get(at)) for number in numbers)
    told = {"numbers": numbers, "adequate": "on", "suitable": "on", "conclusion": "keep"}
    assert quality.post(at, told).status_code == 409
    assert quality.post(at, {**told, "effective": "on"}).url == AT
    assert "继续有效" in text(quality.get(f"{AT}{numbers[0]}/"))
    assert quality.get(f"{at}?of={numbers[1]}").status_code == 200
    assert enter("market").get(at).status_code == 403


def test_what_must_be_public_and_is_not_stands_above_the_list(enter):
    assert "缺少应公开的文件：收费标准" in text(enter("market").get(AT))


def test_the_page_of_a_step_opens_the_version_it_goes_by(enter, cast):
    number = documents.in_force(cast["market"], cast["quality"], kind=DocumentKind.PROCEDURE)
    quality = enter("quality")
    step, penalty = "quality.record_penalty", "/staff/quality/penalties/new/"
    assert "依据文件" not in text(quality.get(penalty))
    assert step in text(quality.get("/staff/library/steps/"))
    assert "QP-01" in text(quality.get(f"/staff/library/steps/{step}/"))
    assert quality.post(f"/staff/library/steps/{step}/", {"document": number}).url == "/staff/library/steps/"
    assert Governing.objects.get().step == step
    page = text(quality.get(penalty))
    assert "依据文件 QP-01 第 1 版" in page and f"{AT}{number}/" in page
    assert quality.get("/staff/library/steps/nothing/").status_code == 404
    assert enter("auditor").post(f"/staff/library/steps/{step}/", {"document": number}).status_code == 403


def test_a_step_is_known_by_the_action_its_page_names():
    assert step_of(lambda said: record_penalty(**said)) == "quality.record_penalty"
    assert (
        step_of(govern_step) == "documents.govern_step" and step_of(lambda said: None) == step_of(len) == ""
    )


def test_a_reader_is_told_on_his_desk(enter, cast):
    documents.in_force(cast["market"], cast["technical"], readers=(Role.REVIEWER,))
    assert "文件待阅读" in text(enter("reviewer").get("/staff/"))


def test_what_must_be_public_is_read_by_anybody(enter, cast):
    fees = {"kind": DocumentKind.PUBLIC, "public_item": PublicItem.FEES, "text": "每人日三千元"}
    documents.in_force(cast["market"], cast["quality"], **fees)
    page = text(enter("market").get("/information/"))
    assert 'id="fees"' in page and "每人日三千元" in page and "收费标准" in page
