"""Who comes in by the staff's door."""

import pytest

from tests.rows import DAY


@pytest.fixture
def enter(client, cast, it_is):
    """Log in as one of the cast."""
    it_is(DAY)

    def log_in(role):
        client.force_login(cast[role])
        return client

    return log_in
