"""Access for inspectors: opened, closed, noted, and exactly what each of them may see."""

from datetime import timedelta

import pytest

from mingzheng.office.files.actions.file_paper import file_paper
from mingzheng.office.files.models import Paper
from mingzheng.office.inspectors import queries
from mingzheng.office.inspectors.actions.close_access import close_access
from mingzheng.office.inspectors.actions.note_shown import note_shown
from mingzheng.office.inspectors.actions.open_access import Scope, open_access
from mingzheng.office.inspectors.models import Access, Inspector
from mingzheng.rulebook import inspectors as rules
from mingzheng.rulebook.inspectors import Named, Shown
from mingzheng.rulebook.verdict import NOT_YOURS, Refused
from tests import certified, rows
from tests.conftest import kinds
from tests.office.audits.stage import told
from tests.office.inspectors import stage
from tests.office.inspectors.stage import TERM, UNTIL, ZHANG
from tests.office.voices.test_cases import refused
from tests.rows import DAY

pytestmark = pytest.mark.django_db
AFTER = UNTIL + timedelta(days=1)


def key_of(certification) -> str:
    return certification.subject_key


def test_an_access_is_opened_to_named_inspectors_for_some_days_to_a_stated_scope(cast):
    held = certified.certificate()
    scope = Scope(certifications=[key_of(held.certification)], people=["auditor"], fees=True)
    opened = stage.access(cast["quality"], scope, ZHANG, Named("李科员", "310-0002"))
    assert kinds().count("inspection-access.opened") == 1
    facts = told("inspection-access.opened").facts
    assert facts["certifications"] == [key_of(held.certification)] and facts["inspectors"] == 2
    assert "张科长" not in str(facts) and "310-0001" not in str(facts)
    zhang, li = opened.inspectors.order_by("place")
    assert (zhang.name, li.card) == ("张科长", "310-0002")
    assert zhang.token != li.token and zhang.code != li.code


def test_an_access_is_refused_without_scope_or_reason_and_to_other_roles(cast):
    by, inspection = cast["quality"], stage.inspection(cast["quality"])
    asked = {
        "inspectors": [ZHANG],
        "scope": Scope(whole=True),
        "reason": "双随机",
        **TERM,
        "on": DAY,
        "by": by,
    }
    refused(lambda: open_access(inspection, **{**asked, "scope": Scope(fees=True)}), rules.NO_SCOPE)
    known = rows.certification()
    for scope in (
        Scope(clients=[known.client.uscc, "nobody"]),
        Scope(clients=[known.client.uscc], certifications=[f"{known.client.uscc}/EMS"]),
        Scope(whole=True, people=["nobody"]),
    ):
        refused(lambda s=scope: open_access(inspection, **{**asked, "scope": s}), rules.UNKNOWN)
    long = {**asked, "inspectors": [Named("张" * 61, "310-0001")]}
    refused(lambda: open_access(inspection, **long), rules.INSPECTOR_TOO_LONG)
    refused(lambda: open_access(inspection, **{**asked, "reason": ""}), rules.REASON_MISSING)
    refused(lambda: open_access(inspection, **{**asked, "by": cast["market"]}), NOT_YOURS)
    assert not Access.objects.exists() and kinds() == ["inspection.received"]


def test_an_access_is_closed_at_once_and_only_once(cast):
    one = stage.inspector(cast["quality"])
    number = one.access.number
    refused(lambda: close_access(number, reason="", on=DAY, by=cast["quality"]), rules.REASON_MISSING)
    refused(lambda: close_access(number, reason="…", on=DAY, by=cast["auditor"]), NOT_YOURS)
    close_access(number, reason="检查结束", on=DAY, by=cast["director"])
    assert told("inspection-access.closed").facts["reason"] == "检查结束"
    refused(lambda: queries.admitted(one.token, one.code, DAY), rules.CLOSED)
    refused(lambda: close_access(number, reason="…", on=DAY, by=cast["quality"]), rules.CLOSED)


def test_an_inspector_comes_in_by_link_and_code_on_the_days_of_his_access(cast):
    one = stage.inspector(cast["quality"], first_day=DAY + timedelta(days=1))
    refused(lambda: queries.admitted(one.token, one.code, DAY), rules.NOT_BEGUN)
    refused(lambda: queries.admitted(one.token, one.code, AFTER), rules.OVER)
    refused(lambda: queries.admitted(one.token, "K7Q2-9XHM-4TBW", UNTIL), rules.WRONG_CODE)
    refused(lambda: queries.admitted(one.token, "", UNTIL), rules.WRONG_CODE)
    assert queries.admitted(one.token, f" {one.code.lower()} ", UNTIL) == one
    refused(lambda: queries.admitted(one.token, "验证码", UNTIL), rules.WRONG_CODE)
    with pytest.raises(Inspector.DoesNotExist):
        queries.admitted("another", one.code, UNTIL)


