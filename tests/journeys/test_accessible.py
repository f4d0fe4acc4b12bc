"""Every page can be read by anybody: by ear, on a phone, in both languages; door by door, on few rows."""

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from mingzheng.doors.registers.uploads import Upload
from mingzheng.office.audits.actions.raise_finding import raise_finding
from mingzheng.office.documents.actions.govern_step import govern_step
from mingzheng.office.impartiality.actions.record_meeting import record_meeting
from mingzheng.office.library.actions.enter_laws import enter_laws
from mingzheng.office.library.actions.enter_norms import enter_norms
from mingzheng.office.library.actions.open_petition import open_petition
from mingzheng.office.people.models import Person
from mingzheng.office.planning.actions.conclude_plan import conclude_plan
from mingzheng.office.planning.actions.request_plan import request_plan
from mingzheng.office.programmes.actions.open_programme import open_programme
from mingzheng.office.quality.actions.hold_management_review import hold_management_review
from mingzheng.office.quality.actions.raise_internal_finding import raise_internal_finding
from mingzheng.office.quality.outputs import Output
from mingzheng.office.record.actors import CLOCK
from mingzheng.office.returns.actions.open_duties import open_duties
from mingzheng.office.schedule.actions.appoint_visit import appoint_visit
from mingzheng.office.voices.actions.answer_survey import answer_survey
from mingzheng.planner.plan import Assignment, Cost, Plan, Reason, Unplanned
from mingzheng.rulebook.calendar import Half, HalfDay
from mingzheng.rulebook.findings import Grade
from mingzheng.rulebook.governance import Panel
from mingzheng.rulebook.own_system import ReviewInput
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.schemes import QualificationKind
from mingzheng.rulebook.standards import Standard
from tests import certified, published, registers, rows
from tests.office.audits import stage as auditing
from tests.office.contracts import cases
from tests.office.decisions import stage as deciding
from tests.office.documents import test_documents as documenting
from tests.office.evaluations import test_evaluations as evaluations
from tests.office.governance import test_governance as answering
from tests.office.impartiality import test_impartiality as impartiality
from tests.office.library import test_laws as holding
from tests.office.library import test_schemes as selling
from tests.office.programmes.agreed import agreed
from tests.office.publicity import test_publicity as publicity
from tests.office.quality import test_quality as governing
from tests.office.voices import stage as telling
from tests.office.workplace import test_workplace as caring

from .body import social_credit_code
from .conftest import DESKTOP, PHONE, Visitor

pytestmark = pytest.mark.one_database

