"""The rules of the house that a machine can see (HOUSE.md)."""

import ast
import importlib
import inspect
import pkgutil
import re
import string
from dataclasses import fields
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import ForeignKey
from django.urls import URLPattern, get_resolver

import mingzheng.rulebook
from mingzheng.office.record.action import ACTIONS, HAPPENINGS
from mingzheng.office.record.queue import QUEUES
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Objection
from mingzheng.words import WORDS

pytestmark = pytest.mark.one_database

HOME = Path(__file__).parents[2]
HOUSE = HOME / "mingzheng"
CHINESE = re.compile(r"[一-鿿]")


def sources(*floors: str) -> list[Path]:
    return [
        path
        for floor in floors
        for path in sorted((HOUSE / floor).rglob("*.py"))
        if "migrations" not in path.parts
    ]


def test_no_file_holds_both_sides_of_a_merge():
    kept = [
        path for of in ("mingzheng", "demo", "tests", "bench", "docs") for path in (HOME / of).rglob("*.*")
    ]
    words = {
        path: path.read_text("utf-8") for path in kept if path.suffix in {".py", ".md", ".html", ".toml"}
    }
    assert len(words) > 1000
    assert [path for path, text in words.items() if re.search(r"^(<{7}|>{7}) ", text, re.MULTILINE)] == []


def test_a_key_to_an_earlier_stage_leaves_no_way_back():
    for model in apps.get_models():
        if not model.__module__.startswith("mingzheng.") or model._meta.proxy:
            continue
        for field in model._meta.get_fields():
            if isinstance(field, ForeignKey) and field.related_model._meta.app_label != model._meta.app_label:
                assert field.remote_field.related_name == "+", field


def test_every_code_fits_the_column_it_is_kept_in():
    """PostgreSQL refuses what is too long, SQLite takes it: a column says in its comment whose codes it keeps."""
    said = re.compile(r"max_length=(\d+)[^\n#]*# rulebook\.([\w.]+)\.(\w+)")
    for file in sorted((HOUSE / "office").glob("*/models.py")):
        for length, module, name in said.findall(file.read_text()):
            codes = getattr(importlib.import_module(f"mingzheng.rulebook.{module}"), name)
            assert max(map(len, codes)) <= int(length), f"{file}: {name}"


def test_every_objection_has_words_in_both_languages():
    for found in pkgutil.walk_packages(mingzheng.rulebook.__path__, "mingzheng.rulebook."):
        for thing in vars(importlib.import_module(found.name)).values():
            if isinstance(thing, Objection):
                assert all(WORDS[thing.code]), thing


def test_all_words_are_there_in_both_languages_with_the_same_places():
    for code, (zh, en) in WORDS.items():
        assert zh.strip() and en.strip(), code
        assert not CHINESE.search(en), f"{code} has Chinese in its English"
        places = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in (zh, en)]
        assert places[0] == places[1], code


@pytest.mark.parametrize("kind", sorted(HAPPENINGS))
def test_every_event_is_told_in_both_languages_from_its_own_facts(kind):
    known = {field.name for field in fields(HAPPENINGS[kind])} | {"subject", "by", "on"}
    for text in WORDS[f"event.{kind}"]:
        assert {name for _, name, _, _ in string.Formatter().parse(text) if name} <= known, kind


def test_every_queue_and_role_has_words():
    for name in QUEUES:
        assert all(WORDS[f"queue.{name}"]), name
    for role in Role:
        assert all(WORDS[f"role.{role}"]), role


def test_one_file_per_action_named_after_its_verb():
    for path in HOUSE.glob("office/*/actions/*.py"):
        if path.stem != "__init__":
            assert f"{path.parent.parent.name}.{path.stem}" in ACTIONS, path


@pytest.mark.parametrize("name", sorted(ACTIONS))
def test_every_action_is_told_the_day_and_the_actor_and_is_tested(name):
    takes = inspect.signature(ACTIONS[name].run).parameters
    assert {"on", "by"} <= {n for n, p in takes.items() if p.kind is p.KEYWORD_ONLY}, name
    stage, verb = name.split(".")
    tests = "".join(path.read_text() for path in (HOME / "tests/office" / stage).glob("*.py"))
    assert re.search(rf"\b{verb}\(", tests), f"{name} has no test in tests/office/{stage}"


def test_nobody_reads_the_clock_below_the_doors():
    for path in sources("words", "rulebook", "planner", "seal", "office"):
        text = path.read_text()
        if path.name != "action.py" or path.parent.name != "record":  # the moment an event was written
            for reading in ("today()", ".now()", "localdate()", "time.time()"):
                assert reading not in text, (path, reading)


WRITES = re.compile(
    r"\.(save|create|bulk_create|get_or_create|update_or_create|delete)\(|objects\.[a-z_.()=, ]*\.update\("
)


@pytest.mark.parametrize(
    "line, bad", [("certificate.save()", True), ("context.update(x)", False), ("suspend(n)", False)]
)
def test_the_next_rule_sees_what_it_should(line, bad):
    assert bool(WRITES.search(line)) is bad


