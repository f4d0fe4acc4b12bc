"""An invented body's year, made from a seed: `python -m bench.planning_instance [--scale 10] [--seed 1] > year.json`.

At scale 1: 63 auditors, 1,300 visits, the working days of 2026. Surveillance 67 %, recertification 24 %, initial 9 % as
stage 1 and stage 2 with at least ten days between. Seven visits in ten lie in the region's own city, most others around it,
7 % far away. 60 technical codes, some asked for often and most seldom; 27 of 48 auditors work full time; somebody may
lead from the second of three grades on, the third is senior; a visit has up to three auditors it may not have, up to two
weeks in which the client cannot, and for two in five three weeks he wishes for; 18 % are premium; where the region has
experts for its codes one may stand in; a certificate is matched to the leader when it is issued, so not at a
surveillance or a stage 1. At scale n: n regions of that size, each round its own city.
"""

import argparse
import math
import sys
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from mingzheng.planner.fairness import with_fair_parts
from mingzheng.planner.problem import (
    Competence,
    Days,
    Limits,
    Need,
    Order,
    Person,
    Place,
    Problem,
    Registration,
    Span,
    Split,
    Visit,
)  # fmt: skip
from mingzheng.rulebook.calendar import Half, HalfDay, is_working_day

YEAR = 2026
PEOPLE, VISITS, CODES = 63, 1300, 60
STANDARDS = ("QMS", "EMS", "OHSMS", "SERVICE", "PRODUCT")
AROUND_SHANGHAI = [
    (31.23, 121.47, 70.0), (31.30, 120.60, 5), (31.38, 120.98, 3), (31.57, 120.30, 2.5), (31.81, 119.97, 1.5),
    (31.98, 120.89, 1.5), (30.75, 120.76, 2.5), (30.87, 120.09, 1), (30.27, 120.16, 2.5), (30.00, 120.58, 1),
    (29.87, 121.55, 1.5), (32.06, 118.80, 1.5), (32.46, 119.92, 0.7), (32.39, 119.41, 0.6), (28.66, 121.42, 0.6),
    (31.82, 117.23, 0.8),
]  # latitude, longitude, how many clients  # fmt: skip
FAR = [
    (39.90, 116.41, 1.0), (39.13, 117.20, 0.4), (36.07, 120.38, 0.5), (36.65, 117.12, 0.4), (30.59, 114.31, 0.6),
    (28.23, 112.94, 0.4), (23.13, 113.26, 0.8), (22.54, 114.06, 0.8), (24.48, 118.09, 0.4), (30.57, 104.07, 0.5),
    (29.56, 106.55, 0.4), (34.34, 108.94, 0.4), (34.75, 113.63, 0.3), (41.80, 123.43, 0.3), (28.68, 115.86, 0.3),
]  # fmt: skip
HUBS = [
    (31.23, 121.47), (39.90, 116.41), (23.13, 113.26), (22.54, 114.06), (32.06, 118.80), (30.27, 120.16),
    (30.59, 114.31), (30.57, 104.07), (36.07, 120.38), (34.75, 113.63), (29.56, 106.55), (34.34, 108.94),
    (41.80, 123.43), (28.23, 112.94), (36.65, 117.12), (24.48, 118.09), (31.82, 117.23), (29.87, 121.55),
    (39.13, 117.20), (25.04, 102.72),
]  # fmt: skip
DAYS_BY_PERSONNEL = [
    (5, 1.5), (10, 2), (15, 2.5), (25, 3), (45, 4), (65, 5), (85, 6), (125, 7), (175, 8), (275, 9), (425, 10),
    (625, 11), (875, 12), (1175, 13), (10**9, 14),
]  # fmt: skip
KINDS_OF_NEED = [
    (0.44, (0,)), (0.16, (0, 1)), (0.33, (0, 1, 2)), (0.025, (1, 2)), (0.01, (1,)), (0.015, (4,)), (0.01, (3,)),
    (0.01, (2,)),
]  # share, standards  # fmt: skip


@dataclass
class Brings:
    """What one of the people brings to a team, found once: standards, those he leads for, (standard, code)."""

    id: str
    standards: frozenset[int]
    leads: frozenset[int]
    codes: frozenset[tuple[int, int]]


@dataclass
class Region:
    """One office: its place, its people, the codes it has experts for."""

    name: str
    at: tuple[float, float]
    people: list[Person] = field(default_factory=list)
    share: dict[str, float] = field(default_factory=dict)
    expert_codes: frozenset[int] = frozenset()
    brings: list[Brings] = field(default_factory=list)


