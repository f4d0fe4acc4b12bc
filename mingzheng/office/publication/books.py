"""What must always be true of what is public."""

from collections.abc import Iterator

from mingzheng.office.record.books import book
from mingzheng.seal.leaf import read_leaf, record_hash
from mingzheng.seal.log import Tree, leaf_hash

from .models import Checkpoint, Entry, Line


@book("the public log holds what its checkpoints signed")
def _public_log_is_whole() -> Iterator[str]:
    roots = dict(Checkpoint.objects.values_list("size", "root"))
    log = Tree()
    if roots.pop(0, log.root.hex()) != log.root.hex():
        yield "the empty public log has another root than its checkpoint"
    rows = Line.objects.order_by("position").values_list("position", "text")
    for position, text in rows.iterator(chunk_size=5000):
        if position != log.size:
            yield f"position {log.size} of the public log is missing"
            return
        log = log.append(leaf_hash(text.encode()))
        if log.size in roots and roots.pop(log.size) != log.root.hex():
            yield f"the public log of {log.size} lines has another root than its checkpoint"
            return
    yield from (f"the public log is shorter than its checkpoint of {size} lines" for size in roots)


@book("the log's first line of a certificate commits to its credential")
def _lines_commit_to_credentials() -> Iterator[str]:
    rows = Line.objects.filter(n=1, entry__isnull=False).values_list(
        "text", "entry__payload", "entry__public_id"
    )
    for text, payload, public_id in rows.iterator(chunk_size=2000):
        try:
            record = read_leaf(text.encode()).record
        except ValueError:
            record = ""  # not even a line
        if record != record_hash(payload):
            yield f"the credential of {public_id} is not the one that was logged"


@book("what was published has its place in the log")
def _published_is_logged() -> Iterator[str]:
    unlogged = Entry.objects.filter(published_on__isnull=False).exclude(lines__n=1)
    yield from (
        f"{public_id} is published and not in the log"
        for public_id in unlogged.values_list("public_id", flat=True)
    )
