"""From a decision to a certificate: issued, renewed in time or late, replaced by a new version."""

from datetime import date, timedelta

import pytest

from mingzheng.office.certificates.actions.expire_certificate import expire_certificate
from mingzheng.office.certificates.actions.issue_certificate import issue_certificate
from mingzheng.office.certificates.actions.renew_certificate import renew_certificate
from mingzheng.office.certificates.actions.replace_certificate import replace_certificate
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.certificates.queries import life_of, open_decisions
from mingzheng.office.clients.models import Client, Site
from mingzheng.office.programmes.models import Certification
from mingzheng.office.record.actors import CLOCK
from mingzheng.office.record.models import Event
from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.verdict import Refused
from tests import rows
from tests.certified import body, certificate, clerk, decided, surveyed, suspended
from tests.rows import DAY

pytestmark = pytest.mark.django_db
EXPIRES = date(2029, 3, 1)


def test_a_certificate_says_what_was_decided_and_is_numbered_by_the_bodys_pattern():
    body()
    granted = rows.decision(certification_=rows.certification(personnel=50))

    issued = issue_certificate(granted.number, on=DAY, by=clerk())

    held = Certificate.objects.get()
    assert held.number == issued.number == "06426Q00001R0S"
    assert (held.status, held.first_issued_on, held.issued_on, held.expires_on) == (
        "in_force",
        DAY,
        DAY,
        EXPIRES,
    )
    assert held.surveillance_due_on == date(2027, 3, 2)
    assert (held.scope_zh, held.name_zh) == ("机械零件的生产", held.certification.client.name_zh)
    event = Event.objects.get()
    assert (event.subject, event.kind) == ("certificate:06426Q00001R0S", "certificate.issued")
    assert event.facts["certification"] == held.certification.subject_key
    assert event.facts["decision"] == granted.number


def test_serials_run_per_year_and_standard_whatever_their_width():
    assert certificate("QMS").number == "06426Q00001R0M"
    assert certificate("QMS").number == "06426Q00002R0M"
    assert certificate("EMS", personnel=1200).number == "06426E00001R0L"
    assert certificate("QMS", on=date(2027, 1, 4)).number == "06427Q00001R0M"
    assert open_decisions(DecisionAct.GRANT).count() == 0


def test_the_annex_holds_the_open_sites():
    body()
    client = rows.client()
    for name, closed in [("一厂", None), ("旧厂", DAY)]:
        Site.objects.create(
            client=client, kind="permanent", name_zh=name, address_zh="路2号", closed_on=closed
        )
    granted = rows.decision(certification_=rows.certification(contract=rows.contract(client=client)))

    issue_certificate(granted.number, on=DAY, by=clerk())

    assert [site["name_zh"] for site in Certificate.objects.get().sites] == ["一厂"]


@pytest.mark.parametrize(
    ("decision", "code"),
    [
        ({"act": "maintain"}, "decision-not-for-this"),
        ({"carried": True}, "decision-used"),
        ({"decided_on": DAY + timedelta(days=1)}, "before-decision"),
    ],
)
def test_no_certificate_without_a_fitting_decision(decision, code):
    body()
    with pytest.raises(Refused, match=f"certificate.{code}"):
        issue_certificate(rows.decision(**decision).number, on=DAY, by=clerk())
    assert not Certificate.objects.exists() and not Event.objects.exists()


def test_a_decision_is_used_once():
    held = certificate()
    with pytest.raises(Refused, match="certificate.decision-used"):
        issue_certificate(held.decision.number, on=DAY, by=clerk())
    with pytest.raises(Refused, match="certificate.still-living"):
        issue_certificate(decided("grant", held).number, on=DAY, by=clerk())


def test_only_the_clerk_issues(cast):
    body()
    granted = rows.decision()
    for role in set(cast) - {"certificate_clerk"}:
        with pytest.raises(Refused, match="person.not-yours"):
            issue_certificate(granted.number, on=DAY, by=cast[role])


def renewal(held, decided_on, audited_on):
    audit = surveyed(held, audited_on, kind="recertification")
    return decided("renew", held, decided_on, audit=audit)


def test_recertified_in_time_the_old_certificate_is_replaced_in_the_same_breath():
    old, day = certificate(), date(2029, 2, 1)
    decision = renewal(old, day, date(2029, 1, 10))

    renewed = renew_certificate(decision.number, on=day, by=clerk())

    old.refresh_from_db()
    new = Certificate.objects.get(number=renewed.number)
    assert (new.number, new.expires_on, new.first_issued_on) == ("06429Q00001R1M", date(2032, 3, 1), DAY)
    assert (new.replaces, new.cycle_number, new.surveillance_due_on) == (old, 1, date(2030, 2, 1))
    assert (old.status, old.reason_code, old.ended_on) == ("replaced", "0102", day)
    assert [e.kind for e in life_of(old)] == ["certificate.renewed", "certificate.issued"]
    assert Event.objects.filter(kind="certificate.renewed").count() == 1


