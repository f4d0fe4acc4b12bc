"""The seed year frozen and opened in a browser: every number of the regulator's table is clicked, its records are counted.

`python -m bench.frozen_year FOLDER`: FOLDER holds a body built by `./mz demo --year 2020 --into FOLDER` (or by
`./mz bench year --into FOLDER`); a copy of its database is frozen, served and read in Chinese and in English.
Goal: each list has as many records as its number says, the 1,018 surveillance audits of the whole among them.
"""

import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

YEAR, PORT, FROZEN_ON = 2020, 8467, date(2021, 1, 15)
AT = f"http://localhost:{PORT}"
TABLE, SURVEILLED = f"{AT}/staff/report/?year={YEAR}", 1018
PROGRAMS = ("chromium-headless-shell", "chromium", "google-chrome")


def main(arguments: list[str]) -> int:
    if not arguments:
        print("needs FOLDER: ./mz bench frozen_year FOLDER", file=sys.stderr)
        return 2
    import demo.__main__ as demo

    with TemporaryDirectory(prefix="mingzheng-bench-") as folder:
        shutil.copy(Path(arguments[0]) / demo.DATABASE, folder)
        demo.settle(Path(folder), PORT, date(YEAR + 1, 1, 15))
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's loop runs in this thread
        cookie = frozen()
        with served():
            found = [each(cookie, language) for language in ("zh-hans", "en")]
    print(f"goal: {'met' if all(found) else 'MISSED'}")
    return 0 if all(found) else 1


def frozen() -> tuple[str, str]:
    """Freeze the year; the session of who did it."""
    import django

    django.setup()
    from django.conf import settings
    from django.test import Client
    from django.utils import timezone

    from mingzheng.office.people.models import Person
    from mingzheng.office.record.log import sequence
    from mingzheng.office.report.actions.freeze_year import freeze_year
    from mingzheng.rulebook.roles import Role

    by = next(one for one in Person.objects.filter(is_active=True) if Role.QUALITY in one.roles)
    sequence(at=timezone.now())
    freeze_year(YEAR, on=FROZEN_ON, by=by)
    session = Client()
    session.force_login(by)
    name = settings.SESSION_COOKIE_NAME
    return name, session.cookies[name].value


@contextmanager
def served() -> Iterator[None]:
    program = Path(sys.executable).parent / "mingzheng"
    server = subprocess.Popen(
        [program, "serve", "--port", str(PORT)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(100):
            try:
                urllib.request.urlopen(AT, timeout=5)
                break
            except urllib.error.HTTPError:
                break
            except OSError:
                time.sleep(0.3)
        yield
    finally:
        server.terminate()
        server.wait()


def each(cookie: tuple[str, str], language: str) -> bool:
    """Every number of the table, clicked; prints those whose list says otherwise."""
    from playwright.sync_api import sync_playwright

    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context()
        cookies = {"django_language": language, cookie[0]: cookie[1]}
        context.add_cookies([{"name": n, "value": v, "url": AT} for n, v in cookies.items()])
        page = context.new_page()
        page.goto(TABLE)
        cells = page.locator("table").first.locator("td a").all()
        said = {cell.get_attribute("href"): int(cell.inner_text().replace(",", "")) for cell in cells}
        clicked = {place: records(page, place) for place, number in said.items() if number}
        browser.close()
    wrong = {place: (said[place], n) for place, n in clicked.items() if said[place] != n}
    whole = [n for place, n in clicked.items() if said[place] == SURVEILLED]
    print(
        f"{language}: {len(clicked)} numbers clicked; {SURVEILLED:,} opens {whole} records; wrong: {wrong}",
        flush=True,
    )
    return not wrong and whole == [SURVEILLED]


def records(page: Any, place: str) -> int:
    """Click the number and turn the pages of its list to the end."""
    page.goto(TABLE)
    page.locator(f"table a[href='{place}']").first.click()
    page.wait_for_function("place => location.pathname == place", arg=place)
    page.goto(f"{AT}{place}?size=100")
    n = page.locator("table tbody tr").count()
    while (further := page.locator("a[rel=next]")).count():
        page.goto(f"{AT}{place}" + further.first.get_attribute("href"))
        n += page.locator("table tbody tr").count()
    return n


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
