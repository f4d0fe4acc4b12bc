"""What a proofreading finds: one contradiction, gap or doubtful wording of a report, and the lines it stands in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from mingzheng.words import pick, say


class Weight(StrEnum):
    """How much a finding weighs before a report is released."""

    ERROR = "error"  # two places of the report cannot both be true
    GAP = "gap"  # something the report announces or must hold is missing
    DOUBT = "doubt"  # may be true, cannot be seen from the report


@dataclass(frozen=True)
class Finding:
    """One finding. `kind` names the words ``proofread.KIND``, whose places `details` fill; `lines` count from 1.

    A detail that reads differently in the two languages is a pair (zh, en).
    """

    kind: str
    weight: Weight
    lines: tuple[int, ...]
    quote: str
    details: Mapping[str, object] = field(default_factory=dict, compare=False)

    def told(self, language: str) -> str:
        """The finding in words."""
        details = {
            name: pick(detail[0], detail[1], language) if isinstance(detail, tuple) else detail
            for name, detail in self.details.items()
        }
        return say(f"proofread.{self.kind}", language, **details)

    def to_json(self, language: str) -> dict[str, object]:
        """As plain data: ``{"kind", "weight", "lines", "quote", "told"}``."""
        return {
            "kind": self.kind,
            "weight": self.weight.value,
            "lines": list(self.lines),
            "quote": self.quote,
            "told": self.told(language),
        }
