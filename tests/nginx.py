"""A real nginx with the configuration of the guide, for as long as it is needed."""

import shutil
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import create_connection, create_server
from time import sleep

CONF = Path(__file__).parents[1] / "docs" / "nginx.conf"
TRUSTING = ssl._create_unverified_context()


@contextmanager
def serving(published: Path, home: Path, beside: str = "") -> Iterator[str]:
    """The address under which nginx serves a public folder; `beside` is configuration for the same server."""
    port = free_port()
    whole = configuration(home, published, port, beside)
    subprocess.run(["nginx", "-t", "-q", "-c", whole], check=True)
    server = subprocess.Popen(["nginx", "-c", whole])
    try:
        for _ in range(200):
            try:
                create_connection(("127.0.0.1", port), timeout=5).close()
                break
            except OSError:
                sleep(0.02)
        yield f"https://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(5)


def configuration(home: Path, published: Path, port: int, beside: str) -> Path:
    """The file of the guide with this machine's paths, in the smallest nginx there can be."""
    key, certificate = home / "key.pem", home / "cert.pem"
    make = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    make += ["-days", "2", "-subj", "/CN=localhost", "-keyout", key, "-out", certificate]
    subprocess.run(make, check=True, capture_output=True)
    told = CONF.read_text()
    for ours, here in (
        ("443 ssl", f"127.0.0.1:{port} ssl"),
        ("/etc/ssl/cert.example.org.pem", certificate),
        ("/etc/ssl/cert.example.org.key", key),
        ("/srv/mingzheng/published", published),
        ("127.0.0.1:8000", f"127.0.0.1:{free_port()}"),
        ("127.0.0.1:8001", f"127.0.0.1:{free_port()}"),
        ("    location / {", f"    {beside}\n    location / {{"),
    ):
        assert ours in told, ours
        told = told.replace(ours, str(here))
    (home / "site.conf").write_text(told)
    shutil.copy("/etc/nginx/proxy_params", home)
    whole = home / "nginx.conf"
    whole.write_text(
        f"user root; worker_processes auto; daemon off; pid {home}/pid; error_log {home}/error.log;\n"
        f"events {{ }} http {{ access_log off; include {home}/site.conf; }}\n"
    )
    return whole


def free_port() -> int:
    with create_server(("127.0.0.1", 0)) as one:
        return int(one.getsockname()[1])
