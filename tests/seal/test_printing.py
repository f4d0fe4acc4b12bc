"""What is formal asks to be printed on one side, what is of the work on both; and the PDF is what it was otherwise."""

import re
from io import BytesIO

import pikepdf
import pytest

from mingzheng.seal.facts import FORMAL, PAPERS
from mingzheng.seal.papers import render
from mingzheng.seal.printing import ONE_SIDE, asking
from tests.seal.specimens import specimens
from tests.seal.test_pdf_seal import sealed

pytestmark = pytest.mark.slow  # PDFs are drawn and read back
SPECIMENS = specimens()


def asked(pdf: bytes) -> str:
    with pikepdf.open(BytesIO(pdf)) as read:
        assert read.check_pdf_syntax() == []
        assert read.open_metadata().pdfa_status == "3U"
        return str(read.Root.ViewerPreferences.Duplex)


@pytest.mark.parametrize("key", SPECIMENS)
def test_formal_papers_are_printed_on_one_side_and_those_of_the_work_on_both(key):
    paper = key.split()[0]
    wanted = "/Simplex" if paper in FORMAL else "/DuplexFlipLongEdge"
    assert asked(render(paper, SPECIMENS[key], "zh-hans")) == wanted


def test_a_draft_of_a_formal_paper_is_printed_on_both_sides():
    pdf = render("audit_report", SPECIMENS["audit_report"], "zh-hans", draft=True)
    assert asked(pdf) == "/DuplexFlipLongEdge"


def test_what_is_formal_is_named_once_and_is_a_paper():
    assert FORMAL - {"yearly_report"} <= PAPERS.keys()
    assert {"certificate", "contract", "audit_report"} <= FORMAL
    assert not {"audit_plan", "meeting", "nonconformity", "programme"} & FORMAL


def test_the_table_of_objects_leads_to_each_of_them():
    pdf = render("meeting", next(SPECIMENS[key] for key in SPECIMENS if key.startswith("meeting")), "en")
    start = int(pdf[pdf.rindex(b"startxref") + 9 :].split()[0])
    places = re.findall(rb"(\d{10}) 00000 n", pdf[start:])
    assert all(pdf[int(at) :].startswith(b"%d 0 obj" % n) for n, at in enumerate(places, 1))


def test_a_sealed_certificate_asks_for_one_side_too():
    assert asked(sealed()) == "/Simplex"


def test_what_typst_did_not_write_is_refused():
    with pytest.raises(ValueError, match="last object"):
        asking(b"%PDF-1.7\n%%EOF", ONE_SIDE)
