"""What people do on the screens, step by step; stories put the steps together."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time

from django.utils.timezone import get_current_timezone
from playwright.sync_api import expect

from mingzheng.doors.clock.deadlines import meet_deadlines
from mingzheng.doors.clock.followers import catch_up
from mingzheng.doors.site.publish import publish
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.contracts.models import Application, Contract
from mingzheng.office.decisions.models import Decision
from mingzheng.office.programmes.models import Visit

from .conftest import Visitor

PDF = b"%PDF-1.7\n%%EOF\n"


def applies(stranger: Visitor, *, name: str, code: str, standards: list[str], **fields: str) -> Application:
    """A stranger fills the public form, hands in the licence and the application; he stays on the progress page."""
    stranger.goes("/apply/").fills(name_zh=name, uscc=code, contact_name="何经理", contact_phone="000-1")
    stranger.at("main form button[type=submit]").click()
    stranger.page.wait_for_url("**/form/")
    stranger.fills(address_zh="示例路2号", scope_zh="机械零件的生产", scope_en="Manufacture of machine parts")
    stranger.fills(name_en="Sample Parts Co., Ltd.", address_en="2 Sample Road", **fields)
    stranger.ticks("standards", *standards)
    stranger.ticks("has_certificates", "False").ticks("used_consultancy", "False")
    stranger.ticks("had_incident", "False").ticks("ordered_to_stop", "False")
    row = (
        stranger.at("[name^='sites-'][name$='-name_zh']").first.get_attribute("name").removesuffix("-name_zh")
    )
    stranger.chooses(**{f"{row}-kind": "permanent"})
    stranger.fills(**{f"{row}-name_zh": "总部", f"{row}-address_zh": "示例路2号"})
    row = (
        stranger.at("[name^='personnel-'][name$='-count']").first.get_attribute("name").removesuffix("-count")
    )
    stranger.chooses(**{f"{row}-kind": "full_time"}).fills(**{f"{row}-count": "85", f"{row}-hours": "8"})
    stranger.chooses(kind="licence")
    stranger.at("input[type=file]").set_input_files(
        {"name": "执照.pdf", "mimeType": "application/pdf", "buffer": PDF}
    )
    stranger.at("form[enctype='multipart/form-data'] button[type=submit]").click()
    stranger.sees("执照.pdf")
    stranger.at("button[name=act][value=submit]").click()
    stranger.page.wait_for_url("**/applied/")
    return Application.objects.latest("id")


def is_checked(people: Mapping[str, Visitor], application: Application, *, code: str) -> None:
    """Marketing looks the applicant up; the technical reviewer determines codes and complexity."""
    page, technical = f"/staff/applications/{application.number}/", people["technical"]
    presses(people["market"].goes(f"{page}check/"))
    technical.goes(f"{page}classify/")
    for standard in application.standards:
        technical.fills(**{f"codes-{standard}": code}).chooses(**{f"complexity-{standard}": "medium"})
    presses(technical)


def is_reviewed(people: Mapping[str, Visitor], application: Application, *, code: str = "17.10.02") -> None:
    """The three look into it and confirm, each his part, and the audit time is determined."""
    page = f"/staff/applications/{application.number}/"
    market, technical, programme = (people[name] for name in ("market", "technical", "programme_manager"))
    is_checked(people, application, code=code)
    presses(market.goes(f"{page}confirm/market/").ticks_all("points"))
    presses(technical.goes(f"{page}confirm/technical/").ticks_all("points"))
    presses(programme.goes(f"{page}audit-time/"))
    presses(programme.goes(f"{page}confirm/programme/").ticks_all("points"))


def presses(visitor: Visitor, selector: str = "main form button.btn-primary[type=submit]") -> Visitor:
    """The main button of a form; what follows is neither a refusal nor the form again with errors."""
    with visitor.page.expect_navigation():
        visitor.at(selector).last.click()
    wrong = visitor.at(".refusal-head, .reason-list:not(.reasons *), .field-error").all_inner_texts()
    refused = visitor.page.title() if visitor.at(".refusal-head").count() else ""
    assert not refused and not visitor.at(".field-error").count(), f"{visitor.page.url}: {wrong}"
    return visitor


def signs(people: Mapping[str, Visitor], application: Application) -> Contract:
    """Accepted, offered, and signed by both."""
    market, page = people["market"], f"/staff/applications/{application.number}/"
    presses(market.goes(page), "form[action$='/accept/'] button")
    presses(market.goes(f"{page}offer/"))
    contract = Contract.objects.get(application=application)
    files(market, "contract", contract.number, "signed_contract")
    market.goes(f"/staff/contracts/{contract.number}/sign/").fills(
        client_signatory="甲某", body_signatory="乙某"
    )
    presses(market)
    return contract


def files(visitor: Visitor, stage: str, number: str, kind: str) -> None:
    """A scan goes into the file of a case."""
    scans(visitor.goes(f"/staff/papers/{stage}/{number}/file/").chooses(kind=kind))


def opens_the_programme(people: Mapping[str, Visitor], contract: Contract) -> None:
    planner = people["programme_manager"]
    presses(
        planner.goes(f"/staff/programmes/contracts/{contract.number}/"),
        f"form[action*='/open/{contract.number}'] button",
    )


def schedules(people: Mapping[str, Visitor], visit: Visit, first: date, last: date, team: list[str]) -> None:
    """Dates, the team (its leader first), letters, the plan as proposed, all sent."""
    planner, leader, page = people["programme_manager"], people[team[0]], f"/staff/schedule/{visit.number}/"
    presses(planner.goes(f"{page}appoint/").fills(starts_on=f"{first}", ends_on=f"{last}"))
    for login in team:
        presses(planner.goes(page), f"form[action$='/team/{login}/assign/'] button")
    presses(planner.goes(page), "form[action$='/announce/'] button")
    leader.goes(f"{page}plan/")
    standards = [part.certification.standard for part in visit.parts.select_related("certification")]
    for number, standard in enumerate(standards):
        plans(leader, f"{first}", standard, team[number % len(team)], hour=9 + 2 * number)
    presses(leader)
    presses(leader.goes(page), "form[action$='/plan/send/'] button")


def plans(leader: Visitor, day: str, standard: str, login: str, *, hour: int) -> None:
    """One more line of the plan: a department, with the clauses looked at there."""
    lines = leader.at("#rows-lines [name$='-department']")
    before = lines.count()
    leader.at("button[name=add][value=lines]").click()
    expect(lines).to_have_count(before + 1)
    row = (lines.last.get_attribute("name") or "").removesuffix("-department")
    leader.fills(
        **{f"{row}-day": day, f"{row}-starts_at": f"{hour:02}:00", f"{row}-ends_at": f"{hour + 1:02}:30"}
    )
    leader.fills(**{f"{row}-department": "生产部、检验科", f"{row}-clauses": "4.3 6.1 7.2 9.2"})
    leader.ticks(f"{row}-auditors", login).ticks(f"{row}-standards", standard)


def opens_the_audit(leader: Visitor, visit: Visit) -> None:
    leader.goes(f"/staff/audits/{visit.number}/opening/").ticks_all("said")
    if not leader.at("[name^='attendees-'][name$='-name']").count():
        leader.at("button[name=add][value=attendees]").click()
    leader.at("[name^='attendees-'][name$='-name']").first.fill("甲某")
    presses(leader)


def records_every_clause(leader: Visitor, visit: Visit) -> None:
    """One record for each clause of the plan that has none."""
    leader.goes(f"/staff/audits/{visit.number}/records/")
    gaps = [chip.get_attribute("href") for chip in leader.at("a.chip").all()]
    for gap in gaps:
        leader.goes(gap).fills(department="生产部", evidence="抽查三份记录，符合要求").ticks(
            "conforms", "yes"
        )
        presses(leader)


def finds(leader: Visitor, visit: Visit, place: str, *, grade: str) -> None:
    leader.goes(f"/staff/audits/{visit.number}/findings/new/").chooses(place=place)
    leader.fills(department="检验科", statement="卡尺超过检定有效期仍在使用").ticks("grade", grade)
    presses(leader)


def settles(leader: Visitor, visit: Visit, finding: int) -> None:
    """The client's answer is entered and verified."""
    page = f"/staff/audits/{visit.number}/findings/{finding}/"
    leader.goes(f"{page}answer/").fills(
        cause="台账未更新", correction="已送检", corrective_action="每月核对台账"
    )
    presses(leader)
    presses(leader.goes(f"{page}verify/").fills(verification="查检定证书和台账，有效"))


