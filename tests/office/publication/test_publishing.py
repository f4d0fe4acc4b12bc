"""A certificate on its way to the public: logged, sealed, published; withheld; its originals posted."""

import json
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from mingzheng.doors.clock.followers import catch_up
from mingzheng.office.certificates.actions.cancel_certificate import cancel_certificate
from mingzheng.office.certificates.actions.replace_certificate import replace_certificate
from mingzheng.office.certificates.actions.restore_certificate import restore_certificate
from mingzheng.office.certificates.actions.withdraw_certificate import withdraw_certificate
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.clients.models import Client
from mingzheng.office.files.content import kept
from mingzheng.office.publication.actions.confirm_receipt import confirm_receipt
from mingzheng.office.publication.actions.disclose_certificate import disclose_certificate
from mingzheng.office.publication.actions.enter_certificate import enter_certificate
from mingzheng.office.publication.actions.log_change import log_change
from mingzheng.office.publication.actions.post_originals import post_originals
from mingzheng.office.publication.actions.publish_certificate import publish_certificate
from mingzheng.office.publication.actions.seal_certificate import seal_certificate
from mingzheng.office.publication.actions.withhold_certificate import withhold_certificate
from mingzheng.office.publication.keyring import keyring
from mingzheng.office.publication.models import Entry, Line, Posting
from mingzheng.office.publication.queries import (
    entry_of,
    known_by,
    public_certificate,
    set_bits,
    to_publish,
    to_seal,
)
from mingzheng.office.record.actors import CLOCK
from mingzheng.office.record.books import check_the_books
from mingzheng.office.record.figure import FIGURES, counted
from mingzheng.office.record.models import Event
from mingzheng.rulebook.indicators.meaning import Period
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Refused
from mingzheng.seal.credential import decoded
from mingzheng.seal.leaf import What, id_in_log, read_leaf, record_hash
from tests.certified import certificate, clerk, decided, suspended
from tests.published import moment, published, sealed, turn
from tests.rows import DAY

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
LATER = DAY + timedelta(days=30)


@pytest.fixture(autouse=True)
def _publishes(publishing):
    return publishing


def lines(number: str) -> list[str]:
    return list(
        Line.objects.filter(entry__certificate__number=number).order_by("n").values_list("what", flat=True)
    )


def test_an_issued_certificate_is_entered_by_the_clock_with_a_line_that_commits_to_its_credential():
    held = certificate()
    catch_up(at=moment())
    entry, line = entry_of(held.number), Line.objects.get(what="issued")
    leaf = read_leaf(line.text.encode())
    assert leaf.id == id_in_log(entry.public_id, entry.salt) and leaf.record == record_hash(entry.payload)
    assert (leaf.scheme, leaf.n, leaf.on) == ("QMS", 1, DAY)
    assert held.name_zh not in line.text and held.number not in line.text and entry.public_id not in line.text
    told = json.loads(decoded(entry.payload))
    assert told["credentialSubject"]["certificate"]["number"] == held.number
    assert Event.objects.filter(kind="publication.entered", subject=f"publication:{held.number}").count() == 1


def test_everything_that_happens_to_it_is_a_line():
    held = suspended()
    catch_up(at=moment())
    day = held.suspended_on + timedelta(days=10)
    decided("restore", held, day)
    restore_certificate(held.number, on=day, by=clerk())
    decided("withdraw", held, day + timedelta(days=1), reason_code="0101")
    withdraw_certificate(held.number, on=day + timedelta(days=1), by=clerk())
    catch_up(at=moment())
    assert lines(held.number) == ["issued", "suspended", "restored", "withdrawn"]
    other = certificate("EMS")
    cancel_certificate(other.number, asked_on=DAY, request="来函", on=DAY, by=clerk())
    catch_up(at=moment())
    assert lines(other.number) == ["issued", "cancelled"]


def test_a_new_version_is_entered_and_ends_the_old_one():
    old = certificate()
    Client.objects.update(name_zh="示例新名有限公司")
    new = replace_certificate(old.number, reason="0104", on=DAY, by=clerk())
    catch_up(at=moment())
    assert lines(old.number) == ["issued", "replaced"] and lines(new.number) == ["issued"]


