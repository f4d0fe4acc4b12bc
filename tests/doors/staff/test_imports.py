"""导入台账: file, preview, confirmation and result, for administrators only."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from mingzheng.doors.registers import uploads
from mingzheng.doors.registers.moving_in import look
from mingzheng.doors.registers.register import Outcome
from mingzheng.office.certificates.actions import import_certificates
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.clients.models import Client
from mingzheng.rulebook.roles import Role
from tests.certified import body
from tests.registers import ON, certificate, credit_code, workbook
from tests.registers import client as a_client

pytestmark = pytest.mark.django_db
FAULTY = certificate(2, ORG_CODE=credit_code(2)[:17] + ("0" if credit_code(2)[17] != "0" else "1"))


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.DATA = tmp_path / "data"


@pytest.fixture
def admin(client, person):
    body()
    one = person("admin", Role.ADMINISTRATOR)
    client.force_login(one)
    return one


@pytest.fixture
def send(client, tmp_path):
    def do(kind, *sheets, name="台账.xlsx", content=None):
        content = content or workbook(tmp_path / "a.xlsx", kind, *sheets).read_bytes()
        return client.post("/staff/imports/", {"kind": kind, "file": SimpleUploadedFile(name, content)})

    return do


@pytest.mark.slow
def test_a_file_is_previewed_and_then_carried_in(client, admin, send):
    assert send("certificates", [certificate(1), FAULTY]).url == "/staff/imports/certificates/"

    preview = client.get("/staff/imports/certificates/")
    page = preview.content.decode()
    assert "预览，尚未写入任何数据" in page and "校验码有误" in page and "表1!3" in page
    assert not Client.objects.exists()

    done = client.post(
        f"/staff/imports/certificates/{preview.context['told']['digest']}/carry-in/", follow=True
    )
    assert "已接收 1 行" in done.content.decode()
    assert Certificate.objects.get().number == "06425Q00001R0M"


def test_the_preview_speaks_english(client, admin, send):
    send("certificates", [certificate(1), FAULTY])
    client.cookies["django_language"] = "en"

    page = client.get("/staff/imports/certificates/").content.decode()
    assert "nothing has been written" in page and "Wrong check digit" in page and "business licence" in page
    assert "Import registers" in client.get("/staff/imports/").content.decode()


def test_the_report_tells_of_every_row(client, admin, send):
    send("certificates", [certificate(1), FAULTY])

    answer = client.get("/staff/imports/certificates/report/")
    rows = list(load_workbook(BytesIO(answer.content))["逐行 Rows"].iter_rows(values_only=True))
    assert [row[:5] for row in rows[1:]] == [
        ("表1", 2, "06425Q00001R0M", "接收", "Taken"),
        ("表1", 3, "06425Q00002R0M", "拒收", "Refused"),
    ]


@pytest.mark.parametrize(
    "content, words", [(b"PK\x03\x04 nothing", "不是 Excel 工作簿"), (b"%PDF-1.7", "不是 Excel 工作簿")]
)
def test_what_is_no_workbook_is_told_at_the_field(client, admin, send, content, words):
    assert words in send("certificates", content=content).content.decode()


def test_a_workbook_of_another_register_is_told_at_the_field(admin, send, tmp_path):
    content = workbook(tmp_path / "b.xlsx", "clients", [a_client(1)]).read_bytes()

    assert "没有找到本台账的表头" in send("certificates", content=content).content.decode()


def test_the_page_that_waits_is_told_how_far_the_work_is(client, admin, send, monkeypatch):
    monkeypatch.setattr(import_certificates, "EVERY", 1)
    assert "正在读取" in client.get("/staff/imports/progress/").text
    send("certificates", [certificate(1), certificate(2)])
    assert "2 / 2" in client.get("/staff/imports/progress/").text

    seen = client.get("/staff/imports/certificates/").context["told"]["digest"]
    client.post(f"/staff/imports/certificates/{seen}/carry-in/")
    assert "正在写入 2 / 2" in client.get("/staff/imports/progress/").text


def test_only_an_administrator_asks_how_far_it_is(client, person):
    client.force_login(person("wang", Role.MARKET))

    assert client.get("/staff/imports/progress/").status_code == 403


def test_a_preview_of_another_file_is_not_what_is_carried_in(client, admin, send):
    send("certificates", [certificate(1)])
    seen = client.get("/staff/imports/certificates/").context["told"]["digest"]
    send("certificates", [certificate(2)])

    answer = client.post(f"/staff/imports/certificates/{seen}/carry-in/")
    assert answer.status_code == 409 and "文件已更换" in answer.content.decode()
    assert not Certificate.objects.exists()


def test_a_file_is_carried_in_once_and_not_kept(client, admin, send):
    send("certificates", [certificate(1)])
    seen = client.get("/staff/imports/certificates/").context["told"]["digest"]
    client.post(f"/staff/imports/certificates/{seen}/carry-in/")

    assert client.post(f"/staff/imports/certificates/{seen}/carry-in/").status_code == 409
    assert not uploads.Upload("certificates", admin).file.exists()


def test_more_rows_than_a_page_can_take_are_left_to_the_terminal(client, admin, send, monkeypatch):
    monkeypatch.setattr(uploads, "MOST_ROWS", 1)
    send("certificates", [certificate(1), certificate(2)])

    page = client.get("/staff/imports/certificates/").content.decode()
    assert "mingzheng import certificates" in page and "carry-in" not in page


@pytest.mark.parametrize("kind", ["clients", "certificates", "auditors"])
def test_the_empty_workbook_is_a_register_and_its_notes_are_none(client, admin, tmp_path, kind):
    file = tmp_path / "empty.xlsx"
    file.write_bytes(client.get(f"/staff/imports/{kind}/template/").content)

    book = load_workbook(file)
    notes = list(book["填写说明 Notes"].iter_rows(min_row=2, values_only=True))
    assert len(notes) == book.worksheets[0].max_column and all(note[2] and note[3] for note in notes)
    found = look(kind, file, on=ON, by=admin)
    assert (found.rows, [s.is_register for s in found.sheets]) == ([], [True, False])


@pytest.mark.parametrize("kind", ["clients", "certificates", "auditors"])
def test_the_examples_of_the_empty_workbook_are_right(client, admin, tmp_path, kind):
    book = load_workbook(BytesIO(client.get(f"/staff/imports/{kind}/template/").content))
    page, notes = book.worksheets
    for place, note in enumerate(notes.iter_rows(min_row=2, values_only=True), 1):
        page.cell(2, place, note[4])
    book.save(tmp_path / "filled.xlsx")

    (row,) = look(kind, tmp_path / "filled.xlsx", on=ON, by=admin).rows
    assert row.outcome in (Outcome.TAKEN, Outcome.MENDED) and {m.words for m in row.mended} <= {"mend.login"}


@pytest.mark.parametrize("url", ["", "certificates/", "certificates/report/", "certificates/template/"])
def test_nobody_else_comes_here(client, person, url):
    client.force_login(person("wang", Role.CERTIFICATE_CLERK))

    assert client.get(f"/staff/imports/{url}").status_code in (403, 409)


def test_a_kind_that_is_none_and_a_preview_of_nothing_are_not_found(client, admin):
    for url in ("invoices/", "invoices/template/", "clients/", "clients/report/"):
        assert client.get(f"/staff/imports/{url}").status_code == 404


def test_what_was_carried_in_is_shown_as_carried_over(client, person, admin, send):
    send("certificates", [certificate(1)])
    seen = client.get("/staff/imports/certificates/").context["told"]["digest"]
    client.post(f"/staff/imports/certificates/{seen}/carry-in/")
    client.force_login(person("reader", Role.DIRECTOR))
    made = Certificate.objects.select_related("decision").get()

    assert "接转" in client.get(reverse("staff:contract", args=["HT2025-0001"])).content.decode()
    assert (
        "接转自原系统" in client.get(reverse("staff:decision", args=[made.decision.number])).content.decode()
    )
    assert "由原系统" in client.get(reverse("staff:certificate", args=[made.number])).content.decode()
    assert client.get(reverse("staff:contracts") + "?tab=offered").context["tabs"][0][1] == 0
