"""Who has witnessed a log, by the reader's own policy (C2SP tlog-policy, tlog-cosignature)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzheng.rulebook.verdict import Refused
from mingzheng.seal.note import Checkpoint, sign_note
from mingzheng.seal.signer import Algorithm, KeyInMemory, new_key
from mingzheng.seal.witness import WitnessKey, cosign, read_policy, request

LOG, OTHERS = (
    KeyInMemory(new_key(Algorithm.ED25519)),
    [KeyInMemory(new_key(Algorithm.ED25519)) for _ in range(4)],
)
TEXT = Checkpoint("cert.example.org/log", 12, bytes(32)).text
NOTE = sign_note(TEXT, "cert.example.org/log", [LOG])
KEYS = [WitnessKey(f"w{n}.example", key.public_key[-32:]) for n, key in enumerate(OTHERS)]
INTRODUCED = "".join(f"witness w{n} {key.text} https://{key.name}\n" for n, key in enumerate(KEYS))


def cosigned(*who: int, at: int = 1_772_000_000) -> str:
    return NOTE + "".join(cosign(TEXT, KEYS[n].name, OTHERS[n], at=at) for n in who)


@given(st.sets(st.integers(0, 3)), st.integers(1, 4))
def test_k_of_n_is_met_by_any_k_of_them(signed, least):
    policy = read_policy(f"{INTRODUCED}group all-of-us {least} w0 w1 w2 w3\nquorum all-of-us")
    assert policy.is_met(cosigned(*signed)) == (len(signed) >= least)
    assert {name for name, _ in policy.cosigned(cosigned(*signed))} == {f"w{n}" for n in signed}


@pytest.mark.parametrize(
    ("signed", "met"), [((0, 1), False), ((0, 2), True), ((1, 3), True), ((2, 3), False), ((), False)]
)
def test_groups_hold_groups(signed, met):
    groups = (
        "group bodies any w0 w1\ngroup networks any w2 w3\ngroup both all bodies networks # one of each\n"
    )
    policy = read_policy(f"{INTRODUCED}{groups}quorum both\n")
    assert policy.is_met(cosigned(*signed)) == met


def test_a_witness_signs_once_for_the_quorum_and_an_altered_signature_is_none():
    policy = read_policy(f"{INTRODUCED}group two 2 w0 w1\nquorum two")
    assert not policy.is_met(cosigned(0, 0))
    assert not policy.is_met(cosigned(0) + cosign(TEXT + "more\n", KEYS[1].name, OTHERS[1], at=1))
    assert not policy.is_met(cosigned(0) + cosign(TEXT, KEYS[1].name, OTHERS[2], at=1))
    assert read_policy("quorum none").is_met(NOTE)


@pytest.mark.parametrize(
    "text",
    [
        "",
        INTRODUCED,
        "quorum w0",
        f"{INTRODUCED}group g 0 w0\nquorum g",
        f"{INTRODUCED}group g 3 w0 w1\nquorum g",
        f"{INTRODUCED}group g any w9\nquorum g",
        f"{INTRODUCED}group w0 any w1\nquorum w0",
        f"{INTRODUCED}quorum w0\nquorum w1",
        f"witness none {KEYS[0].text}\nquorum none",
        f"witness w0 {KEYS[0].text[:-4]}AAAA\nquorum w0",
        "witness w0\nquorum w0",
        "nonsense",
    ],
)
def test_a_policy_that_means_nothing_is_refused(text):
    with pytest.raises(Refused, match="policy-unreadable"):
        read_policy(text)


def test_a_witness_is_sent_the_size_it_knows_the_proof_and_the_checkpoint():
    sent = request(3, [bytes(32), b"\1" * 32], NOTE).decode()
    assert sent.split("\n\n", 1)[1] == NOTE
    assert sent.startswith("old 3\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nAQEB")
