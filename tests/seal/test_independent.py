"""The log and the credential are read by a program that shares nothing with ours: Go, with golang.org/x/mod."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from mingzheng.seal.did import document, origin
from mingzheng.seal.leaf import What
from mingzheng.seal.note import NoteKey, signatures_of
from mingzheng.seal.signer import Algorithm, KeyInMemory, new_key
from mingzheng.seal.witness import WitnessKey, cosign
from tests.seal.public import ADDRESS, ISSUED, Public, keys

pytestmark = pytest.mark.slow
SOURCES = Path("/usr/share/gocode")  # Debian's golang-golang-x-mod-dev


@pytest.fixture(scope="session")
def checker(tmp_path_factory) -> Path:
    return built("check_log", tmp_path_factory.mktemp("go"))


def built(name: str, home: Path) -> Path:
    assert shutil.which("go") and SOURCES.exists(), (
        "apt-get install golang-go golang-golang-x-mod-dev: the log is checked by a program of others"
    )
    program = home / name
    environment = os.environ | {"GOPATH": str(SOURCES), "GO111MODULE": "off", "GOCACHE": str(program.parent)}
    source = Path(__file__).parent / "go" / f"{name}.go"
    subprocess.run(["go", "build", "-o", program, source], env=environment, check=True)
    return program


@pytest.fixture
def folder(tmp_path) -> Path:
    site = Public(happened=((What.ISSUED, ISSUED), (What.SUSPENDED, ISSUED)), suspended=True, between=1000)
    for path, content in site.files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    (tmp_path / "jwt").write_text(site.jwt)
    (tmp_path / "did.json").write_text(json.dumps(document(ADDRESS, keys().public)))
    return tmp_path


def asks(checker: Path, folder: Path) -> subprocess.CompletedProcess:
    key = NoteKey.of(origin(ADDRESS), keys().log).text
    asked = [checker, key, folder / "log", folder / "jwt", folder / "did.json"]
    return subprocess.run(asked, capture_output=True, text=True, check=False)


def test_go_proves_every_leaf_and_the_credential_and_refuses_what_was_changed(checker, folder):
    said = asks(checker, folder)
    assert said.stdout.splitlines() == ["log of 1007 leaves holds", "credential holds"], said.stdout
    for path in ("log/checkpoint", "log/tile/0/001", "log/tile/entries/002", "log/tile/0/003.p/239", "jwt"):
        place = folder / path
        before = place.read_bytes()
        changed = bytearray(before)
        changed[len(changed) // 2] ^= 1
        place.write_bytes(changed)
        assert asks(checker, folder).returncode == 1, path
        place.write_bytes(before)
    assert asks(checker, folder).returncode == 0


def test_go_reads_the_signatures_of_witnesses_under_a_checkpoint(tmp_path):
    program, place = built("check_witness", tmp_path), tmp_path / "checkpoint"
    log, site = NoteKey.of(origin(ADDRESS), keys().log).text, Public()
    note = site.files["log/checkpoint"].decode()
    text = signatures_of(note)[0]
    others = [(f"w{n}.example", KeyInMemory(new_key(Algorithm.ED25519))) for n in range(2)]
    place.write_text(note + "".join(cosign(text, name, key, at=1_772_000_000) for name, key in others))
    wanted = [WitnessKey(name, key.public_key[-32:]).text for name, key in others]

    def asks() -> subprocess.CompletedProcess:
        return subprocess.run([program, log, place, *wanted], capture_output=True, text=True, check=False)

    assert asks().stdout.splitlines() == [origin(ADDRESS), "w0.example", "w1.example"]
    place.write_text(place.read_text().replace("\n7\n", "\n8\n", 1).replace("\n306\n", "\n307\n", 1))
    assert asks().returncode == 1
