"""What carried-in certificates become: everything that stands before them, and the visits to come."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from mingzheng.doors.clock.deadlines import expire_certificates
from mingzheng.office.certificates.actions.import_certificates import import_certificates
from mingzheng.office.certificates.actions.suspend_certificate import suspend_certificate
from mingzheng.office.certificates.carrying_in import standing
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.certificates.queries import life_of, open_decisions, should_be_suspended, subs_of
from mingzheng.office.clients.models import Client
from mingzheng.office.contracts.models import Contract
from mingzheng.office.decisions.models import Decision
from mingzheng.office.programmes.actions.set_windows import set_windows
from mingzheng.office.programmes.models import Certification, Cycle, Visit
from mingzheng.office.record.actors import CLOCK
from mingzheng.office.record.models import Event
from mingzheng.rulebook.carried_in import CarriedCertificate
from mingzheng.rulebook.certificate_life import Status
from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import Refused
from tests.certified import body, clerk, decided
from tests.registers import credit_code

pytestmark = pytest.mark.django_db
ON = date(2026, 3, 2)
CODE = credit_code(1)
ENTRY = CarriedCertificate(
    number="06425Q00001R0M",
    client_code=CODE,
    name_zh="示例制造有限公司",
    name_en="Sample Manufacturing Co., Ltd.",
    former_names=("示例老厂",),
    standard=Standard.QMS,
    address_zh="示例市示例路1号",
    scope_zh="机械零件的生产",
    sites=("一车间：示例市示例路2号", "示例市仓库"),
    contract="HT2025-0001",
    technical_codes=("17.10.02",),
    personnel=85,
    activity="01",
    audit_ended=date(2025, 8, 8),
    audit_days=Decimal(6),
    decided_on=date(2025, 8, 28),
    decided_by="示例甲",
    first_issued_on=date(2025, 9, 1),
    issued_on=date(2025, 9, 1),
    expires_on=date(2028, 8, 31),
    status=Status.IN_FORCE,
)
OLD = replace(
    ENTRY,
    number="06422Q00009R0M",
    name_zh="示例老厂有限公司",
    decided_on=date(2022, 8, 28),
    issued_on=date(2022, 9, 1),
    first_issued_on=date(2022, 9, 1),
    expires_on=date(2025, 8, 31),
    status=Status.EXPIRED,
    ended_on=date(2025, 9, 1),
)
RENEWED = replace(
    ENTRY,
    number="06425Q00001R1M",
    cycle_number=1,
    first_issued_on=date(2022, 9, 1),
    activity="02",
    audit_days=Decimal(4),
)


@pytest.fixture
def admin(person):
    body()
    return person("admin", Role.ADMINISTRATOR)


@pytest.fixture
def carry(admin):
    return lambda *entries, on=ON: import_certificates(entries, on=on, by=admin)


def to_come() -> list[tuple[str, int, date | None, date | None]]:
    rows = Visit.objects.filter(held_on=None).order_by("latest")
    return [(v.kind, v.ordinal, v.earliest, v.latest) for v in rows]


def test_a_certificate_comes_with_all_that_stands_before_it(carry):
    _, event = carry(ENTRY)

    certificate = Certificate.objects.select_related("certification__client", "decision").get()
    held = certificate.certification
    assert (held.client.uscc, held.client.name_zh) == (CODE, "示例制造有限公司")
    assert held.client.former_names == [{"name_zh": "示例老厂", "until": ""}]
    assert [(s.name_zh, s.address_zh) for s in held.client.sites.all()] == [
        ("一车间", "示例市示例路2号"),
        ("示例市仓库", "示例市仓库"),
    ]
    assert (held.contract.number, held.contract.application) == ("HT2025-0001", None)
    assert (held.personnel, held.technical_codes, held.ended_on) == (85, ["17.10.02"], None)
    assert (certificate.decision.act, certificate.decision.carried, certificate.decision.decided_by) == (
        "grant",
        True,
        "示例甲",
    )
    assert (certificate.status, certificate.surveillance_due_on) == ("in_force", date(2026, 9, 1))
    assert (event.certification, event.status) == (f"{CODE}/QMS", "in_force")
    assert [e.kind for e in life_of(certificate)] == ["certificate.carried-in"]


SUB = replace(ENTRY, number="06425Q00001R0M-1", main=ENTRY.number, name_zh="示例分厂", personnel=0)


def test_a_sub_certificate_is_kept_with_its_main_certificate_and_stands_with_it(carry):
    carry(
        SUB,
        ENTRY,
        replace(SUB, number="06425Q00001R0M-2", status=Status.CANCELLED, ended_on=date(2026, 1, 9)),
    )

    main = Certificate.objects.get()
    assert [(sub.number, sub.name_zh, sub.status) for sub in subs_of(main, life_of(main))] == [
        ("06425Q00001R0M-1", "示例分厂", "in_force"),
        ("06425Q00001R0M-2", "示例分厂", "cancelled"),
    ]
    assert [event.kind for event in life_of(main)].count("certificate.sub-carried-in") == 2
    late = date(2026, 9, 2)
    decided("suspend", main, late, reason_code="0112")
    suspend_certificate(main.number, on=late, by=clerk())
    main.refresh_from_db()
    assert [sub.status for sub in subs_of(main, life_of(main))] == ["suspended", "cancelled"]


def test_a_sub_certificate_known_already_is_not_carried_in_again(carry, admin):
    carry(ENTRY, SUB)

    assert [[one.code for one in against] for against in standing([ENTRY, SUB], ON)] == [
        ["carried.known"]
    ] * 2


def test_each_certificate_leaves_one_event_and_no_decision_to_execute(carry):
    carry(ENTRY, replace(ENTRY, standard=Standard.EMS, number="06425E00001R0M"))

    kinds = list(Event.objects.order_by("pk").values_list("kind", "subject"))
    assert kinds == [
        ("client.carried-in", f"client:{CODE}"),
        ("certificate.carried-in", "certificate:06425E00001R0M"),
        ("certificate.carried-in", "certificate:06425Q00001R0M"),
    ]
    assert not open_decisions(*DecisionAct).exists()
    assert Decision.objects.values_list("number", flat=True).order_by("number")[0] == "JZ2025-00001"


def test_the_visits_of_the_cycle_are_planned_from_the_first_day(carry):
    carry(ENTRY)

    assert to_come() == [
        ("surveillance", 1, date(2026, 6, 1), date(2026, 9, 1)),
        ("surveillance", 2, date(2027, 6, 1), date(2027, 9, 1)),
        ("recertification", 1, date(2028, 2, 29), date(2028, 8, 31)),
    ]
    days = dict(Visit.objects.values_list("kind", "parts__days"))
    assert days == {"surveillance": Decimal(2), "recertification": Decimal(4)}


def test_reckoning_the_windows_anew_changes_nothing(carry):
    surveyed = {"surveillances": 1, "activity": "03", "audit_days": Decimal(2)}
    carry(replace(ENTRY, audit_ended=date(2026, 2, 10), **surveyed))
    before = to_come()

    assert set_windows(CODE, on=ON, by=CLOCK) == [] and to_come() == before


def test_a_surveillance_held_elsewhere_counts_and_the_next_follows_from_it(carry):
    began, ended = date(2026, 2, 9), date(2026, 2, 10)
    carry(replace(ENTRY, surveillances=1, activity="03", audit_began=began, audit_ended=ended))

    held = Visit.objects.get(held_on=ended)
    assert (held.kind, held.ordinal, held.begun_on) == ("surveillance", 1, began)
    assert [(kind, ordinal) for kind, ordinal, _, _ in to_come()] == [
        ("surveillance", 2),
        ("recertification", 1),
    ]
    assert Certificate.objects.get().surveillance_due_on == to_come()[0][3] == date(2027, 2, 10)


def test_standards_of_one_contract_and_expiry_are_audited_on_one_trip(carry):
    ems = replace(ENTRY, standard=Standard.EMS, number="06425E00001R0M")
    other = replace(ENTRY, standard=Standard.OHSMS, number="06425S00001R0M", contract="HT2025-0002")
    carry(ENTRY, ems, other)

    parts = [
        sorted(v.standards) for v in Visit.objects.order_by("pk").prefetch_related("parts__certification")
    ]
    assert sorted(parts) == [["EMS", "QMS"]] * 3 + [["OHSMS"]] * 3
    assert Contract.objects.get(number="HT2025-0001").standards == ["EMS", "QMS"]


def test_certificates_of_one_client_hang_together_in_cycles(carry):
    carry(RENEWED, replace(OLD, status=Status.REPLACED))

    held = Certification.objects.get()
    cycles = Cycle.objects.filter(certification=held).order_by("number")
    assert [(c.number, c.starts_on, c.ends_on) for c in cycles] == [
        (0, date(2022, 8, 28), date(2025, 8, 31)),
        (1, date(2025, 8, 28), date(2028, 8, 31)),
    ]
    assert (held.opened_on, held.ended_on) == (date(2022, 8, 28), None)
    names = {past["name_zh"] for past in Client.objects.get().former_names}
    assert names == {"示例老厂", "示例老厂有限公司"}


def test_who_began_anew_after_an_expiry_has_two_certifications(carry):
    carry(ENTRY, OLD)

    rows = Certification.objects.order_by("opened_on")
    assert [(row.opened_on.year, row.ended_on) for row in rows] == [(2022, date(2025, 9, 1)), (2025, None)]


def test_what_expired_lately_may_still_be_recertified(carry):
    lately = replace(
        OLD, issued_on=date(2022, 12, 1), expires_on=date(2025, 11, 30), ended_on=date(2025, 12, 1)
    )
    carry(lately)

    assert Certification.objects.get().ended_on is None
    assert [(kind, latest) for kind, _, _, latest in to_come()] == [("recertification", date(2025, 11, 30))]


def test_what_expired_long_ago_is_over(carry):
    carry(OLD)

    assert Certification.objects.get().ended_on == date(2025, 9, 1)
    assert to_come() == []


def test_the_register_is_worked_on_from_the_first_day(carry):
    carry(ENTRY)
    late = date(2026, 9, 2)
    certificate = Certificate.objects.get(should_be_suspended(late))

    decided("suspend", certificate, late, reason_code="0112")
    suspend_certificate(certificate.number, on=late, by=clerk())

    certificate.refresh_from_db()
    assert certificate.status == "suspended"


def test_a_carried_certificate_expires_by_itself(carry):
    carry(ENTRY)

    assert expire_certificates(date(2028, 9, 1)) == 1
    assert Certificate.objects.get().status == "expired"


def test_a_suspended_certificate_keeps_its_last_day(carry):
    days = {"suspended_on": date(2026, 1, 5), "suspended_until": date(2026, 7, 4)}
    carry(replace(ENTRY, status=Status.SUSPENDED, reason_code="0112", **days))

    certificate = Certificate.objects.get()
    assert (certificate.status, certificate.suspended_until) == ("suspended", date(2026, 7, 4))


def test_without_auditor_days_the_table_answers(carry):
    carry(replace(ENTRY, audit_days=None))

    assert Cycle.objects.get().surveillance_days == Decimal("2.0")  # 6 days for 85 people: a third


def test_what_cannot_be_taken_is_refused_and_nothing_of_the_file_is_in(carry):
    with pytest.raises(Refused) as refused:
        carry(ENTRY, replace(ENTRY, number="06425Q00002R0M"))

    assert [o.code for o in refused.value.objections] == ["carried.two-living"]
    assert not Client.objects.exists() and not Event.objects.exists()


def test_what_is_known_already_is_refused(carry):
    carry(ENTRY)

    with pytest.raises(Refused, match="carried.known"):
        carry(ENTRY)


def test_who_is_certified_here_already_gets_no_second_living_certificate(carry):
    carry(ENTRY)

    with pytest.raises(Refused, match="carried.two-living"):
        carry(replace(ENTRY, number="06425Q00002R0M"))


def test_only_an_administrator_carries_in(person):
    body()
    with pytest.raises(Refused, match="person.not-yours"):
        import_certificates([ENTRY], on=ON, by=person("wang", Role.CERTIFICATE_CLERK))


@pytest.mark.slow
def test_a_batch_asks_no_more_queries_for_more_certificates(carry, django_assert_max_num_queries):
    entries = [
        replace(ENTRY, client_code=credit_code(n), number=f"06425Q{n:05d}R0M", contract=f"HT{n}")
        for n in range(1, 101)
    ]
    with django_assert_max_num_queries(40):
        carry(*entries)
