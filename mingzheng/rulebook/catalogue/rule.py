"""A rule that anybody can ask by its name: what it takes, what it answers, by which edition it judges."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Generic, TypeVar, get_type_hints

from mingzheng.rulebook.documents import document_of
from mingzheng.rulebook.editions import Edition, edition_in_force, editions_of
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Objection, Refused, Step
from mingzheng.words import say

from .schema import Fault, Faults, Schema, object_shape
from .told import encode, encoded_step, to_json, told_objection, told_step

WHOLE = "input"  # the field named when it is the input as a whole that is wrong
Value = TypeVar("Value")
Given = TypeVar("Given")


@dataclass(frozen=True)
class Answer(Generic[Value]):
    """What a rule answers: a value (None when the question could not be answered), how it came about, what stands
    against it."""

    value: Value | None
    steps: tuple[Step, ...] = ()
    objections: tuple[Objection, ...] = ()

    def to_json(self, language: str = "zh-hans") -> dict[str, Any]:
        """``{"answer", "steps", "objections"}`` with words in the language asked for."""
        return {
            "answer": to_json(self.value, language),
            "steps": [told_step(step, language) for step in self.steps],
            "objections": [told_objection(objection, language) for objection in self.objections],
        }

    def encoded(self, language: str = "zh-hans") -> str:
        """The same as one line of JSON, quickly: for a hundred thousand of them."""
        answer = encode(to_json(self.value, language))
        steps = ",".join(encoded_step(step, language) for step in self.steps)
        objections = encode([told_objection(objection, language) for objection in self.objections])
        return f'{{"answer":{answer},"steps":[{steps}],"objections":{objections}}}'


@dataclass(frozen=True)
class Case:
    """When a question is judged: the day, and the edition in force on it (or the one asked for by name)."""

    on: date
    edition: Edition


@dataclass(frozen=True)
class Rule:
    """One rule of the catalogue. Its words are ``rule.<name>``; those of its fields ``rule-field.<field>``.

    `judged_on` names the fields whose day decides the edition when no day was asked for, the first that is given.
    """

    name: str
    subject: str
    clause: str
    run: Callable[[Any, Case], Answer[Any]]
    takes: type
    answers: type
    judged_on: tuple[str, ...]
    example: dict[str, Any]
    confidence: str

    @property
    def input_schema(self) -> Schema:
        return object_shape(self.takes).schema

    @property
    def output_schema(self) -> Schema:
        return object_shape(self.answers).schema

    def ask(
        self, given: object, *, today: date, on: date | None = None, edition: str | None = None
    ) -> Answer[Any]:
        """The answer to an input as JSON has it. Never raises: what is wrong with the input is an objection."""
        faults: Faults = []
        taken = object_shape(self.takes).read(given, "", faults)
        if faults:
            return Answer(None, objections=tuple(self.objection(fault) for fault in faults))
        day = on or self._day_of_act(taken) or today
        standard = getattr(taken, "standard", None) or Standard.QMS
        judged_by = _edition(edition, standard, day)
        if judged_by is None:
            known = ", ".join(dict.fromkeys(e.key for e in editions_of(standard)))
            return Answer(None, objections=(self.objection(Fault("input.unknown-edition", "edition", {"value": edition, "known": known})),))  # fmt: skip
        try:
            return self.run(taken, Case(day, judged_by))
        except Refused as refused:
            return Answer(None, objections=refused.objections)

    def objection(self, fault: Fault) -> Objection:
        return Objection(fault.code, self.clause, {**fault.details, "field": fault.field or WHOLE})

    def _day_of_act(self, taken: object) -> date | None:
        return next((day for name in self.judged_on if (day := getattr(taken, name))), None)

    def describe(self) -> dict[str, Any]:
        """What ``mingzheng rule --list`` tells of the rule."""
        document = document_of(self.clause)
        return {
            "name": self.name,
            "clause": self.clause,
            "title": {"zh": say(f"rule.{self.name}"), "en": say(f"rule.{self.name}", "en")},
            "source": document.source,
            "confidence": self.confidence,
            "judged_on": list(self.judged_on) or ["today"],
            "example": self.example,
            "input": self.input_schema,
            "output": self.output_schema,
        }


RULES: dict[str, Rule] = {}


def rule(
    name: str,
    clause: str,
    *,
    subject: str,
    example: dict[str, Any],
    judged_on: Sequence[str] = (),
    confidence: str = "S",
) -> Callable[[Callable[[Given, Case], Answer[Value]]], Callable[[Given, Case], Answer[Value]]]:
    """Enter a function into the catalogue. It takes a dataclass and a :class:`Case`, and returns an :class:`Answer`."""

    def enter(run: Callable[[Given, Case], Answer[Value]]) -> Callable[[Given, Case], Answer[Value]]:
        hints = get_type_hints(run)
        takes = next(kind for place, kind in hints.items() if place != "return")
        answers = hints["return"].__args__[0]
        RULES[name] = Rule(name, subject, clause, run, takes, answers, tuple(judged_on), example, confidence)
        return run

    return enter


def read_json(text: str) -> object:
    """JSON as the readers want it: exact decimals; NaN and Infinity come as decimals, so that the field they stand in
    is told. Raises ValueError, also for what is nested too deep."""
    try:
        return json.loads(text, parse_float=Decimal, parse_constant=Decimal)
    except RecursionError:
        raise ValueError("nested too deep") from None


def refused(*objections: Objection) -> Answer[Any]:
    """An answer that says only why there is none."""
    return Answer(None, objections=objections)


def judged_by(edition: Edition) -> Step:
    """The first step of a derivation that depends on the edition: which one judged."""
    return Step("rule.judged-by", edition.document, edition.document, edition.confidence)


def fields_renamed(objections: Iterable[Objection], names: dict[str, str]) -> list[Objection]:
    """The objections with their fields named as the asker wrote them; `names` maps beginnings of field names."""
    return [replace(o, details={**o.details, "field": _renamed(str(o.details.get("field", "")), names)}) for o in objections]  # fmt: skip


def _renamed(field: str, names: dict[str, str]) -> str:
    return next((new + field[len(old) :] for old, new in names.items() if field.startswith(old)), field)


def _edition(name: str | None, standard: Standard, on: date) -> Edition | None:
    if name is None:
        return edition_in_force(standard, on)
    wanted = name.strip().upper()
    return next((e for e in editions_of(standard) if wanted in (e.key.upper(), e.document.upper())), None)
