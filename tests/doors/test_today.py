"""The one place where doors ask what day it is."""

from datetime import date

from django.utils import timezone

from mingzheng.doors.today import calendar


def test_a_demonstration_may_stand_still_at_a_day(settings):
    assert calendar() == timezone.localdate()
    settings.STANDS_STILL_AT = "2021-01-15"
    assert calendar() == date(2021, 1, 15)
