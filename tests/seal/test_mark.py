"""An accreditation mark is shapes or pixels; whatever could run, load or need a font is refused."""

import re
import zlib
from struct import pack

import pytest

from mingzheng.rulebook.verdict import Refused
from mingzheng.seal.mark import LARGEST, PNG, SVG, as_svg, drawn, kind_of
from mingzheng.seal.papers import render
from tests.seal.specimens import certificate

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 30">'
)
SHAPES = f'{HEAD}<defs><path id="a" d="M0 0h40v30z"/></defs><style>.b{{fill:#1f3a5f}}</style><use href="#a" class="b"/></svg>'


def png(width: int = 2, height: int = 2) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return pack(">I", len(content)) + kind + content + pack(">I", zlib.crc32(kind + content))

    pixels = zlib.compress((b"\0" + b"\x1f\x3a\x5f" * width) * height)
    head = pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


@pytest.mark.parametrize(("content", "kind"), [(SHAPES.encode(), SVG), (png(), PNG)])
def test_an_image_is_told_by_its_bytes_and_drawn(content, kind):
    assert kind_of(content) == kind
    assert drawn(content).startswith("<svg")


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("<script>alert(1)</script>", "script"),
        ("<text>CNAS</text>", "text"),
        ("<foreignObject/>", "foreignObject"),
        ('<image href="https://elsewhere.example/a.png"/>', "image"),
        ('<use href="other.svg#a"/>', "href"),
        ('<use xlink:href="file:///etc/passwd"/>', "href"),
        ('<path d="M0 0" onload="x()"/>', "onload"),
        ('<path d="M0 0" fill="url(https://elsewhere.example)"/>', "fill"),
        ("<style>@import 'https://elsewhere.example'</style>", "url"),
    ],
)
def test_what_could_run_load_or_need_a_font_is_refused(inside, what):
    with pytest.raises(Refused) as refused:
        as_svg(f"{HEAD}{inside}</svg>".encode())
    (objection,) = refused.value.objections
    assert (objection.code, objection.details) == ("accreditation-mark.unfit", {"what": what})


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"GIF89a", "unreadable"),
        (b"<svg", "unreadable"),
        (png()[:40], "unreadable"),
        (b"<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", "unfit"),
        (SHAPES.encode() + b" " * LARGEST, "too-large"),
    ],
)
def test_what_is_no_image_is_refused(content, code):
    with pytest.raises(Refused, match=f"accreditation-mark.{code}"):
        drawn(content)


def test_the_mark_stands_on_a_certificate_under_accreditation_alone():
    marked = {"mark": as_svg(png(120, 90))}
    with_mark, without = (
        render("certificate", certificate(**marked, accredited=accredited), "zh-hans")
        for accredited in (True, False)
    )
    assert re.search(rb"/Subtype ?/Image", with_mark) and not re.search(rb"/Subtype ?/Image", without)
