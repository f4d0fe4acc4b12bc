"""The issues of social responsibility in a report: how many of ISO 26000 are there, and who answers for each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..tables import read
from .finding import Finding, Weight
from .report import Report, Row, Sentence, Table, bare

ISSUE, OWNER = "议题", re.compile(r"责任部门|责任单位|归口部门")
REASON = re.compile(r"不适用|未涉及|不涉及|未纳入|不纳入|未披露|理由|原因")
APART = re.compile(r"[\s、,，;；/]+")
CLAUSE = re.compile(r"[,，。;；:：]")


@dataclass(frozen=True)
class Issue:
    """One issue of ISO 26000:2010 clause 6, with the code of GB/T 36000-2015 where it has one, and who answers for it."""

    iso: str
    subject: str
    zh: str
    en: str
    owner: str
    gb: str | None = None
    supporting: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    confidence: str = "M"


ISSUES = tuple(
    Issue(**{**row, **{name: tuple(row.get(name, ())) for name in ("also", "supporting")}})
    for row in read("social_responsibility")["issue"]
)
_BY_NAME = {bare(name): issue for issue in ISSUES for name in (issue.zh, *issue.also)}


def issue_named(name: str) -> Issue | None:
    """The issue of this name, in the words of ISO 26000, GB/T 36000 or as bodies write it."""
    return _BY_NAME.get(bare(name))


@dataclass(frozen=True)
class Owned:
    """A row of the table of issues: the issue and the departments that answer for it."""

    line: int
    issue: Issue
    owners: tuple[str, ...]


def issues_listed(report: Report) -> list[Owned]:
    """The rows of every table that has a column of issues; an empty owner is that of the row above in the same subject."""
    return [owned for table in report.tables for owned in _owned(table)]


def _owned(table: Table) -> Iterator[Owned]:
    columns = [n for n, name in enumerate(table.head.cells) if bare(name) == ISSUE]
    owning = [n for n, name in enumerate(table.head.cells) if OWNER.search(bare(name))]
    if not columns:
        return
    owners: tuple[str, ...] = ()
    for row in table.rows:
        said = _departments(row, owning)
        owners = said or (() if row.cells[0] and columns[0] else owners)
        if issue := issue_named(row.cells[columns[0]]):
            yield Owned(row.line, issue, owners)


def _departments(row: Row, columns: list[int]) -> tuple[str, ...]:
    return tuple(name for n in columns for name in APART.split(row.cells[n]) if name)


def coverage(report: Report) -> Iterator[Finding]:
    """Of the issues of ISO 26000, those that are neither listed nor left out with a reason."""
    listed = issues_listed(report)
    if not listed:
        return
    covered = {owned.issue for owned in listed}
    reasons = [bare(s.text) for s in report.sentences if REASON.search(s.text)]
    reasons += [
        bare("".join(row.cells)) for t in report.tables for row in t.rows if REASON.search("".join(row.cells))
    ]
    missing = [i for i in ISSUES if i not in covered and not any(bare(i.zh) in reason for reason in reasons)]
    if missing:
        details = {
            "covered": len(covered),
            "all": len(ISSUES),
            "missing": ("、".join(issue.zh for issue in missing), "; ".join(issue.en for issue in missing)),
        }
        yield Finding("issues-not-covered", Weight.GAP, tuple(owned.line for owned in listed), "", details)


def issues_not_listed(report: Report) -> Iterator[Finding]:
    """An issue the body writes about under a heading of its own stands in the table of issues."""
    listed = {owned.issue for owned in issues_listed(report)}
    for heading in report.headings:
        issue = issue_named(heading.title)
        if listed and issue and issue not in listed:
            yield Finding(
                "issue-not-listed",
                Weight.ERROR,
                (heading.line,),
                heading.text,
                {"issue": (issue.zh, issue.en)},
            )


def owners(report: Report) -> Iterator[Finding]:
    """Whoever is said to be in charge of an issue in the text is its owner in the table."""
    listed = issues_listed(report)
    departments = {name for owned in listed for name in owned.owners}
    for owned in listed:
        for heading in report.headings:
            if not owned.owners or issue_named(heading.title) != owned.issue:
                continue
            for sentence in report.sentences_in(report.section(heading)):
                for said in _in_charge(sentence, departments):
                    if not said & set(owned.owners):
                        details = {
                            "issue": (owned.issue.zh, owned.issue.en),
                            "text": "、".join(sorted(said)),
                            "table": "、".join(owned.owners),
                        }
                        lines = (sentence.line, owned.line)
                        yield Finding("owners-differ", Weight.ERROR, lines, sentence.text, details)


def _in_charge(sentence: Sentence, departments: set[str]) -> Iterator[set[str]]:
    """For every clause of the sentence that says who is in charge: which of the departments it names."""
    for clause in CLAUSE.split(sentence.text):
        before, charge, _ = clause.partition("负责")
        if charge and (named := {name for name in departments if name in before}):
            yield named
