"""试运行: a dirty register is carried in, both systems are compared, and the report says what became of every row."""

from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from mingzheng.doors import today
from mingzheng.doors.registers import moving_in
from mingzheng.doors.registers.moving_in import KINDS, carry_in, look
from mingzheng.office.clients.models import Client
from mingzheng.office.moving_in.models import Import, TrialRun
from mingzheng.rulebook.moving_in import Measure
from mingzheng.rulebook.verdict import Refused
from tests.certified import body
from tests.registers import ON, certificate, credit_code, workbook
from tests.registers import client as a_client

pytestmark = pytest.mark.django_db
FAULTY = certificate(2, ORG_CODE=credit_code(2)[:17] + ("0" if credit_code(2)[17] != "0" else "1"))
DIRTY = [certificate(1), FAULTY, certificate(1), certificate(3, ORG_NAME="  示例3号制造有限公司  ")]


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch):
    monkeypatch.setattr(today, "clock", lambda: ON)


@pytest.fixture
def moved(tmp_path, cast) -> Import:
    """A register with a faulty row, one said twice and one to be mended, and a sheet that is none of it."""
    body()
    file = workbook(tmp_path / "证书台账.xlsx", "certificates", DIRTY)
    carry_in(look("certificates", file, on=ON, by=cast["administrator"]), on=ON, by=cast["administrator"])
    return Import.objects.get()


def test_of_a_dirty_register_every_row_is_accounted_for_and_each_refused_one_named(moved):
    assert moved.rows == 4 == moved.taken + moved.mended + moved.repeated + moved.refused
    assert (moved.repeated, moved.refused, moved.known) == (1, 1, 0)
    ((place, key, zh, en),) = moved.refusals
    assert (place, key) == ("表1!3", "06425Q00002R0M") and "校验码有误" in zh and "Wrong check digit" in en
    assert moved.file == "证书台账.xlsx" and len(moved.digest) == 64


def test_a_row_that_is_not_there_after_it_was_taken_undoes_the_import(tmp_path, cast, monkeypatch):
    file, admin = workbook(tmp_path / "a.xlsx", "clients", [a_client(1)]), cast["administrator"]
    looked = look("clients", file, on=ON, by=admin)
    monkeypatch.setitem(
        KINDS, "clients", moving_in.Kind(None, None, lambda entries, on, by: [[] for _ in entries], KINDS["clients"].carry_in)
    )  # fmt: skip
    with pytest.raises(Refused, match="row-lost"):
        carry_in(looked, on=ON, by=admin)
    assert not Client.objects.exists() and not Import.objects.exists()


@pytest.mark.slow
@pytest.mark.parametrize(("language", "nth"), [("zh-hans", 0), ("en", 1)])
def test_the_report_is_made_from_the_record_on_the_page_and_on_paper(client, cast, moved, language, nth):
    client.cookies["django_language"] = language
    client.force_login(cast["general_office"])
    client.post("/staff/moving_in/trial-runs/new/", {"system": "旧系统"})
    where = f"/staff/moving_in/trial-runs/{TrialRun.objects.get().number}/"
    refused = client.post(f"{where}compare-systems/", {"measure": "in_force", "there": 3})
    assert ("请说明差异原因", "say why they differ")[nth] in refused.text
    assert (
        client.post(f"{where}compare-systems/", {"measure": "clients", "there": 9_999_999_999}).status_code
        == 200
    )
    for measure in Measure:
        client.post(f"{where}compare-systems/", {"measure": measure, "there": 3, "explanation": "一张未接收"})
    client.force_login(cast["director"])
    client.post(f"{where}conclude-trial-run/", {"succeeded": "1", "conclusion": "可以启用"})

    with CaptureQueriesContext(connection) as asked:
        page = client.get(where).text
    assert sum('"moving_in_import"."keys"' in one["sql"] for one in asked) == 1
    within = ("即将到期和逾期的审核（90 天内）", "Visits due soon, and overdue (within 90 days)")[nth]
    for said in (within, "证书台账.xlsx", "06425Q00002R0M", "一张未接收", "可以启用", moved.number):
        assert said in page
    assert ("1 行至今未导入", "Refused rows not carried in since: 1")[nth] in page
    pdf = client.get(f"{where}report/")
    paper = "".join("".join(one.extract_text() for one in PdfReader(BytesIO(pdf.content)).pages).split())
    balance = ("读入4行=在册3行+拒收1行", "4rowsread=3kept+1refused")[nth]
    for said in (balance, "06425Q00002R0M", "一张未接收", "可以启用", moved.digest[:32]):
        assert said in paper, said


def test_the_trial_run_is_not_for_everybody(client, cast):
    client.force_login(cast["market"])
    assert client.get("/staff/moving_in/trial-runs/").status_code == 403
