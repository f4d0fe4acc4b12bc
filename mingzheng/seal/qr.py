"""QR codes as SVG: for certificates and for pages. A URL in, a drawing out."""

from io import BytesIO

import segno


def svg(text: str) -> str:
    """The QR code of `text` as an SVG drawing, error correction Q (a quarter may be lost), with its quiet zone of 4 modules."""
    drawing = BytesIO()
    segno.make_qr(text, error="q", boost_error=False).save(
        drawing, kind="svg", border=4, xmldecl=False, svgns=True, omitsize=True, dark="#12233d"
    )
    return drawing.getvalue().decode()
