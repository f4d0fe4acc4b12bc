"""The one place where doors ask what day it is; below them the day is an argument."""

from collections.abc import Callable
from datetime import date

from django.conf import settings
from django.utils import timezone


def calendar() -> date:
    """The day it is, but for a demonstration of another day."""
    return date.fromisoformat(settings.STANDS_STILL_AT) if settings.STANDS_STILL_AT else timezone.localdate()


clock: Callable[[], date] = calendar  # a test puts another clock here


def today() -> date:
    """Today in the body's time zone."""
    return clock()
