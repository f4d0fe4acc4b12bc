"""Freeze the figures of a year 冻结年度数据 — the yearly return of a certification body; ISO 26000:2010 7.5.3."""

from dataclasses import dataclass
from datetime import date

from mingzheng.office.record.action import Happened, action
from mingzheng.office.record.actors import Actor
from mingzheng.office.record.models import Checkpoint, Event
from mingzheng.rulebook.indicators.stocks import objections_to_freezing
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection, refuse_if

from ..models import Kept, Snapshot
from ..year import digest_of, figures_of, rows_behind

AT_ONCE = 5000  # records kept by one statement


@dataclass(frozen=True)
class Frozen(Happened, kind="year.frozen"):
    year: int
    digest: str
    log_size: int
    log_root: str


def objections(year: int, on: date, *, is_frozen: bool) -> list[Objection]:
    """Why the figures of this year cannot be frozen on this day."""
    return objections_to_freezing(
        year,
        on=on,
        is_frozen=is_frozen,
        unplaced=Event.objects.filter(log_entry=None).count(),
    )


@action(Role.QUALITY, Role.DIRECTOR, clause="ISO 26000:2010 7.5.3")
def freeze_year(year: int, *, on: date, by: Actor) -> Frozen:
    refuse_if(objections(year, on, is_frozen=Snapshot.objects.filter(year=year).exists()))

    log = Checkpoint.objects.order_by("-size").first()
    size, root = (log.size, log.root) if log else (0, "")
    figures = figures_of(year)  # the whole log: nothing waits for its place
    digest = digest_of(figures)
    snapshot = Snapshot.objects.create(
        year=year,
        figures=figures,
        digest=digest,
        log_size=size,
        log_root=root,
        frozen_on=on,
        frozen_by=by.login,
    )
    Kept.objects.bulk_create(
        (Kept(snapshot=snapshot, figure=name, part=part, row=row) for name, part, row in rows_behind(year)),
        batch_size=AT_ONCE,
    )
    return Frozen(year, digest, size, root)