def test_only_the_clock_enters_and_logs(cast):
    held = certificate()
    for person in cast.values():
        with pytest.raises(Refused, match="person.not-yours"):
            enter_certificate(held.number, status="in_force", on=DAY, by=person)
        with pytest.raises(Refused, match="person.not-yours"):
            log_change(held.number, what=What.SUSPENDED, on=DAY, by=person)
    with pytest.raises(Entry.DoesNotExist):
        log_change(held.number, what=What.SUSPENDED, on=DAY, by=CLOCK)


def test_one_brought_along_is_public_at_once_with_the_end_it_had():
    held = certificate()
    Certificate.objects.update(status="withdrawn", ended_on=LATER)
    enter_certificate(held.number, carried=True, status="withdrawn", on=LATER, by=CLOCK)
    assert lines(held.number) == ["issued", "withdrawn"] and entry_of(held.number).published_on == LATER
    Certificate.objects.update(status="in_force", ended_on=None)


def test_nobody_changes_a_line_of_the_log():
    certificate()
    catch_up(at=moment())
    for change in (lambda: Line.objects.update(text="x"), lambda: Line.objects.all().delete()):
        with pytest.raises(DatabaseError, match="written once"), transaction.atomic():
            change()


@pytest.mark.broken_books
def test_the_books_find_a_credential_that_is_not_the_one_logged():
    certificate()
    catch_up(at=moment())
    Entry.objects.update(payload="e30")
    assert "the log's first line of a certificate commits to its credential" in check_the_books()


def test_it_is_sealed_once_it_stands_under_a_checkpoint():
    held = certificate()
    catch_up(at=moment())
    how = {"keys": keyring(), "at": moment(), "on": DAY, "by": clerk()}
    with pytest.raises(Refused, match="publication.not-in-log"):
        seal_certificate(held.number, **how)
    assert not to_seal().exists()
    turn()
    assert [entry.certificate for entry in to_seal()] == [held]
    done = seal_certificate(held.number, **how)
    entry = entry_of(held.number)
    assert entry.sealed.pdf == done.pdf_sha256 and kept(done.pdf_sha256).startswith(b"%PDF-1.7")
    assert entry.sealed.jwt.split(".")[1] == entry.payload
    with pytest.raises(Refused, match="publication.sealed-already"):
        seal_certificate(held.number, **how)
    assert Event.objects.filter(kind="publication.sealed").count() == 1


def test_what_has_ended_is_not_sealed_any_more():
    held = certificate()
    cancel_certificate(held.number, asked_on=DAY, request="来函", on=DAY, by=clerk())
    turn()
    with pytest.raises(Refused, match="publication.ended-before"):
        seal_certificate(held.number, keys=keyring(), at=moment(), on=DAY, by=clerk())


def test_sealing_and_publishing_are_two_acts_and_only_the_clerks(cast):
    held = sealed()
    assert public_certificate(held.number) is None and [one.certificate for one in to_publish()] == [held]
    for role in set(cast) - {"certificate_clerk"}:
        with pytest.raises(Refused, match="person.not-yours"):
            publish_certificate(held.number, on=DAY, by=cast[role])
        with pytest.raises(Refused, match="person.not-yours"):
            seal_certificate(held.number, keys=keyring(), at=moment(), on=DAY, by=cast[role])
    publish_certificate(held.number, on=DAY, by=clerk())
    assert public_certificate(held.number) == held and not to_publish().exists()
    with pytest.raises(Refused, match="publication.published-already"):
        publish_certificate(held.number, on=DAY, by=clerk())
    unsealed = certificate("EMS")
    catch_up(at=moment())
    with pytest.raises(Refused, match="publication.not-sealed"):
        publish_certificate(unsealed.number, on=DAY, by=clerk())


def test_withheld_it_is_found_only_by_who_knows_whose_it_is(cast):
    entry = published()
    held = entry.certificate
    with pytest.raises(Refused, match="publication.no-reason"):
        withhold_certificate(held.number, reason=" ", on=DAY, by=cast["director"])
    withhold_certificate(held.number, reason="客户书面申请，总经理同意", on=DAY, by=cast["director"])
    assert public_certificate(held.number) is None
    for who in (
        held.name_zh,
        held.name_en.upper(),
        held.certification.client.uscc.lower(),
        f" {held.name_zh} ",
    ):
        assert held.number in known_by({held.number: who})
    assert known_by({held.number: "别的公司"}) == {} and known_by({held.number: ""}) == {}
    with pytest.raises(Refused, match="publication.withheld-already"):
        withhold_certificate(held.number, reason="再次", on=DAY, by=cast["director"])
    disclose_certificate(held.number, on=DAY, by=cast["director"])
    assert public_certificate(held.number) == held
    with pytest.raises(Refused, match="publication.not-withheld"):
        disclose_certificate(held.number, on=DAY, by=cast["director"])


