"""The inspectors' room: coming in, what is shown and noted, and that nothing else can be reached."""

import json
from datetime import date, time
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.urls import Resolver404, URLPattern, resolve, reverse
from django.utils import timezone
from openpyxl import load_workbook

from mingzheng.doors.regulator.urls import urlpatterns
from mingzheng.office.audits.actions.answer_finding import answer_finding
from mingzheng.office.audits.actions.correct_record import correct_record
from mingzheng.office.competence.models import Competence
from mingzheng.office.contracts.models import Application
from mingzheng.office.files.actions.file_paper import file_paper
from mingzheng.office.files.models import Paper
from mingzheng.office.inspectors import queries
from mingzheng.office.inspectors.actions.close_access import close_access
from mingzheng.office.inspectors.actions.open_access import Scope
from mingzheng.office.inspectors.models import Inspector
from mingzheng.office.inspectors.queries import telling_of
from mingzheng.office.people.models import Person
from mingzheng.office.programmes.models import Certification
from mingzheng.office.record.log import sequence
from mingzheng.office.record.models import Event
from mingzheng.office.record.proving import check
from mingzheng.office.schedule.models import PlanLine
from mingzheng.rulebook.inspectors import Shown
from tests import certified, rows
from tests.doors.staff.test_quality import text
from tests.office.audits import stage as auditing
from tests.office.inspectors import stage
from tests.office.inspectors.stage import UNTIL
from tests.rows import DAY

pytestmark = pytest.mark.django_db
TOMORROW_PAST_IT = UNTIL.replace(day=UNTIL.day + 1)


@pytest.fixture
def come_in(client, it_is):
    """Come in as an inspector by his link and code."""
    it_is(DAY)

    def by(one: Inspector):
        answer = client.post(f"/inspect/in/{one.token}/", {"code": one.code})
        assert answer.url == "/inspect/"
        return client

    return by


def of(certification) -> str:
    return f"/inspect/certificates/{certification.pk}/"


@pytest.fixture
def two(cast):
    """Two cases, each audited, decided and with papers filed."""
    certified.body()
    return [case(audit, cast["quality"]) for audit in (together(), plain())]


def together():
    """QMS and EMS audited together, with records and an answered finding of each, by liu and chen."""
    audit, leader = auditing.closed(standards=("QMS", "EMS"))
    told = {"grade": "minor", "department": "生产部", "raised_on": DAY, "raised_by": "liu"}
    for place, standard in enumerate(("QMS", "EMS"), 1):
        audit.findings.create(
            number=place, standard=standard, clause="8.1", statement=f"{standard}事实", **told
        )
        answer = {"cause": f"{standard}原因", "correction": "已纠正", "corrective_action": "已培训"}
        answer_finding(audit.number, place, **answer, on=DAY, by=leader)
    for record in audit.records.filter(clause="9.2"):
        evidence = {"evidence": "查内审 1 次", "conforms": True, "reason": f"{record.standard}笔误"}
        correct_record(audit.number, record.number, **evidence, on=DAY, by=leader)
    audit.reported_on = audit.handed_in_on = DAY
    audit.save()
    for standard in ("QMS", "EMS"):
        audit.conclusions.create(standard=standard, recommended=True, text="推荐")
    return audit


def plain():
    """QMS alone, by he."""
    visit = rows.visit("surveillance")
    rows.team(visit, rows.auditor("he"))
    return rows.audit(visit)


def case(audit, by):
    """Its visit and its certifications, once all is decided and filed."""
    visit = audit.visit
    held = [part.certification for part in visit.parts.order_by("pk")]
    for one in held:
        rows.decision("maintain", one, audit=audit, number=f"JD2026-9{one.pk:03d}")
    for kind, key in (("audit", visit.number), ("contract", visit.contract.number)):
        filed = {"kind": "other", "name": f"{kind}-{key}.pdf", "content": f"%PDF-1.4 {key}".encode()}
        file_paper(f"{kind}:{key}", **filed, on=DAY, by=by)
    return visit, held


