"""Reading the library. What the yearly report counts is here, each figure with its list."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import (
    Case,
    CharField,
    Exists,
    F,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.forms.models import model_to_dict

from mingzheng.office.record.models import Event
from mingzheng.office.record.prepared import Prepared
from mingzheng.rulebook.laws import withdrawn_criteria
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.schemes import QualificationKind, Stage
from mingzheng.rulebook.scope import objections_to_former_profile, objections_to_taking_back_profile
from mingzheng.rulebook.verdict import Objection

from .models import (
    AccreditationMark,
    AccreditedScope,
    Body,
    FormerProfile,
    Holiday,
    Law,
    LawEvaluation,
    Norm,
    Qualification,
    Rule,
    Scheme,
)

LAW_KEEPERS = (Role.TECHNICAL, Role.QUALITY, Role.ADMINISTRATOR)
SCHEME_KEEPERS = (Role.TECHNICAL, Role.QUALITY, Role.DIRECTOR)
SCHEME_READERS = (*SCHEME_KEEPERS, Role.MARKET, Role.PROGRAMME_MANAGER)


def body() -> Body:
    """The body itself. Raises Body.DoesNotExist before it has been described."""
    return Body.objects.get()


def body_on(on: date) -> Body:
    """The body as papers of a day name it, not to be saved. Raises Body.DoesNotExist before it has been described."""
    now = _described.get(on=on)
    return Body(**{**model_to_dict(now), **now.said}) if now.said else now


@Prepared
def _described(*, on: date) -> QuerySet[Any]:
    """The body today, and what it `said` of itself on that day where that was another thing."""
    then = _begun(on).filter(valid_until__gte=on).reverse().values("said")[:1]
    return Body.objects.annotate(said=Subquery(then))


def _begun(on: date) -> QuerySet[FormerProfile]:
    """What the body was before, as far as it had begun by a day, the oldest first."""
    begun = _standing().filter(Q(valid_from=None) | Q(valid_from__lte=on))
    return begun.order_by(F("valid_from").asc(nulls_first=True))


def _as(then: FormerProfile, now: dict[str, Any]) -> Body:
    return Body(**{**now, **then.said})


def former_profiles() -> QuerySet[FormerProfile]:
    """Those taken back among them."""
    return FormerProfile.objects.order_by("-valid_until")


def _standing() -> QuerySet[FormerProfile]:
    return FormerProfile.objects.filter(taken_back_on=None)


@dataclass(frozen=True)
class Profile:
    """What papers print from a day to a day, both included; no first day: since ever, no last: still."""

    first: date | None
    last: date | None
    body: Body
    because_zh: str = ""  # why it ended
    because_en: str = ""


def profiles_by(last: date) -> list[Profile]:
    """What the body was up to a day, the oldest first."""
    now = Body.objects.first()
    if now is None:
        return []
    found: list[Profile] = []
    for row in _begun(last).order_by("valid_until"):
        since = row.valid_from or _day_after(found)
        found.append(
            Profile(since, row.valid_until, _as(row, model_to_dict(now)), row.because_zh, row.because_en)
        )
    since = now.since or _day_after(found)
    return [*found, *([Profile(since, None, now)] if since is None or since <= last else [])]


def _day_after(found: list[Profile]) -> date | None:
    return found[-1].last + timedelta(1) if found and found[-1].last else None


def known_since(since: date | None) -> date | None:
    """The first day of which nothing former is known: `since`, or the day after the last former profile."""
    last = _standing().aggregate(last=Max("valid_until"))["last"]
    return max(filter(None, (since, last and last + timedelta(1))), default=None)


def objections_to_former(first: date, last: date, on: date) -> list[Objection]:
    """May a state of the body from a day to a day be entered beside those that are known?"""
    known = [(row.valid_from, row.valid_until) for row in _standing() if row.valid_from]
    kept = _changes_kept_since()
    known += [(kept, on)] if kept else []
    now = Body.objects.values_list("since", flat=True).first()
    return objections_to_former_profile(first, last, on, [*known, *([(now, on)] if now else [])])


def _changes_kept_since() -> date | None:
    """From the last change whose former state was not kept yet (it tells no `since`) it is known what the body is, else from
    when it was first described."""
    said = Event.objects.filter(kind="body.described")
    kept = Q(facts__has_key="since")
    told = said.aggregate(last=Max("on", filter=~kept), first=Min("on", filter=kept))
    return told["last"] or told["first"]


def objections_to_taking_back(row: FormerProfile, reason: str) -> list[Objection]:
    """May a former profile be taken back? One that was entered; what is kept of a change of the body is no entry."""
    entered = Event.objects.filter(subject=f"former-profile:{row.number}").exists()
    return objections_to_taking_back_profile(reason, entered=entered, taken_back=bool(row.taken_back_on))


def in_force(on: date) -> QuerySet[AccreditedScope]:
    """The scope for which the body is accredited on a day, under all standards."""
    return AccreditedScope.objects.filter(Q(valid_until=None) | Q(valid_until__gte=on), valid_from__lte=on)


def accredited_groups(standard: str, on: date) -> set[str]:
    """The two-digit groups for which the body is accredited under a standard on a day."""
    return set(in_force(on).filter(standard=standard).values_list("group", flat=True))


def marks_on(standard: str, on: date) -> QuerySet[AccreditationMark]:
    """The accreditation marks of a standard that may be used on a day, the latest first."""
    valid = AccreditationMark.objects.filter(Q(valid_until=None) | Q(valid_until__gte=on), valid_from__lte=on)
    return valid.filter(standard=standard).order_by("-valid_from")


def calendar_overrides() -> dict[date, bool]:
    """Days the body entered itself: whether each is a working day."""
    return dict(Holiday.objects.values_list("day", "working"))


def laws(on: date) -> QuerySet[Any]:
    """Every law with its `state` on a day and `last`: the day it was last looked at."""
    return Law.objects.annotate(state=_state(on, "repealed_on"), last=Coalesce("evaluated_on", "entered_on"))


def laws_in_force(on: date) -> QuerySet[Any]:
    """On the register by a day and in force on it."""
    return laws(on).filter(state="in_force", entered_on__lte=on)


def laws_evaluated(first: date, last: date) -> QuerySet[Any]:
    """Laws whose compliance was evaluated at least once from a day to a day."""
    within = LawEvaluation.objects.filter(law=OuterRef("pk"), evaluated_on__range=(first, last))
    return laws(last).filter(Exists(within))


def norms(on: date) -> QuerySet[Any]:
    """Every standard of others with its `state` on a day."""
    return Norm.objects.annotate(state=_state(on, "withdrawn_on"))


def norms_in_force(on: date) -> QuerySet[Any]:
    """Standards of others on the register by a day and in force on it; a withdrawn one drops out."""
    return norms(on).filter(state="in_force", entered_on__lte=on)


def _state(on: date, ended: str) -> Case:
    """`coming`, `in_force` or `ended`; the day in `ended` is the first one no more."""
    return Case(
        When(**{f"{ended}__lte": on}, then=Value("ended")),
        When(in_force_from__gt=on, then=Value("coming")),
        default=Value("in_force"),
        output_field=CharField(),
    )


def criteria_withdrawn(criteria: Collection[str], on: date) -> list[Objection]:
    """A warning for each criterion of an audit that the register knows to be withdrawn by a day."""
    gone = Norm.objects.filter(code__in=criteria, withdrawn_on__lte=on)
    return withdrawn_criteria(criteria, list(gone.values_list("code", "replaced_by")))


def qualifications_on(on: date) -> QuerySet[Qualification]:
    """Approvals, designations and accreditations valid on a day."""
    lasts = (Q(valid_until=None) | Q(valid_until__gte=on)) & (Q(ended_on=None) | Q(ended_on__gt=on))
    return Qualification.objects.filter(lasts, valid_from__lte=on)


def approved_categories(on: date) -> set[str]:
    """The item codes the authority approved the body for on a day."""
    kinds = (QualificationKind.APPROVAL, QualificationKind.DESIGNATION)
    held = qualifications_on(on).filter(kind__in=kinds).values_list("categories", flat=True)
    return {category for categories in held for category in categories}


def schemes() -> QuerySet[Any]:
    """Every scheme with `waits`: does its latest rule wait to be filed?"""
    waits = Exists(rules_waiting().filter(scheme=OuterRef("pk")))
    return Scheme.objects.annotate(waits=waits).prefetch_related("rules")


def rules_waiting() -> QuerySet[Rule]:
    """The latest rule of each scheme that did not end, where it is not filed."""
    later = Rule.objects.filter(scheme=OuterRef("scheme"), pk__gt=OuterRef("pk"))
    return Rule.objects.filter(~Exists(later), filed_on=None).exclude(scheme__stage=Stage.ENDED)


def rules_filed(first: date, last: date) -> QuerySet[Rule]:
    """Rules filed with the authority from a day to a day."""
    return Rule.objects.filter(filed_on__range=(first, last)).select_related("scheme")


def rules_in_force(on: date) -> QuerySet[Rule]:
    """The latest rule filed by a day of each scheme that had not ended by then."""
    later = Rule.objects.filter(scheme=OuterRef("scheme"), filed_on__lte=on, pk__gt=OuterRef("pk"))
    ended = Q(scheme__stage=Stage.ENDED, scheme__stage_since__lte=on)
    return Rule.objects.filter(~Exists(later), ~ended, filed_on__lte=on).select_related("scheme")
