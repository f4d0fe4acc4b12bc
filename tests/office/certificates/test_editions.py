"""Certificates to an earlier edition of their standard: listed, called out when its transition is over, counted."""

import json
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from mingzheng.office.certificates.actions.note_edition import note_edition
from mingzheng.office.certificates.actions.replace_certificate import replace_certificate
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.certificates.papers import certificate_paper
from mingzheng.office.clients.models import Client
from mingzheng.office.publication.entering import enter
from mingzheng.office.record.queue import QUEUES
from mingzheng.rulebook.standard_editions import EDITIONS, edition_of_number, editions_of, ended_by
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Refused
from mingzheng.seal.credential import decoded
from tests import rows
from tests.certified import certificate, clerk
from tests.office.footprint.test_footprint import figure
from tests.published import show

pytestmark = pytest.mark.django_db
OLD = "OHSAS 18001:2007"
ISSUED, END = date(2019, 3, 4), EDITIONS[OLD].until
waiting = QUEUES["certificates.old-edition"]


def held(standard="OHSMS", on=ISSUED) -> Certificate:
    return certificate(standard, on=on)


def noted(of: Certificate, edition=OLD, on=ISSUED):
    return note_edition(of.number, edition=edition, on=on, by=clerk())


def test_a_certificate_to_an_old_edition_waits_from_the_day_after_its_transition(cast):
    old, new = held(), held()
    noted(old)
    assert not waiting.waiting(cast["programme_manager"], END)
    assert list(waiting.waiting(cast["programme_manager"], END + timedelta(days=1))) == [old]
    assert waiting.item(Certificate.objects.get(pk=old.pk), END).due == END
    noted(old, "", on=END + timedelta(days=2))
    assert not waiting.waiting(cast["programme_manager"], END + timedelta(days=3))
    assert new.edition == ""


@pytest.mark.parametrize(
    "on, edition, printed", [(END, OLD, OLD), (END + timedelta(days=1), "", "ISO 45001:2018")]
)
def test_what_replaces_it_is_to_the_old_edition_while_the_transition_lasts(on, edition, printed):
    old = held()
    noted(old)
    Client.objects.update(name_zh="示例新名有限公司")
    number = replace_certificate(old.number, reason="0104", on=on, by=clerk()).number
    new = Certificate.objects.get(number=number)
    assert new.edition == edition and new.certified_to.iso == printed
    told = json.loads(decoded(enter(new, published_on=None).payload))["credentialSubject"]
    assert told["certificate"]["standard"]["en"] == told["referenceScheme"]["name"] == printed
    paper = certificate_paper(new, verify_url="https://cert.example.org/C/1")
    pages = "".join(page.extract_text() for page in PdfReader(BytesIO(paper)).pages)
    assert printed in pages.replace("\N{NO-BREAK SPACE}", " ")


def test_the_public_reads_to_which_edition_it_is(client):
    old = show(held())
    noted(old)
    for language in ("zh-hans", "en"):
        shown = client.get(f"/c/{old.number}/", headers={"accept-language": language}).text
        assert f"GB/T 28001-2011 / {OLD}" in shown and "ISO 45001" not in shown


def test_only_an_edition_the_certificate_can_be_to_is_noted(cast):
    old = held()
    with pytest.raises(Refused, match="edition.not-of-standard"):
        noted(old, "ISO 9001:2008")
    with pytest.raises(Refused, match="edition.said-already"):
        noted(old, "")
    with pytest.raises(Refused, match="edition.issued-later"):
        noted(held(on=END + timedelta(days=1)), on=END + timedelta(days=1))
    Certificate.objects.filter(pk=old.pk).update(status="expired", ended_on=date(2022, 3, 4))
    with pytest.raises(Refused, match="edition.not-living"):
        noted(old)
    Certificate.objects.filter(pk=old.pk).update(status="in_force", ended_on=None)
    with pytest.raises(Refused, match="not-yours"):
        note_edition(old.number, edition=OLD, on=ISSUED, by=cast["market"])


def test_the_letter_of_a_number_tells_the_edition_it_was_given_to():
    assert edition_of_number("06419O00001R0M") == OLD
    assert (
        edition_of_number("06419S00001R0M")
        == edition_of_number("06419Q00001R0M")
        == edition_of_number("?")
        == ""
    )


def test_every_edition_has_its_end_and_belongs_to_its_standard():
    assert (
        ended_by(date(2018, 9, 15)) == [] and len(ended_by(END)) == 2 and len(ended_by(date(2022, 1, 1))) == 3
    )
    assert [one.key for one in editions_of(Standard.OHSMS)] == [OLD] and not editions_of(Standard.CSR)


def test_the_old_editions_of_a_year_are_counted_as_listed(cast):
    noted(held())
    held(), held("QMS")
    told = figure("old-edition-certificates", 2020)
    assert told == {"value": 1, "parts": {OLD: 1}}


def test_the_edition_is_noted_on_the_page_and_listed(cast, client, it_is):
    old = held()
    it_is(END + timedelta(days=5))
    client.force_login(rows.signed(clerk()))
    page, note = (reverse(f"staff:{name}", args=[old.number]) for name in ("certificate", "note-edition"))
    assert note in client.get(page).text
    assert client.post(note, {"edition": OLD}).url == page
    assert "已过转换期" in client.get(page).text
    other, register = held(), reverse("staff:certificates") + f"?edition={OLD.replace(' ', '+')}"
    assert old.number in client.get(register).text and other.number not in client.get(register).text
    client.force_login(rows.signed(cast["market"]))
    assert client.get(note).status_code == 403


def test_what_is_said_of_an_edition_can_always_be_mended(client, it_is):
    late = held(on=END + timedelta(days=1))
    it_is(END + timedelta(days=1))
    client.force_login(rows.signed(clerk()))
    page, note = (reverse(f"staff:{name}", args=[late.number]) for name in ("certificate", "note-edition"))
    assert note not in client.get(page).text
    Certificate.objects.update(edition=OLD)
    assert note in client.get(page).text