def test_recertified_late_the_expired_certificate_stays_expired_and_the_new_one_keeps_its_rhythm():
    old, day = certificate(), date(2029, 6, 1)
    expire_certificate(old.number, on=date(2029, 3, 2), by=CLOCK)
    decision = renewal(old, day, date(2029, 2, 20))

    renewed = renew_certificate(decision.number, on=day, by=clerk())

    old.refresh_from_db()
    new = Certificate.objects.get(number=renewed.number)
    assert (old.status, new.replaces, renewed.outcome) == ("expired", None, "restored")
    assert (new.issued_on, new.expires_on, new.cycle_number) == (day, date(2032, 3, 1), 1)


def test_too_late_a_new_certification_begins_with_a_grant():
    old, day = certificate(), date(2029, 6, 1)
    expire_certificate(old.number, on=date(2029, 3, 2), by=CLOCK)
    with pytest.raises(Refused, match="certificate.recertify-as-initial"):
        renew_certificate(renewal(old, day, date(2029, 5, 1)).number, on=day, by=clerk())

    with pytest.raises(Refused, match="certificate.certified-before"):
        issue_certificate(decided("grant", old, day).number, on=day, by=clerk())

    Certification.objects.update(ended_on=day)
    anew = rows.certification(contract=rows.contract(client=old.certification.client))
    issued = issue_certificate(decided("grant", anew, day).number, on=day, by=clerk())

    new = Certificate.objects.get(number=issued.number)
    assert (new.number, new.first_issued_on, new.cycle_number) == ("06429Q00001R0M", day, 0)


def test_what_was_never_certified_cannot_be_renewed():
    body()
    with pytest.raises(Refused, match="certificate.nothing-to-renew"):
        renew_certificate(rows.decision("renew").number, on=DAY, by=clerk())


def test_a_suspended_certificate_is_restored_before_it_is_renewed():
    held, day = suspended(issued_on=date(2026, 3, 2), on=date(2028, 12, 1)), date(2029, 2, 1)
    with pytest.raises(Refused, match="certificate.suspended"):
        renew_certificate(renewal(held, day, date(2029, 1, 10)).number, on=day, by=clerk())


def test_only_the_clerk_renews_or_replaces(person):
    held, nobody = certificate(), person("li", "decision_maker")
    for attempt in (
        lambda: renew_certificate(decided("renew", held).number, on=DAY, by=nobody),
        lambda: replace_certificate(held.number, reason="0104", on=DAY, by=nobody),
    ):
        with pytest.raises(Refused, match="person.not-yours"):
            attempt()


def test_a_new_name_gives_a_new_version_that_rests_on_the_same_decision():
    old, day = certificate(), DAY + timedelta(days=40)
    with pytest.raises(Refused, match="certificate.nothing-changed"):
        replace_certificate(old.number, reason="0104", on=day, by=clerk())
    Client.objects.update(name_zh="示例新名制造有限公司")

    replaced = replace_certificate(old.number, reason="0104", on=day, by=clerk())

    old.refresh_from_db()
    new = Certificate.objects.get(number=replaced.number)
    assert (old.status, old.reason_code) == ("replaced", "0104")
    assert (new.name_zh, new.decision, new.replaces) == ("示例新名制造有限公司", old.decision, old)
    assert (new.issued_on, new.expires_on, new.surveillance_due_on, new.number) == (
        day,
        old.expires_on,
        old.surveillance_due_on,
        "06426Q00002R0M",
    )
    assert [e.kind for e in life_of(old)] == ["certificate.reissued", "certificate.issued"]


def test_a_new_version_for_a_new_scope_executes_its_decision():
    old, day = certificate(), DAY + timedelta(days=40)
    extended = decided(
        "extend", old, day, scope_zh="机械零件和模具的生产", scope_en="Machine parts and moulds"
    )

    replaced = replace_certificate(old.number, reason="0101", on=day, by=clerk())

    new = Certificate.objects.get(number=replaced.number)
    assert (new.scope_zh, new.scope_en) == ("机械零件和模具的生产", "Machine parts and moulds")
    assert (new.decision, replaced.decision) == (extended, extended.number)


def test_a_suspended_certificate_stays_suspended_when_its_scope_is_reduced():
    old = suspended()
    day = old.suspended_on + timedelta(days=10)
    decided("reduce", old, day, scope_zh="机械零件的装配", reason_code="0199")

    replaced = replace_certificate(old.number, reason="0104", on=day, by=clerk())

    new = Certificate.objects.get(number=replaced.number)
    assert (new.status, new.suspended_until, new.scope_zh) == (
        "suspended",
        old.suspended_until,
        "机械零件的装配",
    )
    assert (new.suspended_on, new.reason_code) == (old.suspended_on, "0116")
