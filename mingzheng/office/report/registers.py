"""What a report tells from the registers, as plain data kept with a frozen year: rows of cells, each in both languages."""

from collections.abc import Callable
from datetime import date

from django.db.models import Min, Q

from mingzheng.office.certificates.course import courses, moved_in
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.governance.models import Objective
from mingzheng.office.governance.queries import (
    allies_on,
    by_party,
    chronicle,
    demands_on,
    demands_overdue,
    duties_on,
    honours_seen_by,
    looks_in,
    memberships_on,
    milestones,
    pacts_on,
    ranked,
)
from mingzheng.office.library.models import Body
from mingzheng.office.library.queries import Profile, profiles_by
from mingzheng.office.record.actors import CLOCK
from mingzheng.office.voices.handling import handled
from mingzheng.rulebook.client_tiers import Matter, apart, by_size, by_tier, is_unequal
from mingzheng.rulebook.course import medians
from mingzheng.rulebook.indicators.meaning import Period
from mingzheng.rulebook.proofreading.issues import ISSUES
from mingzheng.rulebook.responsibility import answer_due, is_material
from mingzheng.words import WORDS

Said = list[str]  # Chinese and English
Rows = list[list[Said]]
YES = ["是", "Yes"]


def both(zh: str, en: str = "") -> Said:
    """What was entered; in Chinese where no English was."""
    return [zh, en or zh] if zh else ["--", "--"]


def day(on: date | None) -> Said:
    return both(on.isoformat() if on else "")


def word(code: str) -> Said:
    return list(WORDS[code])


def list_of(codes: list[str]) -> Said:
    """The words of several codes."""
    zh, en = (separator.join(WORDS[code][n] for code in codes) for n, separator in enumerate(("、", ", ")))
    return both(zh, en)


def chronicle_rows(year: int) -> Rows:
    rows = chronicle(date(year, 1, 1), date(year, 12, 31))
    return [[day(row.happened_on), both(row.zh, row.en)] for row in rows]


def milestone_rows(year: int) -> Rows:
    return [[day(row.happened_on), both(row.zh, row.en)] for row in milestones(date(year, 12, 31))]


def name_rows(year: int) -> Rows:
    """The names and approvals the body had, each once as long as neither changed, with why it changed."""
    told: list[tuple[Profile, Profile]] = []  # the first and the last profile of each
    for one in profiles_by(date(year, 12, 31)):
        before = told[-1][1].body if told else None
        if before and _known_as(before) == _known_as(one.body):
            told[-1] = told[-1][0], one
        else:
            told.append((one, one))
    return [
        [
            day(first.first),
            day(last.last) if last.last and last.last.year <= year else word("report-head.today"),
            both(last.body.name_zh, last.body.name_en),
            both(last.body.approval_number),
            both(last.because_zh, last.because_en),
        ]
        for first, last in told
        if len(told) > 1  # one name all along is no history
    ]


def _known_as(own: Body) -> tuple[str, str, str]:
    return own.name_zh, own.name_en, own.approval_number


def first_certificate_rows(year: int) -> Rows:
    """零的突破: the first certificate the body ever issued to a scheme, where it was in this year.

    One taken over was first issued by another body.
    """
    own = Certificate.objects.filter(certification__transfer=None).select_related("certification")
    first_days = dict(own.values_list("certification__standard").annotate(Min("first_issued_on")))
    rows = own.filter(first_issued_on__in=first_days.values(), first_issued_on__year=year)
    told: dict[str, Certificate] = {}
    for row in rows.order_by("first_issued_on", "number"):
        if row.first_issued_on == first_days[row.certification.standard]:
            told.setdefault(row.certification.standard, row)
    return [
        [day(row.first_issued_on), scheme_named(standard), both(row.number)] for standard, row in told.items()
    ]


def scheme_named(scheme: str) -> Said:
    code = f"scheme.{scheme}"
    return word(code) if code in WORDS else both(scheme)


def demand_rows(year: int) -> Rows:
    rows = by_party(demands_on(last := date(year, 12, 31)))
    return [
        [
            word(f"party.{row.stakeholder.party}"),
            both(row.stakeholder.zh, row.stakeholder.en),
            both(row.zh, row.en),
            both(row.expects_zh, row.expects_en),
            both(row.answer_zh, row.answer_en)
            if row.answered_on and row.answered_on <= last
            else word("report-head.open"),
        ]
        for row in rows
    ]


def challenge_rows(year: int) -> Rows:
    """面临的挑战: what was to be done by the end of the year and was not, the longest due first; matters of the house stay there."""
    last = date(year, 12, 31)
    late = Q(told_on=None) | Q(told_on__gt=last)
    aims = Objective.objects.filter(late, year=year, due_on__lte=last)
    found = [
        *((answer_due(one.raised_on), "demand", both(f"{one.stakeholder.zh}：{one.zh}", f"{one.stakeholder.en or one.stakeholder.zh}: {one.en or one.zh}")) for one in demands_overdue(last)),
        *((one.due_on, "objective", both(one.zh, one.en)) for one in aims),
    ]  # fmt: skip
    return [
        [word(f"challenge.{kind}"), what, day(due), both(str((last - due).days))]
        for due, kind, what in sorted(found, key=lambda one: (one[0], one[1], one[2]))
    ]


