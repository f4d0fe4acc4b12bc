"""The accreditation mark as it is drawn on a certificate: an image told by its bytes, made an SVG that says nothing but shapes.

It comes from outside and goes into sealed papers, so whatever could run, load or need a font is refused.
"""

import re
from base64 import b64encode
from typing import Final
from xml.etree import ElementTree
from zlib import crc32

import typst

from mingzheng.rulebook.verdict import Objection, Refused

from .papers import PDF_STANDARD

CLAUSE = "ISO/IEC 17021-1:2015 8.3"
MARK_UNREADABLE = Objection("accreditation-mark.unreadable", CLAUSE)
MARK_TOO_LARGE = Objection("accreditation-mark.too-large", CLAUSE)
MARK_UNFIT = Objection("accreditation-mark.unfit", CLAUSE)
LARGEST: Final = 512 * 1024  # bytes: it is drawn into every certificate
PNG, SVG = "image/png", "image/svg+xml"
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_SHAPES = {
    "svg", "style", "g", "defs", "title", "desc", "metadata", "path", "rect", "circle", "ellipse", "line", "polyline",
    "polygon", "use", "symbol", "clipPath", "mask", "linearGradient", "radialGradient", "stop", "pattern",
}  # fmt: skip
_LOADS = re.compile(r"url\(\s*['\"]?(?!#)|@import|expression\(")
_SPACE = "{http://www.w3.org/2000/svg}"


def kind_of(content: bytes) -> str:
    """Which of the two kinds of image it is, by its bytes. Raises Refused."""
    if content.startswith(_SIGNATURE):
        return PNG
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:4] in (b"<svg", b"<?xm", b"<!--"):
        return SVG
    raise Refused(MARK_UNREADABLE)


def drawn(content: bytes) -> str:
    """The mark as an SVG to be drawn, tried on a page. Raises Refused."""
    if len(content) > LARGEST:
        raise Refused(MARK_TOO_LARGE.because(most=LARGEST // 1024))
    svg = as_svg(content)
    try:
        typst.compile(
            b'#image(bytes(sys.inputs.mark), format: "svg", width: 30mm, alt: "mark")',
            sys_inputs={"mark": svg},
            pdf_standards=PDF_STANDARD,
        )
    except typst.TypstError as error:
        raise Refused(MARK_UNREADABLE) from error
    return svg


def as_svg(content: bytes) -> str:
    """A PNG wrapped, an SVG looked through. Raises Refused."""
    if kind_of(content) == PNG:
        if not _is_whole(content):
            raise Refused(MARK_UNREADABLE)
        width, height = (int.from_bytes(content[at : at + 4]) for at in (16, 20))
        data = b64encode(content).decode()
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
            f'<image width="{width}" height="{height}" href="data:image/png;base64,{data}"/></svg>'
        )
    try:
        text = content.decode()
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            raise Refused(MARK_UNFIT.because(what="DOCTYPE"))
        root = ElementTree.fromstring(text)
    except (UnicodeDecodeError, ElementTree.ParseError) as error:
        raise Refused(MARK_UNREADABLE) from error
    for element in root.iter():
        _look_at(element)
    return text


def _is_whole(png: bytes) -> bool:
    """Every chunk of it is there with its checksum, from the first to the last (ISO/IEC 15948 5.3)."""
    at, kinds = len(_SIGNATURE), list[bytes]()
    while at + 12 <= len(png):
        length = int.from_bytes(png[at : at + 4])
        body, told = png[at + 4 : at + 8 + length], png[at + 8 + length : at + 12 + length]
        if crc32(body) != int.from_bytes(told):
            return False
        kinds.append(body[:4])
        at += 12 + length
    return at == len(png) and kinds[:1] == [b"IHDR"] and kinds[-1:] == [b"IEND"]


def _look_at(element: ElementTree.Element) -> None:
    """Shapes and their looks alone: no text (it would need a font), no script, nothing from elsewhere. Raises Refused."""
    name = str(element.tag)
    if name.startswith(_SPACE) and name.removeprefix(_SPACE) not in _SHAPES:
        raise Refused(MARK_UNFIT.because(what=name.removeprefix(_SPACE)))
    if element.text and _LOADS.search(element.text):
        raise Refused(MARK_UNFIT.because(what="url"))
    for attribute, told in element.attrib.items():
        short = attribute.rpartition("}")[2].lower()
        leads_away = short == "href" and not told.startswith("#")
        if short.startswith("on") or leads_away or _LOADS.search(told):
            raise Refused(MARK_UNFIT.because(what=short))
