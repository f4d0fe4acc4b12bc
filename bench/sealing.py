"""Sealing certificates: the whole action, against drawing the PDF and one RSA-3072 signature alone, in one run.

Goal: at least 0.7 times as many certificates a second of one core. `python -m bench.sealing`
"""

import time
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from .throwaway import body

COUNT, GOAL = 60, 0.7


def main() -> int:
    with body(), TemporaryDirectory(prefix="mingzheng-sealing-") as folder:
        from django.conf import settings
        from django.db import connection

        settings.KEYS, settings.PUBLISHED = Path(folder, "keys"), Path(folder, "published")
        connection.creation.create_test_db(verbosity=0, serialize=False)  # SQLite: in memory
        return 0 if measure(settings.KEYS) >= GOAL else 1


def measure(folder: Path) -> float:
    """How many times as many are sealed as could be drawn and signed."""
    from mingzheng.office.certificates.models import Certificate
    from mingzheng.office.certificates.papers import certificate_paper
    from mingzheng.office.publication.actions.seal_certificate import seal_certificate
    from mingzheng.office.publication.keyring import keyring
    from mingzheng.seal.signer import sign
    from tests.certified import certificate, clerk
    from tests.published import adopt, keys_in, turn
    from tests.rows import DAY

    keys_in(folder)
    adopt()
    for _ in range(COUNT):
        certificate()
    turn()
    keys, at, by = keyring(), datetime(2026, 3, 2, 10, tzinfo=UTC), clerk()
    rows = list(Certificate.objects.select_related("certification__client", "replaces"))
    certificate_paper(rows[0], verify_url="HTTPS://CERT.EXAMPLE.ORG/C/0123456789")  # fonts are read once
    bare = whole = 0.0
    for held in rows:
        begun = time.process_time()
        certificate_paper(held, verify_url="HTTPS://CERT.EXAMPLE.ORG/C/0123456789")
        sign(keys.seal.signer, b"what was drawn")
        bare += time.process_time() - begun
        begun = time.process_time()
        seal_certificate(held.number, keys=keys, at=at, on=DAY, by=by)
        whole += time.process_time() - begun
    print(f"drawn and signed alone: {COUNT / bare:.1f} a second of one core; sealed: {COUNT / whole:.1f}")
    print(f"sealing / (drawing + RSA-3072) = {bare / whole:.2f}")
    return bare / whole


if __name__ == "__main__":
    raise SystemExit(main())