class Draw:
    """Chance, from a seed, and what does not change from visit to visit."""

    def __init__(self, seed: int):
        self.rng = np.random.default_rng(seed)
        self.popularity = 1 / np.arange(1, CODES + 1) ** 0.9
        self.popularity /= self.popularity.sum()
        first = date(YEAR, 1, 1)
        year = [first + timedelta(n) for n in range(365)]
        self.days = [day for day in year if is_working_day(day)]
        self.weeks = _weeks(self.days)

    def codes(self, count: int) -> list[int]:
        return [int(c) for c in self.rng.choice(CODES, size=count, replace=False, p=self.popularity)]

    def one(self, weighted: list[tuple[float, float, float]], spread: float) -> Place:
        weights = np.array([w for *_, w in weighted])
        lat, lon, _ = weighted[self.rng.choice(len(weighted), p=weights / weights.sum())]
        return Place(round(lat + self.rng.normal(0, spread), 5), round(lon + self.rng.normal(0, spread), 5))


def body(scale: int = 1, seed: int = 1, people: int = PEOPLE, visits: int = VISITS) -> Problem:
    """The whole problem: `people` and `visits` are for each of `scale` regions."""
    draw, regions, all_visits = Draw(seed), [], []
    for n in range(scale):
        region = Region(f"R{n + 1:03}" if scale > 1 else "", _hub(n))
        _hire(region, draw, people)
        all_visits += _sell(region, draw, visits)
        regions.append(region)
    problem = Problem(
        days=tuple(draw.days),
        people=tuple(person for region in regions for person in region.people),
        visits=tuple(all_visits),
        limits=Limits(
            on_site_days_a_year=180,
            certificates_a_year=50,
            days_out_in_a_row=6,
            days_out_a_week=6,
            days_out_a_month=20,
        ),
        name=f"invented body, scale {scale}, seed {seed}",
    )
    return with_fair_parts(problem, {id: part for region in regions for id, part in region.share.items()})


def _hub(number: int) -> tuple[float, float]:
    """The first twenty are cities; further ones lie in rings around them."""
    lat, lon = HUBS[number % len(HUBS)]
    ring = number // len(HUBS)
    return (lat + 1.5 * math.sin(2.4 * ring) * (ring > 0), lon + 1.5 * math.cos(2.4 * ring) * (ring > 0))


# --- people -----------------------------------------------------------------------------------------------------------
def _hire(region: Region, draw: Draw, count: int) -> None:
    rng, qualified = draw.rng, []
    for _ in range(count):
        standards = _standards(rng)
        grade = int(rng.choice([1, 2, 3], p=[0.30, 0.45, 0.25]))
        qualified.append([standards, grade, draw.codes(int(rng.integers(5, 14)))])
    _fill_gaps(qualified, rng)
    region.expert_codes = frozenset(c for c in range(CODES) if rng.random() < 0.85)
    for n, (standards, grade, codes) in enumerate(qualified):
        full_time = rng.random() < 27 / 48
        id = f"{region.name}A{n + 1:02}"
        region.share[id] = 1.0 if full_time else float(rng.choice([0.2, 0.3, 0.4, 0.5]))
        region.people.append(
            Person(
                id=id,
                home=_home(region, draw),
                region=region.name,
                full_time=full_time,
                senior=grade >= 3,
                registrations=tuple(Registration(STANDARDS[s], grade >= 2) for s in sorted(standards)),
                competences=tuple(Competence(STANDARDS[s], f"{c:02}") for s in sorted(standards) for c in sorted(codes)),
                away=_away(draw, full_time, region.share[id]),
                weekly_half_days=8 if full_time else 4,
            )
        )  # fmt: skip
        pairs = frozenset((s, c) for s in standards for c in codes)
        region.brings.append(
            Brings(id, frozenset(standards), frozenset(standards if grade >= 2 else ()), pairs)
        )


def _standards(rng: np.random.Generator) -> set[int]:
    held = {0} if rng.random() < 48 / 63 else set()
    held |= {1} if rng.random() < (0.76 if 0 in held else 0.15) else set()
    held |= {2} if rng.random() < (0.85 if 1 in held else 0.05) else set()
    held |= {3} if rng.random() < 5 / 63 else set()
    held |= {4} if rng.random() < 16 / 63 else set()
    return held or {4}


