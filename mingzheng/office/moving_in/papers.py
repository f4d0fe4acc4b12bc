"""试运行报告: what was carried in, what became of every row, what was compared, and the conclusion, as PDF."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.library.papers import letterhead
from mingzheng.office.people.queries import names_of
from mingzheng.seal import facts
from mingzheng.seal.facts import Form, Two
from mingzheng.seal.papers import render
from mingzheng.words import WORDS

from .models import Comparison, Import, TrialRun
from .queries import Refusal, imports_of, named, refusals_of

FORM = Form("ZH-01", "A/0")


@dataclass(frozen=True)
class Told:
    """What the record tells of a trial run up to a day, for the page and for the paper."""

    run: TrialRun
    until: date
    imports: list[Import]
    refusals: list[Refusal]
    comparisons: list[Comparison]
    names: dict[str, str]  # by login

    @property
    def rows(self) -> int:
        return sum(one.rows for one in self.imports)

    @property
    def refused(self) -> int:
        return sum(one.refused for one in self.imports)

    @property
    def kept(self) -> int:
        """Rows that stand in the record: taken, or said by another row already."""
        return sum(one.taken + one.mended + one.repeated + one.known for one in self.imports)

    @property
    def state(self) -> str:
        if self.run.succeeded is None:
            return "running"
        return "succeeded" if self.run.succeeded else "failed"


def told(run: TrialRun, on: date) -> Told:
    """Of one that is concluded, what it held then; whether a refused row has been carried in is told as it is known now."""
    imports = list(imports_of(run))
    comparisons = list(run.comparisons.order_by("pk"))
    logins = {one.carried_by for one in imports} | {one.compared_by for one in comparisons}
    names = names_of([*logins, run.begun_by, *filter(None, [run.concluded_by])])
    return Told(run, run.concluded_on or on, imports, refusals_of(imports), comparisons, names)


def report(run: TrialRun, *, on: date, language: str) -> bytes:
    known = told(run, on)
    paper = facts.TrialReport(
        body=letterhead(known.until),
        form=FORM,
        number=run.number,
        dated=known.until,
        system=run.system,
        begun_on=run.begun_on,
        until=known.until,
        imports=tuple(_imported(one, known.names) for one in known.imports),
        rows=known.rows,
        kept=known.kept,
        refused=known.refused,
        refusals=tuple(
            facts.RefusedRow(one.number, one.place, one.key, Two(*one.why), one.later)
            for one in known.refusals
        ),
        comparisons=tuple(_compared(one, known.names) for one in known.comparisons),
        differing=sum(one.there != one.here for one in known.comparisons),
        outcome=Two(*WORDS[f"trial-state.{known.state}"]),
        conclusion=run.conclusion,
        concluded_by=known.names.get(run.concluded_by, run.concluded_by),
    )
    return render("trial_report", paper, language)


def _imported(one: Import, names: dict[str, str]) -> facts.Imported:
    return facts.Imported(
        number=one.number,
        register=Two(*WORDS[f"register.{one.register}"]),
        file=one.file,
        digest=one.digest,
        carried_on=one.carried_on,
        carried_by=names.get(one.carried_by, one.carried_by),
        rows=one.rows,
        taken=one.taken,
        mended=one.mended,
        repeated=one.repeated,
        known=one.known,
        refused=one.refused,
        unread="、".join(one.unread),
    )


def _compared(one: Comparison, names: dict[str, str]) -> facts.Compared:
    return facts.Compared(
        on=one.compared_on,
        by=names.get(one.compared_by, one.compared_by),
        measure=Two(*named(one.measure)),
        there=one.there,
        here=one.here,
        explanation=one.explanation,
    )
