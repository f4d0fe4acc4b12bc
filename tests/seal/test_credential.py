"""A credential says what the certificate says, in the shape W3C and UNTP want, and the same facts give the same text."""

import json
from datetime import UTC, datetime

import pytest

from mingzheng.rulebook.verdict import Refused
from mingzheng.seal.credential import (
    check_jwt,
    context,
    decoded,
    did_of,
    encoded,
    payload,
    read_jwt,
    signed_jwt,
)
from mingzheng.seal.did import document, read_document
from mingzheng.seal.status_list import BITS, bits_of, open_list, sign_list
from tests.seal.public import ADDRESS, ISSUED, NOW, facts, keys, trusted


def claims(**more):
    return json.loads(decoded(payload(facts(**more))))


def test_it_has_what_vcdm_2_and_untp_require():
    told = claims()
    assert told["@context"][:2] == [
        "https://www.w3.org/ns/credentials/v2",
        "https://vocabulary.uncefact.org/untp/0.7.0/context/",
    ]
    assert {"VerifiableCredential", "DigitalConformityCredential"} == set(told["type"])
    subject = told["credentialSubject"]
    assert subject["type"] == ["ConformityAttestation"]
    assert {"id", "name", "assessorLevel", "assessmentLevel", "attestationType"} <= subject.keys()
    assert subject["issuedToParty"]["registeredId"] == "TEST00000000000001"
    assert subject["referenceScheme"]["name"] == "ISO 9001:2015"
    assert datetime.fromisoformat(told["validFrom"]) < datetime.fromisoformat(told["validUntil"])
    assert claims(accreditation="")["credentialSubject"]["assessmentLevel"] == "authority-mandate"


def test_both_lists_are_named_with_the_index_as_text():
    for status, purpose in zip(claims()["credentialStatus"], ("revocation", "suspension"), strict=True):
        assert status["statusListIndex"] == "4711"
        assert status["statusListCredential"] == f"{ADDRESS}/status/{purpose}/1"
        assert status["id"] == f"{ADDRESS}/status/{purpose}/1#4711"


def test_every_own_term_has_a_meaning_in_the_published_context():
    terms = context(ADDRESS)["@context"]

    def used(told) -> set[str]:
        return {*told, *(name for inner in told.values() if isinstance(inner, dict) for name in used(inner))}

    own = used(claims()["credentialSubject"]["certificate"])
    assert own <= terms.keys() and terms["@protected"] is True


def test_the_same_facts_give_the_same_text_and_the_salt_another():
    assert payload(facts()) == payload(facts())
    assert payload(facts(salt="00" * 16)) != payload(facts())


def test_the_host_of_the_address_is_the_bodys_identifier():
    assert did_of("https://cert.example.org") == "did:web:cert.example.org"
    assert did_of("http://localhost:8000") == "did:web:localhost%3A8000"
    assert did_of("https://example.org/body/") == "did:web:example.org:body"


def test_a_jwt_names_its_key_and_its_kind():
    jwt = read_jwt(signed_jwt(payload(facts()), keys().credential, keys().key_id))
    assert jwt.head == {"alg": "ES256", "cty": "vc", "kid": keys().key_id, "typ": "vc+jwt"}
    check_jwt(jwt, trusted().keys)
    assert (jwt.public_id, jwt.place.index) == ("7Q2MK9XW4T", 4711)


def test_base64_that_could_be_written_otherwise_is_refused():
    assert decoded(encoded(b"\xff\xfe")) == b"\xff\xfe"
    for loose in ("__5=", "__6", "_ _4", "//4"):
        with pytest.raises(ValueError):
            decoded(loose)


def test_the_published_list_of_the_standard_is_read():
    # W3C Bitstring Status List v1.0: the encodedList of its examples, 131,072 bits and none set.
    told = "H4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA"
    subject = {"type": "BitstringStatusList", "statusPurpose": "revocation", "encodedList": f"u{told}"}
    days = {"validFrom": NOW.isoformat(), "validUntil": NOW.replace(day=2).isoformat()}
    text = {"id": f"{ADDRESS}/status/revocation/1", "issuer": did_of(ADDRESS), "credentialSubject": subject}
    signed = signed_jwt(encoded(json.dumps(text | days).encode()), keys().credential, keys().key_id)
    found = open_list(signed, trusted().keys, at=NOW)
    assert len(found.bits) * 8 == BITS and not any(found.bits)


def test_exactly_the_bits_that_were_set_are_found():
    at = datetime(2026, 9, 1, tzinfo=UTC)
    indices = {0, 7, 8, 4711, BITS - 1}
    signed = sign_list(
        ADDRESS, "suspension", 3, bits_of(indices), at=at, key=keys().credential, key_id=keys().key_id
    )
    found = open_list(signed, trusted().keys, at=at)
    assert {index for index in range(BITS) if found.holds(index)} == indices
    assert (found.purpose, found.number, found.signed_at) == ("suspension", 3, at)
    assert len(signed) < 1500


def test_a_list_nobody_can_read_is_refused():
    subject = {"type": "BitstringStatusList", "statusPurpose": "revocation", "encodedList": "uAAAA"}
    text = {"id": f"{ADDRESS}/status/revocation/1", "issuer": did_of(ADDRESS), "credentialSubject": subject}
    signed = signed_jwt(encoded(json.dumps(text).encode()), keys().credential, keys().key_id)
    with pytest.raises(Refused, match="proof.list-unreadable"):
        open_list(signed, trusted().keys, at=None)


def test_did_json_of_another_address_is_not_believed():
    text = json.dumps(document(ADDRESS, keys().public))
    assert read_document(text, ADDRESS).log_keys[0].name == "cert.example.org/log"
    for broken, address in ((text, "https://evil.example"), (text[:-9], ADDRESS), ("{}", ADDRESS)):
        with pytest.raises(Refused, match="proof.did-unreadable"):
            read_document(broken, address)
    assert ISSUED.isoformat() not in text  # no day of use is told but the end of it
