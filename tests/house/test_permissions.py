"""Who may do what: every action for every role, every page of the staff for every role, and the page that says so."""

import inspect
import re
from dataclasses import dataclass
from datetime import date

import pytest
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, resolve, reverse
from django.urls.converters import IntConverter

from mingzheng.doors.refusals import RefusalMiddleware
from mingzheng.doors.staff.menu import MENU
from mingzheng.doors.terminal.management.commands.docs import permissions
from mingzheng.office.record.action import ACTIONS
from mingzheng.office.record.models import Event
from mingzheng.rulebook.roles import HELD_BY_PERSONS, Role
from mingzheng.rulebook.verdict import NOT_YOURS, Refused
from tests.house.test_house_rules import staff_views

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
DAY = date(2026, 3, 2)


@dataclass(frozen=True)
class Holder:
    """An actor with one role and nothing else."""

    role: Role
    login: str = "nobody-in-particular"

    def holds(self, role: Role) -> bool:
        return role is self.role


def is_let_in(name: str, role: Role) -> bool:
    """Does the guard let this role into the action? Whoever gets in stumbles at once: nothing he brings makes sense,
    but that a person acts on himself."""
    given: dict[str, object] = {"on": DAY, "by": Holder(role)}
    nonsense = []
    for parameter in inspect.signature(ACTIONS[name].run).parameters.values():
        if parameter.kind is parameter.POSITIONAL_OR_KEYWORD:
            nonsense.append(Holder.login if parameter.name == "login" else object())
        elif parameter.kind is parameter.KEYWORD_ONLY:
            given.setdefault(parameter.name, object())
    try:
        ACTIONS[name].run(*nonsense, **given)
    except Refused as refused:
        return refused.objections != (NOT_YOURS,)
    except Exception:
        return True
    return True


@pytest.mark.parametrize("name", sorted(ACTIONS))
def test_exactly_the_declared_roles_are_let_into_an_action(name):
    assert {role for role in Role if is_let_in(name, role)} == set(ACTIONS[name].roles)
    assert not Event.objects.exists()


def test_the_matrix_says_what_the_actions_say():
    lines = {line.split(" | ")[0].strip("| `"): line for line in permissions().splitlines() if "`" in line}
    for name, info in ACTIONS.items():
        cells = [cell.strip() for cell in lines[name].strip("| ").split("|")]
        cells += [""] * (1 + len(Role) - len(cells))  # stripped at the end
        assert {role for role, cell in zip(Role, cells[1:], strict=True) if cell} == set(info.roles), name


def pages() -> list[URLPattern]:
    """The pages of the staff's door, without those that only stand in for one to come."""
    return [page for page in staff_views() if not str(page.pattern).startswith("soon/")]


def address(page: URLPattern) -> str:
    """An address of this page; what it names does not exist."""
    named = {
        name: 1 if isinstance(converter, IntConverter) else first if first.isalpha() else "none"
        for name, converter in page.pattern.converters.items()
        for first in [re.split(r"\|", converter.regex)[0]]  # of a converter that names what it takes
    }
    return reverse(f"staff:{page.name}", kwargs=named)


def is_right(page: URLPattern, role: Role, status: int) -> bool:
    """Is this the answer the role deserves? What the address names does not exist, so 404 is as good as open."""
    if status == 405:  # a page to send to, not to look at
        return True
    if role not in page.callback.roles:
        return status == 403
    return status < 500 if page.pattern.converters else status in (200, 302)


def answered(request: HttpRequest) -> int:
    """The status of what a page answers to somebody who is let into the house, or of what its refusal becomes."""
    found = resolve(request.path)
    try:
        return found.func(request, *found.args, **found.kwargs).status_code
    except Exception as refused:
        answer = RefusalMiddleware(lambda _: HttpResponse()).process_exception(request, refused)
        return answer.status_code if answer else 500


@pytest.mark.slow
@pytest.mark.parametrize("role", HELD_BY_PERSONS)
def test_every_page_opens_for_its_roles_and_is_refused_to_all_others(client, rf, person, role):
    """Of the roles that a page is closed to, the first comes by the way everybody comes; the others stand at its door.
    Of those it is open to, all look and the first sends: what is sent goes to an action, which has its own matrix."""
    somebody = person("somebody", role)
    client.raise_request_exception = False
    client.defaults["HTTP_ACCEPT"] = rf.defaults["HTTP_ACCEPT"] = (
        "application/json"  # a page takes ten times as long
    )
    client.force_login(somebody)

    def status(ask: str, page: URLPattern) -> int:
        closed = [one for one in HELD_BY_PERSONS if one not in page.callback.roles]
        if role not in closed[1:]:
            return getattr(client, ask)(address(page)).status_code
        request = getattr(rf, ask)(address(page))
        request.user = somebody
        return answered(request)

    wrong = []
    for page in pages():
        if not is_right(page, role, looked := status("get", page)):
            wrong.append((page.name, "looked at", looked))
        if role in page.callback.roles[1:]:
            continue
        sent = status("post", page)
        if sent >= 500 or (role not in page.callback.roles and sent != 403):
            wrong.append((page.name, "sent to", sent))
    assert wrong == []


@pytest.mark.slow
def test_a_stranger_is_sent_to_log_in_from_every_page(client):
    for page in pages():
        for ask in (client.get, client.post):
            answer = ask(address(page))
            assert answer.status_code == 302 and answer.url.startswith("/accounts/login/?next="), page.name


def test_nobody_is_shown_a_line_of_the_menu_that_is_closed_to_him():
    for item in (item for group in MENU.groups for item in group.items):
        opens_for = resolve(reverse(item.url)).func.roles
        assert set(item.roles or HELD_BY_PERSONS) <= set(opens_for), item.url
