"""Duties opened, reports sent with every cell in order, answers entered, and what was sent held against the record."""

from datetime import date, timedelta

import pytest

from mingzheng.office.certificates.actions.cancel_certificate import cancel_certificate
from mingzheng.office.certificates.actions.issue_certificate import issue_certificate
from mingzheng.office.certificates.actions.replace_certificate import replace_certificate
from mingzheng.office.record.actors import CLOCK
from mingzheng.office.returns.actions.answer_return import answer_return
from mingzheng.office.returns.actions.open_duties import open_duties
from mingzheng.office.returns.actions.send_return import send_return
from mingzheng.office.returns.models import Duty
from mingzheng.office.returns.queries import owned_by
from mingzheng.office.returns.reconciling import differences
from mingzheng.office.returns.rows import rows_for
from mingzheng.rulebook.identifiers import complete_organisation_code
from mingzheng.rulebook.return_duties import DutyKind
from mingzheng.rulebook.return_files import ReturnFile, layout_in_force, objections_to_file
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import NOT_YOURS, Refused
from tests import certified, rows
from tests.conftest import kinds
from tests.rows import DAY

pytestmark = pytest.mark.django_db
MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 8)
LAYOUT = layout_in_force(ReturnFile.CERTIFICATES, APRIL)


def filled(row: dict[str, str]) -> dict[str, str]:
    """What the record does not hold, as a clerk fills it in."""
    missing = {"ORG_DISTRICT": "310113", "AUTH_PROJ_CODE": "A010102", "APPR_S_DATE": "2026-03-02"}
    missing |= {"APPR_E_DATE": "2026-03-02", "CHK_PD_NUM": "2", "REV_CERTI_FEE": "1"}
    told = {name: value for name, value in missing.items() if not row.get(name)}
    told = (
        told
        if row["APPR_AC_CODE"] != "05"
        else {k: v for k, v in told.items() if k.startswith(("ORG", "AUTH"))}
    )
    return row | told | {"ORG_CODE": complete_organisation_code("MA1GKA03"), "RZJG_ID": "CNCA-R-2003-064"}


def in_order(kind: str) -> list[dict[str, str]]:
    return [filled(row) for row in rows_for(DutyKind(kind), MARCH)]


@pytest.fixture
def opened():
    certified.body()
    open_duties(MARCH, on=date(2026, 4, 1), by=CLOCK)
    return {duty.kind: duty.number for duty in Duty.objects.all()}


def test_a_month_opens_its_duties_once_and_a_december_those_of_the_year(opened):
    assert opened.keys() == {"certificates", "audit-results", "energy", "certsearch"}
    assert {d.due_on for d in Duty.objects.exclude(kind="certsearch")} == {date(2026, 4, 10)}
    open_duties(date(2026, 12, 1), on=date(2027, 1, 1), by=CLOCK)
    assert {"yearly-2026", "statistics-2026"} <= set(Duty.objects.values_list("number", flat=True))
    assert kinds() == ["duties.opened", "duties.opened"]


def test_everything_that_happened_to_certificates_is_a_row(opened):
    granted = certified.certificate(on=date(2026, 3, 5))
    held = certified.suspended("EMS", issued_on=date(2026, 2, 10), on=date(2026, 3, 12))
    gone = certified.certificate("OHSMS", on=date(2026, 2, 3))
    cancel_certificate(
        gone.number, asked_on=date(2026, 3, 20), request="来函", on=date(2026, 3, 20), by=certified.clerk()
    )

    found = [
        (r["CERT_NUMBER"], r["REPORT_TYPE"], r["CERTI_STATUS"])
        for r in rows_for(DutyKind.CERTIFICATES, MARCH)
    ]
    assert found == [(granted.number, "01", "01"), (held.number, "05", "02"), (gone.number, "05", "04")]
    assert [r["CERT_NUMBER"] for r in rows_for(DutyKind.CERTIFICATES, date(2026, 2, 1))] == [
        gone.number,
        held.number,
    ]


def test_what_is_taken_over_is_told_as_a_change_of_certificate_with_body_and_number_before(opened):
    held = certified.taken_over(on=date(2026, 3, 5))

    (row,) = rows_for(DutyKind.CERTIFICATES, MARCH)

    review = held.certification.transfer
    assert (row["CERT_NUMBER"], row["REPORT_TYPE"], row["CERTI_STATUS"]) == (held.number, "02", "01")
    assert (row["EXCHANGE_CAUSE"], row["EXCHANGE_DATE"], row["IS_CHG_CERTI"]) == ("0103", "2026-03-05", "1")
    assert (row["O_AWARD_JG"], row["O_CERTI_NUM"]) == (review.approval, review.certificate)
    assert (row["A_AUTH_TIMES"], row["SUSE_TIMES"]) == ("1", "1")
    assert (row["FIRST_CERT_DATE"], row["CERTI_E_DATE"]) == ("2021-09-10", "2027-09-09")
    assert objections_to_file(LAYOUT, in_order("certificates"), APRIL) == {}


