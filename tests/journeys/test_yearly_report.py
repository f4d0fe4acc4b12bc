"""The report of a frozen year: a figure opens its records, a text is changed, reviewed, signed, released, taken along."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from django.utils import timezone
from docx import Document as Paper
from pypdf import PdfReader

from mingzheng.doors import today
from mingzheng.office.record.log import sequence
from mingzheng.office.report.actions.freeze_year import freeze_year
from mingzheng.office.report.actions.open_report import open_report
from mingzheng.office.report.models import Block
from mingzheng.rulebook.roles import Role
from tests.certified import body, certificate

pytestmark = pytest.mark.one_database

LATER = date(2027, 1, 10)
CERTIFICATES = 3
SAID = {
    "zh-hans": {
        "write": "编写", "keep": "保存", "reviewed": "审阅通过", "sign": "签发",
        "release": "发布", "confirm": "确认", "released": "已发布", "text": "本年改写的一段",
    },
    "en": {
        "write": "Write", "keep": "Keep", "reviewed": "Reviewed", "sign": "Sign",
        "release": "Release", "confirm": "Confirm", "released": "Released", "text": "What was said anew this year",
    },
}  # fmt: skip


@pytest.fixture
def people(person, transactional_db, monkeypatch):
    monkeypatch.setattr(today, "clock", lambda: LATER)
    body()
    quality, director = person("sun", Role.QUALITY), person("li", Role.DIRECTOR)
    for month in range(CERTIFICATES):
        certificate("QMS", on=date(2026, 3 + month, 2))
    open_report(2026, on=LATER, by=quality)
    sequence(at=timezone.now())
    freeze_year(2026, on=LATER, by=quality)
    Block.objects.exclude(code="policy").update(reviewed_on=LATER, reviewed_by="li")
    return quality, director


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_a_frozen_year_becomes_a_released_report(visitor, people, language):
    quality, director = people
    said = SAID[language]
    writes = visitor(quality, language=language).goes("/staff/report/2026/text/read/")
    assert _opens_its_figure(writes) == CERTIFICATES
    writes.goes("/staff/report/2026/text/policy/").follows(said["write"])
    writes.fills(zh="本年改写的一段，{{有效证书}} 张。", en="What was said anew this year: {{有效证书}}.")
    writes.clicks(said["keep"]).sees(said["text"])

    signs = visitor(director, language=language).goes("/staff/report/2026/text/policy/")
    signs.follows(said["reviewed"]).clicks(said["confirm"])
    signs.goes("/staff/report/2026/text/").follows(said["sign"])
    signs.fills(reason="本年没有大事").clicks(said["confirm"])  # a chronicle without an entry is doubted
    writes.goes("/staff/report/2026/text/").follows(said["release"]).clicks(said["confirm"])
    writes.sees(said["released"])

    pages = PdfReader(_taken(writes, "pdf")).pages
    assert said["text"] in "".join(re.sub(r"\s+", " ", page.extract_text()) for page in pages)
    paragraphs = [one.text for one in Paper(_taken(writes, "word")).paragraphs]
    assert any(said["text"] in one and str(CERTIFICATES) in one for one in paragraphs)


def _opens_its_figure(reads) -> int:
    """How many records the list behind the certificates in force shows."""
    link = reads.at("a[href$='/figure/valid-certificates/']").first
    assert link.inner_text() == str(CERTIFICATES)
    link.click()
    reads.page.wait_for_url("**/figure/valid-certificates/")
    return int(reads.at("table tbody tr").count())


def _taken(reads, kind: str) -> BytesIO:
    with reads.page.expect_download() as coming:
        reads.at(f"a[href$='/as/{kind}/']").first.click()
    return BytesIO(Path(coming.value.path()).read_bytes())
