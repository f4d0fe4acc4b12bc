"""`mingzheng verify FILE.pdf|FILE.jwt|NUMBER|URL`: is this certificate genuine, and how does it stand?

    --at FOLDER|URL   where the body publishes; default the folder of this installation
    --offline         only what the file itself proves, with the keys in --at's did.json (or --keys FILE)
    --on 2026-03-02   how it stood on that day
    --witnesses FILE  which witnesses must have signed the log, as a C2SP tlog-policy
    --json            for a program

The exit status is 0 when it is genuine and valid, 1 when it is genuine and not valid, 2 when it does not prove itself.
"""

import json
import sys
from argparse import RawDescriptionHelpFormatter
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from mingzheng.doors.frame.two import both
from mingzheng.doors.terminal.published import Evidence, evidence_in, fetcher
from mingzheng.doors.today import today
from mingzheng.office.publication.queries import published
from mingzheng.rulebook.mending import tidied
from mingzheng.rulebook.verdict import Refused
from mingzheng.seal.did import read_document
from mingzheng.seal.examine import NOBODY, NOT_FOUND, Finding, Verdict, examine, examine_offline, failed
from mingzheng.seal.witness import Policy, read_policy
from mingzheng.words import say

SCHEMES = ("http", "https")


class Command(BaseCommand):
    help = "核验证书 / check a certificate: a PDF, a credential, a number or an address"

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        return super().create_parser(
            prog_name, subcommand, epilog=__doc__, formatter_class=RawDescriptionHelpFormatter, **kwargs
        )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", metavar="FILE.pdf|FILE.jwt|NUMBER|URL")
        parser.add_argument(
            "--at", metavar="FOLDER|URL", help="机构的公开文件夹或网址 / where the body publishes"
        )
        parser.add_argument(
            "--address", help="机构的公开网址 / the body's public address, where --at is a folder"
        )
        parser.add_argument("--offline", action="store_true", help="只凭文件本身 / by the file alone")
        parser.add_argument(
            "--keys", type=Path, metavar="did.json", help="事先保存的机构公钥 / the body's keys, kept earlier"
        )
        parser.add_argument(
            "--on", type=date.fromisoformat, metavar="DAY", help="当日的状态 / how it stood on a day"
        )
        parser.add_argument(
            "--witnesses",
            type=Path,
            metavar="POLICY",
            help="须有哪些见证（C2SP tlog-policy）/ who must have witnessed the log",
        )
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        finding = self._find(options)
        self.stdout.write(_as_json(finding) if options["json"] else _as_text(finding))
        sys.exit(0 if finding.verdict is Verdict.VALID else 1 if finding.is_genuine else 2)

    def _find(self, options: dict[str, Any]) -> Finding:
        try:
            return self._examined(options)
        except Refused as refused:
            return failed(refused.objections[0])

    def _examined(self, options: dict[str, Any]) -> Finding:
        what = options["what"]
        place = options["at"] or _site_of(what) or str(settings.PUBLISHED)
        address = (
            place if urlparse(place).scheme in SCHEMES else options["address"] or settings.PUBLIC_ADDRESS
        )
        fetch = fetcher(place)
        did = options["keys"].read_bytes() if options["keys"] else fetch(".well-known/did.json") or b""
        trusted = read_document(did.decode(errors="replace"), address.rstrip("/"))
        evidence = self._evidence(what, fetch, trusted)
        policy = _policy(options["witnesses"])
        told = (evidence.jwt, evidence.proof, trusted)
        if options["offline"]:
            return examine_offline(*told, on=options["on"] or today(), policy=policy)
        return examine(*told, fetch, now=timezone.now(), on=options["on"], policy=policy)

    def _evidence(self, what: str, fetch: Any, trusted: Any) -> Evidence:
        """What there is to look at: in the file, or published under the id. Raises Refused when there is nothing."""
        if Path(what).is_file():
            return evidence_in(Path(what).read_bytes(), fetch, trusted)
        public_id = _id_in(what) or _id_of(what)
        jwt, proof = (fetch(f"C/{public_id}.{end}") for end in ("jwt", "tlog-proof"))
        if not public_id or jwt is None or proof is None:
            raise Refused(NOT_FOUND.because(asked=what))
        return Evidence(jwt.decode(errors="replace"), proof.decode(errors="replace"))


def _policy(place: Path | None) -> Policy:
    """Which witnesses the reader wants."""
    try:
        return read_policy(place.read_text()) if place else NOBODY
    except Refused as refused:  # says nothing about the certificate
        raise CommandError(both(refused)) from refused


def _site_of(what: str) -> str:
    parts = urlparse(what)
    return f"{parts.scheme}://{parts.netloc.lower()}" if parts.scheme.lower() in SCHEMES else ""


def _id_in(what: str) -> str:
    """The public id in an address such as HTTPS://CERT.EXAMPLE.ORG/C/7Q2MK9XW4T."""
    return urlparse(what).path.rpartition("/")[2][:10].upper() if _site_of(what) else ""


def _id_of(number: str) -> str:
    """The public id of a certificate of this installation that everybody may look up by its number."""
    rows = published().filter(certificate__number=tidied(number).text, withheld_reason="")
    return rows.values_list("public_id", flat=True).first() or ""


def _as_json(finding: Finding) -> str:
    told = {
        "verdict": finding.verdict,
        "genuine": finding.is_genuine,
        "faults": [
            {
                "code": one.code,
                "zh": say(one.code, "zh-hans", **one.details),
                "en": say(one.code, "en", **one.details),
                "clause": one.clause,
            }
            for one in finding.faults
        ],
        "status_as_of": finding.as_of.isoformat() if finding.as_of else None,
        "certificate": {name: told for name, told in finding.certificate.items() if name != "salt"},
        "history": [{"what": past.what, "on": past.on.isoformat()} for past in finding.history],
        "replaced_by": finding.successor or None,
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _as_text(finding: Finding) -> str:
    held: dict[str, Any] = finding.certificate
    lines = ["{} / {}".format(*(say(f"verdict.{finding.verdict}", one) for one in ("zh-hans", "en")))]
    for one in finding.faults:
        lines += [
            f"  ✗ {say(one.code, 'zh-hans', **one.details)}",
            f"    {say(one.code, 'en', **one.details)}",
        ]
    if held:
        lines += [f"  {held['number']}  {held['client']['zh']} {held['client']['en']}".rstrip()]
        lines += [
            f"  {held['standard']['zh']} / {held['standard']['en']}  {held['issuedOn']} – {held['validUntil']}"
        ]
        lines += [f"  {held['scope']['zh']} {held['scope']['en']}".rstrip()]
    lines += [
        f"  {past.on}  {say(f'past.{past.what}', 'zh-hans')} / {say(f'past.{past.what}', 'en')}"
        for past in finding.history
    ]
    if finding.successor:
        lines += [f"  → {finding.successor}"]
    fresh = finding.as_of.isoformat(timespec="minutes") if finding.as_of else "未核验 not looked at"
    return "\n".join([*lines, f"  状态签署于 status as of: {fresh}"])