def test_the_link_asks_for_the_code_and_only_both_open_the_room(client, cast, it_is):
    it_is(DAY)
    one, other = stage.inspector(cast["quality"]), stage.inspector(cast["quality"])
    at = f"/inspect/in/{one.token}/"
    page = text(client.get(at))
    assert "市监局" in page and one.code not in page
    refused = client.post(at, {"code": other.code})
    assert refused.status_code == 409 and "查阅码不正确" in text(refused)
    assert client.get("/inspect/").status_code == 403
    assert client.get(f"/inspect/in/{one.code}/").status_code == 404
    assert client.post(at, {"code": one.code}).url == "/inspect/"
    assert one.name in text(client.get("/inspect/"))
    assert client.post("/inspect/out/").status_code == 200
    assert client.get("/inspect/").status_code == 403


def test_a_code_is_tried_five_times_a_minute_and_then_not_even_the_right_one_opens(client, cast, it_is):
    it_is(DAY)
    one = stage.inspector(cast["quality"])
    at = f"/inspect/in/{one.token}/"
    for _ in range(5):
        assert "查阅码不正确" in text(client.post(at, {"code": "K7Q2-9XHM-4TBW"}))
    refused = client.post(at, {"code": one.code}, headers={"Accept-Language": "en"})
    assert refused.status_code == 409 and "tried too often" in text(refused)
    assert client.post(at, {"code": one.code}, REMOTE_ADDR="10.0.0.9").status_code == 409


def test_an_access_ends_by_itself_and_at_once_when_it_is_closed(come_in, it_is, cast):
    one = stage.inspector(cast["quality"])
    client = come_in(one)
    it_is(UNTIL)
    assert client.get("/inspect/certificates/").status_code == 200
    it_is(TOMORROW_PAST_IT)
    for at in ("/inspect/certificates/", f"/inspect/in/{one.token}/"):
        assert client.get(at).status_code == 409 and str(UNTIL) in text(client.get(at))
    it_is(DAY)
    close_access(one.access.number, reason="检查结束", on=DAY, by=cast["quality"])
    assert client.get("/inspect/certificates/").status_code == 409


def test_the_whole_file_is_read_in_its_order_and_every_page_is_noted(come_in, cast, two):
    (visit, (quality, _)), _ = two
    client = come_in(stage.inspector(cast["quality"], Scope(clients=[visit.client.uscc])))
    file = text(client.get(of(quality)))
    for said in (quality.scope_zh, "合同", visit.number, "JD2026-9", "经过"):
        assert said in file, said
    page = text(client.get(f"/inspect/visits/{visit.number}/"))
    for said in (
        "审核员liu",
        "N1-liu-QMS",
        "17.10.02",
        "学历与从业经历",
        "查 7 月生产记录 3 份",
        f"audit-{visit.number}.pdf",
    ):
        assert said in page, said
    package = ZipFile(BytesIO(client.get(f"/inspect/visits/{visit.number}/package/").content))
    assert any(visit.number in name for name in package.namelist())
    noted = list(
        Event.objects.filter(kind=queries.USED).order_by("pk").values_list("facts__what", "facts__client")
    )
    uscc = visit.client.uscc
    assert noted == [("certification", uscc), ("visit", uscc), ("package", uscc)]


def addresses(two, cast) -> dict[str, str]:
    """An address of every page of the room about the second case, by its name."""
    visit, (held,) = two[1]
    paper = Paper.objects.get(subject=f"audit:{visit.number}")
    given = {
        "held": held.pk,
        "number": visit.number,
        "key": paper.pk,
        "login": "he",
    }
    pages = (page for page in urlpatterns if page.name not in ("enter", "leave"))
    return {page.name: address(page, given) for page in pages}


def address(page: URLPattern, given: dict) -> str:
    return reverse(f"regulator:{page.name}", kwargs={name: given[name] for name in page.pattern.converters})


def test_nothing_outside_the_scope_is_reached_by_guessing_its_address(come_in, cast, two):
    """The second case exists; for who may look into the first, and at nobody's record, it does not."""
    (visit, _), (other, _) = two
    client = come_in(stage.inspector(cast["quality"], Scope(clients=[visit.client.uscc])))
    guessed = {name: at for name, at in addresses(two, cast).items() if at.count("/") > 3}
    assert set(guessed) == {"certification", "visit", "package", "paper", "person", "proved"}
    assert {name: client.get(at).status_code for name, at in guessed.items()} == dict.fromkeys(guessed, 404)
    for at in ("certificates", "visits", "people", ""):
        page = text(client.get(f"/inspect/{at}/".replace("//", "/")))
        assert other.number not in page and other.client.name_zh not in page and "审核员he" not in page
    assert not Event.objects.filter(kind=queries.USED, facts__client=other.client.uscc).exists()


