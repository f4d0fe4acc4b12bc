from datetime import date, timedelta
from decimal import Decimal

import pytest

from mingzheng.office.programmes.actions.add_special_visit import add_special_visit
from mingzheng.office.programmes.actions.begin_cycle import begin_cycle
from mingzheng.office.programmes.actions.begin_visit import begin_visit
from mingzheng.office.programmes.actions.change_days import change_days
from mingzheng.office.programmes.actions.change_scope import change_scope
from mingzheng.office.programmes.actions.drop_visit import drop_visit
from mingzheng.office.programmes.actions.end_certification import end_certification
from mingzheng.office.programmes.actions.end_visit import end_visit
from mingzheng.office.programmes.actions.join_visits import join_visits
from mingzheng.office.programmes.actions.open_next_cycle import open_next_cycle
from mingzheng.office.programmes.actions.open_programme import open_programme
from mingzheng.office.programmes.actions.set_windows import set_windows
from mingzheng.office.programmes.actions.split_visit import split_visit
from mingzheng.office.programmes.models import Certification, Cycle, Visit
from mingzheng.office.programmes.queries import next_visit, visits, without_programme
from mingzheng.office.programmes.queues import to_open
from mingzheng.office.record.actors import CLOCK
from mingzheng.office.record.models import Event
from mingzheng.office.record.queue import QUEUES
from mingzheng.rulebook.audit_cycle import VisitKind
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.verdict import Refused
from tests.office.programmes.agreed import agreed
from tests.rows import client

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)
DECIDED, ISSUED, EXPIRES = date(2026, 6, 1), date(2026, 6, 8), date(2029, 6, 7)


@pytest.fixture
def planner(person):
    return person("zhou", Role.PROGRAMME_MANAGER)


@pytest.fixture
def opened(planner):
    """A contract for QMS and EMS with its programme."""
    contract = agreed(["QMS", "EMS"])
    open_programme(contract.number, on=DAY, by=planner)
    return contract


def visit(contract, kind, ordinal=1) -> Visit:
    return visits().get(contract=contract, kind=kind, ordinal=ordinal)


def certify(contract, standard, *, act=begin_cycle, decided=DECIDED, issued=ISSUED, expires=EXPIRES):
    act(
        contract.client.uscc,
        standard,
        decided_on=decided,
        issued_on=issued,
        expires_on=expires,
        on=issued,
        by=CLOCK,
    )
    return set_windows(contract.client.uscc, on=issued, by=CLOCK)


def window(contract, kind, ordinal=1):
    found = visit(contract, kind, ordinal)
    return found.earliest, found.latest


def hold(found: Visit, on: date):
    begin_visit(found.number, begun_on=on, on=on, by=CLOCK)
    end_visit(found.number, held_on=on, on=on, by=CLOCK)
    set_windows(found.client.uscc, on=on, by=CLOCK)


def codes(caught) -> list[str]:
    return [objection.code for objection in caught.value.objections]


# --- opening ----------------------------------------------------------------------------------------------------------


def test_a_signed_contract_becomes_a_programme_of_five_visits_for_all_its_standards(planner):
    contract = agreed(["QMS", "EMS"])

    event = open_programme(contract.number, on=DAY, by=planner)

    found = list(visits().order_by("number"))
    assert [(v.kind, v.ordinal, v.standards) for v in found] == [
        ("stage1", 1, ["QMS", "EMS"]),
        ("stage2", 1, ["QMS", "EMS"]),
        ("surveillance", 1, ["QMS", "EMS"]),
        ("surveillance", 2, ["QMS", "EMS"]),
        ("recertification", 1, ["QMS", "EMS"]),
    ]
    assert [v.days for v in found] == [Decimal(d) for d in ("2.0", "7.0", "4.0", "4.0", "7.0")]
    assert [c.number for c in Cycle.objects.all()] == [0, 0]
    assert event.visits.split() == [v.number for v in found] == [f"XM2026-000{n}" for n in range(1, 6)]
    assert Event.objects.get().subject == f"contract:{contract.number}"


