"""Read a mail: who wrote it, when, its text without markup, its attachments by name.

The standard library's older policy is asked on purpose: it hands out bytes. Mail from China says GB2312 and means GBK, or
names no charset at all, and the newer policy has replaced what it could not decode by then.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message as Part
from email.utils import parseaddr, parsedate_to_datetime
from hashlib import sha256
from html.parser import HTMLParser

from django.utils import timezone

from mingzheng.rulebook.inbox import NOT_A_MAIL, Message
from mingzheng.rulebook.verdict import Refused

LONGEST_TEXT = 200_000  # characters on the page; the whole is in what is kept
BREAKS = {"br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "table", "blockquote"}
HIDDEN = {"script", "style", "head", "title", "template"}


def read(raw: bytes) -> Message:
    """The mail in these bytes. Raises Refused when they are none."""
    mail = message_from_bytes(raw)
    heads = {name: header(mail, name) for name in ("From", "Subject", "Date", "Message-ID")}
    if not any(heads[name] for name in ("From", "Subject", "Date")):
        raise Refused(NOT_A_MAIL)
    sender, address = parseaddr(raw_header(mail, "From"))
    parts = list(leaves(mail))
    return Message(
        key=sha256(heads["Message-ID"].encode() or raw).hexdigest(),
        sender=said(sender),
        address=clean(address),
        subject=heads["Subject"],
        sent_on=day(heads["Date"]),
        text=text_of([part for part in parts if is_text(part)])[:LONGEST_TEXT],
        attachments=tuple((name_of(part), size_of(part)) for part in parts if not is_text(part)),
    )


def leaves(part: Part) -> Iterator[Part]:
    """Its parts in their order; a mail that is attached is one part, whatever it holds."""
    if part.get_content_maintype() == "multipart" and part.is_multipart():
        for inner in part.get_payload():
            yield from leaves(inner)  # type: ignore[arg-type]
    else:
        yield part


def is_text(part: Part) -> bool:
    named = part.get_content_disposition() == "attachment" or part.get_filename()
    return part.get_content_maintype() in ("text", "multipart") and not named


def text_of(parts: list[Part]) -> str:
    """What is written plainly; where nothing is, what the markup says."""
    by_kind = {
        kind: [p for p in parts if (p.get_content_subtype() == "html") == kind] for kind in (False, True)
    }
    plain = "\n\n".join(decoded(content(part), charset(part)).strip() for part in by_kind[False])
    marked = "\n\n".join(without_markup(decoded(content(part), charset(part))) for part in by_kind[True])
    return clean(plain.strip() or marked.strip())


def content(part: Part) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def size_of(part: Part) -> int:
    inner = part.get_payload()
    if isinstance(inner, list):  # a mail that is attached
        return sum(len(one.as_bytes()) for one in inner if isinstance(one, Part))
    return len(content(part))


def charset(part: Part) -> str:
    return str(part.get_content_charset() or "")


def name_of(part: Part) -> str:
    """The name it was given, without folders; its type where it has none."""
    name = said(str(part.get_filename() or ""))
    return re.split(r"[/\\]", name)[-1][:200] or part.get_content_type()


def header(mail: Part, name: str) -> str:
    return said(raw_header(mail, name))


def raw_header(mail: Part, name: str) -> str:
    """The first header of a name as it stands, unfolded."""
    rows = (value for key, value in mail.raw_items() if key.lower() == name.lower())
    return "".join(str(next(rows, "")).splitlines())


def said(value: str) -> str:
    """Encoded words read, and bytes that stand there bare."""
    try:
        pieces = decode_header(value)
    except HeaderParseError:
        pieces = [(value, None)]
    told = (
        decoded(piece.encode(errors="surrogateescape") if isinstance(piece, str) else piece, named or "")
        for piece, named in pieces
    )
    return clean(" ".join("".join(told).split()))


def decoded(found: bytes, named: str) -> str:
    """In the charset that is named, or in what Chinese mail is written in when it is not that."""
    for one in (named, "utf-8", "gb18030"):
        try:
            return found.decode(one)
        except (LookupError, ValueError):
            continue
    return found.decode(errors="replace")


def clean(text: str) -> str:
    """Without what no database keeps: NUL, and halves of characters."""
    return text.replace("\x00", "").replace("\r\n", "\n").encode(errors="replace").decode()


def day(said: str) -> date | None:
    try:
        sent = parsedate_to_datetime(said)
        return timezone.localtime(sent).date() if sent.tzinfo else sent.date()
    except (ValueError, TypeError, OverflowError):
        return None


def without_markup(html: str) -> str:
    reader = _Reader()
    with suppress(AssertionError):  # of a section no parser knows: what stands before it is read
        reader.feed(html)
        reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.text).splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Reader(HTMLParser):
    """Collects what a reader would see; a line for each block."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.hidden += tag in HIDDEN
        if tag in BREAKS:
            self.text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in HIDDEN and self.hidden:
            self.hidden -= 1
        if tag in BREAKS:
            self.text.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.text.append(" ".join(re.split(r"\s+", data)))
