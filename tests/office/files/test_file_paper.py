from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from mingzheng.office.files.actions.file_paper import MOST_FROM_AN_APPLICANT, file_paper
from mingzheng.office.files.content import EXCEL, WORD, Damaged, keep, media_type, place, read
from mingzheng.office.files.models import Paper
from mingzheng.office.files.queries import papers_for, papers_of
from mingzheng.office.record.actors import CLOCK, Applicant
from mingzheng.office.record.books import check_the_books
from mingzheng.office.record.models import Event
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Refused

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\nlicence"
CASE = "application:SQ2026-0001"


def office_file(*parts: str) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for part in ("[Content_Types].xml", *parts):
            archive.writestr(part, "x")
    return buffer.getvalue()


def refusal(**more) -> list[str]:
    by, day = more.pop("by"), more.pop("on")
    with pytest.raises(Refused) as refused:
        file_paper(
            more.pop("subject", CASE),
            **{"kind": "licence", "name": "a.pdf", "content": PDF, **more},
            on=day,
            by=by,
        )
    return [objection.code for objection in refused.value.objections]


@pytest.mark.parametrize(
    "content, kind",
    [
        (PDF, "application/pdf"),
        (b"\xff\xd8\xff\xe0photo", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\nscan", "image/png"),
        (office_file("word/document.xml"), WORD),
        (office_file("xl/workbook.xml"), EXCEL),
        (office_file("word/document.xml", "word/vbaProject.bin"), None),
        (office_file("evil.exe"), None),
        (b"PK\x03\x04cut off", None),
        (b"MZ a program", None),
        (b"<html>", None),
        (b"", None),
    ],
)
def test_a_file_is_known_by_its_bytes(content, kind):
    assert media_type(content) == kind


def test_a_paper_is_filed_and_read_back(person, day):
    filed = file_paper(
        CASE, kind="licence", name="C:\\scans\\营业执照.pdf", content=PDF, on=day, by=person("m", Role.MARKET)
    )

    paper = papers_of(CASE).get()
    assert (paper.name, paper.media_type, paper.size, paper.filed_by) == (
        "营业执照.pdf",
        "application/pdf",
        16,
        "m",
    )
    assert read(paper) == PDF
    event = Event.objects.get()
    assert (event.subject, event.kind, event.facts["sha256"]) == (CASE, "paper.filed", filed.sha256)


def test_a_long_name_keeps_its_ending(person, day):
    filed = file_paper(
        CASE, kind="other", name="长" * 300 + ".pdf", content=PDF, on=day, by=person("m", Role.MARKET)
    )
    assert len(filed.name) == 200 and filed.name.endswith(".pdf")


@pytest.mark.parametrize(
    "more, code",
    [
        ({"content": b""}, "paper-filed.empty"),
        ({"content": b"#!/bin/sh", "name": "licence.pdf"}, "paper-filed.unknown-type"),
        ({"kind": "gossip"}, "paper-filed.unknown-kind"),
    ],
)
def test_what_is_not_a_paper_is_refused(person, day, more, code):
    assert refusal(**more, on=day, by=person("m", Role.MARKET)) == [code]
    assert not Paper.objects.exists()


def test_a_file_that_is_too_large_is_refused(person, day, settings):
    settings.LARGEST_UPLOAD = 10
    assert refusal(on=day, by=person("m", Role.MARKET)) == ["paper-filed.too-large"]


def test_the_same_paper_is_filed_once_in_its_place(person, day):
    by = person("m", Role.MARKET)
    file_paper(CASE, kind="licence", name="a.pdf", content=PDF, on=day, by=by)
    file_paper(CASE, kind="other", name="a.pdf", content=PDF, on=day, by=by)
    assert refusal(on=day, by=by) == ["paper-filed.already"]


def test_an_applicant_files_into_his_own_application_only(person, day):
    own = Applicant("SQ2026-0001")
    file_paper(CASE, kind="platform_check", name="b.pdf", content=PDF, on=day, by=person("m", Role.MARKET))
    filed = file_paper(CASE, kind="licence", name="a.pdf", content=PDF, on=day, by=own)
    assert papers_for(own, CASE).get().sha256 == filed.sha256

    assert refusal(subject="application:SQ2026-0002", on=day, by=own) == ["person.not-yours"]
    assert refusal(subject="contract:SQ2026-0001", on=day, by=own) == ["person.not-yours"]
    with pytest.raises(Refused, match="person.not-yours"):
        papers_for(Applicant("SQ2026-0002"), CASE)


def test_an_applicant_cannot_fill_the_storage(day):
    for n in range(MOST_FROM_AN_APPLICANT):
        content = b"%%PDF-%d" % n
        Paper.objects.create(
            subject=CASE, kind="other", name="a", sha256=keep(content), size=len(content),
            media_type="application/pdf", filed_on=day, filed_by="x",
        )  # fmt: skip
    assert refusal(by=Applicant("SQ2026-0001"), on=day) == ["paper-filed.too-many"]


def test_nobody_files_without_a_name(day):
    assert refusal(by=CLOCK, on=day) == ["person.not-yours"]


@pytest.mark.broken_books
def test_damaged_content_is_noticed_and_written_again(person, day):
    file_paper(CASE, kind="licence", name="a.pdf", content=PDF, on=day, by=person("m", Role.MARKET))
    paper = Paper.objects.get()
    default_storage.delete(place(paper.sha256))
    with pytest.raises(Damaged):
        read(paper)
    default_storage.save(place(paper.sha256), ContentFile(PDF[:5]))

    assert "a filed paper lies in storage, whole" in check_the_books()
    with pytest.raises(Damaged):
        read(paper)
    keep(PDF)
    assert read(paper) == PDF


def test_filing_asks_few_queries(person, day, django_assert_max_num_queries):
    by = person("m", Role.MARKET)
    with django_assert_max_num_queries(8):
        file_paper(CASE, kind="licence", name="a.pdf", content=PDF, on=day, by=by)
