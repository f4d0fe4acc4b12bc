"""Tags and filters of every template: ``{% load frame %}``."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import template
from django.forms import BaseForm
from django.template import RequestContext

from mingzheng.office.record.models import Event
from mingzheng.office.record.queries import PEOPLE
from mingzheng.rulebook.roles import NO_PERSON
from mingzheng.rulebook.verdict import Objection, Step
from mingzheng.words import WORDS

from .. import dress, formats, two

register = template.Library()

register.filter("day", formats.day)
register.filter("moment", formats.moment)
register.filter("money", formats.money)
register.filter("number", formats.number)
register.filter("counted", formats.counted)
register.filter("person_days", formats.person_days)
register.filter("why", two.why)
register.filter("joined", two.joined)
register.filter("dressed", dress.dressed)
register.simple_tag(formats.day, name="day")
register.simple_tag(formats.moment, name="moment")
register.simple_tag(formats.money, name="money")
register.simple_tag(formats.number, name="number")
register.simple_tag(formats.icon, name="icon")
register.simple_tag(formats.pill, name="pill")
register.simple_tag(formats.deadline, name="deadline")
register.simple_tag(formats.standards_tags, name="standards_tags")


@register.simple_tag(name="t")
def t_tag(zh: str, en: str, **places: object) -> str:
    """``{% t "共 {n} 条" "{n} in all" n=total %}``"""
    return str(two.t(zh, en, **places))


@register.simple_tag(name="say")
def say_tag(code: str, **details: object) -> str:
    """The words of a code: ``{% say "certificate.not-in-force" %}``"""
    return str(two.say_lazy(code, **details))


@register.filter(name="say")
def say_filter(value: object, family: str) -> str:
    """The words of a value of a family: ``{{ certificate.status|say:"status" }}`` says ``status.suspended``."""
    return str(two.say_lazy(f"{family}.{value}")) if value not in (None, "") else formats.NOTHING


@register.filter
def told(event: Event, names: Mapping[str, str] | None = None) -> str:
    """What an event of the record tells, in the reader's language; `names` as in a timeline."""
    facts = dict(event.facts)
    if names and "name" not in facts:  # "name (login)" keeps both
        facts |= {fact: names.get(facts[fact], facts[fact]) for fact in PEOPLE if fact in facts}
    return two.tell(event.kind, {**facts, "subject": event.subject, "by": event.by, "on": event.on})


@register.filter
def step_words(step: Step) -> str:
    """What a step of a derivation looked up or computed."""
    return str(two.say_lazy(step.what, **step.details))


@register.simple_tag
def days_over(due: date | None, today: date) -> int:
    return formats.days_over(due, today)


@register.inclusion_tag("frame/act_button.html", takes_context=True)
def act_button(
    context: RequestContext,
    label: str,
    url: str,
    objections: Iterable[Objection] = (),
    icon: str = "",
    look: str = "primary",
    post: bool = False,
) -> dict[str, object]:
    """A button that acts; grey when the rulebook objects, and then it says why with each clause.

    `look` is ``primary`` for the one main act of a page, ``plain`` for the others; `post` sends a form of its own.
    """
    reasons = list(objections)
    return {
        "label": label, "url": url, "objections": reasons, "icon": icon, "look": look, "post": post,
        "csrf_token": context.get("csrf_token"),
    }  # fmt: skip


@register.inclusion_tag("frame/form_fields.html")
def form_fields(form: BaseForm) -> dict[str, object]:
    """Labels, required marks, help and errors next to each field of a form."""
    return {"form": form}


@register.inclusion_tag("frame/pagination.html", takes_context=True)
def pagination(context: RequestContext, page: Any, **kept: object) -> dict[str, object]:
    """Links to the other pages of a Django page; the rest of the query stays."""
    request = context["request"]
    query = request.GET.copy()
    query.update({name: str(value) for name, value in kept.items()})
    query.pop("page", None)
    return {"page": page, "query": query.urlencode(), "request": request}


@register.inclusion_tag("frame/derivation.html")
def derivation(steps: Iterable[Step], caption: str = "") -> dict[str, object]:
    """How a number came about: each step with its value, clause and how sure the value is."""
    return {"steps": list(steps), "caption": caption}


@register.inclusion_tag("frame/timeline.html")
def timeline(events: Iterable[Event], names: Mapping[str, str] | None = None) -> dict[str, object]:
    """What happened, the latest first; `names` gives a login the name people know."""
    return {"events": [(event, _called(event.by, names or {})) for event in events], "names": names or {}}


def _called(login: str, names: Mapping[str, str]) -> str:
    """Who acted, as people call him; those who are no persons have words."""
    role, _, about = login.partition(":")
    if role not in NO_PERSON or login in names:
        return names.get(login, login)
    return two.say_lazy(f"outsider.{about}" if f"outsider.{about}" in WORDS else f"role.{role}")
