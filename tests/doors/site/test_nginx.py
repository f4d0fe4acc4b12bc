"""docs/nginx.conf, loaded into a real nginx: it serves the folder as it lies, with the headers the application would give."""

import shutil
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from django.urls import reverse

from mingzheng.doors.site.assets import FILES
from mingzheng.doors.site.served import headers_of
from tests.nginx import TRUSTING, serving
from tests.published import published

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
TO_APPLICATION = 502  # nobody listens behind this nginx


@pytest.fixture
def nginx(publishing, tmp_path):
    assert shutil.which("nginx"), "apt-get install nginx: the guide's configuration is loaded into a real one"
    with serving(publishing, tmp_path) as address:
        yield address


def asks(address: str) -> tuple[int, dict[str, str], bytes]:
    try:
        with urlopen(address, context=TRUSTING, timeout=5) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except HTTPError as error:
        return error.code, {}, b""


def test_nginx_serves_the_folder_with_the_very_headers_of_the_application(nginx, publishing):
    entry = published()
    place = f"C/{entry.public_id}"
    for path in (
        *(f"{place}{end}" for end in ("", ".en", ".json", ".jwt", ".tlog-proof", ".pdf")),
        *("status/revocation/1", "status/suspension/1", "log/checkpoint", "log/tile/0/000.p/4"),
        *("log/tile/entries/000.p/4", ".well-known/did.json", "context/v1.json", *FILES),
    ):
        status, headers, content = asks(f"{nginx}/{path}")
        assert (status, content) == (200, (publishing / path).read_bytes()), path
        assert {name: headers.get(name) for name in headers_of(path)} == dict(headers_of(path)), path
        assert headers["Strict-Transport-Security"] == "max-age=31536000", path


def test_what_is_no_public_file_is_not_served_and_only_search_asks_the_application(nginx, publishing):
    entry = published()
    (publishing / "C" / "secret").write_text("not for anybody")
    for path in ("C/0000000000", "log/tile/9/000", "status/revocation/99"):
        assert asks(f"{nginx}/{path}")[0] == 404, path
    for path in (
        ".lock",
        "C/secret",
        f"c/{entry.public_id.lower()}",
        "verify/",
        "c/06426Q00001R0M/",
        "staff/",
    ):
        assert asks(f"{nginx}/{path}")[0] == TO_APPLICATION, path
    said = [asks(f"{nginx}/verify/")[0] for _ in range(30)]
    assert said[0] == TO_APPLICATION and said[-1] == 429


def test_an_unnamed_suggestion_leaves_nothing_in_the_log_of_the_server(publishing, tmp_path):
    unnamed = reverse("staff:suggest-unnamed")
    with serving(publishing, tmp_path, f"access_log {tmp_path}/access.log;") as address:
        for path in (unnamed, reverse("staff:suggestions")):
            assert asks(f"{address}{path}")[0] == TO_APPLICATION
    logged = (tmp_path / "access.log").read_text()
    assert reverse("staff:suggestions") in logged and unnamed not in logged
