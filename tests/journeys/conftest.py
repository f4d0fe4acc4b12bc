"""Whole stories in headless Chromium: a real server, real sessions, one browser context for each person."""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    expect,
    sync_playwright,
)

from mingzheng.office.people.models import Person

# Playwright's own loop runs in the test's thread; the tests' queries there are as synchronous as ever.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
expect.set_options(timeout=20_000)
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 800}
PROGRAMS = ["chromium-headless-shell", "chromium", "google-chrome"]  # the first draws with least work
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--in-process-gpu",
    "--disable-background-networking",
    "--disable-component-update",
]


def pytest_collection_modifyitems(items):
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker("journey")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    assert program, "journeys need Chromium: apt-get install chromium-headless-shell"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=SWITCHES)
        yield browser
        browser.close()


class Visitor:
    """Somebody before a screen. Fails on any error in the browser's console, a broken content policy included."""

    def __init__(self, context: BrowserContext, address: str):
        self.context, self.address, self.wrongs = context, address, []
        self.page: Page = context.new_page()
        self.page.set_default_timeout(30_000)  # milliseconds; two suites may share two cores
        self.page.on("pageerror", lambda error: self.wrongs.append(str(error)))
        self.page.on("console", self._hears)

    def _hears(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self.wrongs.append(f"{said.text} {said.location.get('url', '')}")

    def goes(self, path: str) -> "Visitor":
        self.page.goto(self.address + path)
        return self

    def clicks(self, name: str, role: str = "button") -> "Visitor":
        self.page.get_by_role(role, name=name).first.click()
        return self

    def follows(self, name: str) -> "Visitor":
        return self.clicks(name, "link")

    def fills(self, **fields: str) -> "Visitor":
        """By the name of the field."""
        for name, value in fields.items():
            self.page.locator(f"[name='{name}']").first.fill(value)
        return self

    def chooses(self, **fields: str) -> "Visitor":
        for name, value in fields.items():
            self.page.locator(f"select[name='{name}']").first.select_option(value)
        return self

    def ticks(self, name: str, *values: str) -> "Visitor":
        for value in values:
            self.page.locator(f"input[name='{name}'][value='{value}']").first.check()
        return self

    def ticks_all(self, name: str) -> "Visitor":
        for box in self.page.locator(f"input[type=checkbox][name='{name}']").all():
            box.check()
        return self

    def sees(self, *texts: str) -> "Visitor":
        for text in texts:
            expect(self.page.get_by_text(text).locator("visible=true").first).to_be_visible()
        return self

    def does_not_see(self, text: str) -> "Visitor":
        expect(self.page.get_by_text(text)).to_have_count(0)
        return self

    def at(self, selector: str) -> Locator:
        return self.page.locator(selector)


@pytest.fixture
def visitor(chromium, live_server) -> Iterator[Callable[..., Visitor]]:
    """Let somebody in: `visitor()` a stranger, `visitor(person)` one of the staff; `language="en"`, `size=PHONE`."""
    came: list[Visitor] = []

    def comes(
        person: Person | None = None, *, language: str = "zh-hans", size: dict[str, int] = DESKTOP
    ) -> Visitor:
        context = chromium.new_context(
            viewport=size, locale="zh-CN" if language.startswith("zh") else "en-GB"
        )
        cookies = {"django_language": language}
        if person:
            session = Client()
            session.force_login(person)
            cookies[settings.SESSION_COOKIE_NAME] = session.cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": n, "value": v, "url": live_server.url} for n, v in cookies.items()])
        came.append(Visitor(context, live_server.url))
        return came[-1]

    yield comes
    for one in came:
        assert one.wrongs == [], f"the browser complained: {one.wrongs}"
        one.context.close()
