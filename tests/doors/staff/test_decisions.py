import pytest

from mingzheng.doors import today as calendar
from mingzheng.office.audits.models import Audit
from mingzheng.office.decisions.models import Decision, Review
from mingzheng.office.people.models import Person
from mingzheng.rulebook.roles import Role
from tests import certified, rows
from tests.office.decisions.stage import DAY, handed_in

pytestmark = pytest.mark.django_db
PASS = {"quality": "good", "independent": "on", "outcome": "passed"}


@pytest.fixture(autouse=True)
def on_that_day(monkeypatch):
    monkeypatch.setattr(calendar, "clock", lambda: DAY)


@pytest.fixture
def enter(client, person):
    """Log in as the holder of a role, or as somebody by login, and choose a language."""

    def log_in(who: str | Role, language="zh-hans"):
        if isinstance(who, Role) and not Person.objects.filter(login=who.value).exists():
            person(who.value, who)
        client.force_login(Person.objects.get(login=str(who)))
        client.cookies["django_language"] = language
        return client

    return log_in


def read(answer, status=200) -> str:
    assert answer.status_code == status, answer.content.decode()[:3000]
    return answer.content.decode()


def file(audit, standard="QMS", rest="") -> str:
    return f"/staff/decisions/files/{audit.visit.number}/{standard}/{rest}"


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_q_is_granted_and_e_is_sent_back_answered_and_granted_on_the_screens(enter, language):
    audit = handed_in("stage2", ("QMS", "EMS"))
    reviewer = enter(Role.REVIEWER, language)
    assert audit.number in read(reviewer.get("/staff/decisions/"))
    read(reviewer.get(file(audit)))
    assert reviewer.post(file(audit), PASS).status_code == 302
    returned = {**PASS, "outcome": "returned", "note-records": "6.1.2 缺抽样"}
    assert reviewer.post(file(audit, "EMS"), returned).status_code == 302

    decider = enter(Role.DECISION_MAKER, language)
    read(decider.get(file(audit)))
    read(decider.get(file(audit, "QMS", "grant/")))
    assert decider.post(file(audit, "QMS", "grant/"), {"reasons": ""}).status_code == 302
    read(decider.post(file(audit, "EMS", "grant/"), {"reasons": ""}), 409)

    leader = enter("liu", language)
    assert "6.1.2 缺抽样" in read(leader.get(file(audit, "EMS")))
    read(leader.get(file(audit, "EMS", "answer/")))
    assert leader.post(file(audit, "EMS", "answer/"), {"answer": "已补充"}).status_code == 302
    assert enter(Role.REVIEWER).post(file(audit, "EMS"), PASS).status_code == 302
    assert enter(Role.DECISION_MAKER).post(file(audit, "EMS", "grant/"), {"reasons": ""}).status_code == 302

    assert list(Decision.objects.values_list("certification__standard", "act")) == [
        ("QMS", "grant"),
        ("EMS", "grant"),
    ]
    decision = Decision.objects.first()
    assert decision.number in read(decider.get(f"/staff/decisions/{decision.number}/"))
    assert decision.number in read(decider.get("/staff/decisions/register/"))


@pytest.mark.parametrize("language, words", [("zh-hans", "退回须按部分写明问题"), ("en", "by section")])
def test_a_file_sent_back_without_words_is_refused(enter, language, words):
    audit = handed_in()

    answer = enter(Role.REVIEWER, language).post(file(audit), {**PASS, "outcome": "returned"})

    assert words in read(answer, 409) and not Review.objects.exists()


@pytest.mark.parametrize("language, words", [("zh-hans", "请评定人员留意"), ("en", "For the reviewer")])
def test_words_of_a_report_that_read_as_consultancy_are_shown_to_the_reviewer(enter, language, words):
    audit = handed_in()
    reviewer = enter(Role.REVIEWER, language)
    assert words not in read(reviewer.get(file(audit)))
    helped = "审核组帮助企业解决了体系建立中的问题。"
    other = audit.conclusions.create(standard="EMS", recommended=True, text=helped)
    assert words not in read(reviewer.get(file(audit)))  # of another standard, which another reviewer reads
    other.delete()
    Audit.objects.update(summary=helped)
    page = read(reviewer.get(file(audit)))
    assert words in page and "帮助企业解决" in page
    assert reviewer.post(file(audit), PASS).status_code == 302  # a note, and he judges


def test_the_reviewer_states_that_he_took_no_part(enter):
    audit = handed_in()

    page = read(enter(Role.REVIEWER).post(file(audit), {"quality": "good", "outcome": "passed"}))

    assert "field-wrong" in page and not Review.objects.exists()


