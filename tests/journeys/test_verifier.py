"""Anybody's own browser checks a certificate from plain files: no application behind them, and at last no network."""

import json
from base64 import b64encode
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import expect

from mingzheng.doors.site.served import headers_of
from mingzheng.office.certificates.actions.withdraw_certificate import withdraw_certificate
from mingzheng.office.certificates.papers import certificate_paper
from mingzheng.office.publication.actions.withhold_certificate import withhold_certificate
from mingzheng.office.publication.keyring import keyring
from mingzheng.office.publication.sealing import address_of, specimen
from mingzheng.rulebook.roles import Role
from mingzheng.seal.credential import decoded, encoded, signed_jwt
from mingzheng.seal.facts import Attached
from mingzheng.seal.pdf_seal import seal_pdf
from tests.certified import clerk, decided
from tests.published import keys_in, moment, published, read, turn
from tests.rows import DAY

from .conftest import PHONE

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
LATER = DAY.replace(month=6)
SAID = {  # on the page of the valid one: what is chosen, its verdict, and a word of why
    "zh-CN": {
        "valid": ("有效", "状态签署于"),
        "withdrawn": ("撤销 2026-06-02", "打开核验页"),
        "withheld": ("有效", "打开核验页"),
        "scribbled": ("已被改动", "签章之后，文件的内容被改动"),
        "longer": ("已被改动", "又添加了内容"),
        "forged": ("已被改动", "电子凭证被改动"),
        "unsealed": ("已被改动", "没有本机构的签章"),
        "strange": ("不是本机构的证书", "不是用本机构的密钥签名"),
        "specimen": ("不是本机构的证书", "没有本机构签章的电子凭证"),
    },
    "en-GB": {
        "valid": ("Valid", "Status signed at"),
        "withdrawn": ("Withdrawn 2026-06-02", "open its page"),
        "scribbled": ("Altered", "changed after it was sealed"),
        "forged": ("Altered", "The credential in the file was changed"),
        "strange": ("Not a certificate of this body", "not signed with a key of the body"),
    },
}


DROP = """content => {
  const carried = new DataTransfer(), bytes = Uint8Array.from(atob(content), one => one.charCodeAt(0));
  carried.items.add(new File([bytes], "held.pdf", { type: "application/pdf" }));
  document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
}"""


class Plain(SimpleHTTPRequestHandler):
    """A folder, with the headers the guide asks for."""

    def end_headers(self):
        for name, value in headers_of(self.path.lstrip("/")).items():
            self.send_header(name, value)
        super().end_headers()

    def send_header(self, keyword, value):
        if keyword != "Content-type":  # its own guess
            super().send_header(keyword, value)

    def log_message(self, *_):
        pass


@contextmanager
def served(folder):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Plain, directory=folder))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def files(publishing, tmp_path, settings, person):
    """The files people may hold, by name; and the certificate whose page they look at."""
    valid, withdrawn, withheld = published(), published(), published()
    decided("withdraw", withdrawn.certificate, LATER, reason_code="0101")
    withdraw_certificate(withdrawn.certificate.number, on=LATER, by=clerk())
    director = person("director", Role.DIRECTOR)
    withhold_certificate(withheld.certificate.number, reason="客户要求", on=LATER, by=director)
    held = {
        name: read(f"C/{entry.public_id}.pdf") for name, entry in (("valid", valid), ("withdrawn", withdrawn))
    }
    held["withheld"] = read(f"C/{withheld.public_id}.pdf")
    turn(LATER)
    keys_in(tmp_path / "strangers")
    settings.KEYS = tmp_path / "strangers"
    strangers = keyring()
    at = held["valid"].index(b"stream") + 40
    held |= {
        "scribbled": held["valid"][:at] + bytes([held["valid"][at] ^ 1]) + held["valid"][at + 1 :],
        "longer": held["valid"] + b"\n% more\n",
        "forged": drawn(valid, forged(read(f"C/{valid.public_id}.jwt").decode())),
        "unsealed": drawn(valid, read(f"C/{valid.public_id}.jwt").decode()),
        "strange": seal_pdf(
            drawn(valid, signed_jwt(valid.payload, strangers.credential, "did:web:elsewhere#key")),
            strangers.seal,
            at=moment(),
        ),
        "specimen": specimen(valid.certificate, valid),
    }
    for name, content in held.items():
        (tmp_path / f"{name}.pdf").write_bytes(content)
    return valid, tmp_path