def _fill_gaps(qualified: list[list], rng: np.random.Generator) -> None:
    """Every standard has at least four people who may lead for it, as an office has that offers it."""
    for standard in range(len(STANDARDS)):
        while sum(standard in held and grade >= 2 for held, grade, _ in qualified) < min(4, len(qualified)):
            someone = qualified[int(rng.integers(len(qualified)))]
            someone[0], someone[1] = someone[0] | {standard}, max(2, someone[1])


def _home(region: Region, draw: Draw) -> Place:
    away = 0.8 if draw.rng.random() < 0.12 else 0.0
    if away and region.at == HUBS[0]:
        return draw.one(AROUND_SHANGHAI[1:12], 0.10)
    lat, lon = (at + draw.rng.normal(0, away) if away else at for at in region.at)
    return Place(round(lat + draw.rng.normal(0, 0.10), 5), round(lon + draw.rng.normal(0, 0.10), 5))


def _away(draw: Draw, full_time: bool, share: float) -> tuple[Span, ...]:
    """Leave and training, a fixed office day, the quarter's seminar; part-timers also whole weeks elsewhere."""
    rng, days, off = draw.rng, draw.days, set()
    for quarter in range(4):
        off.add(days[int(len(days) * (quarter + 0.5) / 4)])
    if full_time:
        for _ in range(rng.integers(2, 4)):
            first = int(rng.integers(len(days)))
            off |= set(days[first : first + int(rng.integers(2, 6))])
        if rng.random() < 0.9:
            office_day = 0 if rng.random() < 0.5 else 4
            off |= {day for day in days if day.weekday() == office_day}
    else:
        for week in draw.weeks:
            off |= set(week) if rng.random() > min(1, share * 1.6 + 0.15) else set()
    return tuple(Span(HalfDay(day, Half.MORNING), HalfDay(day, Half.AFTERNOON)) for day in sorted(off))


# --- visits -----------------------------------------------------------------------------------------------------------
def _sell(region: Region, draw: Draw, count: int) -> list[Visit]:
    visits: list[Visit] = []
    while len(visits) < count:
        visits += _client(region, draw, f"{region.name}C{len(visits) + 1:04}")
    return visits[:count]


def _client(region: Region, draw: Draw, client: str) -> list[Visit]:
    rng = draw.rng
    standards = KINDS_OF_NEED[rng.choice(len(KINDS_OF_NEED), p=[share for share, _ in KINDS_OF_NEED])][1]
    codes = draw.codes(1 if standards[0] >= 3 or rng.random() < 0.75 else 2)
    personnel = int(np.clip(rng.lognormal(3.7, 1.1), 3, 1500))
    days = next(d for most, d in DAYS_BY_PERSONNEL if personnel <= most)
    days = sum(days * (1 if s == 0 else 0.9) for s in standards) * (0.8 if len(standards) > 1 else 1)
    common = {
        "client": client,
        "region": region.name,
        "place": _place(region, draw),
        "premium": rng.random() < 0.18,
    }
    kind = rng.choice(3, p=[0.67, 0.24, 0.09])
    common["certificates"] = int(kind == 1)
    if kind == 2:
        opens = int(rng.integers(0, 270))
        first = _visit(
            region,
            draw,
            common,
            standards,
            codes,
            days * 0.255,
            f"{client}-1",
            (opens, opens + 40, opens + 70),
        )
        times = (opens + 20, opens + 95, opens + 125)
        after = {**common, "after": (Order(first.id, 10),), "certificates": 1}
        return [first, _visit(region, draw, after, standards, codes, days * 0.595, f"{client}-2", times)]
    due = int(rng.integers(10, 365))
    remote = kind == 0 and personnel < 40 and rng.random() < 0.10
    times = (due - 75, due, due + 28) if kind == 0 else (due - 100, due, due + 21)
    work = days * 0.85 * (1 / 3 if kind == 0 else 2 / 3)
    return [_visit(region, draw, common, standards, codes, work, client, times, remote)]


def _place(region: Region, draw: Draw) -> Place:
    rng, where = draw.rng, draw.rng.random()
    if where >= 0.93:
        return draw.one(FAR, 0.13)
    if region.at == HUBS[0]:
        return draw.one(AROUND_SHANGHAI, 0.13)
    if where < 0.70:
        return draw.one([(*region.at, 1.0)], 0.13)
    angle, far = 2 * math.pi * int(rng.integers(6)) / 6, float(rng.choice([0.8, 1.2, 1.8, 2.5]))
    return draw.one([(region.at[0] + far * math.sin(angle), region.at[1] + far * math.cos(angle), 1.0)], 0.10)


