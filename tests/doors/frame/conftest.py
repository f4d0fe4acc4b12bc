from copy import deepcopy
from datetime import date
from pathlib import Path

import pytest

from mingzheng.doors import today
from mingzheng.office.registration.models import Registration


@pytest.fixture
def sample(settings, client, person, day, monkeypatch):
    """A client of the sample door, logged in, on a fixed day."""
    settings.ROOT_URLCONF = "tests.doors.frame.sample"
    settings.MIDDLEWARE = [one for one in settings.MIDDLEWARE if "doors.staff" not in one]
    templates = deepcopy(settings.TEMPLATES)
    templates[0]["DIRS"] = [Path(__file__).parent / "templates"]
    settings.TEMPLATES = templates
    monkeypatch.setattr(today, "clock", lambda: day)
    client.force_login(person("sun", name_zh="孙静", name_en="Sun Jing", department="质量管理部"))
    return client


@pytest.fixture
def registrations(person):
    """25 registrations: 15 QMS of 王芳, 10 EMS of 陈敏; the first two have run out on 2026-03-02."""
    wang = person("wang", name_zh="王芳", pinyin="wangfang wf")
    chen = person("chen", name_zh="陈敏", pinyin="chenmin cm")
    return [
        Registration.objects.create(
            person=wang if number <= 15 else chen,
            standard="QMS" if number <= 15 else "EMS",
            grade="senior" if number % 5 == 0 else "auditor",
            number=f"00{number:02d}",
            valid_from=date(2020, 1, number),
            valid_until=date(2026, 2, 26 + number) if number <= 2 else date(2027, 1, number),
        )
        for number in range(1, 26)
    ]
