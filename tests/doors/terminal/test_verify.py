"""Anybody checks a certificate with one command: its file, its credential, its number, its address; with and without a network."""

import json
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from mingzheng.doors import today
from mingzheng.office.certificates.actions.withdraw_certificate import withdraw_certificate
from mingzheng.office.publication.actions.withhold_certificate import withhold_certificate
from mingzheng.office.record.proving import check, prove
from tests.certified import certificate, clerk, decided, suspended
from tests.published import ADDRESS, moment, published, read, turn
from tests.rows import DAY

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.one_database]
LATER = DAY.replace(month=6)


@pytest.fixture(autouse=True)
def _publishes(publishing, monkeypatch):
    monkeypatch.setattr(today, "clock", lambda: DAY)
    monkeypatch.setattr("mingzheng.doors.terminal.management.commands.verify.timezone.now", moment)
    return publishing


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


def ask(*asked: str, **more) -> tuple[dict, int]:
    out = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("verify", *asked, "--json", stdout=out, **more)
    return json.loads(out.getvalue()), ended.value.code


def files_of(entry, folder) -> dict[str, str]:
    for end in ("pdf", "jwt"):
        (folder / f"c.{end}").write_bytes(read(f"C/{entry.public_id}.{end}"))
    return {end: str(folder / f"c.{end}") for end in ("pdf", "jwt")}


def test_file_credential_number_and_address_all_say_the_same(tmp_path, publishing):
    entry = published()
    number = entry.certificate.number
    files = files_of(entry, tmp_path)
    for asked in (files["pdf"], files["jwt"], number, number.lower()):
        told, code = ask(asked)
        assert (told["verdict"], told["genuine"], code) == ("valid", True, 0), asked
        assert told["certificate"]["number"] == number and told["status_as_of"] == moment().isoformat()
    told, code = ask(f"{ADDRESS.upper()}/C/{entry.public_id}", at=str(publishing))
    assert (told["verdict"], code) == ("valid", 0)


def test_over_the_network_from_what_lies_there(publishing, settings):
    settings.PUBLIC_ADDRESS = "http://127.0.0.1:0"
    handler = partial(Quiet, directory=str(publishing))
    publishing.mkdir(parents=True, exist_ok=True)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings.PUBLIC_ADDRESS = f"http://127.0.0.1:{server.server_port}"
        entry = published()
        told, code = ask(f"{settings.PUBLIC_ADDRESS}/C/{entry.public_id}")
        server.shutdown()
    assert (told["verdict"], code) == ("valid", 0)


def test_offline_the_file_proves_itself_and_says_that_its_status_was_not_looked_at(tmp_path):
    entry = published()
    files = files_of(entry, tmp_path)
    (tmp_path / "did.json").write_bytes(read(".well-known/did.json"))
    told, code = ask(
        files["pdf"], "--offline", "--keys", str(tmp_path / "did.json"), "--at", str(tmp_path / "nowhere")
    )
    assert (told["verdict"], told["status_as_of"], code) == ("valid", None, 0)


def test_it_tells_what_was_altered_and_what_was_never_issued(tmp_path):
    entry = published()
    files = files_of(entry, tmp_path)
    changed = bytearray(read(f"C/{entry.public_id}.pdf"))
    changed[len(changed) // 2] ^= 4
    (tmp_path / "bad.pdf").write_bytes(changed)
    told, code = ask(str(tmp_path / "bad.pdf"))
    assert (told["verdict"], code) == ("altered", 2) and told["faults"][0]["code"].startswith("proof.pdf-")
    (tmp_path / "bad.jwt").write_text((tmp_path / "c.jwt").read_text()[:-6] + "AAAAAA")
    assert ask(str(tmp_path / "bad.jwt"))[0]["faults"][0]["code"] == "proof.jwt-altered"
    for unknown in ("06426Q99999R0M", f"{ADDRESS}/C/0000000000"):
        told, code = ask(unknown, at=str(tmp_path.parent / tmp_path.name / "public"))
        assert (told["verdict"], code) == ("unknown", 2)
    assert files["pdf"]


def test_a_number_that_is_withheld_is_unknown_and_its_file_still_proves_itself(tmp_path, cast):
    entry = published()
    files = files_of(entry, tmp_path)
    withhold_certificate(entry.certificate.number, reason="客户书面申请", on=DAY, by=cast["director"])
    turn()
    assert ask(entry.certificate.number)[0]["verdict"] == "unknown"
    assert ask(files["pdf"])[0]["verdict"] == "valid"


def test_what_ended_is_genuine_and_not_valid_with_its_history_as_of_any_day(tmp_path, monkeypatch):
    entry = published()
    decided("withdraw", entry.certificate, LATER, reason_code="0101")
    withdraw_certificate(entry.certificate.number, on=LATER, by=clerk())
    turn(LATER)
    monkeypatch.setattr(
        "mingzheng.doors.terminal.management.commands.verify.timezone.now", lambda: moment(LATER)
    )
    told, code = ask(entry.certificate.number)
    assert (told["verdict"], told["genuine"], code) == ("withdrawn", True, 1)
    assert [line["what"] for line in told["history"]] == ["issued", "withdrawn"]
    assert ask(entry.certificate.number, "--on", "2026-05-01")[0]["verdict"] == "valid"
    out = StringIO()
    with pytest.raises(SystemExit):
        call_command("verify", entry.certificate.number, stdout=out)
    assert "撤销 / Withdrawn" in out.getvalue()


def test_the_years_table_is_counted_from_the_log_alone(publishing):
    held = suspended()
    certificate("EMS")
    turn(LATER)
    rows = json.loads(_printed(publishing))["rows"]
    assert [row["scheme"] for row in rows] == ["EMS", "QMS"]
    assert rows[1] | {"valid": 0, "suspended_at_end": 1, "suspended": 1, "issued": 1} == rows[1]
    assert rows[0]["valid"] == 1
    assert held.status == "suspended"
    bundle = publishing / "log/tile/entries/000.p/6"
    bundle.write_bytes(bundle.read_bytes().replace(b"suspended", b"withdrawn"))
    with pytest.raises(CommandError, match="log/tile/entries"):
        call_command("log", "table", "2026", "--at", str(publishing))


def _printed(publishing) -> str:
    out = StringIO()
    call_command("log", "table", "2026", "--at", str(publishing), "--json", stdout=out)
    return out.getvalue()


def test_one_clients_file_is_exported_with_proofs_that_hold_and_no_change_passes(tmp_path, capsys):
    held = suspended()
    turn(LATER)
    code = held.certification.client.uscc
    export = prove(code)
    kinds = {one["told"][2] for one in export["events"]}
    assert {"certificate.issued", "certificate.suspended"} <= kinds and check(export) == []
    assert prove(f"certificate:{held.number}")["events"][0]["told"][0] == f"certificate:{held.number}"
    assert prove("certificate:nobody") is None
    call_command("record", "prove", code, "--to", str(tmp_path / "file.json"))
    call_command("record", "check", str(tmp_path / "file.json"))
    text = (tmp_path / "file.json").read_text()
    (tmp_path / "file.json").write_text(text.replace("0116", "0111"))
    with pytest.raises(SystemExit):
        call_command("record", "check", str(tmp_path / "file.json"))
    with pytest.raises(CommandError, match="there is nothing"):
        call_command("record", "prove", "nobody")
