"""Moving in from an earlier system: what is compared while both run side by side, and when it may be concluded.

Seed item 142. That nothing is lost on the way is ISO/IEC 17021-1 9.9.1 (records are kept); the rest is the body's own procedure.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .verdict import Objection

OWN = "own procedure"
RECORDS = "ISO/IEC 17021-1:2015 9.9.1"


class Measure(StrEnum):
    """What both systems can count on the same day 比对项目."""

    CLIENTS = "clients"
    IN_FORCE = "in_force"  # 有效证书
    SUSPENDED = "suspended"
    ENDED = "ended"  # withdrawn, cancelled, expired
    AUDITORS = "auditors"  # 注册审核员, each once
    VISITS_DUE = "visits_due"  # due soon (parameters.toml), and overdue


@dataclass(frozen=True)
class TrialFacts:
    """A trial run as far as the rules ask."""

    begun_on: date
    concluded: bool
    measures: frozenset[str]  # compared so far
    compared_by: frozenset[str]


NOTHING_LOST = Objection("moving-in.row-lost", RECORDS)
SYSTEM_MISSING = Objection("moving-in.system-missing", OWN)
RUNS_ALREADY = Objection("moving-in.runs-already", OWN)
CONCLUDED = Objection("moving-in.concluded", OWN)
UNEXPLAINED = Objection("moving-in.unexplained", OWN)
NOT_COMPARED = Objection("moving-in.not-compared", OWN)
COMPARED_YOURSELF = Objection("moving-in.compared-yourself", OWN)
CONCLUSION_MISSING = Objection("moving-in.conclusion-missing", OWN)


def objections_to_beginning(system: str, *, runs: bool) -> list[Objection]:
    """Why a trial run of a system may not begin; `runs`: one of it does already."""
    found = [] if system.strip() else [SYSTEM_MISSING]
    return found + ([RUNS_ALREADY] if runs else [])


def objections_to_comparing(trial: TrialFacts, there: int, here: int, explanation: str) -> list[Objection]:
    """A difference is told with its reason or not at all."""
    found = [CONCLUDED] if trial.concluded else []
    if there != here and not explanation.strip():
        found.append(UNEXPLAINED.because(there=there, here=here))
    return found


def objections_to_concluding(
    trial: TrialFacts, conclusion: str, by: str, *, succeeded: bool
) -> list[Objection]:
    """It succeeds when every measure was compared; whoever compared does not judge."""
    found = [CONCLUDED] if trial.concluded else []
    missing = [measure for measure in Measure if measure not in trial.measures]
    if succeeded and missing:
        found.append(NOT_COMPARED.because(n=len(missing)))
    if by in trial.compared_by:
        found.append(COMPARED_YOURSELF)
    return found + ([] if conclusion.strip() else [CONCLUSION_MISSING])
