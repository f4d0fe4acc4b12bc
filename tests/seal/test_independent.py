"""The log and the credential are read by a program that shares nothing with ours: Go, with golang.org/x/mod."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from mingzheng.seal.did import document, origin
from mingzheng.seal.leaf import What
from mingzheng.seal.note import NoteKey
from tests.seal.public import ADDRESS, ISSUED, Public, keys

pytestmark = pytest.mark.slow
SOURCES = Path("/usr/share/gocode")  # Debian's golang-golang-x-mod-dev


@pytest.fixture(scope="session")
def checker(tmp_path_factory) -> Path:
    assert shutil.which("go") and SOURCES.exists(), (
        "apt-get install golang-go golang-golang-x-mod-dev: the log is checked by a program of others"
    )
    program = tmp_path_factory.mktemp("go") / "check_log"
    environment = os.environ | {"GOPATH": str(SOURCES), "GO111MODULE": "off", "GOCACHE": str(program.parent)}
    source = Path(__file__).parent / "go" / "check_log.go"
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
