"""A certificate is judged from public files alone; whatever was changed, forged or left out is told by its own words."""

import json
import random
from base64 import urlsafe_b64encode
from dataclasses import replace
from datetime import date, timedelta

import pytest

from mingzheng.seal.credential import payload, signed_jwt
from mingzheng.seal.did import DID_UNREADABLE
from mingzheng.seal.examine import Verdict, examine, examine_offline, failed
from mingzheng.seal.leaf import What
from mingzheng.seal.witness import POLICY_UNREADABLE
from tests.seal.public import ISSUED, NOW, UNTIL, Public, facts, keys, trusted

SUSPENDED = (What.SUSPENDED, date(2026, 5, 1))
RESTORED = (What.RESTORED, date(2026, 6, 1))
BEGAN = (What.ISSUED, ISSUED)


def found(site: Public, **more):
    given = {
        "jwt": site.jwt,
        "proof": site.proof,
        "trusted": trusted(),
        "fetch": site.files.get,
        "now": NOW,
        **more,
    }
    return examine(given.pop("jwt"), given.pop("proof"), given.pop("trusted"), given.pop("fetch"), **given)


def fault(site: Public, **more) -> tuple[str, Verdict]:
    finding = found(site, **more)
    return finding.faults[0].code.removeprefix("proof."), finding.verdict


def test_a_certificate_in_force_is_valid_and_says_how_fresh_that_is():
    finding = found(Public())
    assert (finding.verdict, finding.as_of, finding.faults) == (Verdict.VALID, NOW, ())
    assert finding.certificate["number"] == "06426Q00001R0M"
    assert [past.what for past in finding.history] == [What.ISSUED]


@pytest.mark.parametrize(
    ("later", "bits", "verdict"),
    [
        ([SUSPENDED], {"suspended": True}, Verdict.SUSPENDED),
        ([SUSPENDED, RESTORED], {}, Verdict.VALID),
        ([(What.SURVEILLED, date(2026, 8, 1))], {}, Verdict.VALID),
        ([(What.WITHDRAWN, date(2026, 7, 1))], {"revoked": True}, Verdict.WITHDRAWN),
        ([(What.CANCELLED, date(2026, 7, 1))], {"revoked": True}, Verdict.CANCELLED),
        ([(What.REPLACED, date(2026, 7, 1))], {"revoked": True, "successor": "X" * 10}, Verdict.REPLACED),
        ([(What.EXPIRED, date(2026, 7, 1))], {}, Verdict.EXPIRED),
    ],
)
def test_every_status_is_told(later, bits, verdict):
    finding = found(Public(happened=(BEGAN, *later), **bits))
    assert (finding.verdict, finding.faults, finding.successor) == (verdict, (), bits.get("successor", ""))


def test_past_its_last_day_it_has_expired_whether_or_not_anybody_wrote_it_down():
    site = Public()
    later = NOW.replace(year=2029)
    site.renew(later)
    assert found(site, now=later).verdict is Verdict.EXPIRED


def test_its_history_is_told_as_of_any_past_day():
    site = Public(happened=(BEGAN, SUSPENDED, RESTORED, (What.WITHDRAWN, date(2026, 8, 1))), revoked=True)
    days = {
        date(2026, 3, 1): Verdict.NOT_YET,
        date(2026, 3, 2): Verdict.VALID,
        date(2026, 5, 31): Verdict.SUSPENDED,
        date(2026, 7, 31): Verdict.VALID,
        date(2026, 8, 1): Verdict.WITHDRAWN,
        UNTIL + timedelta(days=9): Verdict.WITHDRAWN,
    }
    assert {day: found(site, on=day).verdict for day in days} == days


def test_a_credential_signed_by_another_key_is_unknown():
    site = Public()
    forged = signed_jwt(payload(facts()), keys(1).credential, keys(1).key_id)
    assert fault(site, jwt=forged) == ("wrong-key", Verdict.UNKNOWN)
    under_our_name = signed_jwt(payload(facts()), keys(1).credential, keys().key_id)
    assert fault(site, jwt=under_our_name) == ("jwt-altered", Verdict.ALTERED)


def test_a_credential_that_was_never_logged_is_unknown_even_under_the_right_key():
    site = Public()
    secret = signed_jwt(payload(facts(number="06426Q99999R0M")), keys().credential, keys().key_id)
    assert fault(site, jwt=secret) == ("unlogged", Verdict.UNKNOWN)
    assert fault(site, proof=site.prove(3)) == ("unlogged", Verdict.UNKNOWN)


def test_a_revoked_key_vouches_for_what_it_signed_before_and_for_nothing_after():
    site, (own, log) = Public(), keys().public
    assert fault(site, trusted=trusted(replace(own, revoked_on=ISSUED), log)) == (
        "key-revoked",
        Verdict.UNKNOWN,
    )
    successor = keys(1).public[0]
    since_april = trusted(replace(own, revoked_on=date(2026, 4, 1)), log, successor)
    assert fault(site, trusted=since_april) == ("list-unbelieved", Verdict.UNCONFIRMED)
    site.renew(NOW, by=keys(1))
    assert found(site, trusted=since_april).is_genuine
    site.renew(NOW)
    assert found(site, trusted=trusted(replace(own, retired_on=ISSUED), log)).is_genuine


def test_a_forked_log_is_told_from_one_that_got_shorter():
    site, other = Public(), Public(before=6)
    assert fault(site, fetch=other.files.get) == ("forked", Verdict.UNCONFIRMED)
    shorter = Public(before=0, between=0)
    assert fault(site, fetch=shorter.files.get) == ("rolled-back", Verdict.UNCONFIRMED)