A_NUMBER_OF_A_RULE = re.compile(
    r"\badd_(months|working_days)\(|timedelta\((days|weeks)=([2-9]|\d\d|[A-Z])|^[A-Z_]+(?<!HALF)_(DAYS|MONTHS|YEARS|PERCENT)\b.*= *\d",
    re.M,
)


@pytest.mark.parametrize(
    ("line", "bad"),
    [
        ("APPEAL_DAYS = 30  # no rule", True),
        ("due = row.on + timedelta(days=15)", True),
        ("due = add_months(issued, 12)", True),
        ("by = last_day('appeal', on)", False),
        ("LONGEST_HALF_DAYS = 10  # a working week: how trips are planned, no rule", False),
        ("day_after = day + timedelta(days=1)", False),
        ("days = [monday + timedelta(days=n) for n in range(7)]", False),
    ],
)
def test_the_next_rule_sees_a_number_of_a_rule(line, bad):
    assert bool(A_NUMBER_OF_A_RULE.search(line)) is bad


WEEKS_ON_A_SCREEN = {"board.py", "desk.py", "span.py"}  # how much of a calendar is drawn, which no rule says


def test_nothing_computes_a_rule_outside_the_rulebook():
    for path in sources("office", "doors"):
        if path.name not in WEEKS_ON_A_SCREEN:
            assert not A_NUMBER_OF_A_RULE.search(path.read_text()), path


def test_doors_write_only_through_actions():
    for path in sources("doors"):
        assert not WRITES.search(path.read_text()), path


WEIGHTY = {"pypinyin"}  # its dictionary takes 50 MB of memory


@pytest.mark.slow
def test_no_imports_hidden_in_functions_but_of_what_most_processes_never_need():
    for path in sources("."):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef):
                imports = [n for n in ast.walk(node) if isinstance(n, ast.Import | ast.ImportFrom)]
                hidden = [n for n in imports if getattr(n, "module", "") not in WEIGHTY]
                assert not hidden, f"{path}:{hidden[0].lineno}"


def test_no_signals_no_overridden_save_no_drawers():
    for path in sources("."):
        text = path.read_text()
        assert "def save(self" not in text and "@receiver" not in text and "post_save" not in text, path
        assert path.stem not in {"utils", "helpers", "services", "managers", "common", "misc"}, path


def test_the_tests_of_the_pure_floors_ask_for_no_database():
    """./mz test runs them once, not once a database."""
    asks = re.compile(r"django_db|[(,] ?(transactional_)?db\b|live_server")
    for floor in ("rulebook", "planner", "seal"):
        for path in (HOME / "tests" / floor).rglob("*.py"):
            assert not asks.search(path.read_text()), path


def answers_a_request(function: ast.FunctionDef) -> bool:
    return function.returns is not None and "HttpResponse" in ast.unparse(function.returns)


@pytest.mark.slow
def test_files_and_functions_stay_small():
    for path in sources("."):
        text = path.read_text()
        assert text.count("\n") <= 400, f"{path} is longer than 400 lines"
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                length = node.end_lineno - node.body[0].lineno + 1  # the signature may be as long as it is
                is_view = (
                    node.args.args[:1] and node.args.args[0].arg == "request" and answers_a_request(node)
                )
                assert length <= (15 if is_view else 40), (
                    f"{path}:{node.lineno} {node.name} has {length} lines"
                )


def templates() -> list[Path]:
    return sorted(HOUSE.rglob("templates/**/*.html"))


ALLOWED = re.compile(r"\{%\s*(t|comment)\b.*?%\}|\{#.*?#\}", re.S)


@pytest.mark.parametrize("path", templates(), ids=lambda path: str(path.relative_to(HOUSE)))
def test_a_template_says_everything_in_two_languages(path):
    left = ALLOWED.sub("", path.read_text()).replace("简体中文", "").replace("明证", "").replace("中文", "")
    assert not CHINESE.search(left), f"{path}: {CHINESE.search(left)}"


@pytest.mark.parametrize("path", templates(), ids=lambda path: str(path.relative_to(HOUSE)))
def test_no_page_holds_script_or_style_of_its_own(path):
    text = path.read_text()
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\son[a-z]+=|\sstyle=|https?://", text), path


def staff_views() -> list[URLPattern]:
    def walk(patterns):
        for pattern in patterns:
            yield from walk(pattern.url_patterns) if hasattr(pattern, "url_patterns") else [pattern]

    found = next(p for p in get_resolver().url_patterns if str(p.pattern) == "staff/")
    return list(walk(found.url_patterns))


@pytest.mark.parametrize("pattern", staff_views(), ids=lambda pattern: pattern.name)
def test_every_staff_page_says_who_may_open_it(pattern):
    assert getattr(pattern.callback, "roles", None), pattern.name


def test_no_two_staff_pages_go_by_one_name():
    names = [pattern.name for pattern in staff_views()]
    assert {name for name in names if names.count(name) > 1} == set()


def test_every_stage_introduces_itself():
    for path in HOUSE.glob("office/*/__init__.py"):
        page = path.parent / "README.md"
        assert page.exists() and CHINESE.search(page.read_text().split("\n\n")[1]), (
            f"{page}: first paragraph in Chinese"
        )