DAY = rows.DAY
GRAVE = ("serious", "critical")
NAMES = [
    "button-name",
    "document-title",
    "image-alt",
    "input-button-name",
    "label",
    "link-name",
    "select-name",
]
ASKED = {
    "zh-hans": {"resultTypes": ["violations"]},
    "en": {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": NAMES}},
}
"""What axe is asked: everything once, and what has a name or none again in the other language."""
CUT = """[...document.querySelectorAll(".sheet-flush")].filter(sheet => sheet.scrollWidth > sheet.clientWidth + 1)
.map(sheet => sheet.innerText.slice(0, 60))"""
"""Sheets that hide what is too wide for them."""
Cast = dict[str, Person]


class Reading(NamedTuple):
    """Who reads which pages; nobody is a stranger."""

    reader: Person | None
    paths: list[str]


def public(cast: Cast) -> Iterator[Reading]:
    held = published.on_show()
    ended = published.on_show_suspended("EMS")
    progress = cases.submitted()
    draft = cases.begun(uscc=social_credit_code("MA1GKA03"))
    yield Reading(
        None,
        [
            "/",
            "/apply/",
            f"/apply/{draft.token}/form/",
            f"/apply/{progress.token}/",
            "/verify/",
            f"/verify/?q={held.number}",
            f"/c/{held.number}/",
            f"/c/{ended.number}/",
            "/rules/",
            "/rules/effective-personnel/",
            "/accounts/login/",
        ],
    )


def applications(cast: Cast) -> Iterator[Reading]:
    contract = cases.offered(cast)
    at = f"/staff/applications/{contract.application.number}/"
    waiting = cases.submitted(uscc=social_credit_code("MA1GKA03"))
    cases.check(waiting, cast), cases.classify(waiting, cast)
    yield Reading(
        cast["market"],
        [
            "/staff/",
            "/staff/done/",
            "/staff/applications/",
            at,
            f"/staff/applications/{waiting.number}/confirm/market/",
            "/staff/contracts/",
            f"/staff/contracts/{contract.number}/",
            "/staff/clients/",
            f"/staff/clients/{contract.client.uscc}/",
            f"/staff/search/?q={contract.number}",
        ],
    )
    yield Reading(cast["programme_manager"], [at, f"/staff/applications/{waiting.number}/audit-time/"])


def visits(cast: Cast) -> Iterator[Reading]:
    planner, contract = cast["programme_manager"], agreed(["QMS", "EMS"])
    open_programme(contract.number, on=DAY, by=planner)
    appointed = rows.visit("surveillance")
    appoint_visit(appointed.number, starts_on=DAY, ends_on=DAY, on=DAY, by=planner)
    planned, leader = auditing.sent(starts_on=auditing.days_after(7))
    yield Reading(
        planner,
        [
            "/staff/",
            "/staff/programmes/",
            f"/staff/programmes/contracts/{contract.number}/",
            "/staff/schedule/board/",
            f"/staff/schedule/{appointed.number}/",
            f"/staff/schedule/{planned.number}/",
        ],
    )
    yield Reading(leader, ["/staff/", f"/staff/schedule/{planned.number}/plan/"])


def audits(cast: Cast) -> Iterator[Reading]:
    audit, leader = auditing.opened()
    auditing.look(audit, leader)
    auditing.look(audit, leader, clause="9.2", conforms=False)
    raise_finding(
        audit.number,
        grade=Grade.MINOR,
        standard=Standard.QMS,
        clause="9.2",
        department="检验科",
        statement="卡尺超过检定有效期仍在使用",
        on=DAY,
        by=leader,
    )
    at = f"/staff/audits/{audit.number}/"
    tabs = ["", "closing/", "records/", "records/new/", "findings/", "findings/1/", "report/", "file/"]
    yield Reading(leader, ["/staff/audits/", *(at + tab for tab in tabs)])


def decisions(cast: Cast) -> Iterator[Reading]:
    audit = deciding.handed_in(standards=("QMS", "EMS"))
    held = published.on_show()
    made = held.decision
    of_file = f"/staff/decisions/files/{audit.number}/QMS/"
    deciding.read(audit, cast["reviewer"], "EMS")
    yield Reading(cast["reviewer"], ["/staff/", "/staff/decisions/", of_file])
    yield Reading(
        cast["decision_maker"],
        [
            "/staff/decisions/register/",
            f"/staff/decisions/{made.number}/",
            f"/staff/decisions/files/{audit.number}/EMS/maintain/",
        ],
    )
    yield Reading(
        cast["certificate_clerk"],
        ["/staff/", "/staff/certificates/", f"/staff/certificates/{held.number}/"],
    )


def evaluated(cast: Cast) -> Iterator[Reading]:
    number, at = evaluations.evaluated(cast), "/staff/evaluations/evaluations/"
    yield Reading(cast["decision_maker"], [at, f"{at}{number}/", f"{at}{number}/decide-evaluation/"])
    yield Reading(cast["market"], [f"{at}new/"])
    yield Reading(cast["programme_manager"], [f"{at}{number}/record-activity/"])


def body_and_people(cast: Cast) -> Iterator[Reading]:
    cases.equip()
    book = registers.workbook(
        settings.DATA / "台账.xlsx", "clients", [registers.client(), registers.client(2, uscc="1")]
    )
    Upload("clients", cast["administrator"]).look(SimpleUploadedFile(book.name, book.read_bytes()), DAY)
    yield Reading(
        cast["competence_evaluator"],
        [
            "/staff/",
            "/staff/people/",
            "/staff/people/person/liu/",
            "/staff/people/me/",
            "/staff/people/matrix/",
            "/staff/people/table/",
            "/staff/people/expiring/",
        ],
    )
    yield Reading(
        cast["administrator"],
        [
            "/staff/accounts/",
            "/staff/library/",
            "/staff/library/scope/",
            "/staff/library/describe/",
            "/staff/library/accreditation-marks/",
            "/staff/library/accreditation-marks/new/",
            "/staff/imports/",
            "/staff/imports/clients/",
        ],
    )


def voices(cast: Cast) -> Iterator[Reading]:
    certified.body()
    case, closed, call = telling.case("assigned"), telling.case("closed"), telling.call()
    survey, answered = telling.survey(leader="wang"), telling.survey(leader="chen")
    answer_survey(answered.visit.number, telling.ANSWERS, on=DAY, by=telling.ANYBODY)
    at, seen = "/staff/voices/", f"calls/call/{call.key}/"
    yield Reading(
        None,
        [
            "/voices/complain/",
            "/voices/follow/?code=AAAA",
            f"/voices/follow/{case.code}/",
            f"/voices/follow/{closed.code}/",
            f"/voices/survey/{survey.token}/",
            f"/voices/survey/{answered.token}/",
        ],
    )
    yield Reading(
        telling.sun(),
        [
            "/staff/",
            at,
            f"{at}new/",
            f"{at}cases/{case.number}/",
            f"{at}cases/{case.number}/assign/",
            f"{at}cases/{closed.number}/",
            f"{at}surveys/",
            f"{at}surveys/analysis/",
            f"{at}surveys/visit/{answered.visit.number}/",
            f"{at}surveys/visit/{survey.visit.number}/paper/",
            f"{at}calls/",
            f"{at}calls/draws/",
            at + seen,
            f"{at}{seen}enter/",
        ],
    )


def planning(cast: Cast) -> Iterator[Reading]:
    leader = rows.auditor("liu")
    planned, waiting = (
        rows.visit("surveillance", latest=DAY + timedelta(days=60), number=f"XM2026-8{n}") for n in range(2)
    )
    rows.team(planned, leader)
    run = request_plan(DAY, DAY + timedelta(days=90), on=DAY, by=cast["programme_manager"]).run
    begins = Assignment(waiting.number, HalfDay(DAY + timedelta(days=7), Half.MORNING), 4, ("liu",))
    unplanned = Unplanned("XM2026-89", (Reason("planner.no-team", {}),))
    conclude_plan(run, Plan((begins,), (unplanned,), Cost(travel=90.0), 80.0), on=DAY, by=CLOCK)
    board, plans = "/staff/schedule/board/", "/staff/schedule/board/planning/"
    yield Reading(
        cast["programme_manager"],
        [
            board,
            f"{board}?weeks=4",
            f"{board}?weeks=52",
            f"{board}?view=visits&weeks=13",
            f"{board}?view=map",
            plans,
            f"{plans}{run}/",
            f"{plans}{run}/?tab=unplanned",
            f"{plans}terms/",
            f"{plans}file/",
            f"{plans}wishes/{planned.client.uscc}/",
            f"{plans}company/{waiting.number}/",
            f"{plans}helper/{planned.number}/why/",
            f"{plans}clients/{planned.client.uscc}/calendar/",
        ],
    )
    yield Reading(leader, [board, f"{plans}calendar/liu/"])


def own_system(cast: Cast) -> Iterator[Reading]:
    quality, director = cast["quality"], cast["director"]
    inspection = governing.inspected(quality)
    audit = governing.internal_audit(quality)
    finding = {
        "clause": "9.1",
        "department": "市场部",
        "statement": "缺签名",
        "owner": "market",
        "due_on": DAY,
    }
    raise_internal_finding(audit, **finding, on=DAY, by=quality)
    inputs, outputs = dict.fromkeys(ReviewInput, "已评审"), [Output("招聘", "market", DAY)]
    review = hold_management_review(
        held_on=DAY, present="全体", inputs=inputs, outputs=outputs, on=DAY, by=director
    ).number
    risk, seats = impartiality.risk(quality).number, impartiality.committee(quality)
    told = {"held_on": DAY, "subject": "年会", "minutes": "审议了风险", "present": seats}
    meeting = record_meeting(Panel.COMMITTEE, **told, on=DAY, by=quality).number
    item = publicity.published(text_zh="帮助企业建立管理体系。")
    at, on = "/staff/quality/", "/staff/impartiality/"
    yield Reading(None, ["/information/"])
    yield Reading(
        quality,
        [
            "/staff/",
            at,
            f"{at}inspections/",
            f"{at}inspections/new/",
            f"{at}inspections/{inspection.number}/",
            f"{at}audits/",
            f"{at}audits/new/",
            f"{at}audits/{audit}/",
            f"{at}reviews/{review}/",
            f"{at}penalties/",
            f"{at}events/new/",
            f"{on}risks/",
            f"{on}risks/{risk}/",
            f"{on}related/",
            f"{on}panels/",
            f"{on}panels/meetings/new/",
            f"{on}panels/meetings/{meeting}/",
            f"{on}gifts/new/",
            "/staff/publicity/",
            f"/staff/publicity/items/{item.number}/",
        ],
    )
    yield Reading(director, [f"{at}reviews/new/"])


def returns(cast: Cast) -> Iterator[Reading]:
    certified.certificate(on=DAY)
    open_duties(DAY, on=DAY + timedelta(days=31), by=CLOCK)
    at = "/staff/returns/"
    number = f"certificates-{DAY:%Y-%m}"
    yield Reading(
        cast["certificate_clerk"],
        [
            f"{at}duties/",
            f"{at}duties/{number}/",
            f"{at}duties/{number}/rows/",
            f"{at}duties/{number}/send/",
            f"{at}duties/{number}/answer-return/",
            f"{at}check/",
        ],
    )


def shelves(cast: Cast) -> Iterator[Reading]:
    by = cast["technical"]
    law = enter_laws([holding.law()], on=DAY, by=by)[0].number
    norm = enter_norms([holding.norm()], on=DAY, by=by)[0].number
    scheme = selling.live(by)
    held = selling.approved(by)
    told = {"title": "绿色产品", "authority": "某委员会", "text": "上报", "sent_on": DAY}
    petition = open_petition(QualificationKind.APPROVAL, **told, on=DAY, by=by).number
    document = documenting.in_force(cast["market"], by, readers=(Role.TECHNICAL,))
    govern_step("library.enter_laws", document=document, on=DAY, by=by)
    at = "/staff/library/"
    yield Reading(
        by,
        [
            f"{at}laws/",
            f"{at}laws/new/",
            f"{at}laws/evaluate/",
            f"{at}laws/{law}/",
            f"{at}norms/{norm}/",
            f"{at}system/",
            f"{at}documents/",
            f"{at}documents/new/",
            f"{at}documents/{document}/",
            f"{at}documents/review/",
            f"{at}steps/",
            f"{at}schemes/{scheme}/",
            f"{at}qualifications/{held}/",
            f"{at}petitions/{petition}/",
            f"{at}scope/register/",
            "/staff/learning/problems/",
        ],
    )


def workplace(cast: Cast) -> Iterator[Reading]:
    """Every shape a page of the staff and the union takes."""
    at, union = "/staff/workplace/", cast["union"]
    notice, drive = caring.posted(cast), caring.opened(cast)
    incident, grievance = caring.reported(cast), caring.raised(cast)
    yield Reading(
        union,
        [
            at,
            f"{at}consultations/",
            f"{at}consultations/new/",
            f"{at}consultations/{notice}/",
            f"{at}drives/{drive}/",
            f"{at}drives/{drive}/enter-gift/",
            f"{at}activities/new/",
            f"{at}grievances/{grievance}/",
        ],
    )
    yield Reading(cast["general_office"], [f"{at}contributions-by-month/new/", f"{at}incidents/{incident}/"])


def governance(cast: Cast) -> Iterator[Reading]:
    """Every shape a page of governance takes."""
    at, quality = "/staff/governance/", cast["quality"]
    weight, demand, ally = answering.weighed(cast), answering.raised(cast), answering.allied(cast)
    duty, honour, promise = answering.given(cast), answering.honoured(cast), answering.promised()
    yield Reading(
        quality,
        [
            at,
            f"{at}stakeholders/",
            f"{at}demands/{demand}/",
            f"{at}weights/",
            f"{at}weights/{weight}/",
            f"{at}weights/new/",
            f"{at}weights/matrix/",
            f"{at}allies/{ally}/",
            f"{at}honours/{honour}/",
            f"{at}commitments/{promise}/look-at-commitment/",
            f"{at}position-duties/{duty}/pass-duty/",
            f"{at}position-duties/matrix/",
        ],
    )


DOORS = [
    public,
    applications,
    visits,
    audits,
    decisions,
    evaluated,
    voices,
    own_system,
    body_and_people,
    planning,
    returns,
    shelves,
    workplace,
    governance,
]


def faults(somebody: Visitor, path: str, language: str) -> Iterator[str]:
    """What keeps anybody from reading this page."""
    page = somebody.page
    page.set_viewport_size(DESKTOP)
    answer = page.goto(somebody.address + path)
    if answer is None or answer.status != 200:
        yield f"answers {answer and answer.status}"
        return
    if page.locator("html").get_attribute("lang") != language:
        yield f"is not marked as {language}"
    if not page.title().partition(" · ")[0].strip():
        yield "has no title of its own"
    if (headings := page.locator("h1").count()) != 1:
        yield f"has {headings} main headings"
    for broken in Axe().run(page, options=ASKED[language]).response["violations"]:
        if broken["impact"] in GRAVE:
            yield f"{broken['impact']} {broken['id']}: {[node['html'] for node in broken['nodes']][:3]}"
    page.set_viewport_size(PHONE)
    if (width := page.evaluate("document.documentElement.scrollWidth")) > PHONE["width"]:
        yield f"is {width} px wide on a phone"
    if cut := page.evaluate(CUT):
        yield f"cuts off on a phone: {cut}"


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.DATA = tmp_path


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
def test_anybody_can_read_the_pages_of(door, language, visitor, cast, transactional_db, it_is):
    it_is(DAY)
    found = []
    for reading in door(cast):
        somebody = visitor(reading.reader, language=language)
        for path in reading.paths:
            found += [f"{path} {fault}" for fault in faults(somebody, path, language)]
            found += [f"{path} says {wrong}" for wrong in somebody.wrongs]
            somebody.wrongs.clear()
    assert not found, "\n".join(found)
