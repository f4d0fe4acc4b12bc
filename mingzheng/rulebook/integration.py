"""How much an integrated audit may be shortened: IAF MD 11, by the degree of integration and the team's ability.

The cells of the document's table could not be had, so the body enters its own; nothing is guessed. More than 20 % is
never granted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from .dated_numbers import number
from .half_days import plain
from .standards import Standard
from .verdict import Derivation, Objection, Step, refuse_if

CLAUSE = "IAF MD 11:2019"

NOT_SEVERAL = Objection("integration.not-several", CLAUSE)
NO_TEAM = Objection("integration.no-team", CLAUSE)
NO_STANDARD_IN_COMMON = Objection("integration.no-standard-in-common", CLAUSE)
NO_TABLE = Objection("integration.no-table", CLAUSE)
NOT_IN_TABLE = Objection("integration.not-in-table", CLAUSE)


@dataclass(frozen=True)
class Cell:
    """A cell of the body's own table: from this integration and this ability on, this reduction; all in percent."""

    integration: int
    ability: int
    percent: int


def ability_percent(
    standards: Sequence[Standard], team: Sequence[Sequence[Standard]]
) -> Derivation[Fraction]:
    """The team's ability to audit several standards: 100 · Σ(X - 1) / (Z · (Y - 1)).

    X: how many of the Y standards each of the Z auditors may audit.
    """
    asked = set(standards)
    refuse_if([NOT_SEVERAL.because(field="standards")] if len(asked) < 2 else [])
    refuse_if([] if team else [NO_TEAM.because(field="team")])
    held = [len(asked & set(one)) for one in team]
    refuse_if(NO_STANDARD_IN_COMMON.because(field=f"team[{n}]") for n, x in enumerate(held) if x < 1)
    ability = Fraction(100 * sum(x - 1 for x in held), len(held) * (len(asked) - 1))
    step = Step(
        "integration.ability",
        f"{plain(ability)} %",
        CLAUSE,
        "m",
        {"sum": sum(x - 1 for x in held), "auditors": len(held), "standards": len(asked)},
    )
    return Derivation(ability, (step,))


def reduction_percent(integration: int, ability: Fraction, table: Sequence[Cell]) -> Derivation[int]:
    """What the body's table grants: of the cells whose both thresholds are reached, the greatest; at most 20 %."""
    refuse_if([] if table else [NO_TABLE.because(field="table")])
    reached = [c for c in table if c.integration <= integration and c.ability <= ability]
    if not reached:
        refuse_if([NOT_IN_TABLE.because(field="table", integration=integration, ability=plain(ability))])
    cell = max(reached, key=lambda c: c.percent)
    cap = number("integration_cap")
    places: dict[str, object] = {"integration": cell.integration, "ability": cell.ability}
    steps = [Step("integration.cell", f"{cell.percent} %", CLAUSE, "body", places)]
    if cell.percent > cap:
        steps.append(Step("audit-time.integration-capped", f"{cap} %", CLAUSE))
    return Derivation(min(cell.percent, cap), tuple(steps))