def closes_the_audit(leader: Visitor, visit: Visit) -> None:
    presses(leader.goes(f"/staff/audits/{visit.number}/closing/").ticks_all("said"))


def reports(leader: Visitor, visit: Visit, standards: list[str]) -> None:
    page = f"/staff/audits/{visit.number}/report/"
    for standard in standards:
        presses(leader.goes(f"{page}{standard}/").ticks("recommended", "yes").fills(text="体系运行有效"))
    presses(leader.goes(f"{page}new/").fills(summary="体系运行正常，内部审核和管理评审有效。"))


def hands_in(leader: Visitor, visit: Visit) -> None:
    """The signed sheets as scans, then the file."""
    page = f"/staff/audits/{visit.number}/file/"
    for kind in ("signed_attendance", "certificate_confirmation"):
        scans(leader.goes(f"{page}scan/").chooses(kind=kind))
    presses(leader.goes(page), "form[action$='/hand-in/'] button")


def scans(visitor: Visitor) -> None:
    visitor.at("input[type=file]").set_input_files(
        {"name": "扫描件.pdf", "mimeType": "application/pdf", "buffer": PDF}
    )
    presses(visitor)


def reviews(people: Mapping[str, Visitor], visit: Visit, standard: str, *, returned: str = "") -> None:
    """The reviewer passes the file for a standard, or sends it back saying what is wanting."""
    reviewer = people["reviewer"].goes(f"/staff/decisions/files/{visit.number}/{standard}/")
    reviewer.ticks("quality", "good")
    reviewer.at("input[name=independent]").check()
    if returned:
        reviewer.at("[name='note-records']").evaluate("note => note.closest('details').open = true")
        reviewer.fills(**{"note-records": returned})
    presses(reviewer, f"button[name=outcome][value={'returned' if returned else 'passed'}]")