def drawn(entry, jwt: str) -> bytes:
    proof = read(f"C/{entry.public_id}.tlog-proof").decode()
    attached = Attached("a.jwt", "application/vc+jwt", jwt), Attached("a.tlog-proof", "text/plain", proof)
    return certificate_paper(entry.certificate, verify_url=address_of(entry), attached=attached)


def forged(jwt: str) -> str:
    head, payload, signature = jwt.split(".")
    claims = json.loads(decoded(payload))
    claims["credentialSubject"]["certificate"]["scope"]["zh"] = "一切零件的生产"
    return f"{head}.{encoded(json.dumps(claims).encode())}.{signature}"


@contextmanager
def looking(chromium, at, locale="zh-CN", path="", **more):
    """Somebody before the page, in June; nothing on it may break the content policy."""
    context = chromium.new_context(locale=locale, **more)
    page, wrongs = context.new_page(), []
    page.on("pageerror", lambda error: wrongs.append(str(error)))
    page.on("console", lambda said: "Content Security Policy" in said.text and wrongs.append(said.text))
    page.clock.set_fixed_time(moment(LATER, 11))
    page.goto(at + path)
    yield page
    assert wrongs == []
    context.close()


def choose(page, file, verdict, why):
    page.set_input_files("#file", file)
    box = page.locator("#dropped")
    expect(box.locator(".word")).to_have_text(verdict)
    expect(box.locator(".why")).to_contain_text(why)


@pytest.mark.parametrize("locale", SAID)
def test_a_browser_tells_every_file_apart(locale, files, chromium, settings):
    entry, home = files
    path = f"/C/{entry.public_id}" + (".en" if locale == "en-GB" else "")
    with served(settings.PUBLISHED) as site, looking(chromium, site, locale, path, viewport=PHONE) as page:
        expect(page.locator("#checks .ok")).to_have_count(4)
        for name, (verdict, why) in SAID[locale].items():
            choose(page, home / f"{name}.pdf", verdict, why)
        choose(page, home / "forged.pdf", *SAID[locale]["forged"])
        expect(page.locator("#dropped dd.bad")).to_contain_text("一切零件的生产")


def test_without_a_network_a_file_still_proves_itself(files, chromium, settings):
    entry, home = files
    with (
        served(settings.PUBLISHED) as site,
        looking(chromium, site, path=f"/C/{entry.public_id}", viewport=PHONE) as page,
    ):
        expect(page.locator("#checks .ok")).to_have_count(4)
        page.context.set_offline(True)
        page.evaluate(DROP, b64encode((home / "valid.pdf").read_bytes()).decode())
        expect(page.locator("#dropped .word")).to_have_text("有效")  # by the lists read before, not a day old
        choose(page, home / "withdrawn.pdf", "撤销", "状态签署于 2026-06-02")
        choose(page, home / "scribbled.pdf", *SAID["zh-CN"]["scribbled"])
        page.clock.set_fixed_time(moment(LATER + timedelta(2)))
        choose(page, home / "valid.pdf", "暂时无法确认", "已过时")
        expect(page.locator("#dropped .ok")).to_have_count(4)


def test_a_page_that_cannot_reach_the_lists_says_so_and_one_with_stale_lists_warns(files, chromium, settings):
    entry, home = files
    with (
        served(settings.PUBLISHED) as site,
        looking(chromium, site, path=f"/C/{entry.public_id}", viewport=PHONE) as page,
    ):
        page.route("**/status/**", lambda route: route.abort())
        page.reload()
        expect(page.locator("#checks .unreachable")).to_have_count(1)
        expect(page.locator("#verdict .word")).to_have_text("有效")
        choose(page, home / "valid.pdf", "暂时无法确认", "网络不通")
        page.unroute_all()
        page.clock.set_fixed_time(moment(LATER + timedelta(2)))
        page.reload()
        expect(page.locator("#verdict .word")).to_have_text("无法确认")
