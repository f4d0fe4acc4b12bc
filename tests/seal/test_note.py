"""A checkpoint is believed when the body's key signed it, and only then."""

from base64 import b64decode, b64encode

import pytest

from mingzheng.rulebook.verdict import Refused
from mingzheng.seal.note import Checkpoint, NoteKey, open_checkpoint, open_note, sign_note
from mingzheng.seal.signer import Algorithm, KeyInMemory, new_key

LOG = "cert.example.org/log"
SIGNER = KeyInMemory(new_key(Algorithm.ED25519))
KEY = NoteKey.of(LOG, SIGNER)
CHECKPOINT = Checkpoint(LOG, 42, bytes(range(32)))


def test_the_published_example_holds():
    # The example of golang.org/x/mod/sumdb/note, where the format comes from.
    public = b64decode("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
    key = NoteKey("PeterNeumann", public[1:])
    text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
    signed = "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
    note = f"{text}\n— PeterNeumann {signed}\n"
    assert key.text == "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    assert open_note(note, [key]) == text
    with pytest.raises(Refused, match="proof.note-altered"):
        open_note(note.replace("your problem is", "my problem is"), [key])


def test_a_checkpoint_comes_back_as_it_was_signed():
    assert open_checkpoint(sign_note(CHECKPOINT.text, LOG, [SIGNER]), [KEY]) == CHECKPOINT


def test_lines_after_the_root_and_signatures_of_others_are_passed_over():
    note = sign_note(CHECKPOINT.text + "more\n", LOG, [SIGNER])
    witness = b64encode(b"\x01\x02\x03\x04" + bytes(64)).decode()
    assert open_checkpoint(f"{note}— witness.example {witness}\n", [KEY]) == CHECKPOINT


def test_while_keys_change_two_sign_and_either_is_enough():
    new = KeyInMemory(new_key(Algorithm.ED25519))
    note = sign_note(CHECKPOINT.text, LOG, [SIGNER, new])
    assert open_checkpoint(note, [KEY]) == open_checkpoint(note, [NoteKey.of(LOG, new)]) == CHECKPOINT


def test_another_key_another_log_and_no_signature_are_refused():
    note = sign_note(CHECKPOINT.text, LOG, [SIGNER])
    stranger = NoteKey.of(LOG, KeyInMemory(new_key(Algorithm.ED25519)))
    with pytest.raises(Refused, match="proof.note-unsigned"):
        open_checkpoint(note, [stranger])
    with pytest.raises(Refused, match="proof.other-log"):
        open_checkpoint(sign_note(Checkpoint("other.example/log", 1, bytes(32)).text, LOG, [SIGNER]), [KEY])
    for broken in (CHECKPOINT.text, f"{CHECKPOINT.text}\n", f"{CHECKPOINT.text}\n— {LOG}\n", ""):
        with pytest.raises(Refused, match="proof.note-unreadable"):
            open_checkpoint(broken, [KEY])


@pytest.mark.parametrize("lines", ["1\n", "x\nAAAA\n", "01\nAAAA\n", f"1\n{b64encode(bytes(31)).decode()}\n"])
def test_a_checkpoint_without_size_or_root_says_nothing(lines):
    with pytest.raises(Refused, match="proof.checkpoint-unreadable"):
        open_checkpoint(sign_note(f"{LOG}\n{lines}", LOG, [SIGNER]), [KEY])


@pytest.mark.slow
def test_one_flipped_bit_anywhere_is_refused():
    note = sign_note(CHECKPOINT.text, LOG, [SIGNER]).encode()
    for bit in range(len(note) * 8):
        flipped = bytearray(note)
        flipped[bit // 8] ^= 1 << bit % 8
        with pytest.raises(Refused):
            open_checkpoint(bytes(flipped).decode(errors="replace"), [KEY])
