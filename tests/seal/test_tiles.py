"""The log as files: whatever way it grew, the same files; and out of files alone every proof."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingzheng.rulebook.verdict import Refused
from mingzheng.seal.log import leaf_hash, tree_of, verify_consistency, verify_inclusion
from mingzheng.seal.log_proof import LogProof, read_proof
from mingzheng.seal.tiles import Edge, Tiles, bundle, path_of, unbundled


def grown(entries: list[bytes], step: int) -> tuple[dict[str, bytes], Edge]:
    """A log written in batches of `step`, each taken up from the files of the one before."""
    files: dict[str, bytes] = {}
    edge = Edge()
    for start in range(0, len(entries), step):
        for path, content in [*edge.append(entries[start : start + step]), *edge.unfinished()]:
            assert files.setdefault(path, content) == content, f"{path} was written otherwise"
        edge = Tiles(files.get, edge.size).edge()
    return files, edge


def entries(count: int) -> list[bytes]:
    return [b"line %d" % n for n in range(count)]


def test_files_lie_where_the_specification_puts_them():
    assert path_of(0, 1234067) == "tile/0/x001/x234/067"
    assert path_of(1, 0, 255) == "tile/1/000.p/255"
    assert path_of(None, 1000) == "tile/entries/x001/000"


@pytest.mark.parametrize(("count", "step"), [(1, 1), (255, 100), (256, 256), (700, 13), (257, 7)])
def test_a_log_has_the_same_root_and_files_however_it_grew(count, step):
    files, edge = grown(entries(count), step)
    tree = tree_of(map(leaf_hash, entries(count)))
    assert edge.tree == tree
    assert Tiles(files.get, count).root() == tree.root
    assert list(Tiles(files.get, count).entries()) == entries(count)


@pytest.mark.slow
def test_a_log_of_three_levels_proves_every_place():
    count = 70_000
    files, edge = grown(entries(count), 30_000)
    tiles, leaves = Tiles(files.get, count), list(map(leaf_hash, entries(count)))
    for index in (0, 1, 255, 256, 65_535, 65_536, 69_999, *random.Random(5).sample(range(count), 20)):
        assert verify_inclusion(leaves[index], index, count, tiles.inclusion_proof(index), edge.tree.root)
    for old in (0, 1, 256, 65_536, 69_999, count):
        before = tree_of(leaves[:old]).root
        assert verify_consistency(old, count, tiles.consistency_proof(old), before, edge.tree.root)


@settings(max_examples=40)
@given(st.integers(1, 600), st.data())
def test_every_entry_is_proved_from_the_files_and_only_in_its_place(count, data):
    files, edge = grown(entries(count), 600)
    index = data.draw(st.integers(0, count - 1))
    tiles = Tiles(files.get, count)
    proof = tiles.inclusion_proof(index)
    assert tiles.entry(index) == entries(count)[index]
    assert verify_inclusion(leaf_hash(tiles.entry(index)), index, count, proof, edge.tree.root)
    assert not verify_inclusion(leaf_hash(b"never"), index, count, proof, edge.tree.root)


def test_where_a_partial_tile_is_gone_the_full_one_serves():
    files, _ = grown(entries(300), 100)
    early = {path: content for path, content in files.items() if ".p/" not in path or path.endswith(".p/44")}
    assert Tiles(early.get, 200).root() == tree_of(map(leaf_hash, entries(200))).root


def test_a_missing_or_cut_tile_is_told():
    files, _ = grown(entries(300), 300)
    for path in files:
        without = {name: content for name, content in files.items() if name != path}
        with pytest.raises(Refused, match="proof.tile-missing"):
            Tiles(without.get, 300).edge()
            list(Tiles(without.get, 300).entries())
            Tiles(without.get, 300).root(0, 256)
            Tiles(without.get, 300).inclusion_proof(3)
    cut = files | {"tile/0/000": files["tile/0/000"][:-1]}
    with pytest.raises(Refused, match="proof.tile-altered"):
        Tiles(cut.get, 300).inclusion_proof(3)


def test_one_flipped_bit_in_a_tile_breaks_the_proof_that_uses_it():
    files, edge = grown(entries(300), 300)
    chosen, leaves = random.Random(1), list(map(leaf_hash, entries(300)))
    for _ in range(60):
        path = chosen.choice(["tile/0/000", "tile/0/001.p/44"])
        bit = chosen.randrange(len(files[path]) * 8)
        flipped = bytearray(files[path])
        flipped[bit // 8] ^= 1 << bit % 8
        tiles = Tiles((files | {path: bytes(flipped)}).get, 300)
        neighbour = (bit // 256 ^ 1) + (256 if path.endswith("44") else 0)
        proof = tiles.inclusion_proof(neighbour)
        assert not verify_inclusion(leaves[neighbour], neighbour, 300, proof, edge.tree.root)


def test_entries_come_back_from_their_bundle_and_a_cut_one_is_told():
    told = [b"", b"a", b"\0" * 300, b"x" * 0xFFFF]
    assert unbundled(bundle(told)) == told
    with pytest.raises(Refused, match="proof.tile-altered"):
        unbundled(bundle(told)[:-1])
    with pytest.raises(ValueError, match="does not fit"):
        list(Edge().append([b"x" * 0x10000]))


def test_a_proof_is_read_as_it_was_written_and_nothing_else_is():
    proof = LogProof(3, (bytes(32), b"\1" * 32), "log\n9\nroot\n\n— log sig\n")
    assert read_proof(proof.text) == proof
    extra = proof.text.replace("index", "extra aGVsbG8=\nindex", 1)
    assert read_proof(extra) == proof
    for broken in (
        "",
        proof.text[1:],
        proof.text.replace("index 3", "index 03"),
        proof.text.replace("AAAA", "AAA", 1),
    ):
        with pytest.raises(Refused, match="proof.unreadable"):
            read_proof(broken)