def test_every_page_of_the_room_opens_for_the_whole_body_and_is_noted(come_in, cast, two):
    client = come_in(stage.inspector(cast["quality"], Scope(whole=True, fees=True)))
    sequence(at=timezone.now())
    for name, at in addresses(two, cast).items():
        noted = Event.objects.filter(kind=queries.USED).count()
        answer = client.get(at)
        assert answer.status_code == 200, name
        assert Event.objects.filter(kind=queries.USED).count() == noted + 1, name
        assert "no-store" in answer["Cache-Control"], name
    told = {one["uscc"] for one in queries.clients_shown(Inspector.objects.get().access)}
    assert told == {visit.client.uscc for visit, _ in two}


def test_without_a_session_no_page_of_the_room_opens(client, cast, two):
    for name, at in addresses(two, cast).items():
        assert client.get(at).status_code == 403, name
    assert not Event.objects.filter(kind=queries.USED).exists()


def test_of_what_was_audited_together_only_the_open_standard_is_told(come_in, cast, two):
    (visit, (quality, environment)), _ = two
    client = come_in(stage.inspector(cast["quality"], Scope(certifications=[quality.subject_key])))
    assert client.get(of(environment)).status_code == 404
    page = text(client.get(f"/inspect/visits/{visit.number}/"))
    assert "QMS 8.5.1" in page and "EMS 8.1" not in page and f"JD2026-9{environment.pk:03d}" not in page
    assert "QMS 2" in page and "EMS 2" not in page
    told = page[page.index("经过</h2>") :]
    assert "第 1 号不符合项" in told and "第 2 号不符合项" not in told
    assert "QMS笔误" in told and "EMS笔误" not in told


def test_of_the_plan_and_the_team_of_a_combined_audit_the_open_standard_is_told(come_in, cast, two):
    (visit, (quality, _)), _ = two
    liu = Person.objects.get(login="liu")
    for hour, department, standards, clauses in [
        (8, "首次会议", [], ""),
        (9, "环保科", ["EMS"], "6.1.2"),
        (10, "生产部", ["QMS", "EMS"], "8.5.1 6.1.2、7.2"),
    ]:
        PlanLine.objects.create(
            visit=visit, day=DAY, starts_at=time(hour), ends_at=time(hour + 1), auditor=liu,
            department=department, standards=standards, clauses=clauses,
        )  # fmt: skip
    shown = {"role": "auditor", "names": [], "days": 1}
    facts = [{"standards": standards} for standards in ("EMS", "QMS EMS", ["QMS"], [])]
    is_open = telling_of(["QMS"], visit.number)
    assert [is_open(shown | one) for one in facts] == [False, True, True, True]
    client = come_in(stage.inspector(cast["quality"], Scope(certifications=[quality.subject_key])))
    page = text(client.get(f"/inspect/visits/{visit.number}/"))
    assert "首次会议" in page and "生产部" in page and "8.5.1 7.2" in page
    assert "环保科" not in page and "6.1.2" not in page


def test_a_paper_of_a_common_contract_is_read_where_all_its_certifications_are_open(come_in, cast, two):
    (visit, (quality, environment)), _ = two
    paper = Paper.objects.get(subject=f"contract:{visit.contract.number}")
    for held, status in (([quality], 404), ([quality, environment], 200)):
        scope = Scope(certifications=[one.subject_key for one in held], fees=True)
        client = come_in(stage.inspector(cast["quality"], scope))
        address = f"/inspect/papers/{paper.pk}/"
        assert client.get(address).status_code == status
        assert (address in text(client.get(of(quality)))) is (status == 200)