def _visit(region, draw, common, standards, codes, days, id, times, remote=False) -> Visit:
    rng, last = draw.rng, 364
    half_days = min(32, max(2, round(days * 2)))
    earliest, due, latest = (
        max(0, min(times[0], last - 45)),
        min(max(times[1], 20), last),
        min(max(times[2], 45), last),
    )
    excluded = rng.choice(len(region.people), size=int(rng.integers(0, 4)), replace=False)
    barred = {region.people[n].id: "impartiality.employment" for n in excluded}
    splits, expert = _splits(region, standards, codes, half_days, barred, remote)
    forbidden, wished = _weeks_of_client(draw, earliest, due, latest)
    return Visit(
        id=id,
        needs=tuple(Need(STANDARDS[s], frozenset(f"{c:02}" for c in codes)) for s in standards),
        splits=splits,
        earliest=_day(earliest),
        due=_day(due),
        latest=_day(latest),
        forbidden=forbidden,
        wished=wished,
        excluded=barred,
        expert=expert,
        **common,
    )


def _splits(region, standards, codes, half_days, barred, remote) -> tuple[tuple[Split, ...], bool]:
    """Ways to share the work that waste at most two half days, and teams large enough to cover what is needed."""
    ways = [(k, -(-half_days // k)) for k in range(1, 5)]
    fit = [(k, h) for k, h in ways if h <= 8 and (h >= 2 or half_days == 1) and k * h - half_days <= 2]
    fit = fit[:3] or [(min(4, max(1, -(-half_days // 8))), 8)]
    team, able = _smallest_team(region, standards, codes, barred, own=True)
    with_expert, _ = _smallest_team(region, standards, codes, barred, own=False)
    expert = set(codes) <= region.expert_codes or team > 4 or able < 4
    wanted = min(team, with_expert if expert else 4, 4)
    for size in sorted({wanted, min(team, 4)}):
        if size > max(k for k, _ in fit):
            fit = [*fit[:2], (size, max(2, -(-half_days // size)))]
    return tuple(Split(k, min(h, 8), min(h, 8) if remote else 0) for k, h in fit), expert


def _smallest_team(region, standards, codes, barred, *, own) -> tuple[int, int]:
    """How many people cover all that is needed (9: more than four), and how many could alone."""
    asked = frozenset(standards)
    needed = frozenset((s, c) for s in standards for c in codes) if own else asked
    brings = []
    for person in region.brings:
        if person.id not in barred and person.standards & asked:
            theirs = needed & (person.codes if own else person.standards)
            brings.append(theirs | {"lead"} if person.leads & asked else theirs)
    whole, teams = frozenset(needed | {"lead"}), {frozenset()}
    for size in range(1, 5):
        teams = {team | brought for team in teams for brought in set(brings)}
        if whole in teams:
            return size, sum(needed <= brought for brought in brings)
    return 9, 0


def _weeks_of_client(
    draw: Draw, earliest: int, due: int, latest: int
) -> tuple[tuple[Days, ...], tuple[Days, ...]]:
    weeks = [w for w in draw.weeks if w[-1] >= _day(earliest) and w[0] <= _day(latest)]
    closed = (
        draw.rng.choice(len(weeks), size=int(draw.rng.integers(0, 3)), replace=False)
        if len(weeks) > 4
        else []
    )
    open_weeks = [w for n, w in enumerate(weeks) if n not in closed and w[0] <= _day(due)]
    wished: tuple[Days, ...] = ()
    if draw.rng.random() < 0.4 and len(open_weeks) > 3:
        first = int(draw.rng.integers(0, len(open_weeks) - 2))
        wished = tuple(Days(w[0], w[-1]) for w in open_weeks[first : first + 3])
    return tuple(Days(weeks[n][0], weeks[n][-1]) for n in sorted(closed)), wished


def _day(of_year: int) -> date:
    return date(YEAR, 1, 1) + timedelta(of_year)


def _weeks(days: list[date]) -> list[list[date]]:
    weeks: list[list[date]] = []
    for day in days:
        if weeks and day - weeks[-1][-1] == timedelta(1):
            weeks[-1].append(day)
        else:
            weeks.append([day])
    return weeks


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--scale", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    print(body(options.scale, options.seed).to_json())


if __name__ == "__main__":
    main(sys.argv[1:])