def test_integration_shortens_the_visit_and_is_shared_among_its_standards(planner):
    contract = agreed(["QMS", "EMS", "OHSMS"], percent=20)

    open_programme(contract.number, on=DAY, by=planner)

    parts = visit(contract, "stage2").parts.all()
    assert sum(part.days for part in parts) == Decimal("8.5")  # 10.5 less 20 %, in half days
    assert all(part.days % Decimal("0.5") == 0 for part in parts)


@pytest.mark.parametrize(
    "more, code",
    [
        ({"signed_on": None}, "programme.not-signed"),
        ({"signed_on": DAY + timedelta(days=1)}, "programme.not-signed"),
        ({"ended_on": DAY}, "programme.contract-ended"),
        ({"timed": []}, "programme.no-audit-time"),
    ],
)
def test_a_programme_is_not_opened_without_its_grounds(planner, more, code):
    contract = agreed(**more)

    with pytest.raises(Refused) as caught:
        open_programme(contract.number, on=DAY, by=planner)

    assert codes(caught) == [code]
    assert not Visit.objects.exists() and not Event.objects.exists()


def test_a_programme_is_opened_once(planner, opened):
    with pytest.raises(Refused, match="programme.already-opened"):
        open_programme(opened.number, on=DAY, by=planner)


def test_a_certification_in_its_cycle_is_not_begun_anew(planner, opened):
    again = agreed(["QMS"], client=opened.client)

    with pytest.raises(Refused, match="programme.already-certified"):
        open_programme(again.number, on=DAY, by=planner)


def test_a_certification_that_ran_out_is_ended_and_begun_anew(planner, opened):
    certify(opened, "QMS")
    again = agreed(["QMS"], client=opened.client, signed_on=EXPIRES)

    open_programme(again.number, on=EXPIRES + timedelta(days=1), by=planner)

    old, new = Certification.objects.filter(standard="QMS").order_by("pk")
    assert (old.ended_on, new.ended_on) == (EXPIRES + timedelta(days=1), None)
    assert visit(opened, "recertification").standards == ["EMS"]


def test_only_the_manager_of_programmes_opens_them(person):
    with pytest.raises(Refused, match="person.not-yours"):
        open_programme(agreed().number, on=DAY, by=person("wang", Role.AUDITOR))


def test_signed_contracts_wait_for_their_programme(planner, opened):
    waiting = agreed()

    assert list(without_programme()) == list(to_open(planner, DAY)) == [waiting]
    item = QUEUES["programmes.to-open"].item(waiting, DAY)
    assert (item.subject, item.standards) == (f"contract:{waiting.number}", ("QMS",))


# --- windows ----------------------------------------------------------------------------------------------------------


def test_stage_2_may_follow_for_six_months_after_stage_1(opened):
    hold(visit(opened, "stage1"), date(2026, 3, 16))

    assert window(opened, "stage2") == (date(2026, 3, 17), date(2026, 9, 16))


def test_the_certificate_begins_the_cycle_and_its_windows(opened):
    changed = certify(opened, "QMS")

    assert window(opened, "surveillance", 1) == (date(2027, 3, 8), date(2027, 6, 8))  # 12 months after issue
    assert window(opened, "surveillance", 2) == (date(2028, 3, 8), date(2028, 6, 8))
    assert window(opened, "recertification") == (date(2028, 12, 7), EXPIRES)
    assert visit(opened, "surveillance").window_clause == "CNCA-QMS-01:2025 5.4.1.4"
    assert len(changed) == 3 and changed[0].subject == f"visit:{visit(opened, 'surveillance').number}"


