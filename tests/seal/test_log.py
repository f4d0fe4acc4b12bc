"""The log keeps what it was given: every change of an entry, its place or its number is found."""

from collections.abc import Sequence
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzheng.seal.log import (
    Tree,
    consistency_path,
    inclusion_path,
    inclusion_proof,
    leaf_hash,
    tree_of,
    verify_consistency,
    verify_inclusion,
)

entries = st.lists(st.binary(max_size=4), max_size=40)


def root_as_defined(log: Sequence[bytes]) -> bytes:
    """RFC 6962 2.1, word for word: slow, and right."""
    if not log:
        return sha256(b"").digest()
    if len(log) == 1:
        return sha256(b"\x00" + log[0]).digest()
    k = max(1 << i for i in range(len(log).bit_length()) if 1 << i < len(log))
    return sha256(b"\x01" + root_as_defined(log[:k]) + root_as_defined(log[k:])).digest()


def path_as_defined(m: int, log: Sequence[bytes]) -> tuple[bytes, ...]:
    """RFC 6962 2.1.1, word for word."""
    if len(log) == 1:
        return ()
    k = max(1 << i for i in range(len(log).bit_length()) if 1 << i < len(log))
    if m < k:
        return (*path_as_defined(m, log[:k]), root_as_defined(log[k:]))
    return (*path_as_defined(m - k, log[k:]), root_as_defined(log[:k]))


def test_the_root_is_the_published_one():
    # Known answer of the Certificate Transparency reference code: eight leaves, known root.
    leaves = [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ]
    tree = tree_of(leaf_hash(bytes.fromhex(leaf)) for leaf in leaves)
    assert tree.root.hex() == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"


@given(entries)
def test_the_root_grown_leaf_by_leaf_is_the_root_as_defined(log):
    assert tree_of(map(leaf_hash, log)).root == root_as_defined(log)


@given(entries, entries)
def test_a_log_taken_up_again_from_its_peaks_ends_at_the_same_root(earlier, later):
    stored = tree_of(map(leaf_hash, earlier))
    resumed = Tree(stored.size, stored.peaks)
    for entry in later:
        resumed = resumed.append(leaf_hash(entry))
    assert resumed.root == root_as_defined(earlier + later)
    assert len(resumed.peaks) <= max(1, resumed.size.bit_length())


@given(st.data())
def test_every_entry_can_be_proved_and_only_in_its_place(data):
    log = data.draw(st.lists(st.binary(max_size=4), min_size=1, max_size=40, unique=True))
    index = data.draw(st.integers(0, len(log) - 1))
    leaves, root = [leaf_hash(entry) for entry in log], root_as_defined(log)
    proof = inclusion_proof(leaves, index)

    assert proof == path_as_defined(index, log)
    assert verify_inclusion(leaves[index], index, len(log), proof, root)
    assert not verify_inclusion(leaf_hash(b"something else"), index, len(log), proof, root)
    assert not verify_inclusion(leaves[index], index, len(log), (*proof, root), root)
    assert not verify_inclusion(leaves[index], index, len(log), proof[:-1], root) or len(log) == 1
    for other in set(range(len(log))) - {index}:
        assert not verify_inclusion(leaves[index], other, len(log), proof, root)


def test_a_proof_is_given_only_for_a_leaf_that_is_there():
    with pytest.raises(IndexError):
        inclusion_proof([leaf_hash(b"a")], 1)
    assert not verify_inclusion(leaf_hash(b"a"), 0, 0, (), tree_of([]).root)


def test_a_log_whose_peaks_do_not_fit_its_size_is_refused():
    with pytest.raises(ValueError, match="cannot have"):
        Tree(3, (leaf_hash(b"a"),))


def subproof_as_defined(m: int, log: Sequence[bytes], whole: bool) -> tuple[bytes, ...]:
    """RFC 6962 2.1.2, word for word."""
    if m == len(log):
        return () if whole else (root_as_defined(log),)
    k = max(1 << i for i in range(len(log).bit_length()) if 1 << i < len(log))
    if m <= k:
        return (*subproof_as_defined(m, log[:k], whole), root_as_defined(log[k:]))
    return (*subproof_as_defined(m - k, log[k:], False), root_as_defined(log[:k]))


@given(st.data())
def test_a_log_that_grew_proves_that_it_kept_its_past_and_a_forked_one_cannot(data):
    log = data.draw(st.lists(st.binary(max_size=4), min_size=1, max_size=40, unique=True))
    old = data.draw(st.integers(1, len(log)))
    before, after = root_as_defined(log[:old]), root_as_defined(log)
    proof = tuple(root_as_defined(log[low:high]) for low, high in consistency_path(old, len(log)))

    assert proof == subproof_as_defined(old, log, True)
    assert verify_consistency(old, len(log), proof, before, after)
    forked = root_as_defined([*log[: old - 1], b"another"])
    assert not verify_consistency(old, len(log), proof, forked, after)
    assert not verify_consistency(old, len(log), proof, before, forked)
    assert not verify_consistency(old, len(log), (*proof, after), before, after)
    assert not verify_consistency(old, len(log), proof[:-1], before, after) or not proof


def test_every_log_begins_with_the_empty_one_and_none_with_a_longer_one():
    root = root_as_defined([b"a", b"b"])
    assert verify_consistency(0, 2, (), tree_of([]).root, root)
    assert not verify_consistency(0, 2, (), root, root)
    assert not verify_consistency(3, 2, (), root, root)
    assert consistency_path(0, 2) == consistency_path(2, 2) == []
    with pytest.raises(IndexError):
        consistency_path(3, 2)
    with pytest.raises(IndexError):
        inclusion_path(2, 2)
