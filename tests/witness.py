"""A small witness of logs as others run it (C2SP tlog-witness): it remembers one size and root of a log, and signs what grows from it."""

from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from mingzheng.rulebook.verdict import Refused
from mingzheng.seal.log import verify_consistency
from mingzheng.seal.note import NoteKey, open_checkpoint
from mingzheng.seal.signer import Algorithm, KeyInMemory, new_key
from mingzheng.seal.witness import WitnessKey, cosign

EMPTY = bytes.fromhex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")


@dataclass
class Observer:
    """What it knows, and how it answers."""

    name: str
    log: NoteKey
    url: str = ""
    key: KeyInMemory = field(default_factory=lambda: KeyInMemory(new_key(Algorithm.ED25519)))
    size: int = 0
    root: bytes = EMPTY
    asked: list[int] = field(default_factory=list)  # how it answered
    away: bool = False

    @property
    def vkey(self) -> str:
        return WitnessKey(self.name, self.key.public_key[-32:]).text

    def answer(self, content: str) -> tuple[int, str]:
        head, _, note = content.partition("\n\n")
        old, *proof = head.split("\n")
        size = int(old.removeprefix("old "))
        try:
            checkpoint = open_checkpoint(note, [self.log])
        except Refused:
            return 403, ""
        if size > checkpoint.size:
            return 400, ""
        if size != self.size:
            return 409, f"{self.size}\n"
        hashes = [b64decode(one) for one in proof]
        if not verify_consistency(size, checkpoint.size, hashes, self.root, checkpoint.root):
            return 422, ""
        self.size, self.root = checkpoint.size, checkpoint.root
        return 200, cosign(checkpoint.text, self.name, self.key, at=1_772_000_000)


@contextmanager
def observing(name: str, log: NoteKey) -> Iterator[Observer]:
    """A witness at an address, for as long as it is needed."""
    observer = Observer(name, log)

    class Door(BaseHTTPRequestHandler):
        def do_POST(self):
            content = self.rfile.read(int(self.headers["Content-Length"])).decode()
            code, said = (
                (503, "") if observer.away or self.path != "/add-checkpoint" else observer.answer(content)
            )
            observer.asked.append(code)
            self.send_response(code)
            self.end_headers()
            self.wfile.write(said.encode())

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    observer.url = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield observer
    finally:
        server.shutdown()
        server.server_close()
