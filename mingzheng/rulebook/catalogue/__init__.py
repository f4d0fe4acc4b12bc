"""The catalogue: every rule under a name, with a schema of what it takes and answers.

``ask("audit-time", {"personnel": 85}, today=date(2026, 3, 2))`` answers with a value, its derivation and objections.
The terminal, the pages and the programs of others all ask here.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from mingzheng.rulebook.verdict import Objection

from . import auditor_days, certificates, cycle, numbers, papers, people, sites
from .rule import RULES, Answer, Rule, read_json, refused
from .told import to_json

__all__ = [
    "RULES",
    "SUBJECTS",
    "Answer",
    "By",
    "Comparison",
    "Rule",
    "ask",
    "compare",
    "objection",
    "read_json",
    "refused",
]

SUBJECTS = tuple(
    module.SUBJECT for module in (auditor_days, sites, cycle, certificates, people, papers, numbers)
)
OWN = "own procedure"  # what is wrong with the question rather than with the case
UNKNOWN_RULE = Objection("rule.unknown", OWN)


def ask(
    name: str, given: object, *, today: date, on: date | None = None, edition: str | None = None
) -> Answer[Any]:
    """What the rule of this name answers. `on`: judged as on this day; unless told, on the day of the act in the
    input where it names one, else today. `edition`: judged by this edition, whatever the day."""
    if rule := RULES.get(name):
        return rule.ask(given, today=today, on=on, edition=edition)
    return refused(UNKNOWN_RULE.because(field="name", value=name[:60]))


def objection(code: str, clause: str = "", **details: object) -> Objection:
    """What is wrong with a question as a door took it, before any rule could be asked."""
    return Objection(code, clause or OWN, details)


@dataclass(frozen=True)
class Comparison:
    """One case judged twice. `differs` names the fields of the answer that come out differently."""

    before: Answer[Any]
    after: Answer[Any]
    differs: tuple[str, ...]

    def to_json(self, language: str = "zh-hans") -> dict[str, Any]:
        return {
            "before": self.before.to_json(language),
            "after": self.after.to_json(language),
            "differs": list(self.differs),
        }


@dataclass(frozen=True)
class By:
    """By what a case is judged: the edition in force on a day, or the edition of this name."""

    on: date | None = None
    edition: str | None = None


def compare(name: str, given: object, before: By, after: By, *, today: date) -> Comparison:
    """What changes for this case between two days or two editions."""
    first, second = (ask(name, given, today=today, on=by.on, edition=by.edition) for by in (before, after))
    one, other = (to_json(answer.value) or {} for answer in (first, second))
    names = dict.fromkeys([*one, *other])
    return Comparison(first, second, tuple(n for n in names if one.get(n) != other.get(n)))