def test_a_paper_of_several_standards_is_taken_only_where_all_of_them_are_open(come_in, cast, two):
    """The report of a combined audit and what was filed of it are one, and say what was found of each standard."""
    (visit, (quality, environment)), _ = two
    filed = Paper.objects.get(subject=f"audit:{visit.number}")
    at = f"/inspect/visits/{visit.number}/"
    for held, status in (([quality], 404), ([quality, environment], 200)):
        scope = Scope(certifications=[one.subject_key for one in held])
        client = come_in(stage.inspector(cast["quality"], scope))
        assert client.get(f"{at}package/").status_code == status
        paper, page = f"/inspect/papers/{filed.pk}/", text(client.get(at))
        assert client.get(paper).status_code == status
        assert (paper in page) is (f"{at}package/" in page) is (status == 200)
        assert ("其中有不在查阅范围内的体系" in page) is (status == 404)


def test_the_team_stands_there_as_it_was_on_the_day_of_the_audit(come_in, cast, two):
    """Of what a member is competent in: what held then, and covers a code he brought."""
    (visit, _), _ = two
    liu = Competence.objects.filter(person__login="liu", standard="QMS")
    liu.update(basis="后来才有", evaluated_on=UNTIL)
    before = {
        "standard": "QMS",
        "evaluated_on": date(2025, 1, 1),
        "evaluated_by": "x",
        "person": liu.get().person,
    }
    Competence.objects.create(code="17", basis="当时已终止", ended_on=DAY, **before)
    Competence.objects.create(code="17.10", basis="当时有效", ended_on=UNTIL, **before)
    Competence.objects.create(code="03", basis="与此无关", **before)
    client = come_in(stage.inspector(cast["quality"]))
    page = text(client.get(f"/inspect/visits/{visit.number}/"))
    assert "17.10 · 当时有效" in page
    assert not [said for said in ("后来才有", "当时已终止", "与此无关") if said in page]


def test_what_names_a_price_comes_with_the_fees_alone(come_in, cast, two):
    (visit, (quality, _)), _ = two
    paper = Paper.objects.get(subject=f"contract:{visit.contract.number}")
    for fees, status in ((False, 404), (True, 200)):
        client = come_in(stage.inspector(cast["quality"], Scope(clients=[visit.client.uscc], fees=fees)))
        assert client.get(f"/inspect/papers/{paper.pk}/").status_code == status
        package = ZipFile(BytesIO(client.get(f"/inspect/visits/{visit.number}/package/").content)).namelist()
        assert any(paper.name in name for name in package) is fees
        assert (paper.name in text(client.get(of(quality)))) is fees


def test_lists_are_searched_by_initials_and_taken_as_a_spreadsheet(come_in, cast):
    held = certified.certificate()
    held.certification.client.pinyin = "slzz"
    held.certification.client.save()
    certified.certificate()
    client = come_in(stage.inspector(cast["quality"]))
    page = text(client.get("/inspect/certificates/?q=slzz"))
    assert held.number in page and page.count("data-href") == 1
    book = load_workbook(BytesIO(client.get("/inspect/certificates/?q=slzz&export=xlsx").content))
    assert [row[0] for row in book.worksheets[0].iter_rows(min_row=2, values_only=True)] == [held.number]
    shown, taken = Event.objects.filter(kind=queries.USED).order_by("pk")
    uscc = held.certification.client.uscc
    for event, what in ((shown, Shown.REGISTER), (taken, Shown.EXPORT_REGISTER)):
        told = event.facts
        assert (told["what"], told["about"], told["clients"]) == (what, "slzz", [uscc])


def test_a_list_taken_whole_tells_every_client_whose_information_was_in_it(come_in, cast, two):
    one = stage.inspector(cast["quality"])
    client = come_in(one)
    for at in ("certificates/", "visits/?export=xlsx"):
        assert client.get(f"/inspect/{at}").status_code == 200
    found = {told["uscc"]: told["times"] for told in queries.clients_shown(one.access)}
    assert found == {visit.client.uscc: 1 for visit, _ in two}


def test_the_visits_drawn_tell_whose_they_are(come_in, cast, two):
    one = stage.inspector(cast["quality"])
    one.access.inspection.visits.add(two[0][0])
    assert two[0][0].number in text(come_in(one).get("/inspect/"))
    assert [told["uscc"] for told in queries.clients_shown(one.access)] == [two[0][0].client.uscc]


def test_no_character_a_database_refuses_gets_as_far_as_the_database(come_in, cast):
    client = come_in(stage.inspector(cast["quality"]))
    assert client.get("/inspect/certificates/?q=%00sl").status_code == 200
    assert Event.objects.filter(kind=queries.USED).latest("pk").facts["about"] == "sl"
    paths = [str(page.pattern) for page in urlpatterns]
    assert not [path for path in paths if "<str:" in path]
    for at in ("in/\0/", "visits/\0/", "visits/\0/package/", "people/\0/"):
        with pytest.raises(Resolver404):
            resolve(f"/inspect/{at}")


