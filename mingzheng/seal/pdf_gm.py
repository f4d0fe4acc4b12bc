"""A seal of GB/T 38540 on a PDF: the outermost, over all there is, the PAdES seal included.

Whoever reads such seals (`/Filter/GM.PKILite/SubFilter/GM.sm2seal`) sees one that covers the whole file; whoever reads PAdES sees a
second signature come later, as two people sign one paper. Without its last revision the file is the PAdES-sealed one again.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field
from pyhanko.sign.signers.pdf_byterange import PdfSignedData

from mingzheng.rulebook.verdict import Refused
from mingzheng.seal import sm2
from mingzheng.seal.ses import SEAL_ALTERED, SEAL_UNREADABLE, Found, GmSeal, open_sealing, seal_digest

FIELD, MARK = "GmSeal", b"/GM.sm2seal"
SPARE = 64  # bytes: a signature is of 70 to 72
RANGES = re.compile(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]")


@dataclass(frozen=True)
class GmSealed:
    """A PDF under such a seal, and what lies under it: the file as it was before."""

    found: Found
    inner: bytes


def seal_pdf_gm(pdf: bytes, seal: GmSeal, *, at: datetime) -> bytes:
    """The PDF with the seal after it."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    room = 2 * (len(seal_digest(seal, bytes(32), at=at, place=FIELD)) + SPARE)
    signature = PdfSignedData(pdf_name("/Sig"), timestamp=at, bytes_reserved=room)
    signature["/Filter"], signature["/SubFilter"] = pdf_name("/GM.PKILite"), pdf_name("/GM.sm2seal")
    append_signature_field(writer, SigFieldSpec(FIELD, box=None))
    fields = writer.root["/AcroForm"]["/Fields"]
    field = next(one for one in (each.get_object() for each in fields) if one["/T"] == FIELD)
    field["/V"] = writer.add_object(signature)
    writer.update_container(field)
    out = BytesIO()
    writer.write(out)
    return _filled(out.getvalue(), len(pdf), seal, at)


def _filled(pdf: bytes, start: int, seal: GmSeal, at: datetime) -> bytes:
    """The range that is sealed and the sealing written into their places, not one byte moved."""
    found = re.compile(rb"<0{512,}>").search(pdf, start)
    ranges = re.compile(rb"/ByteRange\s*\[[^\]]*\]\s*").search(pdf, start)
    if not found or not ranges:
        raise Refused(SEAL_UNREADABLE)
    told = f"/ByteRange [0 {found.start()} {found.end()} {len(pdf) - found.end()}]".encode()
    pdf = pdf[: ranges.start()] + told.ljust(len(ranges[0])) + pdf[ranges.end() :]
    digest = sm2.sm3(pdf[: found.start()] + pdf[found.end() :])
    content = seal_digest(seal, digest, at=at, place=FIELD).hex().encode()
    room = found.end() - found.start() - 2
    return pdf[: found.start() + 1] + content.ljust(room, b"0") + pdf[found.end() - 1 :]


def is_sealed_gm(pdf: bytes) -> bool:
    """Does this PDF say it is under such a seal?"""
    return MARK in pdf


def open_gm(pdf: bytes) -> GmSealed:
    """The seal over a whole PDF, if it holds. Raises Refused."""
    ranges = [tuple(map(int, one.groups())) for one in RANGES.finditer(pdf)]
    covering = [one for one in ranges if one[0] == 0 and one[2] + one[3] == len(pdf)]
    if not covering or pdf.count(MARK) != 1:
        raise Refused(SEAL_ALTERED)
    _, opening, closing, _ = covering[-1]
    hole = re.fullmatch(rb"<([0-9a-f]+)>", pdf[opening:closing])
    if not hole:
        raise Refused(SEAL_ALTERED)
    found = open_sealing(
        _without_padding(bytes.fromhex(hole[1].decode())), sm2.sm3(pdf[:opening] + pdf[closing:])
    )
    ends = [one[2] + one[3] for one in ranges if one[2] + one[3] < opening]
    return GmSealed(found, pdf[: max(ends)] if ends else b"")


def _without_padding(content: bytes) -> bytes:
    """The DER at the beginning; what fills the place after it must be zeros."""
    if content[:1] != b"\x30" or content[1] != 0x82:
        raise Refused(SEAL_UNREADABLE)
    length = 4 + int.from_bytes(content[2:4])
    if content[length:].strip(b"\0"):
        raise Refused(SEAL_ALTERED)
    return content[:length]