def test_of_two_standards_the_window_that_closes_first_holds(opened):
    certify(opened, "QMS", issued=date(2026, 6, 20))
    certify(opened, "EMS", issued=date(2026, 6, 8))

    assert window(opened, "surveillance", 1)[1] == date(2027, 6, 8)


def test_the_second_surveillance_is_reckoned_anew_from_the_first(opened):
    certify(opened, "QMS")
    hold(visit(opened, "surveillance", 1), date(2027, 4, 1))

    assert window(opened, "surveillance", 2)[1] == date(2028, 4, 1)


def test_windows_that_stay_as_they_are_leave_no_event(opened, planner):
    certify(opened, "QMS")

    assert set_windows(opened.client.uscc, on=ISSUED, by=planner) == []


def test_the_edition_of_the_day_sets_the_windows(opened):
    certify(opened, "QMS", decided=date(2020, 6, 1), issued=date(2020, 6, 8), expires=date(2023, 6, 7))
    old = visit(opened, "surveillance", 2)

    set_windows(opened.client.uscc, on=DAY, by=CLOCK)

    assert old.window_clause != visit(opened, "surveillance", 2).window_clause


def test_a_cycle_begins_once(opened):
    certify(opened, "QMS")

    with pytest.raises(Refused, match="programme.cycle-has-begun"):
        certify(opened, "QMS")


# --- the next cycle ---------------------------------------------------------------------------------------------------


def test_a_renewed_certificate_opens_the_next_cycle_and_its_sister_joins_the_visits(opened):
    for standard in ("QMS", "EMS"):
        certify(opened, standard)
    later = {"decided": date(2029, 5, 1), "issued": date(2029, 5, 8), "expires": date(2032, 6, 7)}

    certify(opened, "QMS", act=open_next_cycle, **later)
    certify(opened, "EMS", act=open_next_cycle, **later)

    assert [(c.certification.standard, c.number) for c in Cycle.objects.order_by("pk")] == [
        ("QMS", 0),
        ("EMS", 0),
        ("QMS", 1),
        ("EMS", 1),
    ]
    new = visits().filter(parts__cycle__number=1).distinct().order_by("number")
    assert [(v.kind, v.standards, v.days) for v in new] == [
        ("surveillance", ["QMS", "EMS"], Decimal("4.0")),
        ("surveillance", ["QMS", "EMS"], Decimal("4.0")),
        ("recertification", ["QMS", "EMS"], Decimal("7.0")),
    ]
    assert new[0].latest == date(2030, 5, 8) and new[2].latest == date(2032, 6, 7)


def test_the_next_cycle_needs_one_before(opened):
    with pytest.raises(Refused, match="programme.cycle-has-not-begun"):
        certify(opened, "QMS", act=open_next_cycle)


def test_the_next_visit_of_a_certification_is_the_one_due_first(opened):
    certify(opened, "QMS")
    certification = Certification.objects.get(standard="QMS")

    assert next_visit(certification, VisitKind.SURVEILLANCE) == visit(opened, "surveillance", 1)
    hold(visit(opened, "surveillance", 1), date(2027, 4, 1))
    assert next_visit(certification, VisitKind.SURVEILLANCE) == visit(opened, "surveillance", 2)


# --- what becomes of a visit ------------------------------------------------------------------------------------------


def test_a_visit_begins_and_is_held(opened):
    found = visit(opened, "stage1")

    hold(found, date(2026, 3, 16))

    found.refresh_from_db()
    assert (found.begun_on, found.held_on) == (date(2026, 3, 16), date(2026, 3, 16))
    assert [*Event.objects.filter(subject=f"visit:{found.number}").values_list("kind", flat=True)] == [
        "visit.begun",
        "visit.held",
    ]