def test_the_record_of_a_certification_is_taken_with_proofs_that_hold(come_in, cast, two):
    (visit, (quality, environment)), _ = two
    sequence(at=timezone.now())
    client = come_in(stage.inspector(cast["quality"], Scope(certifications=[quality.subject_key])))
    told = json.loads(client.get(f"/inspect/proof/{quality.pk}/").content)
    subjects = {one["told"][0] for one in told["events"]}
    assert f"audit:{visit.number}" in subjects and check(told) == []
    facts = [one["told"][6] for one in told["events"]]
    assert not any(one.get("standard") == environment.standard for one in facts)
    said = str(facts)
    assert "QMS原因" in said and "QMS笔误" in said and "EMS原因" not in said and "EMS笔误" not in said
    told["events"][0]["told"][5] = "somebody else"
    assert len(check(told)) == 1
    root = told["log"]["root"]
    assert root in text(client.get("/inspect/proof/"))


def test_an_auditor_is_read_with_registrations_and_competence(come_in, cast):
    rows.auditor("wang"), rows.auditor("li")
    client = come_in(stage.inspector(cast["quality"], Scope(people=["wang"])))
    page = text(client.get("/inspect/people/wang/"))
    assert "N1-wang-QMS" in page and "17.10.02" in page and "审核组长" in page
    assert client.get("/inspect/people/li/").status_code == 404


def test_the_room_speaks_english(come_in, cast, two):
    (visit, (quality, _)), _ = two
    Person.objects.update(name_en="Jane Doe")
    visit.contract.application = Application.objects.create(
        number="SQ2026-9001", token="t", status="accepted", begun_on=DAY, standards=["QMS", "EMS"],
        scope_zh="申报的中文范围", scope_en="Scope applied for",
        sites=[{"name_zh": "中文场所", "name_en": "Second plant", "address_zh": "中文路", "address_en": "Plant Road"}],
    )  # fmt: skip
    visit.contract.save()
    client = come_in(stage.inspector(cast["quality"]))
    client.cookies["django_language"] = "en"
    for at in ("", "certificates/", "visits/", "people/", "proof/"):
        assert "Scope of the access" in text(client.get(f"/inspect/{at}")), at
    file, page = (text(client.get(at)) for at in (of(quality), f"/inspect/visits/{visit.number}/"))
    assert all(said in file for said in ("Scope applied for", "Second plant", "Plant Road", "1 Sample Road"))
    assert "1 Sample Road" in page and page.count("Jane Doe") > 4
    chinese = ("申报的中文范围", "中文场所", "中文路", "示例省示例市示例路1号", "审核员liu", "审核员chen")
    assert not [said for said in chinese if said in file + page]


def test_a_certification_begun_anew_has_a_file_of_its_own_beside_the_one_that_ended(come_in, cast):
    ended = certified.certificate(scope_zh="从前的范围")
    Certification.objects.update(ended_on=DAY)
    begun = certified.certificate(contract=rows.contract(client=ended.certification.client))
    client = come_in(stage.inspector(cast["quality"]))
    for held in (ended, begun):
        file_paper(f"certificate:{held.number}", kind="other", name=f"{held.number}.pdf", content=b"%PDF-1.4", on=DAY, by=cast["quality"])  # fmt: skip
        register = text(client.get(f"/inspect/certificates/?q={held.number}"))
        assert f'data-href="{of(held.certification)}"' in register
        page = text(client.get(of(held.certification)))
        assert ("从前的范围" in page) is (held == ended)
        filed = Paper.objects.get(subject=f"certificate:{held.number}")
        assert f"/inspect/papers/{filed.pk}/" in page


def test_nobody_changes_anything_in_the_room(come_in, cast, two):
    client = come_in(stage.inspector(cast["quality"]))
    before = Event.objects.exclude(kind=queries.USED).count()
    for name, at in addresses(two, cast).items():
        client.post(at, {"name": name})
    assert Event.objects.exclude(kind=queries.USED).count() == before
