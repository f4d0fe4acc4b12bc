"""Seal a PDF (PAdES B-B): what was sealed stays byte for byte, the seal is written after it (ISO 32000-1 7.5.6).

The time of a seal without a time stamp is bounded by the log proof inside the file. :mod:`.pdf_stamped` seals with a time
stamp, :mod:`.pdf_check` looks whether a seal holds; both take a library that loads for a second, so they stand apart.
"""

import re
from datetime import datetime
from hashlib import sha256
from typing import Final

from mingzheng.rulebook.verdict import Objection, Refused
from mingzheng.seal.cms import Seal, room_for, signed_data

PDF_UNREADABLE = Objection("proof.pdf-unreadable", "ISO 32000-1")

FIELD: Final = "Seal"
INVISIBLE = "/Rect[0 0 0 0]/F 132"  # of no size, so it needs no drawing; printed and locked (ISO 19005-3 6.3)


def seal_pdf(pdf: bytes, seal: Seal, *, at: datetime) -> bytes:
    """The PDF with a B-B seal after it. `pdf` is as typst writes it: one table of objects, none compressed."""
    file, room = _Appended(pdf), 2 * room_for(seal)  # hex digits
    page, catalog = file.source(file.first_page), file.source(file.root)
    signature = file.add("")
    widget = file.add(
        f"<</Type/Annot/Subtype/Widget/FT/Sig/T({FIELD})/V {signature} 0 R/P {file.first_page} 0 R{INVISIBLE}>>"
    )
    file.replace(file.first_page, _with_annotation(page, widget))
    file.replace(file.root, catalog.replace("<<", f"<</AcroForm<</Fields[{widget} 0 R]/SigFlags 3>>", 1))
    file.replace(
        signature,
        "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached"
        f"/M(D:{at:%Y%m%d%H%M%S}Z)/ByteRange[{'0 ' * 3}{'0' * 30}]/Contents<{'0' * room}>>>",
    )
    return _filled(file.written(), len(pdf), room, seal)


def _with_annotation(page: str, widget: int) -> str:
    if "/Annots[" in page:
        return page.replace("/Annots[", f"/Annots[{widget} 0 R ", 1)
    return page.replace("<<", f"<</Annots[{widget} 0 R]", 1)


def _filled(pdf: bytes, start: int, room: int, seal: Seal) -> bytes:
    """The PDF with the range that is signed and the signature written into their places, not one byte moved."""
    opening = pdf.index(b"/Contents<", start) + len("/Contents<") - 1
    closing = opening + room + 2
    placeholder = re.compile(rb"/ByteRange\[[0 ]+\]").search(pdf, start)
    assert placeholder
    ranges = f"/ByteRange[0 {opening} {closing} {len(pdf) - closing}".encode()
    ranges = ranges.ljust(len(placeholder[0]) - 1) + b"]"
    pdf = pdf[: placeholder.start()] + ranges + pdf[placeholder.end() :]
    digest = sha256(pdf[:opening] + pdf[closing:]).digest()
    contents = signed_data(seal, digest).hex().encode()
    return pdf[: opening + 1] + contents + pdf[closing - 1 :]


class _Appended:
    """A PDF with objects added or replaced after its end (ISO 32000-1 7.5.6)."""

    def __init__(self, pdf: bytes):
        self._pdf, self._changed = pdf, dict[int, str]()
        self._start = int(pdf[pdf.rindex(b"startxref") + 9 :].split()[0])
        if not pdf.startswith(b"xref\n0 ", self._start):
            raise Refused(PDF_UNREADABLE)
        self._trailer = pdf[pdf.rindex(b"trailer") + 7 : pdf.rindex(b"startxref")].decode("latin-1").strip()
        self.size = self._number(r"/Size (\d+)", self._trailer)
        self.root = self._number(r"/Root (\d+) 0 R", self._trailer)
        pages = self._number(r"/Pages (\d+) 0 R", self.source(self.root))
        self.first_page = self._number(r"/Kids ?\[(\d+) 0 R", self.source(pages))

    @staticmethod
    def _number(pattern: str, source: str) -> int:
        if not (found := re.search(pattern, source)):
            raise Refused(PDF_UNREADABLE)
        return int(found[1])

    def source(self, number: int) -> str:
        """The text of an object, from its dictionary on."""
        table = self._pdf.index(b"\n", self._start + 5) + 1
        at = int(self._pdf[table + 20 * number : table + 20 * number + 10])
        start, end = self._pdf.index(b"<<", at), self._pdf.index(b"endobj", at)
        return self._pdf[start:end].decode("latin-1").rstrip()

    def add(self, source: str) -> int:
        self.size += 1
        self._changed[self.size - 1] = source
        return self.size - 1

    def replace(self, number: int, source: str) -> None:
        self._changed[number] = source

    def written(self) -> bytes:
        out, places = [self._pdf.rstrip(b"\n") + b"\n"], {}
        at = len(out[0])
        for number, source in sorted(self._changed.items()):
            places[number] = at
            out.append(f"{number} 0 obj\n{source}\nendobj\n".encode("latin-1"))
            at += len(out[-1])
        table = "".join(f"{number} 1\n{place:010d} 00000 n \n" for number, place in places.items())
        trailer = re.sub(r"/Size \d+", f"/Size {self.size}/Prev {self._start}", self._trailer, count=1)
        out.append(f"xref\n{table}trailer\n{trailer}\nstartxref\n{at}\n%%EOF\n".encode("latin-1"))
        return b"".join(out)