def test_a_report_is_sent_with_its_rows_answered_and_held_against_the_record(opened):
    certified.certificate(on=date(2026, 3, 5))
    sent = in_order("certificates")
    send_return(opened["certificates"], sent, on=APRIL, by=certified.clerk())
    answer_return(opened["certificates"], accepted=True, receipt="R-1", on=APRIL, by=certified.clerk())

    duty = Duty.objects.get(kind="certificates")
    assert (duty.rows, duty.accepted, duty.receipt, duty.layout) == (sent, True, "R-1", "2014")
    assert kinds()[-2:] == ["return.sent", "return.answered"]
    today = rows_for(DutyKind.CERTIFICATES, MARCH)
    assert {one.column for one in differences(LAYOUT, duty.rows, today)} <= {"ORG_CODE"}
    late = differences(LAYOUT, duty.rows, [*today, {**today[0], "CERT_NUMBER": "06426Q00001R0S"}])
    assert [(one.sent, one.record) for one in late if not one.column] == [("", "1")]


def test_a_report_with_a_faulty_cell_is_not_entered_as_sent(opened):
    certified.certificate(on=date(2026, 3, 5))
    wrong = [row | {"CERTI_STATUS": "9"} for row in in_order("certificates")]
    with pytest.raises(Refused) as refused:
        send_return(opened["certificates"], wrong, on=APRIL, by=certified.clerk())
    assert refused.value.objections[0].code == "return.faulty"
    assert Duty.objects.get(kind="certificates").sent_on is None


def test_only_whose_duty_it_is_sends_it_after_the_period_and_once(opened, person):
    planner, market = person("planner", Role.PROGRAMME_MANAGER), person("market", Role.MARKET)
    for number, on, by, why in [
        (opened["certificates"], APRIL, planner, "return.anothers"),
        (opened["energy"], date(2026, 3, 31), certified.clerk(), "return.period-not-over"),
        (opened["energy"], APRIL, market, NOT_YOURS.code),
    ]:
        with pytest.raises(Refused) as refused:
            send_return(number, [], on=on, by=by)
        assert [one.code for one in refused.value.objections] == [why]
    send_return(opened["energy"], [], on=APRIL, by=certified.clerk())
    with pytest.raises(Refused, match="return.already-sent"):
        send_return(opened["energy"], [], on=APRIL, by=certified.clerk())


def test_what_the_platform_sent_back_is_sent_again(opened):
    number, by = opened["energy"], certified.clerk()
    with pytest.raises(Refused, match="return.not-sent"):
        answer_return(number, accepted=True, receipt="R", on=APRIL, by=by)
    send_return(number, [], on=APRIL, by=by)
    with pytest.raises(Refused, match="return.no-reason"):
        answer_return(number, accepted=False, on=APRIL, by=by)
    answer_return(number, accepted=False, remark="模板版本不符", on=APRIL, by=by)
    assert owned_by(by).filter(number=number).get().state == "rejected"
    send_return(number, [], on=APRIL + timedelta(days=1), by=by)
    assert owned_by(by).get(number=number).state == "sent"


def test_the_teams_behind_a_new_certificate_are_told_with_it_whenever_they_were_out():
    certified.body()
    held = rows.certification("QMS")
    leader, chen, on = rows.auditor("liu"), rows.auditor("chen"), date(2026, 2, 10)
    days = {"begun_on": on, "held_on": on}
    first = rows.visit("stage1", [held], number="XM2026-0001", **days)
    second = rows.visit("stage2", [held], number="XM2026-0002", **days)
    rows.team(first, leader, starts_on=on, ends_on=on)
    rows.team(second, leader, chen, starts_on=on + timedelta(days=1), ends_on=on + timedelta(days=1))
    audit = rows.audit(second, opened_on=on, closed_on=on, reported_on=on, handed_in_on=on)
    granted = certified.decided("grant", held, date(2026, 3, 4), audit=audit)
    number = issue_certificate(granted.number, on=date(2026, 3, 5), by=certified.clerk()).number

    found = rows_for(DutyKind.AUDIT_RESULTS, MARCH)
    assert [(r["CERT_NUMBER"], r["APPR_STAGE"], r["APPR_M_ROLE"], r["IS_SPECIAL"]) for r in found] == [
        (number, "0101", "01", "1"),
        (number, "0102", "01", "1"),
        (number, "0102", "02", "1"),
    ]
    assert rows_for(DutyKind.AUDIT_RESULTS, date(2026, 2, 1)) == []
    wrong = objections_to_file(layout_in_force(ReturnFile.AUDIT_RESULTS, APRIL), found, APRIL)
    assert {name for faults in wrong.values() for name in faults} == {"IDENTITY_CODE", "ID_CODE"}


