"""Whether the seal of a PDF still holds, and what is attached to it (ETSI EN 319 142-1)."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from mingzheng.rulebook.verdict import Objection, Refused
from mingzheng.seal.cms import fingerprint, packed
from mingzheng.seal.pdf_gm import is_sealed_gm, open_gm
from mingzheng.seal.pdf_seal import PDF_UNREADABLE

PADES = "ETSI EN 319 142-1"
PDF_UNSEALED = Objection("proof.pdf-unsealed", PADES)
PDF_ALTERED = Objection("proof.pdf-altered", PADES)
OTHER_SEAL = Objection("proof.other-seal", PADES)

CHANGES_OF_THE_SEAL_ITSELF = {ModificationLevel.NONE, ModificationLevel.LTA_UPDATES}


@dataclass(frozen=True)
class SealedPdf:
    """A PDF whose seal holds: nothing was changed since, and which certificate sealed it."""

    fingerprint: str
    attached: dict[str, bytes]


def open_sealed(pdf: bytes, seals: Collection[str]) -> SealedPdf:
    """What is in a PDF sealed under one of these seals (SHA-256, hex). Raises Refused: not sealed, or altered.

    Where a seal of GB/T 38540 lies over it, both must hold.
    """
    if is_sealed_gm(pdf):
        over = open_gm(pdf)
        if over.found.fingerprint not in seals:
            raise Refused(OTHER_SEAL.because(fingerprint=over.found.fingerprint[:16]))
        if over.found.stamped:
            raise Refused(PDF_ALTERED)  # the body puts no stamp there: bits nobody vouches for
        pdf = over.inner
    try:
        reader = PdfFileReader(BytesIO(pdf))
        found, stamps = reader.embedded_regular_signatures, reader.embedded_timestamp_signatures
        if len(found) != 1:
            raise Refused(PDF_UNSEALED)
        chain = _chain(found[0])
        holds = (
            _holds(found[0])
            and (bool(stamps) or _is_ours_to_the_byte(found[0], chain))
            and all(map(_stamp_holds, stamps))
        )
        holds = (
            holds
            and _covers_all([*found, *stamps][-1])
            and all(_is_plain(one, pdf) for one in (*found, *stamps))
        )
        attached = attachments(pdf)
    except Refused:
        raise
    except Exception as error:  # a damaged file fails the reader in any way it likes: all mean the same
        raise Refused(PDF_UNREADABLE) from error
    if not holds:
        raise Refused(PDF_ALTERED)
    if (named := fingerprint(chain)) not in seals:
        raise Refused(OTHER_SEAL.because(fingerprint=named[:16]))
    return SealedPdf(named, attached)


def _chain(signature: Any) -> list[bytes]:
    """The certificates in the signature, the seal's own first."""
    others = [one for one in signature.other_embedded_certs if one.dump() != signature.signer_cert.dump()]
    return [signature.signer_cert.dump(), *(one.dump() for one in others)]


def _is_ours_to_the_byte(signature: Any, chain: list[bytes]) -> bool:
    """Much of a CMS is signed by nobody; of ours every byte is known. A stamped one lies under its time stamp instead."""
    signed = signature.signer_info["signature"].native
    digest = signature.compute_digest()
    return bool(signature.pkcs7_content.rstrip(b"\0") == packed(chain, digest, signed).rstrip(b"\0"))


def _holds(signature: Any) -> bool:
    """The seal is whole, and nothing came after it but what belongs to it. Whose it is, the caller says."""
    context = ValidationContext(trust_roots=[signature.signer_cert], allow_fetching=False)
    status = validate_pdf_signature(signature, context)
    changed = status.modification_level not in CHANGES_OF_THE_SEAL_ITSELF
    return bool(status.intact and status.valid) and not changed


def _stamp_holds(stamp: Any) -> bool:
    context = ValidationContext(trust_roots=[stamp.signer_cert], allow_fetching=False)
    status = validate_pdf_timestamp(stamp, context)
    return bool(status.intact and status.valid)


def _covers_all(signature: Any) -> bool:
    signature.compute_integrity_info()
    return bool(signature.coverage is SignatureCoverageLevel.ENTIRE_FILE)


def _is_plain(signature: Any, pdf: bytes) -> bool:
    """The hole the signature lies in is signed by nobody: it may hold hex of one case, after the signature zeros."""
    start, length, after, _ = (int(number) for number in signature.byte_range)
    hole = pdf[start + length : after]
    told = signature.pkcs7_content.hex().encode()
    of_one_case = re.fullmatch(rb"<[0-9a-f]+>|<[0-9A-F]+>", hole)
    return bool(of_one_case) and hole[1:-1].rstrip(b"0").lower() == told.rstrip(b"0")


def attachments(pdf: bytes) -> dict[str, bytes]:
    """The files attached to a PDF, by name. Nothing is checked. Raises Refused when it cannot be read."""
    try:
        reader = PdfFileReader(BytesIO(pdf))
        names = reader.root["/Names"]["/EmbeddedFiles"]["/Names"] if "/Names" in reader.root else []
        return {str(names[n]): _content(names[n + 1]) for n in range(0, len(names), 2)}
    except (KeyError, PdfReadError, ValueError, TypeError, AttributeError, IndexError) as error:
        raise Refused(PDF_UNREADABLE) from error


def _content(specification: Any) -> bytes:
    stream = specification["/EF"]["/F"]
    return bytes(stream.data)
