"""How a visit is shown: ``{% load visits %}``."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from mingzheng.doors.frame.formats import pill
from mingzheng.doors.frame.two import say_lazy

from ..programmes.listing import TONES

register = template.Library()


@register.simple_tag
def visit_status(visit: Any) -> SafeString:
    """Where a visit stands, as a mark; the visit comes from schedule.queries.with_status."""
    return pill(say_lazy(f"visit-status.{visit.status}"), TONES[visit.status])
