"""How a PDF asks to be printed (ISO 32000-1 12.2): what a printer offers first, and whoever prints may change.

Typst writes the catalog last, with its viewer preferences, before the table of objects: what is put into it moves nothing
but that table. It is done before a paper is sealed.
"""

from typing import Final

PREFERENCES: Final = b"/ViewerPreferences<<"
ONE_SIDE: Final = b"/Duplex/Simplex"
BOTH_SIDES: Final = b"/Duplex/DuplexFlipLongEdge"


def asking(pdf: bytes, sides: bytes) -> bytes:
    """The PDF, asking to be printed on one side or on both. Raises ValueError when it is not as typst writes it."""
    at, told = pdf.rfind(PREFERENCES), pdf.rfind(b"startxref\n")
    end = told + len(b"startxref\n")
    table = int(pdf[end:].split(b"\n")[0]) if told >= 0 else -1
    is_last = 0 <= at < table and pdf.count(b"endobj", at, table) == 1
    if not is_last or not pdf.startswith(b"xref\n0 ", table):
        raise ValueError("the catalog is not the last object")
    at += len(PREFERENCES)
    return pdf[:at] + sides + pdf[at:end] + b"%d\n%%%%EOF" % (table + len(sides))