def decides(people: Mapping[str, Visitor], visit: Visit, standard: str, act: str) -> Decision:
    maker = people["decision_maker"].goes(f"/staff/decisions/files/{visit.number}/{standard}/{act}/")
    presses(maker)
    return Decision.objects.latest("id")


def issues(people: Mapping[str, Visitor], decision: Decision) -> Certificate:
    presses(people["certificate_clerk"].goes(f"/staff/certificates/issue/{decision.number}/"))
    return Certificate.objects.latest("id")


def next_visit(kind: str) -> Visit | None:
    """The next visit of a kind that has not begun."""
    waiting = Visit.objects.filter(kind=kind, begun_on=None, dropped_on=None)
    return waiting.order_by("latest", "id").first()


def is_audited(
    people: Mapping[str, Visitor],
    visit: Visit,
    it_is: Callable[[date], None],
    first: date,
    last: date,
    *,
    minor: str = "",
    settled: date | None = None,
) -> None:
    """On site from the opening meeting to the file; `minor` is a clause with a finding, `settled` when it was."""
    leader, standards = (
        people["liu"],
        [part.certification.standard for part in visit.parts.select_related("certification")],
    )
    it_is(first)
    opens_the_audit(leader, visit)
    records_every_clause(leader, visit)
    if minor:
        finds(leader, visit, minor, grade="minor")
    it_is(last)
    closes_the_audit(leader, visit)
    if minor:
        it_is(settled or last)
        settles(leader, visit, 1)
    reports(leader, visit, standards)
    if visit.kind != "stage1":
        hands_in(leader, visit)


def the_clock_turns(on: date) -> None:
    """What follows from the record, and the deadlines of the day."""
    catch_up(at=datetime.combine(on, time(20), tzinfo=get_current_timezone()))
    meet_deadlines(on)
    catch_up(at=datetime.combine(on, time(21), tzinfo=get_current_timezone()))


def publishes(people: Mapping[str, Visitor], certificate: Certificate, on: date) -> None:
    """What the clock does with a new certificate, and the clerk's two acts: seal, publish."""
    the_clock_turns(on)
    publish(at=datetime.combine(on, time(21), tzinfo=get_current_timezone()))
    clerk = people["certificate_clerk"]
    for act in ("seal", "publish"):
        presses(clerk.goes(f"/staff/certificates/{certificate.number}/{act}/"))
    publish(at=datetime.combine(on, time(22), tzinfo=get_current_timezone()))


def decides_status(
    people: Mapping[str, Visitor], certificate: Certificate, act: str, reason: str = ""
) -> None:
    held = certificate.certification
    maker = people["decision_maker"].goes(
        f"/staff/decisions/status/{held.client.uscc}/{held.standard}/{act}/"
    )
    maker.fills(reasons="见记录")
    if reason:
        maker.chooses(reason_code=reason)
    presses(maker)


def executes(people: Mapping[str, Visitor], certificate: Certificate, act: str) -> None:
    presses(people["certificate_clerk"].goes(f"/staff/certificates/{certificate.number}/execute/{act}/"))


def replaces(people: Mapping[str, Visitor], certificate: Certificate) -> Certificate:
    presses(people["certificate_clerk"].goes(f"/staff/certificates/{certificate.number}/replace/"))
    return Certificate.objects.latest("id")


def cancels(people: Mapping[str, Visitor], certificate: Certificate) -> None:
    clerk = people["certificate_clerk"].goes(f"/staff/certificates/{certificate.number}/cancel/")
    presses(clerk.fills(asked_on="2025-10-30", request="来函 2025-17"))


def changes_its_address(people: Mapping[str, Visitor], certificate: Certificate) -> None:
    client = certificate.certification.client
    presses(people["market"].goes(f"/staff/clients/{client.uscc}/change/").fills(address_zh="新址示例路9号"))


def answers_the_return(people: Mapping[str, Visitor], visit: Visit, standard: str) -> None:
    leader = people["liu"].goes(f"/staff/decisions/files/{visit.number}/{standard}/answer/")
    presses(leader.fills(answer="已补充抽样和记录，见审核记录。"))