def test_a_visit_is_not_held_before_it_began_nor_twice(opened):
    found = visit(opened, "stage1")
    with pytest.raises(Refused, match="programme.visit-not-begun"):
        end_visit(found.number, held_on=DAY, on=DAY, by=CLOCK)
    hold(found, DAY)
    with pytest.raises(Refused, match="programme.visit-held"):
        end_visit(found.number, held_on=DAY, on=DAY, by=CLOCK)
    with pytest.raises(Refused, match="programme.visit-begun"):
        begin_visit(found.number, begun_on=DAY, on=DAY, by=CLOCK)


def test_a_visit_is_dropped_with_a_reason_and_only_before_it_began(opened, planner):
    found = visit(opened, "surveillance", 2)

    with pytest.raises(Refused, match="programme.no-reason"):
        drop_visit(found.number, reason=" ", on=DAY, by=planner)
    drop_visit(found.number, reason="客户放弃", on=DAY, by=planner)

    assert Visit.objects.get(pk=found.pk).dropped_on == DAY
    with pytest.raises(Refused, match="programme.visit-dropped"):
        drop_visit(found.number, reason="客户放弃", on=DAY, by=planner)
    stage1 = visit(opened, "stage1")
    hold(stage1, DAY)
    with pytest.raises(Refused, match="programme.visit-begun"):
        drop_visit(stage1.number, reason="客户放弃", on=DAY, by=planner)


def test_auditor_days_change_in_half_days_and_with_a_reason(opened, planner):
    found = visit(opened, "surveillance", 1)

    change_days(found.number, standard="QMS", days=Decimal("3.5"), reason="人数增加", on=DAY, by=planner)

    assert visit(opened, "surveillance", 1).days == Decimal("5.5")
    with pytest.raises(Refused) as caught:
        change_days(found.number, standard="QMS", days=Decimal("3.3"), reason="", on=DAY, by=planner)
    assert codes(caught) == ["programme.not-half-days", "programme.no-reason"]


def test_a_special_visit_is_added_for_standards_of_the_contract(opened, planner):
    event = add_special_visit(
        opened.number, days={"EMS": Decimal("1.5")}, reason="不符合验证", latest=None, on=DAY, by=planner
    )

    found = visit(opened, "special")
    assert (found.standards, found.days, found.earliest, found.reason) == (
        ["EMS"],
        Decimal("1.5"),
        DAY,
        "不符合验证",
    )
    assert event.visit == found.number


@pytest.mark.parametrize(
    "change, code",
    [
        ({"days": {}}, "programme.no-standard"),
        ({"days": {"OHSMS": Decimal(1)}}, "programme.not-in-contract"),
        ({"days": {"QMS": Decimal("0.3")}}, "programme.not-half-days"),
        ({"reason": ""}, "programme.no-reason"),
        ({"latest": DAY - timedelta(days=1)}, "programme.latest-is-past"),
    ],
)
def test_a_special_visit_without_grounds_is_refused(opened, planner, change, code):
    right = {"days": {"QMS": Decimal(1)}, "reason": "跟踪", "latest": None}

    with pytest.raises(Refused) as caught:
        add_special_visit(opened.number, **{**right, **change}, on=DAY, by=planner)

    assert codes(caught) == [code]


def test_a_visit_is_split_by_standard_and_joined_again(opened, planner):
    certify(opened, "QMS")
    found = visit(opened, "surveillance", 1)

    split = split_visit(found.number, standards=["EMS"], on=DAY, by=planner)

    other = visits().get(number=split.other)
    assert (other.standards, other.latest, other.ordinal) == (["EMS"], found.latest, 1)
    join_visits(found.number, other.number, on=DAY, by=planner)
    assert visits().get(pk=found.pk).standards == ["QMS", "EMS"]
    assert Visit.objects.get(pk=other.pk).dropped_on == DAY


def test_a_visit_is_not_split_into_nothing(opened, planner):
    for standards in ([], ["QMS", "EMS"]):
        with pytest.raises(Refused, match="programme.nothing-left"):
            split_visit(visit(opened, "stage1").number, standards=standards, on=DAY, by=planner)


