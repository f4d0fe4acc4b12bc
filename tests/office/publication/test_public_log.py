"""The public log is signed in the order database, tiles, checkpoint; and not at all where signing would fork it."""

import shutil

import pytest
from django.db import connection

from mingzheng.doors.clock.followers import catch_up
from mingzheng.office.publication import folder
from mingzheng.office.publication.keyring import keyring
from mingzheng.office.publication.log import check_log, extend_log, log_proof
from mingzheng.office.publication.models import Checkpoint, Line
from mingzheng.office.record.append_only import PUBLIC_LOG, guard, unguard
from mingzheng.rulebook.verdict import Refused
from mingzheng.seal.log import Tree, leaf_hash, verify_consistency
from mingzheng.seal.note import open_checkpoint
from mingzheng.seal.tiles import Tiles
from tests.certified import certificate
from tests.published import moment, read, trusted, turn

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(autouse=True)
def _publishes(publishing):
    return publishing


def signed():
    return open_checkpoint(read("log/checkpoint").decode(), trusted().log_keys)


def issued(count: int = 1) -> None:
    for _ in range(count):
        certificate()
    catch_up(at=moment())


def test_what_is_published_is_what_the_database_holds():
    issued(3)
    turn()
    lines = [text.encode() for text in Line.objects.order_by("position").values_list("text", flat=True)]
    checkpoint = signed()
    assert checkpoint.size == len(lines) == 6  # three keys, three certificates
    assert checkpoint.root == Tree().extend(map(leaf_hash, lines)).root
    assert list(Tiles(lambda path: read(f"log/{path}"), 6).entries()) == lines
    assert Checkpoint.objects.get(size=6).note.encode() == read("log/checkpoint")


def test_every_checkpoint_begins_with_the_one_before():
    turn()
    before = signed()
    for _ in range(3):
        issued()
        turn()
        after = signed()
        shown = Tiles(lambda path: read(f"log/{path}"), after.size).consistency_proof(before.size)
        assert verify_consistency(before.size, after.size, shown, before.root, after.root)
        before = after


def test_nothing_new_is_nothing_signed():
    issued()
    turn()
    note = read("log/checkpoint")
    assert extend_log(keyring(), at=moment(hour=12)) == 0 and read("log/checkpoint") == note


def test_a_proof_is_given_once_a_checkpoint_covers_the_line():
    issued()
    with pytest.raises(IndexError, match="no checkpoint"):
        log_proof(3)
    turn()
    assert log_proof(3).index == 3


@pytest.mark.broken_books
def test_a_database_restored_from_a_backup_signs_nothing_until_it_has_caught_up():
    issued(2)
    turn()
    note = read("log/checkpoint")
    kept = list(Line.objects.filter(position__gte=4).values())
    unguard_and(
        lambda: Line.objects.filter(position__gte=4).delete(), Checkpoint.objects.filter(size__gt=4).delete
    )
    for attempt in (lambda: extend_log(keyring(), at=moment()), lambda: check_log(keyring())):
        with pytest.raises(Refused, match="log.restored") as refused:
            attempt()
        assert refused.value.objections[0].details == {"published": 5, "known": 4}
    Line.objects.bulk_create([Line(**row) for row in kept])
    issued()
    assert extend_log(keyring(), at=moment()) == 1 and read("log/checkpoint") != note


@pytest.mark.broken_books
def test_a_database_that_went_another_way_signs_nothing_at_all():
    issued(2)
    turn()
    unguard_and(lambda: Line.objects.filter(position=4).update(text="{}"), lambda: None)
    with pytest.raises(Refused, match="log.other-published"):
        extend_log(keyring(), at=moment())
    issued()
    with pytest.raises(Refused, match="log.other-published"):
        extend_log(keyring(), at=moment())


def unguard_and(*changes) -> None:
    unguard(connection, PUBLIC_LOG)
    for change in changes:
        change()
    guard(connection, PUBLIC_LOG)


def test_stopped_between_tiles_and_checkpoint_it_goes_on_where_it_was(monkeypatch):
    issued()
    turn()
    issued()
    write = folder.write

    def cut(path, content, **more):
        if path == "log/checkpoint":
            raise KeyboardInterrupt
        write(path, content, **more)

    monkeypatch.setattr(folder, "write", cut)
    with pytest.raises(KeyboardInterrupt):
        extend_log(keyring(), at=moment())
    assert signed().size == 4
    monkeypatch.undo()
    extend_log(keyring(), at=moment())
    assert signed().size == 5


def test_a_lost_folder_is_written_anew_from_the_database_with_the_same_signature(publishing):
    issued(3)
    turn()
    before = {path: path.read_bytes() for path in publishing.glob("log/**/*") if path.is_file()}
    shutil.rmtree(publishing / "log")
    extend_log(keyring(), at=moment(hour=15))
    assert all(path.read_bytes() == content for path, content in before.items() if ".p/" not in str(path))
    assert signed().size == 6 and check_log(keyring()) == []


def test_a_damaged_tile_is_found_and_mended(publishing):
    issued(3)
    turn()
    for name in ("log/tile/0/000.p/6", "log/tile/entries/000.p/6"):
        (publishing / name).write_bytes(b"damaged")
        assert check_log(keyring()) == [name] and check_log(keyring()) == []