def test_a_stale_list_says_nothing_of_today():
    site = Public()
    assert fault(site, now=NOW + timedelta(hours=25)) == ("list-stale", Verdict.UNCONFIRMED)
    assert fault(site, now=NOW - timedelta(hours=1)) == ("list-stale", Verdict.UNCONFIRMED)


def test_a_list_in_the_place_of_the_other_is_no_answer():
    site = Public(suspended=True, happened=(BEGAN, SUSPENDED))
    site.files["status/suspension/1"] = site.files["status/revocation/1"]
    assert fault(site) == ("jwt-altered", Verdict.ALTERED)


def test_a_line_left_out_of_the_history_hides_no_withdrawal():
    site = Public(happened=(BEGAN, (What.WITHDRAWN, date(2026, 7, 1))), revoked=True)
    told = json.loads(site.files["C/7Q2MK9XW4T.json"])
    site.files["C/7Q2MK9XW4T.json"] = json.dumps(told | {"lines": told["lines"][:1]}).encode()
    assert found(site).verdict is Verdict.WITHDRAWN


def test_a_line_nobody_logged_is_no_history():
    site = Public(happened=(BEGAN, SUSPENDED), suspended=True)
    told = json.loads(site.files["C/7Q2MK9XW4T.json"])
    told["lines"][1]["on"] = "2026-05-02"
    site.files["C/7Q2MK9XW4T.json"] = json.dumps(told).encode()
    assert fault(site) == ("history-altered", Verdict.ALTERED)
    site = Public(happened=(BEGAN, SUSPENDED))  # the lists do not say so
    assert fault(site) == ("history-altered", Verdict.ALTERED)


def test_a_change_of_today_is_told_before_the_lists_are_signed_anew():
    assert found(Public(happened=(BEGAN, (What.SUSPENDED, NOW.date())))).verdict is Verdict.SUSPENDED


@pytest.mark.parametrize("path", ["log/checkpoint", "status/revocation/1", "status/suspension/1"])
def test_what_is_not_there_is_told(path):
    site = Public()
    del site.files[path]
    code, verdict = fault(site)
    assert code in ("checkpoint-missing", "list-missing") and verdict is Verdict.UNCONFIRMED


def test_without_a_network_the_file_itself_still_proves_where_it_comes_from():
    site = Public()
    finding = examine_offline(site.jwt, site.proof, trusted(), on=ISSUED)
    assert (finding.verdict, finding.as_of) == (Verdict.VALID, None)
    assert examine_offline(site.jwt, site.proof, trusted(), on=date(2030, 1, 1)).verdict is Verdict.EXPIRED
    assert examine_offline(site.jwt[:-8], site.proof, trusted(), on=ISSUED).verdict is Verdict.ALTERED


def flipped(content: bytes, bit: int) -> bytes:
    changed = bytearray(content)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


@pytest.mark.slow
def test_one_flipped_bit_in_the_credential_is_refused():
    site, chosen = Public(), random.Random(7)
    for bit in [
        *range(64),
        *(chosen.randrange(len(site.jwt) * 8) for _ in range(150)),
        len(site.jwt) * 8 - 8,
    ]:
        broken = flipped(site.jwt.encode(), bit).decode(errors="replace")
        assert not found(site, jwt=broken).is_genuine, bit


@pytest.mark.slow
def test_one_flipped_bit_in_the_proof_is_refused():
    site, chosen = Public(), random.Random(8)
    for bit in (chosen.randrange(len(site.proof.encode()) * 8) for _ in range(200)):
        broken = flipped(site.proof.encode(), bit).decode(errors="replace")
        assert not found(site, proof=broken).is_genuine, bit


@pytest.mark.slow
@pytest.mark.parametrize("path", ["log/checkpoint", "status/revocation/1", "status/suspension/1"])
def test_one_flipped_bit_in_a_signed_file_is_refused(path):
    site, chosen = Public(), random.Random(9)
    for bit in (chosen.randrange(len(site.files[path]) * 8) for _ in range(120)):
        changed = site.files | {path: flipped(site.files[path], bit)}
        assert not found(site, fetch=changed.get).is_genuine, bit


@pytest.mark.slow
def test_every_bit_of_a_tile_that_a_proof_uses_counts():
    site, chosen = Public(happened=(BEGAN, SUSPENDED), suspended=True), random.Random(10)
    path = "log/tile/0/000"
    for place in (chosen.randrange(256) for _ in range(40)):
        changed = site.files | {path: flipped(site.files[path], place * 256 + chosen.randrange(256))}
        assert not found(site, fetch=changed.get).is_genuine, place


def test_text_after_the_signature_is_not_read_as_part_of_it():
    site = Public()
    head, body, signature = site.jwt.split(".")
    none = urlsafe_b64encode(b'{"alg":"none","typ":"vc+jwt"}').rstrip(b"=").decode()
    for forged in (f"{none}.{body}.", f"{head}.{body}.{signature}.x", f"{head}.{body}", "", "a.b.c"):
        assert not found(site, jwt=forged).is_genuine


@pytest.mark.parametrize("fault", [DID_UNREADABLE, POLICY_UNREADABLE])
def test_nobody_is_accused_for_want_of_keys_to_judge_by(fault):
    assert failed(fault).verdict is Verdict.UNCONFIRMED