def test_only_the_director_withholds_and_discloses(cast):
    number = published().certificate.number
    for role in set(cast) - {Role.DIRECTOR}:
        with pytest.raises(Refused, match="person.not-yours"):
            withhold_certificate(number, reason="x", on=DAY, by=cast[role])
        with pytest.raises(Refused, match="person.not-yours"):
            disclose_certificate(number, on=DAY, by=cast[role])


def test_a_certificate_without_a_paper_original_is_counted_until_one_is_posted(cast):
    """The share of certificates that go without paper: sealed as files, and none posted by the end of the time."""
    held, year, march = sealed(), Period.of(2026), Period.of(2026, 3)
    names = ("certificates-sealed", "certificates-without-paper")

    def share(period: Period) -> list[int]:
        return [told["value"] for told in counted({name: (FIGURES[name], period) for name in names}).values()]

    assert share(year) == [1, 1]
    publish_certificate(held.number, on=DAY, by=clerk())
    later = date(2026, 4, 2)
    post_originals(
        held.number, copies=1, recipient="王工", carrier="示例快递", tracking="SF0002", on=later, by=clerk()
    )
    assert share(year) == [1, 0] and share(march) == [1, 1], "in March it was still without paper"


def test_originals_go_out_once_it_is_public_and_their_receipt_is_recorded(cast):
    held = sealed()
    parcel = {"carrier": "示例快递", "tracking": "SF0001", "on": DAY, "by": clerk()}
    with pytest.raises(Refused, match="publication.not-published"):
        post_originals(held.number, copies=1, recipient="王工", **parcel)
    publish_certificate(held.number, on=DAY, by=clerk())
    for wrong, code in (
        ({"copies": 0, "recipient": "王工"}, "no-copies"),
        ({"copies": 1, "recipient": " "}, "nobody"),
    ):
        with pytest.raises(Refused, match=f"posting.{code}"):
            post_originals(held.number, **wrong, **parcel)
    post_originals(held.number, copies=2, recipient="王工", **parcel)
    with pytest.raises(IntegrityError), transaction.atomic():
        post_originals(held.number, copies=2, recipient="王工", **parcel)
    with pytest.raises(Refused, match="posting.received-too-early"):
        confirm_receipt("示例快递", "SF0001", received_by="王工", on=date(2026, 3, 1), by=clerk())
    confirm_receipt("示例快递", "SF0001", received_by="王工", on=LATER, by=clerk())
    assert Posting.objects.get().received_on == LATER
    with pytest.raises(Refused, match="posting.received-already"):
        confirm_receipt("示例快递", "SF0001", received_by="王工", on=LATER, by=clerk())
    with pytest.raises(Refused, match="person.not-yours"):
        post_originals(held.number, copies=1, recipient="王工", **{**parcel, "by": cast["auditor"]})
    with pytest.raises(Refused, match="person.not-yours"):
        confirm_receipt("示例快递", "SF0001", received_by="王工", on=LATER, by=cast["auditor"])


def test_bits_of_the_lists_follow_the_status():
    held = suspended()
    catch_up(at=moment())
    entry = entry_of(held.number)
    assert list(set_bits("suspension", 1)) == [entry.list_index] and not list(set_bits("revocation", 1))
    decided("withdraw", held, held.suspended_on, reason_code="0101")
    withdraw_certificate(held.number, on=held.suspended_on, by=clerk())
    assert list(set_bits("revocation", 1)) == [entry.list_index] and not list(set_bits("suspension", 1))
    catch_up(at=moment())


def test_places_in_the_lists_tell_nothing_of_the_order():
    places = []
    for _ in range(12):
        held = certificate()
        catch_up(at=moment())
        places.append(entry_of(held.number).list_index)
    assert len(set(places)) == 12 and places != sorted(places)