def test_visits_of_other_clients_kinds_or_the_same_standard_are_not_joined(opened, planner):
    other = agreed(["EMS"], client=client())
    open_programme(other.number, on=DAY, by=planner)

    with pytest.raises(Refused) as caught:
        join_visits(visit(opened, "stage1").number, visit(other, "stage2").number, on=DAY, by=planner)

    assert codes(caught) == ["programme.other-client", "programme.other-kind", "programme.same-standard"]


def test_the_end_of_a_certification_takes_its_visits_along(opened):
    hold(visit(opened, "stage1"), DAY)

    end_certification(opened.client.uscc, "EMS", on=DAY, by=CLOCK)
    assert visit(opened, "stage1").standards == ["QMS", "EMS"]  # what was held stays
    assert visit(opened, "stage2").standards == ["QMS"]
    event = end_certification(opened.client.uscc, "QMS", on=DAY, by=CLOCK)

    assert event.dropped.split() == [
        visit(opened, *place).number
        for place in (("stage2",), ("surveillance", 1), ("surveillance", 2), ("recertification",))
    ]
    assert not Visit.objects.filter(dropped_on=None).exclude(kind="stage1").exists()


def test_only_the_clock_tells_what_later_stages_know(opened, planner):
    number, uscc = visit(opened, "stage1").number, opened.client.uscc
    days = {"decided_on": DAY, "issued_on": DAY, "expires_on": DAY}
    for tell in (
        lambda: begin_visit(number, begun_on=DAY, on=DAY, by=planner),
        lambda: end_visit(number, held_on=DAY, on=DAY, by=planner),
        lambda: begin_cycle(uscc, "QMS", **days, on=DAY, by=planner),
        lambda: open_next_cycle(uscc, "QMS", **days, on=DAY, by=planner),
        lambda: end_certification(uscc, "QMS", on=DAY, by=planner),
    ):
        with pytest.raises(Refused, match="person.not-yours"):
            tell()


def test_an_auditor_changes_no_programme(opened, person):
    by, stage1 = person("wang", Role.AUDITOR), visit(opened, "stage1").number
    for change in (
        lambda: add_special_visit(opened.number, days={"QMS": Decimal(1)}, reason="x", on=DAY, by=by),
        lambda: change_days(stage1, standard="QMS", days=Decimal(1), reason="x", on=DAY, by=by),
        lambda: drop_visit(stage1, reason="x", on=DAY, by=by),
        lambda: join_visits(stage1, stage1, on=DAY, by=by),
        lambda: split_visit(stage1, standards=["QMS"], on=DAY, by=by),
        lambda: set_windows(opened.client.uscc, on=DAY, by=by),
    ):
        with pytest.raises(Refused, match="person.not-yours"):
            change()


def test_opening_a_programme_asks_few_queries(planner, django_assert_max_num_queries):
    number = agreed(["QMS", "EMS", "OHSMS"]).number
    with django_assert_max_num_queries(12):
        open_programme(number, on=DAY, by=planner)


def test_a_changed_scope_is_that_of_the_certification_from_now_on(opened, planner):
    uscc, scope = opened.client.uscc, {"scope_zh": "模具的生产", "scope_en": "Moulds"}
    with pytest.raises(Refused, match="person.not-yours"):
        change_scope(uscc, "QMS", **scope, on=DAY, by=planner)
    with pytest.raises(Refused, match="programme.no-scope"):
        change_scope(uscc, "QMS", scope_zh=" ", scope_en="", on=DAY, by=CLOCK)

    event = change_scope(uscc, "QMS", **scope, on=DAY, by=CLOCK)

    scopes = dict(Certification.objects.values_list("standard", "scope_zh"))
    assert scopes == {"QMS": "模具的生产", "EMS": "机械零件的生产"}
    assert (event.before, Event.objects.latest("pk").facts["scope_en"]) == ("机械零件的生产", "Moulds")
