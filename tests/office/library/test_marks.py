"""The body's accreditation marks: kept with their days, and drawn on what is issued under them."""

from datetime import timedelta

import pytest

from mingzheng.office.certificates.papers import certificate_paper
from mingzheng.office.library.actions.end_mark import end_mark
from mingzheng.office.library.actions.keep_mark import keep_mark
from mingzheng.office.library.queries import marks_on
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Refused
from tests.certified import certificate
from tests.conftest import kinds
from tests.rows import DAY
from tests.seal.test_mark import SHAPES, png

pytestmark = pytest.mark.django_db
LATER = DAY + timedelta(days=100)


def kept(by, content: bytes = SHAPES.encode(), **more) -> str:
    told = {"name": "cnas.svg", "content": content, "valid_from": DAY, **more}
    return keep_mark(Standard.QMS, **told, on=DAY, by=by).number


def test_the_mark_of_its_standard_and_day_is_drawn(person):
    quality = person("quality", Role.QUALITY)
    paper = {"verify_url": "HTTPS://CERT.EXAMPLE.ORG/C/0123456789"}
    qms, ems = certificate("QMS"), certificate("EMS")
    before = len(certificate_paper(qms, **paper)), len(certificate_paper(ems, **paper))
    kept(quality, png(60, 40))
    after = len(certificate_paper(qms, **paper)), len(certificate_paper(ems, **paper))
    assert after[0] != before[0] and after[1] == before[1]
    qms.certification.accredited = False
    assert len(certificate_paper(qms, **paper)) < after[0]


def test_a_later_mark_takes_the_place_and_an_ended_one_is_used_no_more(person):
    quality = person("quality", Role.QUALITY)
    first, second = kept(quality), kept(quality, valid_from=LATER)
    assert [mark.number for mark in marks_on("QMS", LATER)] == [second, first]
    end_mark(second, valid_until=LATER, on=DAY, by=quality)
    end_mark(first, valid_until=DAY, on=DAY, by=quality)
    assert not marks_on("QMS", LATER + timedelta(days=1)).exists()
    assert kinds() == ["accreditation-mark.kept"] * 2 + ["accreditation-mark.ended"] * 2


def test_two_from_one_day_backwards_days_and_strangers_are_refused(person):
    quality, auditor = person("quality", Role.QUALITY), person("auditor", Role.AUDITOR)
    number = kept(quality)
    for why, does in (
        ("accreditation-mark.held", lambda: kept(quality)),
        ("accreditation-mark.ends-early", lambda: kept(quality, valid_from=LATER, valid_until=DAY)),
        ("accreditation-mark.unreadable", lambda: kept(quality, b"%PDF-", valid_from=LATER)),
        (
            "accreditation-mark.ends-early",
            lambda: end_mark(number, valid_until=DAY - timedelta(1), on=DAY, by=quality),
        ),
        ("not-yours", lambda: kept(auditor)),
        ("not-yours", lambda: end_mark(number, valid_until=DAY, on=DAY, by=auditor)),
    ):
        with pytest.raises(Refused, match=why):
            does()
    end_mark(number, valid_until=DAY, on=DAY, by=quality)
    with pytest.raises(Refused, match="ended-already"):
        end_mark(number, valid_until=LATER, on=DAY, by=quality)
    assert kinds() == ["accreditation-mark.kept", "accreditation-mark.ended"]
