"""How every rule answers: with the objections it has (none means yes), or with a value and its derivation."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True)
class Objection:
    """One reason why something may not be done, and the clause that says so.

    `code` names words in :mod:`mingzheng.words`; `details` fill their places. Two objections are equal when code and
    clause are, whatever the details.
    """

    code: str
    clause: str
    details: dict[str, object] = field(default_factory=dict, compare=False)

    def because(self, **details: object) -> "Objection":
        """The same objection with the facts of this case filled in."""
        return replace(self, details={**self.details, **details})


class Refused(Exception):
    """Raised by the office when the rulebook objects; carries every objection."""

    def __init__(self, *objections: Objection):
        super().__init__(", ".join(o.code for o in objections))
        self.objections = objections


def refuse_if(objections: Iterable[Objection]) -> None:
    """Raise :class:`Refused` when there is any objection."""
    if found := list(objections):
        raise Refused(*found)


@dataclass(frozen=True)
class Step:
    """One line of a derivation: what was looked up or computed, what came out, and who says so.

    `what` names words; `value` is printed after them; `confidence` is ``S`` seen in public text, ``M`` known with high
    confidence, ``m`` medium, ``body`` entered by the certification body, or ``?`` when nobody could confirm the cell.
    """

    what: str
    value: str
    clause: str
    confidence: str = "S"
    details: dict[str, object] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Derivation(Generic[Value]):
    """A value and the steps that led to it, in order."""

    value: Value
    steps: tuple[Step, ...]


NOT_YOURS = Objection("person.not-yours", "ISO/IEC 17021-1:2015 6.1.3")
