"""`mingzheng import`: what it says, what it leaves, and who may."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from openpyxl import load_workbook

from mingzheng.office.clients.models import Client
from mingzheng.office.people.models import Person
from mingzheng.office.record.models import Event
from mingzheng.rulebook.roles import Role
from tests.certified import body
from tests.registers import certificate, client, credit_code, workbook

pytestmark = pytest.mark.django_db


def said(*arguments) -> tuple[int, str]:
    """The exit code and everything printed."""
    out = StringIO()
    try:
        call_command(*map(str, arguments), stdout=out)
    except SystemExit as end:
        return end.code, out.getvalue()
    return 0, out.getvalue()


@pytest.fixture
def admin(person):
    return person("admin", Role.ADMINISTRATOR)


@pytest.fixture
def file(tmp_path):
    return workbook(tmp_path / "客户.xlsx", "clients", [client(n) for n in (1, 2)])


def test_a_clean_register_is_carried_in_with_a_summary_in_both_languages(admin, file):
    code, told = said("import", "clients", file)

    assert code == 0 and Client.objects.count() == 2
    assert "接收 / Taken: 2" in told and "行/秒 rows/s" in told and "客户_导入报告.xlsx" in told
    assert set(Event.objects.values_list("by", flat=True)) == {"admin"}


def test_a_refused_row_is_told_by_the_exit_code_and_the_report(admin, tmp_path):
    body()
    bad = certificate(2, ORG_CODE=credit_code(2)[:17] + "?")
    file = workbook(tmp_path / "a.xlsx", "certificates", [certificate(1), bad])

    code, told = said("import", "certificates", file, "--report", tmp_path / "r.xlsx")

    assert code == 1 and "拒收 / Refused: 1" in told
    summary = [
        row[:3] for row in load_workbook(tmp_path / "r.xlsx")["汇总 Summary"].iter_rows(values_only=True)
    ]
    assert ("接收", "Taken", 1) in summary and ("拒收", "Refused", 1) in summary


def test_a_dry_run_writes_nothing_but_the_report(admin, file):
    code, told = said("import", "clients", file, "--dry-run")

    assert (code, Client.objects.count()) == (0, 0) and "nothing was written" in told
    assert file.with_name("客户_导入报告.xlsx").exists()


def test_twice_adds_nothing(admin, file):
    said("import", "clients", file)
    code, told = said("import", "clients", file)

    assert code == 0 and "此前已接收 / Carried in before: 2" in told
    assert Client.objects.count() == Event.objects.filter(kind="client.carried-in").count() == 2
    assert [one.facts["known"] for one in Event.objects.filter(kind="import.recorded")] == [0, 2]


def test_without_an_administrator_it_says_how_to_make_one(db, file):
    with pytest.raises(CommandError, match="mingzheng administrator"):
        said("import", "clients", file)


def test_only_an_administrator_may(admin, person, file):
    person("wang", Role.MARKET)
    with pytest.raises(CommandError, match="wang is not an administrator"):
        said("import", "clients", file, "--by", "wang")


def test_what_is_no_workbook_is_refused_in_both_languages(admin, tmp_path):
    file = tmp_path / "a.xlsx"
    file.write_text("no workbook")
    with pytest.raises(CommandError, match="不是 Excel 工作簿.*no Excel workbook"):
        said("import", "clients", file)


@pytest.mark.slow
def test_the_first_administrator_is_made_at_the_machine_and_only_the_first(db):
    _, told = said("administrator", "zhang", "示例甲")
    made = Person.objects.get()

    assert made.holds(Role.ADMINISTRATOR) and made.check_password(told.split()[-1])
    assert set(Event.objects.values_list("by", flat=True)) == {"installation"}
    with pytest.raises(CommandError, match="there is an administrator already: zhang"):
        said("administrator", "li", "示例乙")


def test_a_login_that_will_not_do_is_refused(db):
    with pytest.raises(CommandError, match="登录名"):
        said("administrator", "Zhang San", "示例甲")
    assert not Person.objects.exists()