def test_the_international_database_is_told_of_every_accredited_certificate():
    held = certified.certificate(on=date(2026, 2, 2))
    assert [(r["certificate_number"], r["status"]) for r in rows_for(DutyKind.CERTSEARCH, MARCH)] == [
        (held.number, "Active")
    ]


def test_what_happened_is_told_by_its_own_decision_and_nothing_is_made_to_fit():
    held = certified.suspended("EMS", issued_on=date(2026, 2, 10), on=date(2026, 3, 12))
    held.certification.client.employees = held.certification.personnel - 1
    held.certification.client.save()
    (row,) = rows_for(DutyKind.CERTIFICATES, MARCH)

    assert (row["APP_ASS_DATE"], row["AWARD_DATE"]) == ("2026-03-12", "2026-02-10")
    assert int(row["ORG_PEOP_NUM"]) == int(row["RELA_PEOP_NUM"]) - 1
    found = objections_to_file(LAYOUT, [filled(row)], APRIL)[0]
    assert {name: one[0].code for name, one in found.items()} == {"RELA_PEOP_NUM": "return-cell.more"}


def test_a_new_version_of_a_suspended_certificate_is_told_as_suspended():
    held = certified.suspended(issued_on=date(2026, 2, 10), on=date(2026, 3, 12))
    certified.decided("reduce", held, date(2026, 3, 20), scope_zh="模具的生产")
    new = replace_certificate(held.number, reason="0104", on=date(2026, 3, 20), by=certified.clerk())

    told = {r["CERT_NUMBER"]: r for r in rows_for(DutyKind.CERTIFICATES, MARCH) if r["REPORT_TYPE"] == "02"}
    row = told[new.number]
    assert (row["CERTI_STATUS"], row["PAUSE_S_DATE"]) == ("02", "2026-03-12") and row["PAUSE_E_DATE"]


def test_an_audit_held_later_says_nothing_of_the_month():
    held = certified.certificate(on=date(2026, 3, 5))
    rows.visit("surveillance", [held.certification], begun_on=date(2026, 4, 2), held_on=date(2026, 4, 2))
    (row,) = rows_for(DutyKind.CERTIFICATES, MARCH)
    assert row["SUSE_TIMES"] == "0" and row.get("APPR_E_DATE", "") < "2026-04"


def test_each_sub_certificate_is_told_after_its_main_one_and_names_it():
    held = certified.of_sites("总部", "一厂", subs=[2])
    first, main = next(iter(rows_for(DutyKind.CERTIFICATES, DAY))), held.number
    found = [
        (r["CERT_NUMBER"], r["IS_C_CERTI"], r.get("M_CERTI_NUM"))
        for r in rows_for(DutyKind.CERTIFICATES, DAY)
    ]
    assert found == [(main, "0", None), (f"{main}-1", "1", main)]
    sub = rows_for(DutyKind.CERTIFICATES, DAY)[1]
    assert (sub["ORG_NAME"], sub["ORG_ADDRESS"], sub["BUSI_COVER_SCOP"]) == (
        f"{held.name_zh}；一厂",
        "一厂路1号",
        "装配",
    )
    assert sub.keys() & {"RELA_PEOP_NUM", "PLACE_NAME_ADD"} == set() and first["IS_MULTI_SCENE"] == "1"
    sent = [filled(first), filled(sub) | {"RELA_PEOP_NUM": "3"}]
    assert {name for one in objections_to_file(LAYOUT, sent).values() for name in one} == set()


def test_a_new_version_tells_of_the_sub_certificates_it_replaces_and_of_those_it_adds():
    old = certified.of_sites("总部", "一厂", "二厂", subs=[3])
    number = replace_certificate(old.number, reason="0104", subs=[2, 3], on=DAY, by=certified.clerk()).number
    found = {
        (r["CERT_NUMBER"], r["REPORT_TYPE"]): (r["M_CERTI_NUM"], r["CERTI_STATUS"], r.get("O_CERTI_NUM"))
        for r in rows_for(DutyKind.CERTIFICATES, DAY)
        if r["IS_C_CERTI"] == "1"
    }
    assert found == {
        (f"{old.number}-1", "01"): (old.number, "01", None),
        (f"{old.number}-1", "05"): (old.number, "03", None),
        (f"{number}-1", "01"): (number, "01", None),
        (f"{number}-2", "02"): (number, "01", f"{old.number}-1"),
    }
