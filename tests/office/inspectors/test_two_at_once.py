"""Two pages that an access asks for at the same moment: both are shown, and both stand in the record."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from mingzheng.office.inspectors.actions.note_shown import note_shown
from mingzheng.office.inspectors.queries import shown_to
from mingzheng.rulebook.inspectors import Shown
from mingzheng.rulebook.roles import Role
from tests.office.inspectors import stage
from tests.rows import DAY


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_of_pages_asked_for_at_once_every_one_is_noted(person):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one writer in at a time")
    one = stage.inspector(person("quality", Role.QUALITY))
    pages, times = 4, 5
    start, answers = Barrier(pages), []

    def look() -> None:
        try:
            for _ in range(times):
                start.wait(timeout=10)
                note_shown(one.access.number, what=Shown.REGISTER, on=DAY, by=one)
                answers.append("shown")
        finally:
            connection.close()

    threads = [Thread(target=look) for _ in range(pages)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    assert len(answers) == shown_to(one.access).count() == pages * times