def test_who_was_on_the_team_sees_why_he_may_not_review(enter):
    audit = handed_in()
    Person.objects.filter(login="liu").update(roles=["auditor", "reviewer"])

    assert "参加过该项目审核" in read(enter("liu").get(file(audit)))


def test_an_auditor_sees_only_the_files_of_his_own_audits(enter):
    audit = handed_in()
    rows.auditor("sun")
    browser = enter("sun")

    assert audit.number not in read(browser.get("/staff/decisions/?tab=all"))
    read(browser.get(file(audit)), 404)
    read(browser.get("/staff/decisions/JD2026-9999/"), 404)
    assert enter(Role.ADMINISTRATOR).get("/staff/decisions/").status_code == 403


def test_a_decision_maker_sees_why_an_act_is_not_open(enter):
    audit = handed_in("surveillance")
    enter(Role.REVIEWER).post(file(audit), PASS)

    assert "尚无证书" in read(enter(Role.DECISION_MAKER).get(file(audit)))


@pytest.mark.parametrize("language, words", [("zh-hans", "尚无证书"), ("en", "no certificate")])
def test_a_certification_without_certificate_is_not_suspended(enter, language, words):
    held = rows.certification()
    browser = enter(Role.DECISION_MAKER, language)
    path = f"/staff/decisions/status/{held.client.uscc}/QMS/suspend/"

    assert "0112" in read(browser.get(path))
    assert words in read(browser.post(path, {"reasons": "x", "reason_code": "0112"}), 409)
    read(browser.get(f"/staff/decisions/status/{held.client.uscc}/QMS/grant/"), 404)


def test_files_lie_on_the_desks_of_those_who_must_act(enter):
    audit = handed_in("stage2", closed_on=DAY)
    assert "待评定" in read(enter(Role.REVIEWER).get("/staff/"))
    enter(Role.REVIEWER).post(file(audit), {**PASS, "outcome": "returned", "note-report": "x"})
    assert "评定退回待答复" in read(enter("liu").get("/staff/"))
    enter("liu").post(file(audit, "QMS", "answer/"), {"answer": "x"})
    enter(Role.REVIEWER).post(file(audit), PASS)

    desk = read(enter(Role.DECISION_MAKER).get("/staff/"))

    assert "待认证决定" in desk and "剩 10 天" in desk


@pytest.mark.parametrize(
    ("language", "do", "waits"), [("zh-hans", "执行决定", "待执行"), ("en", "Carry it out", "Not yet")]
)
@pytest.mark.parametrize(
    ("act", "page"),
    [
        ("suspend", "/staff/certificates/{number}/execute/suspend/"),
        ("extend", "/staff/certificates/{number}/replace/"),
        ("grant", "/staff/certificates/issue/{decision}/"),
    ],
)
def test_the_clerk_gets_from_a_decision_to_where_it_is_carried_out(enter, language, do, waits, act, page):
    held = certified.certificate()
    about = held.certification if act != "grant" else rows.certification()
    made = rows.decision(act, about, reason_code="0112" if act == "suspend" else "", scope_zh="模具")
    address = page.format(number=held.number, decision=made.number)

    clerk = read(enter(Role.CERTIFICATE_CLERK, language).get(f"/staff/decisions/{made.number}/"))
    decider = read(enter(Role.DECISION_MAKER, language).get(f"/staff/decisions/{made.number}/"))

    assert address in clerk and do in clerk and waits in clerk
    assert address not in decider and waits in decider


def test_a_decision_says_when_and_on_which_certificate_it_was_carried_out(enter):
    held = certified.certificate()

    shown = read(enter(Role.CERTIFICATE_CLERK).get(f"/staff/decisions/{held.decision.number}/"))

    assert f"/staff/certificates/{held.number}/" in shown and "待执行" not in shown


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_a_decision_is_printed_whether_on_an_audit_or_not(enter, language):
    certified.body()
    audit = handed_in()
    on_audit = rows.decision("maintain", audit.visit.parts.get().certification, audit=audit)
    otherwise = rows.decision("suspend", reason_code="0112", reasons="未接受监督审核")
    browser = enter(Role.DECISION_MAKER, language)

    for decision in (on_audit, otherwise):
        answer = browser.get(f"/staff/decisions/{decision.number}/paper/")
        assert answer.status_code == 200 and answer.content.startswith(b"%PDF")
        read(browser.get(f"/staff/decisions/{decision.number}/"))
