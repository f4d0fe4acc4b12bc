"""What a file really is, told by its bytes and never by its name; and where its bytes lie, under their hash."""

from hashlib import sha256
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from .models import Paper

PDF = "application/pdf"
JPEG = "image/jpeg"
PNG = "image/png"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SIGNATURES = {b"%PDF-": PDF, b"\xff\xd8\xff": JPEG, b"\x89PNG\r\n\x1a\n": PNG}
OFFICE_PARTS = {"word/document.xml": WORD, "xl/workbook.xml": EXCEL}


class Damaged(Exception):
    """The bytes in storage are not those that were filed."""


def media_type(content: bytes) -> str | None:
    """PDF, JPEG, PNG, or an Office document without macros; None for everything else."""
    for signature, kind in SIGNATURES.items():
        if content.startswith(signature):
            return kind
    return _office_type(content) if content.startswith(b"PK\x03\x04") else None


def _office_type(content: bytes) -> str | None:
    try:
        parts = set(ZipFile(BytesIO(content)).namelist())
    except BadZipFile:
        return None
    if "[Content_Types].xml" not in parts or any(part.endswith("vbaProject.bin") for part in parts):
        return None
    return next((kind for part, kind in OFFICE_PARTS.items() if part in parts), None)


def place(digest: str) -> str:
    """Where the content with this hash lies in storage."""
    return f"{digest[:2]}/{digest}"


def keep(content: bytes) -> str:
    """Put bytes into storage under their hash and return it. What a killed process left half written is written again."""
    digest = sha256(content).hexdigest()
    if default_storage.exists(place(digest)):
        if default_storage.size(place(digest)) == len(content):
            return digest
        default_storage.delete(place(digest))
    default_storage.save(place(digest), ContentFile(content))
    return digest


def read(paper: Paper) -> bytes:
    """The bytes of a paper as filed. Raises Damaged when storage has lost or changed them."""
    return kept(paper.sha256)


def kept(digest: str) -> bytes:
    """The bytes kept under a hash. Raises Damaged when storage has lost or changed them."""
    if not default_storage.exists(place(digest)):
        raise Damaged(digest)
    with default_storage.open(place(digest)) as file:
        content: bytes = file.read()
    if sha256(content).hexdigest() != digest:
        raise Damaged(digest)
    return content
