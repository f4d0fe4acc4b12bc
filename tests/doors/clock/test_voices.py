"""What follows for surveys from a visit that was held."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from mingzheng.doors.clock.followers import catch_up
from mingzheng.office.programmes.actions.end_visit import VisitHeld
from mingzheng.office.record.action import write
from mingzheng.office.record.actors import CLOCK
from mingzheng.office.voices.models import Survey
from tests.office.voices import stage

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 2, 12, tzinfo=ZoneInfo("Asia/Shanghai"))


def test_the_client_of_a_visit_is_asked_once_however_often_that_is_heard():
    visit = stage.held()
    for _ in range(2):
        write([VisitHeld(visit.number, visit.client.uscc, stage.DAY)], on=stage.DAY, by=CLOCK)
        assert catch_up(at=NOW).stumbled == set()
    survey = Survey.objects.get()
    assert (survey.visit, survey.sent_on) == (visit, stage.DAY)
