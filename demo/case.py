"""One organisation's case: who it is, what becomes of it, and how far it has come."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from mingzheng.rulebook.standards import Standard

from .names import Organisation
from .world import World


class Halted(Exception):
    """The story stands where its fate lets it stand on the last day."""


@dataclass(frozen=True)
class Fate:
    """What becomes of an applicant.

    `halt` is the step after which nothing more happens: ``offered``, or ``surveillance:announced`` for the visit number
    `at` of the cycle. `turn` is what happens instead of, or after, that visit. `began` is how many days before the last
    one the application began; `visit_in` how many days after the last one (or before, when negative) the visit that
    halts begins, 0 meaning that it is going on.
    """

    began: int
    standards: str = "Q"  # letters
    halt: str = ""
    turn: str = ""
    at: int = 1
    visit_in: int | None = None
    findings: int | None = None  # nonconformities of the visit that halts; None: as it happens
    number: int | None = None  # the organisation; None: the next one
    trade: str = ""  # "outside": none the body is accredited for

    @property
    def is_timed(self) -> bool:
        """Must it go smoothly, so that the last day finds it where it should?"""
        return bool(self.halt or self.turn)


@dataclass
class Case:
    """A fate on its way."""

    world: World
    organisation: Organisation
    fate: Fate
    application: str = ""
    contract: str = ""
    visits: int = 0  # surveillances and recertifications it has come to
    standards: list[Standard] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.standards = [s for s in Standard if s.letter in self.fate.standards]

    @property
    def begins(self) -> date:
        return self.world.today - timedelta(days=self.fate.began)

    def reached(self, step: str) -> None:
        """Stop here when this is where the story is to stand."""
        kind, _, _ = step.rpartition(":")
        if step == self.fate.halt and (kind not in ("surveillance", "recertification") or self.is_at):
            raise Halted(step)

    @property
    def is_at(self) -> bool:
        """Is this the visit of the cycle that the fate speaks of?"""
        return self.visits == self.fate.at

    def halts_at(self, kind: str) -> bool:
        """Does the story stand still somewhere on this visit?"""
        return self.fate.halt.startswith(f"{kind}:") and (kind in ("stage1", "stage2") or self.is_at)
