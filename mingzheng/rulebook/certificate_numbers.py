"""Numbers a certification body gives and bears: certificate numbers, its approval number, the prefix of audit plans.

A certificate number: the body's three digits, the year, the standard's letter, a serial, R with the number of
recertifications, a letter for the covered personnel; then perhaps ``/branch`` and ``-child``. The annexes of the
Chinese rules of 2025/26 fix the form; their text was not to be had, so the pattern is data of the body.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from mingzheng.rulebook.mending import Mended, tidied
from mingzheng.rulebook.standards import Standard, standard_of_letter
from mingzheng.rulebook.verdict import Objection, Refused, refuse_if

NUMBER_CLAUSE = "CNCA-QMS-01:2025 Annex C"
APPROVAL_CLAUSE = "认证机构管理办法"
PLAN_CLAUSE = "市监认证(司)函〔2021〕102号"

NUMBER_UNREADABLE = Objection("identifier.certificate-number-unreadable", NUMBER_CLAUSE)
NUMBER_PARTS_WRONG = {
    part: Objection(f"identifier.number-{part}", NUMBER_CLAUSE)
    for part in ("body", "year", "serial", "recertification", "personnel", "suffix")
}
APPROVAL_UNREADABLE = Objection("identifier.approval-unreadable", APPROVAL_CLAUSE)
BRANCH_WRONG = Objection("identifier.branch-wrong", PLAN_CLAUSE)

OLDEST_TWO_DIGIT_YEAR = 90  # no Chinese certificate is older than the 1990s: 98 is 1998, 19 is 2019

# Size letter by covered personnel, the last for all above. S seen on certificates, the bound between M and L recalled.
SIZES = ((50, "S"), (1000, "M"))
LARGEST = "L"

_DIGIT, _YEAR = "[0-9O]", "(?:19|2[0O])[0-9O]{2}|[0-9O]{2}"  # the letter O is a common slip for zero
_NUMBER = (
    rf"(?P<body>{_DIGIT}{{3}})(?P<year>{_YEAR})(?P<scheme>[QESOCPF])(?P<serial>{_DIGIT}{{5,6}})"
    rf"R(?P<recertification>{_DIGIT}{{1,2}})(?P<size>[SML])?(?:/(?P<branch>[0-9A-Z]+))?(?:-(?P<child>[0-9]+))?"
)
_SLOPPY = re.compile(_NUMBER)
_STRICT = re.compile(_NUMBER.replace("9O]", "9]").replace("[0O]", "0"))
_APPROVAL = re.compile(r"CNCA-(?P<kind>RF?)-(?P<year>[0-9]{4})-(?P<serial>[0-9]{2,4})")


@dataclass(frozen=True)
class CertificateNumberPattern:
    """How one body numbers its certificates. `sizes` are (up to so many people, letter)."""

    body: str
    serial_width: int = 5
    sizes: tuple[tuple[int, str], ...] = SIZES
    largest: str = LARGEST


@dataclass(frozen=True)
class CertificateNumber:
    """A certificate number taken apart. `text` is how it should be written; `notes` say what was mended or is old."""

    text: str
    body: str
    year: int
    scheme: str  # Q, E, S; O on certificates of OHSAS days
    serial: str
    recertification: int
    size: str | None
    branch: str | None
    child: str | None
    notes: tuple[str, ...] = ()

    @property
    def standard(self) -> Standard:
        return standard_of_letter(self.scheme)


def compose_certificate_number(
    pattern: CertificateNumberPattern,
    *,
    year: int,
    standard: Standard,
    serial: int,
    recertification: int,
    personnel: int,
    suffix: str = "",
) -> str:
    """The number of a new certificate, e.g. ``06426Q10318R0S``; `suffix` is ``/branch``, ``-child`` or both."""
    refuse_if(_objections_to_parts(pattern, year, serial, recertification, personnel, suffix))
    size = next((letter for most, letter in pattern.sizes if personnel <= most), pattern.largest)
    number = f"{pattern.body}{year % 100:02}{standard.letter}{serial:0{pattern.serial_width}}"
    return f"{number}R{recertification}{size}{suffix}"


def sub_certificate_number(main: str, child: int) -> str:
    """The number of the `child`-th sub-certificate 子证书 of a main certificate: ``06426Q10318R0S-1``."""
    refuse_if([NUMBER_PARTS_WRONG["suffix"].because(field="suffix")] if child < 1 or "-" in main else [])
    return f"{main}-{child}"


def parse_certificate_number(text: str) -> CertificateNumber:
    """Take a number apart, old forms included: four-digit year, no size letter, O for zero. Refused if unreadable."""
    tidy = tidied(text)
    if match := _STRICT.fullmatch(tidy.text):
        return _taken_apart(match, tidy)
    if match := _SLOPPY.fullmatch(tidy.text):
        mended = _zeros_for_o(match)
        if strict := _STRICT.fullmatch(mended):
            return _taken_apart(strict, tidy.then(mended, "identifier.mended-o-for-zero"))
    raise Refused(NUMBER_UNREADABLE.because(field="certificate_number", value=text))


@dataclass(frozen=True)
class ApprovalNumber:
    """The number of the regulator's approval 认证机构批准号, e.g. ``CNCA-R-2003-117``; ``RF`` for a foreign body."""

    foreign: bool
    year: int
    serial: str


