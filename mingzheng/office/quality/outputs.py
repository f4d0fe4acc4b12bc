"""What comes out of a management review."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Output:
    """One thing to be done: by whom (login), by when."""

    text: str
    owner: str
    due_on: date
