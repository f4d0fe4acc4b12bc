"""Sealing certificates, against drawing the PDF and one RSA-3072 signature alone, in one run, by processor time.

First each of a few in turn: drawn and signed, then sealed by the action. Then a thousand by one `mingzheng seal`, killed
on its way and begun again: none may be sealed twice, and nothing be missing. Goal: both at least 0.7 times as many
a second of one core. `python -m bench.sealing [--count 1000]`
"""

import argparse
import os
import re
import resource
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from .throwaway import body

TURNS, GOAL = 60, 0.7


def main(arguments: list[str]) -> int:
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--count", type=int, default=1000, help="certificates sealed by the one command")
    count = wanted.parse_args(arguments).count
    with body() as folder:
        prepare(folder, TURNS + count)
        bare, whole = in_turns()
        print(f"drawn and signed alone: {1 / bare:.1f} a second of one core; sealed: {1 / whole:.1f}")
        print(f"sealing / (drawing + RSA-3072) = {bare / whole:.2f}", flush=True)
        took = in_one_command(count)
        print(f"{count:,} by one command, killed once: {count / took:.1f} a second of one core")
        print(f"the command / (drawing + RSA-3072) = {bare * count / took:.2f}")
        return 0 if min(bare / whole, bare * count / took) >= GOAL else 1


def prepare(folder: Path, count: int) -> None:
    """Certificates that wait for their seal, and the keys for it."""
    from tests.certified import certificate
    from tests.published import adopt, keys_in, turn

    os.environ.update(PYTHONUNBUFFERED="1")
    keys_in(folder / "keys")
    adopt()
    for _ in range(count):
        certificate()
    turn()


def in_turns() -> tuple[float, float]:
    """Seconds of processor to draw and sign one, and to seal one."""
    from mingzheng.office.certificates.papers import certificate_paper
    from mingzheng.office.publication.actions.seal_certificate import seal_certificate
    from mingzheng.office.publication.keyring import keyring
    from mingzheng.office.publication.queries import to_seal
    from mingzheng.seal.signer import sign
    from tests.certified import clerk
    from tests.rows import DAY

    keys, at, by = keyring(), datetime(2026, 3, 2, 10, tzinfo=UTC), clerk()
    rows = [entry.certificate for entry in to_seal()[:TURNS]]
    url = "HTTPS://CERT.EXAMPLE.ORG/C/0123456789"
    certificate_paper(rows[0], verify_url=url)  # fonts are read once
    bare = whole = 0.0
    for held in rows:
        begun = time.process_time()
        certificate_paper(held, verify_url=url)
        sign(keys.seal.signer, b"what was drawn")
        bare += time.process_time() - begun
        begun = time.process_time()
        seal_certificate(held.number, keys=keys, at=at, on=DAY, by=by)
        whole += time.process_time() - begun
    return bare / TURNS, whole / TURNS


def in_one_command(count: int) -> float:
    """Seconds of processor of `mingzheng seal` for all that wait, its start and a kill -9 on the way included."""
    from mingzheng.office.publication.models import Sealed
    from mingzheng.office.record.models import Event
    from tests.certified import clerk

    command = [Path(sys.executable).parent / "mingzheng", "seal", "--by", clerk().login]
    begun, before = _processor(), Sealed.objects.count()
    first = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert first.stdout
    for line in first.stdout:  # one for every fifty
        if int(re.search(r"sealed ([\d,]+)", line)[1].replace(",", "")) >= count // 2:
            break
    first.kill()
    first.wait()
    done = Sealed.objects.count() - before
    print(f"killed when {done:,} were sealed", flush=True)
    assert count // 2 <= done < count
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    print(f"begun again: {said.splitlines()[-1]}", flush=True)
    took = _processor() - begun
    events = list(Event.objects.filter(kind="publication.sealed").values_list("facts__number", flat=True))
    assert Sealed.objects.count() == before + count == len(events) == len(set(events))
    return took


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