def approval_number(text: str) -> ApprovalNumber:
    """Take an approval number apart: three or four digits at the end, two or three for a foreign body."""
    match = _APPROVAL.fullmatch(tidied(text).text)
    foreign = match is not None and match["kind"] == "RF"
    if match is None or len(match["serial"]) not in ((2, 3) if foreign else (3, 4)):
        raise Refused(APPROVAL_UNREADABLE.because(field="approval", value=text))
    return ApprovalNumber(foreign, int(match["year"]), match["serial"])


def plan_number_prefix(approval: str, branch: str) -> str:
    """What the numbers of a branch's audit plans begin with since 2021-09-15: ``CNCA-R-2003-117``, 02 → ``R011702``."""
    body = approval_number(approval)
    if not re.fullmatch("[0-9]{2}", branch):
        raise Refused(BRANCH_WRONG.because(field="branch", value=branch))
    return f"RF0{body.serial[-2:]}{branch}" if body.foreign else f"R0{body.serial[-3:]}{branch}"


def _taken_apart(match: re.Match[str], tidy: Mended) -> CertificateNumber:
    written = match["year"]
    year = int(written)
    if len(written) == 2:
        year += 1900 if year >= OLDEST_TWO_DIGIT_YEAR else 2000
    return CertificateNumber(
        text=match[0],
        body=match["body"],
        year=year,
        scheme=match["scheme"],
        serial=match["serial"],
        recertification=int(match["recertification"]),
        size=match["size"],
        branch=match["branch"],
        child=match["child"],
        notes=(*tidy.notes, *_old_forms(match)),
    )


def _old_forms(match: re.Match[str]) -> Iterable[str]:
    if len(match["year"]) == 4:
        yield "identifier.four-digit-year"
    if match["size"] is None:
        yield "identifier.no-size-letter"
    if match["scheme"] == "O":
        yield "identifier.letter-of-ohsas"


def _zeros_for_o(match: re.Match[str]) -> str:
    text = match[0]
    for part in ("body", "year", "serial", "recertification"):
        start, end = match.span(part)
        text = text[:start] + text[start:end].replace("O", "0") + text[end:]
    return text


def _objections_to_parts(
    pattern: CertificateNumberPattern,
    year: int,
    serial: int,
    recertification: int,
    personnel: int,
    suffix: str,
) -> list[Objection]:
    fits = {
        "body": re.fullmatch("[0-9]{3}", pattern.body) is not None,
        "year": 1900 + OLDEST_TWO_DIGIT_YEAR <= year < 2000 + OLDEST_TWO_DIGIT_YEAR,
        "serial": 1 <= serial < 10**pattern.serial_width,
        "recertification": 0 <= recertification <= 99,
        "personnel": personnel >= 1,
        "suffix": re.fullmatch(r"(/[0-9A-Z]+)?(-[0-9]+)?", suffix) is not None,
    }
    return [NUMBER_PARTS_WRONG[field].because(field=field) for field, good in fits.items() if not good]
