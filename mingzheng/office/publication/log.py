"""The public log's one sequencer: what stands in the database becomes tiles, and only then a signed checkpoint.

In this order, for a log that signed what it may lose again has forked itself. After a restore the database may know
less than the public does: then nothing is signed until it has caught up.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice

from django.conf import settings
from django.db.models import Max

from mingzheng.rulebook.verdict import Objection, Refused
from mingzheng.seal import note
from mingzheng.seal.did import LOG, origin
from mingzheng.seal.log_proof import LogProof
from mingzheng.seal.note import NoteKey, open_checkpoint, sign_note
from mingzheng.seal.tiles import Edge, File, Tiles

from . import folder
from .keyring import Keyring, Witnessing, adopted
from .models import Checkpoint, Line
from .witnesses import believed, shown, witnessed

CHECKPOINT = "log/checkpoint"
BATCH = 5000  # lines between two checkpoints, so that memory stays flat and a killed sequencer loses little
RESTORED = Objection("log.restored", note.CHECKPOINT)
OTHER_LOG_PUBLISHED = Objection("log.other-published", note.CHECKPOINT)


def extend_log(keys: Keyring, *, at: datetime) -> int:
    """Publish the lines the log does not show yet, and sign; return how many. Raises Refused rather than fork the log."""
    added = 0
    with folder.one_at_a_time():
        adopted(keys, LOG)
        edge = _edge(keys)
        while lines := _lines(edge.size):
            _write(edge.append(lines))
            for path, content in edge.unfinished():
                folder.write(f"log/{path}", content, lasting=True)
            _sign(edge, keys, at)
            added += len(lines)
        if folder.read(CHECKPOINT) is None or (keys.witnessing and not added):
            _sign(edge, keys, at)  # shown anew, or the witnesses asked who could not be reached
    return added


def _write(full: Iterable[File]) -> None:
    """Put full tiles in place; the partial ones they grew from are not needed any more."""
    for path, content in full:
        folder.write(f"log/{path}", content, lasting=True)
        folder.remove_folder(f"log/{path}.p")


def check_log(keys: Keyring) -> list[str]:
    """Compare every tile and bundle the public sees with the database; write anew what differs, and return its paths."""
    with folder.one_at_a_time():
        published = _published(keys)
        size = published.size if published else 0
        if size > (known := count()):
            raise Refused(RESTORED.because(published=size, known=known))
        edge, rows, wrong = Edge(), iter_lines(size), list[str]()
        while batch := list(islice(rows, BATCH)):
            wrong += _mended(edge.append(batch))
        return wrong + _mended(edge.unfinished())


def _mended(files: Iterable[File]) -> list[str]:
    wrong = [(path, content) for path, content in files if folder.read(f"log/{path}") != content]
    for path, content in wrong:
        folder.write(f"log/{path}", content, lasting=True)
    return [f"log/{path}" for path, _ in wrong]


def count() -> int:
    """How many lines the database holds."""
    last = Line.objects.aggregate(last=Max("position"))["last"]
    return 0 if last is None else int(last) + 1


def _lines(start: int) -> list[bytes]:
    rows = Line.objects.filter(position__gte=start, position__lt=start + BATCH).order_by("position")
    return [text.encode() for text in rows.values_list("text", flat=True)]


def _sign(edge: Edge, keys: Keyring, at: datetime) -> None:
    """The checkpoint goes into the database first: what the public sees, the body can always account for."""
    tree, name = edge.tree, origin(settings.PUBLIC_ADDRESS)
    text = note.Checkpoint(name, tree.size, tree.root).text
    signed, _ = Checkpoint.objects.get_or_create(
        size=tree.size,
        defaults={"root": tree.root.hex(), "note": sign_note(text, name, [keys.log]), "at": at},
    )
    if signed.root != tree.root.hex():
        raise Refused(OTHER_LOG_PUBLISHED.because(size=tree.size))
    note_shown = shown(signed)
    if keys.witnessing:
        published = _published(keys)
        note_shown = witnessed(signed, keys.witnessing, published.size if published else 0)
    if note_shown and folder.read(CHECKPOINT) != note_shown.encode():
        folder.write(CHECKPOINT, note_shown.encode(), lasting=True)


def _edge(keys: Keyring) -> Edge:
    """Where the log goes on: at what the public sees, if the database can account for it."""
    published = _published(keys)
    if published is None:
        if (last := Checkpoint.objects.order_by("-size").first()) is None:
            return Edge()
        published = note.Checkpoint(origin(settings.PUBLIC_ADDRESS), last.size, bytes.fromhex(last.root))
    if published.size > (known := count()):
        raise Refused(RESTORED.because(published=published.size, known=known))
    edge = _from_tiles(published) or _from_lines(published.size)
    if edge.tree.root != published.root:
        raise Refused(OTHER_LOG_PUBLISHED.because(size=published.size))
    return edge


def _published(keys: Keyring) -> note.Checkpoint | None:
    """The checkpoint the public sees, by any key it was ever signed with; one nobody can read is as none."""
    content = folder.read(CHECKPOINT)
    if content is None:
        return None
    text = content.decode(errors="replace")
    if known := _known(text):
        return note.Checkpoint(origin(settings.PUBLIC_ADDRESS), known.size, bytes.fromhex(known.root))
    own = NoteKey.of(origin(settings.PUBLIC_ADDRESS), keys.log)
    return open_checkpoint(text, [own])


def _known(text: str) -> Checkpoint | None:
    """The checkpoint of the body's own that a note is, whatever witnesses have put under it since."""
    size = text.split("\n")[1:2]
    known = Checkpoint.objects.filter(size=int(size[0])).first() if size and size[0].isdecimal() else None
    return known if known and text.startswith(known.note) else None


def _from_tiles(published: note.Checkpoint) -> Edge | None:
    """The right edge out of the files, unless one is missing or damaged."""
    tiles = Tiles(lambda path: folder.read(f"log/{path}"), published.size)
    try:
        edge = tiles.edge()
    except Refused:
        return None
    is_whole = edge.tree.root == published.root and edge.entries == _lines_between(
        published.size - len(edge.entries), published.size
    )
    return edge if is_whole else None


def _from_lines(size: int) -> Edge:
    """The right edge out of the database; every tile and bundle on the way is written anew."""
    edge, rows = Edge(), iter_lines(size)
    while batch := list(islice(rows, BATCH)):
        _write(edge.append(batch))
    for path, content in edge.unfinished():
        folder.write(f"log/{path}", content, lasting=True)
    return edge


def iter_lines(size: int) -> Iterator[bytes]:
    """The first `size` lines, in order."""
    rows = Line.objects.filter(position__lt=size).order_by("position").values_list("text", flat=True)
    return (text.encode() for text in rows.iterator(chunk_size=BATCH))


def _lines_between(low: int, high: int) -> list[bytes]:
    rows = Line.objects.filter(position__gte=low, position__lt=high).order_by("position")
    return [text.encode() for text in rows.values_list("text", flat=True)]


def log_proof(position: int, witnessing: Witnessing | None = None) -> LogProof:
    """The proof that the line at this position is in the log, under the last checkpoint signed and what witnesses put under it.

    Raises IndexError while no checkpoint covers it, Refused when a tile is missing.
    """
    last = Checkpoint.objects.order_by("-size").first()
    if last is None or position >= last.size:
        raise IndexError(f"no checkpoint covers position {position}")
    tiles = Tiles(lambda path: folder.read(f"log/{path}"), last.size)
    return LogProof(position, tiles.inclusion_proof(position), believed(last, witnessing))
