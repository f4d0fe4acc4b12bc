"""File a paper 归档材料 — ISO/IEC 17021-1:2015 9.9."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role
from mingzheng.rulebook.verdict import NOT_YOURS, Objection, refuse_if
from mingzheng.words import WORDS

from ..content import keep, media_type
from ..models import Paper
from ..queries import is_strangers

CLAUSE = "ISO/IEC 17021-1:2015 9.9.1"
EMPTY = Objection("paper-filed.empty", CLAUSE)
TOO_LARGE = Objection("paper-filed.too-large", CLAUSE)
UNKNOWN_TYPE = Objection("paper-filed.unknown-type", CLAUSE)
UNKNOWN_KIND = Objection("paper-filed.unknown-kind", CLAUSE)
ALREADY_FILED = Objection("paper-filed.already", CLAUSE)
TOO_MANY = Objection("paper-filed.too-many", CLAUSE)
MOST_FROM_AN_APPLICANT = 60  # no rule: whoever has a link has no account, so what he can fill is bounded


@dataclass(frozen=True)
class PaperFiled(Happened, kind="paper.filed"):
    belongs_to: str  # the subject whose case it is in: "application:SQ2026-0012"
    paper: str  # its kind, words "paper-kind.<kind>"
    name: str
    sha256: str

    @property
    def subject(self) -> str:
        """A paper is part of the story of its case."""
        return self.belongs_to


def objections(subject: str, kind: str, content: bytes, by: Actor) -> Iterator[Objection]:
    """Why this content cannot be filed there."""
    if is_strangers(subject, by):
        yield NOT_YOURS
    if f"paper-kind.{kind}" not in WORDS:
        yield UNKNOWN_KIND.because(kind=kind)
    if not content:
        yield EMPTY
    elif len(content) > settings.LARGEST_UPLOAD:
        yield TOO_LARGE.because(megabytes=settings.LARGEST_UPLOAD // 1024**2)
    elif media_type(content) is None:
        yield UNKNOWN_TYPE


@action(*HELD_BY_PERSONS, Role.APPLICANT, clause=CLAUSE)
def file_paper(subject: str, *, kind: str, name: str, content: bytes, on: date, by: Actor) -> PaperFiled:
    refuse_if(objections(subject, kind, content, by))
    digest = keep(content)
    filed = Paper.objects.filter(subject=subject)
    refuse_if([ALREADY_FILED] if filed.filter(kind=kind, sha256=digest).exists() else [])
    if by.holds(Role.APPLICANT):
        refuse_if([TOO_MANY] if filed.count() >= MOST_FROM_AN_APPLICANT else [])
    paper = Paper.objects.create(
        subject=subject,
        kind=kind,
        name=_plain_name(name),
        sha256=digest,
        size=len(content),
        media_type=media_type(content) or "",
        filed_on=on,
        filed_by=by.login,
    )
    return PaperFiled(subject, kind, paper.name, digest)


def _plain_name(name: str) -> str:
    """The file's own name without folders and control characters, at most 200 characters, its ending kept."""
    name = re.sub(r"[\x00-\x1f\x7f<>:\"|?*]", "", re.split(r"[/\\]", name)[-1]).strip(" .") or "--"
    stem, dot, ending = name.rpartition(".")
    return f"{stem[: 199 - len(ending)]}.{ending}" if dot and len(ending) < 10 else name[:200]