def test_what_is_shown_is_noted_once_and_tells_which_client_it_was(cast):
    one, other = stage.inspector(cast["quality"]), stage.inspector(cast["quality"])
    number = one.access.number
    for on in (DAY, DAY, UNTIL):
        note_shown(number, what=Shown.VISIT, about="XM2026-0012", client="TEST1", on=on, by=one)
    note_shown(number, what=Shown.REGISTER, clients=["TEST1", "TEST2"], on=UNTIL, by=one)
    note_shown(number, what=Shown.PEOPLE, on=DAY, by=one)
    assert kinds().count("inspection-access.used") == 5
    assert [event.by for event in queries.shown_to(one.access)] == [one.login] * 5
    assert queries.clients_shown(one.access) == [
        {"uscc": "TEST1", "first": DAY, "last": UNTIL, "times": 4},
        {"uscc": "TEST2", "first": UNTIL, "last": UNTIL, "times": 1},
    ]
    assert queries.clients_shown(other.access) == []
    refused(lambda: note_shown(number, what=Shown.PEOPLE, on=AFTER, by=one), rules.OVER)
    refused(lambda: note_shown(number, what=Shown.PEOPLE, on=DAY, by=other), NOT_YOURS)
    refused(lambda: note_shown(number, what=Shown.PEOPLE, on=DAY, by=cast["quality"]), NOT_YOURS)


@pytest.fixture
def two(cast):
    """Two clients: of the first a QMS and an EMS certificate and a combined visit, of the second a QMS certificate."""
    agreed = rows.contract(("QMS", "EMS"))
    quality = certified.certificate("QMS", contract=agreed)
    environment = certified.certificate("EMS", contract=agreed)
    other = certified.certificate("QMS")
    rows.visit("surveillance", [quality.certification, environment.certification])
    rows.visit("surveillance", [environment.certification])
    rows.visit("surveillance", [other.certification])
    for held in (quality, environment, other):
        content = b"%PDF-1.4 " + held.number.encode()
        filed = {"kind": "other", "name": f"{held.number}.pdf", "content": content}
        file_paper(f"certificate:{held.number}", **filed, on=DAY, by=cast["quality"])
    return quality, environment, other


def seen(one: Inspector) -> tuple[set, set, set]:
    """Numbers of the certificates, of standards of the visits, and names of the papers he may look at."""
    return (
        {held.number for held in queries.certificates_open_to(one)},
        {tuple(visit.standards) for visit in queries.visits_open_to(one)},
        {paper.name for paper in Paper.objects.all() if queries.client_whose(one, paper.subject)},
    )


def papers(*held) -> set[str]:
    return {f"{one.number}.pdf" for one in held}


def test_the_scope_of_a_certification_opens_it_and_what_was_audited_with_it(cast, two):
    quality, _, _ = two
    one = stage.inspector(cast["quality"], Scope(certifications=[key_of(quality.certification)]))
    assert seen(one) == ({quality.number}, {("QMS", "EMS")}, papers(quality))
    assert not queries.people_open_to(one).exists()


def test_the_scope_of_a_client_opens_all_his_certifications_and_nobody_elses(cast, two):
    quality, environment, _ = two
    one = stage.inspector(cast["quality"], Scope(clients=[quality.certification.client.uscc]))
    both = {quality.number, environment.number}
    assert seen(one) == (both, {("QMS", "EMS"), ("EMS",)}, papers(quality, environment))


def test_the_scope_of_persons_opens_their_records_and_no_certification(cast, two):
    rows.auditor("wang"), rows.auditor("li")
    one = stage.inspector(cast["quality"], Scope(people=["wang"]))
    assert [person.login for person in queries.people_open_to(one)] == ["wang"]
    assert seen(one) == (set(), set(), set())


def test_the_scope_of_the_whole_body_opens_every_certification_and_every_auditor(cast, two):
    rows.auditor("wang")
    one = stage.inspector(cast["quality"])
    assert len(seen(one)[0]) == 3 and len(seen(one)[2]) == 3
    assert [person.login for person in queries.people_open_to(one)] == ["wang"]


def test_accesses_are_listed_for_those_who_may_open_one(cast):
    opened = stage.access(cast["quality"])
    assert queries.accesses_seen_by(cast["director"]).get() == opened
    with pytest.raises(Refused):
        queries.accesses_seen_by(cast["market"])