def weight_rows(year: int) -> Rows:
    """The issues by their weight."""
    names = {one.iso: one for one in ISSUES}
    return [
        [
            both(row.issue),
            both(names[row.issue].zh, names[row.issue].en),
            both(str(row.stakeholders)),
            both(str(row.body)),
            both(str(row.score)),
            YES if is_material(row.stakeholders, row.body) else both(""),
        ]
        for row in ranked(year)
    ]


def objective_rows(year: int) -> Rows:
    return [
        [
            both(row.zh, row.en),
            both(row.target),
            word(f"owner.{row.owner}"),
            word(f"objective-result.{row.result}"),
            both(row.told_zh, row.told_en),
        ]
        for row in Objective.objects.filter(year=year).order_by("number")
    ]


def membership_rows(year: int) -> Rows:
    last = date(year, 12, 31)
    others: dict[int, int] = {}
    for one in allies_on(last).values_list("membership", flat=True):
        others[one] = others.get(one, 0) + 1
    return [
        [
            both(row.zh, row.en),
            word(f"membership-standing.{row.standing}"),
            day(row.since),
            both(str(others.get(row.pk, "")) or ""),
        ]
        for row in memberships_on(last).order_by("since", "pk")
    ]


def honour_rows(year: int) -> Rows:
    """Those of the year, and whether there is a certificate to show."""
    rows = honours_seen_by(CLOCK).filter(given_on__year=year).order_by("given_on", "pk")
    return [
        [
            day(row.given_on),
            both(row.zh, row.en),
            word(f"honour-kind.{row.kind}"),
            both(row.given_by),
            YES if row.filed else word("report-head.missing"),
        ]
        for row in rows
    ]


def duty_rows(year: int) -> Rows:
    return [
        [
            both(row.zh, row.en),
            word(f"role.{row.position}"),
            list_of([f"role.{one}" for one in row.supporting]),
        ]
        for row in duties_on(date(year, 12, 31))
    ]


def pact_rows(year: int) -> Rows:
    """The pacts, and how they stood when looked at in the year."""
    checks = {}
    rows = pacts_on(date(year, 12, 31)).prefetch_related("checks").order_by("signed_on", "pk")
    for row in rows:
        held = [one for one in row.checks.all() if one.checked_on.year == year]
        checks[row.pk] = max(held, key=lambda one: (one.checked_on, one.pk), default=None)
    return [
        [
            both(row.zh, row.en),
            word(f"pact-kind.{row.kind}"),
            both(row.parties),
            day(row.signed_on),
            day(check.checked_on) if (check := checks[row.pk]) else word("report-head.not-checked"),
        ]
        for row in rows
    ]


def commitment_rows(year: int) -> Rows:
    return [
        [
            both(row.item.title_zh, row.item.title_en),
            day(row.item.published_on),
            word(f"commitment-kept.{row.kept}"),
            both(row.zh, row.en),
            both(row.evidence),
        ]
        for row in looks_in(year)
    ]


def handling_rows(year: int) -> Rows:
    """Medians of every group that had any; of those too far apart, by how many days."""
    rows = handled(*Period.of(year).days)
    return [
        [
            word(f"matter.{matter}"),
            word(f"{family}.{group}"),
            both(str(one.number)),
            both(f"{one.days:g}"),
            both(f"{apart(of):g}") if is_unequal(of) else word("report-head.alike"),
        ]
        for matter in Matter
        for family, of in (("client-tier", by_tier(rows, matter)), ("client-size", by_size(rows, matter)))
        for group, one in of.items()
        if one.days is not None
    ]


def course_rows(year: int) -> Rows:
    """The median of each stage, of the projects that ended it in the year."""
    days = Period.of(year).days
    told = medians([one.days for one in courses(moved_in(*days))], *days)
    return [
        [word(f"course-stage.{step}"), both(str(one.number)), both(f"{one.days:g}")]
        for step, one in told.items()
        if one.days is not None
    ]


REGISTERS: dict[str, tuple[tuple[str, ...], Callable[[int], Rows]]] = {
    "chronicle": (("day", "event"), chronicle_rows),
    "milestones": (("day", "event"), milestone_rows),
    "names": (("from", "until", "name", "approval", "because"), name_rows),
    "first-certificates": (("day", "scheme", "number"), first_certificate_rows),
    "demands": (("party", "stakeholder", "requires", "expects", "response"), demand_rows),
    "challenges": (("kind", "challenge", "due", "overdue"), challenge_rows),
    "materiality": (("iso", "issue", "to-stakeholders", "to-body", "weight", "material"), weight_rows),
    "objectives": (("objective", "target", "owner", "result", "told"), objective_rows),
    "memberships": (("association", "standing", "since", "members"), membership_rows),
    "honours": (("day", "honour", "kind", "given-by", "certificate"), honour_rows),
    "duties": (("duty", "position", "supporting"), duty_rows),
    "pacts": (("pact", "kind", "parties", "signed", "checked"), pact_rows),
    "handling": (("matter", "group", "answered", "median", "apart"), handling_rows),
    "course": (("stage", "projects", "median"), course_rows),
    "commitments": (("commitment", "published", "kept", "told", "evidence"), commitment_rows),
}
"""The heads of each table, and its rows for a year."""


def registers_of(year: int) -> dict[str, Rows]:
    return {name: rows(year) for name, (_, rows) in REGISTERS.items()}
