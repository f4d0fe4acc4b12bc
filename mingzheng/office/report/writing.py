"""The report on its way: where it stands, who may write what, and what is wrong with its text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q

from mingzheng.office.files.models import Paper
from mingzheng.office.library.models import Body
from mingzheng.office.library.queries import body, body_on
from mingzheng.office.people.models import Person
from mingzheng.office.people.queries import names_of
from mingzheng.office.quality.queries import none_in
from mingzheng.office.record.actors import Actor
from mingzheng.rulebook.indicators.meaning import Owner
from mingzheng.rulebook.own_system import Register
from mingzheng.rulebook.proofreading import Finding, proofread
from mingzheng.rulebook.report_outline import chapter
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection
from mingzheng.rulebook.yearly_report import Part, Standing, claims, empty_chronicle, may_write
from mingzheng.seal.report.document import Document, text_of
from mingzheng.words import WORDS

from .document import document_of
from .live import known, said
from .models import Block, Report, Snapshot
from .year import Year

TEMPLATE = "report-template:word"  # the subject whose latest paper is the body's own template
KEEPERS = (Role.QUALITY, Role.DIRECTOR)


@dataclass(frozen=True)
class Remark:
    """What proofreading found, and in which chapter."""

    code: str
    finding: Finding


def held(year: int) -> Report:
    """The report of a year, held until the action is over. Raises Report.DoesNotExist."""
    return Report.objects.select_for_update().get(year=year)


def held_block(report: Report, code: str) -> Block:
    """A chapter of a report, held until the action is over. Raises Block.DoesNotExist."""
    return report.blocks.select_for_update().get(code=code)


def blocks_of(report: Report) -> dict[str, Any]:
    """The chapters of a report by their codes, each with how many comments `open` it has."""
    rows = report.blocks.annotate(open=Count("comments", filter=Q(comments__settled_on=None)))
    return {block.code: block for block in rows}


def template() -> Paper | None:
    """The body's own Word template, the latest."""
    return Paper.objects.filter(subject=TEMPLATE).order_by("-pk").first()


def part_of(block: Any, comments: int | None = None) -> Part:
    """What the rulebook needs to know of a chapter."""
    return Part(
        code=block.code,
        written=bool(block.zh.strip() and block.en.strip()),
        required=chapter(block.code).required,
        written_by=block.written_by,
        reviewed=block.reviewed_on is not None,
        comments=block.open if comments is None else comments,
    )


def standing_of(report: Report, *, frozen: bool = False) -> Standing:
    return Standing(frozen, report.signed_by, report.released_on is not None)


def is_frozen(year: int) -> bool:
    return Snapshot.objects.filter(year=year).exists()


def department_of(by: Actor) -> Owner | None:
    """The department of a person, where it is one that answers for something."""
    name = Person.objects.filter(login=by.login).values_list("department", flat=True).first()
    return next((owner for owner in Owner if name in WORDS[f"owner.{owner}"]), None)


def not_his(block: Block, by: Actor) -> list[Objection]:
    """Why this person may not write this chapter."""
    owners = [Owner(block.owner), *(Owner(one) for one in block.supporting)]
    keeps = any(by.holds(role) for role in KEEPERS)
    return may_write(owners, None if keeps else department_of(by), keeps=keeps)


def put(block: Block, zh: str, en: str, *, left_out: bool, on: date, by: Actor) -> None:
    """Another text of a chapter; it is to be reviewed again."""
    block.zh, block.en, block.left_out = zh.strip(), en.strip(), left_out
    block.written_on, block.written_by = on, by.login
    block.reviewed_on, block.reviewed_by = None, ""
    block.save()


@dataclass(frozen=True)
class Draft:
    """A report with its texts, its figures and what is wrong with it."""

    report: Report
    blocks: Mapping[str, Any]
    told: Year
    body: Body
    signatory: str

    @classmethod
    def of(cls, report: Report) -> "Draft":
        signatory = names_of([report.signed_by]).get(report.signed_by, "") if report.signed_by else ""
        own = body_on(day) if (day := report.released_on or report.signed_on) else body()
        return cls(report, blocks_of(report), Year.of(report.year), own, signatory)

    def document(self, language: str) -> Document:
        return document_of(self.report, self.blocks, self.told, self.body, self.signatory, language)

    @property
    def standing(self) -> Standing:
        return standing_of(self.report, frozen=self.told.frozen is not None)

    @property
    def parts(self) -> list[Part]:
        return [part_of(block) for block in self.blocks.values()]

    def both(self) -> list[Document]:
        return [self.document(language) for language in ("zh", "en")]

    def remarks(self, document: Document) -> list[Remark]:
        """What contradicts itself, is missing or doubtful in the Chinese text, and what either language claims."""
        lines = list(text_of(document))
        text = "\n".join(line for _, line in lines)
        found = [Remark(lines[one.lines[0] - 1][0] if one.lines else "", one) for one in proofread(text)]
        return [*found, *self._claims(), *self._chronicle()]

    def _chronicle(self) -> Iterator[Remark]:
        """A chronicle nobody took anything into is written of nothing."""
        yield from (Remark("chronicle", one) for one in empty_chronicle(len(self.told.register("chronicle"))))

    def _claims(self) -> Iterator[Remark]:
        names = known(self.told)
        values = said(self.told, [one.code for one in names])
        for code, block in self.blocks.items():
            for text in (block.zh, block.en):
                yield from (Remark(code, one) for one in claims(text, names, values, self._none))

    def _none(self, name: str) -> bool:
        """Was the register confirmed to be empty for the year?"""
        register = Register(name)
        counted = self.told.figures["figures"]
        names = ("penalties",) if register is Register.PENALTIES else ("gifts", "integrity-cases")
        count = sum(counted[name]["value"] for name in names if name in counted)
        return count == 0 and none_in(register, self.report.year, 0)
