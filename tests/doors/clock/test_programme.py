"""What the clock tells the programme: certificates, decisions and audits of the later stages."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from mingzheng.doors.clock.followers import catch_up
from mingzheng.office.audits.actions.close_audit import Closed
from mingzheng.office.audits.actions.open_audit import Opened
from mingzheng.office.certificates.actions.cancel_certificate import Cancelled
from mingzheng.office.certificates.actions.issue_certificate import Issued
from mingzheng.office.certificates.actions.renew_certificate import Renewed
from mingzheng.office.certificates.actions.replace_certificate import replace_certificate
from mingzheng.office.certificates.actions.take_over_certificate import take_over_certificate
from mingzheng.office.clients.models import Client
from mingzheng.office.decisions.actions.decide_transfer import decide_transfer
from mingzheng.office.decisions.made import DecisionMade
from mingzheng.office.programmes.actions.drop_visit import drop_visit
from mingzheng.office.programmes.actions.join_visits import join_visits
from mingzheng.office.programmes.actions.open_programme import open_programme
from mingzheng.office.programmes.actions.split_visit import split_visit
from mingzheng.office.programmes.models import Certification, Cycle, Visit
from mingzheng.office.programmes.queries import visits
from mingzheng.office.record.action import write
from mingzheng.office.record.actors import CLOCK
from mingzheng.office.record.models import Event
from mingzheng.office.schedule.models import Appointment
from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.roles import Role
from mingzheng.rulebook.standards import Standard
from tests.certified import certificate, clerk, decided
from tests.office.contracts import taken_over
from tests.office.programmes.agreed import agreed

pytestmark = [pytest.mark.django_db, pytest.mark.broken_books]  # events without the rows that others check
DAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
DAYS = {"decided_on": date(2026, 6, 1), "issued_on": date(2026, 6, 8), "expires_on": date(2029, 6, 7)}


@pytest.fixture
def planner(person):
    return person("zhou", Role.PROGRAMME_MANAGER)


@pytest.fixture
def contract(planner):
    made = agreed(["QMS", "EMS"])
    open_programme(made.number, on=DAY, by=planner)
    return made


def hear(*events, on=DAY):
    write(events, on=on, by=CLOCK)
    assert catch_up(at=NOW).stumbled == set()


def key(contract, standard="QMS") -> str:
    return f"{contract.client.uscc}/{standard}"


def visit(contract, kind, ordinal=1) -> Visit:
    return visits().filter(contract=contract, kind=kind, ordinal=ordinal).latest("pk")


def issued(contract, standard="QMS") -> Issued:
    return Issued(
        "N1", key(contract, standard), "JD1", **DAYS, surveillance_due_on=None, cycle_number=0, subs=[]
    )


def test_the_first_certificate_begins_the_cycle_and_sets_the_windows(contract):
    hear(issued(contract))

    cycle = Cycle.objects.get(certification__standard="QMS")
    assert (cycle.starts_on, cycle.issued_on, cycle.ends_on) == tuple(DAYS.values())
    assert visit(contract, "surveillance").latest == date(2027, 6, 8)


def test_a_renewed_certificate_opens_the_next_cycle(contract):
    hear(issued(contract))
    later = {"decided_on": date(2029, 5, 7), "issued_on": date(2029, 5, 8), "expires_on": date(2032, 6, 7)}
    hear(
        Renewed(
            "N2", "N1", "in_force", "replaced", key(contract), "JD2", outcome="renewed", **later,
            surveillance_due_on=None, cycle_number=1, subs=[],
        ),
        on=date(2029, 5, 8),
    )  # fmt: skip

    assert Cycle.objects.get(certification__standard="QMS", number=1).ends_on == date(2032, 6, 7)
    assert visit(contract, "recertification").latest == date(2032, 6, 7)


def test_a_certificate_taken_over_goes_on_in_the_cycle_it_has(planner, cast):
    agreed_on = taken_over.signed(cast, "QMS")
    open_programme(agreed_on.number, on=DAY, by=planner)
    decided = decide_transfer(
        agreed_on.client.uscc, Standard.QMS, act=DecisionAct.GRANT, on=DAY, by=cast["decision_maker"]
    )
    take_over_certificate(decided.number, on=DAY, by=clerk())

    assert catch_up(at=NOW).stumbled == set()

    cycle, found = Cycle.objects.get(), taken_over.FOUND
    assert (cycle.number, cycle.starts_on, cycle.ends_on) == (1, found.issued, found.expires)
    assert [(v.kind, v.ordinal, v.latest) for v in visits().order_by("number")] == [
        ("surveillance", 2, date(2026, 8, 20)),
        ("recertification", 1, found.expires),
    ]


def test_a_transfer_that_is_refused_goes_no_further(planner, cast):
    agreed_on = taken_over.signed(cast, "QMS")
    open_programme(agreed_on.number, on=DAY, by=planner)
    told = {"act": DecisionAct.REFUSE, "reasons": "报告不实", "on": DAY, "by": cast["decision_maker"]}
    decide_transfer(agreed_on.client.uscc, Standard.QMS, **told)

    assert catch_up(at=NOW).stumbled == set()

    assert Certification.objects.get().ended_on == DAY
    assert not Visit.objects.filter(dropped_on=None).exists()


@pytest.mark.parametrize(("decides", "scope"), [("extend", "机械零件和模具的生产"), (None, "机械零件的生产")])
def test_a_version_for_another_scope_changes_the_certification_and_one_for_another_name_does_not(
    decides, scope
):
    held = certificate()
    if decides:
        decided(decides, held, scope_zh=scope, scope_en="Parts and moulds")
    Client.objects.update(name_zh="示例新名制造有限公司")
    replace_certificate(held.number, reason="0101" if decides else "0104", on=DAY, by=clerk())

    assert catch_up(at=NOW).stumbled == set()

    held.certification.refresh_from_db()
    assert held.certification.scope_zh == scope
    assert Event.objects.filter(kind="certification.scope-changed").exists() is bool(decides)


def test_an_audit_begins_and_ends_its_visit_and_moves_what_comes_after(contract):
    stage1 = visit(contract, "stage1")

    hear(Opened(stage1.number, date(2026, 3, 16), [], 3, []))
    hear(Closed(stage1.number, date(2026, 3, 17), [], 3, []))

    stage1.refresh_from_db()
    assert (stage1.begun_on, stage1.held_on) == (date(2026, 3, 16), date(2026, 3, 17))
    assert visit(contract, "stage2").latest == date(2026, 9, 17)


def test_a_cancelled_certificate_ends_the_certification_and_frees_its_teams(contract):
    hear(issued(contract), issued(contract, "EMS"))
    coming = visit(contract, "surveillance")
    Appointment.objects.create(visit=coming, starts_on=DAY, ends_on=DAY)

    hear(*[Cancelled("N1", key(contract, standard), DAY, "", "in_force") for standard in ("QMS", "EMS")])

    assert not Certification.objects.filter(ended_on=None).exists()
    assert not Visit.objects.filter(dropped_on=None).exists() and not Appointment.objects.exists()


@pytest.mark.parametrize("certified", [False, True])
def test_a_refused_initial_certification_ends_and_a_refused_renewal_runs_out_by_itself(contract, certified):
    if certified:
        hear(issued(contract))
    hear(DecisionMade("JD9", key(contract), DecisionAct.REFUSE, "", "", "不符合", "", ""))

    assert (Certification.objects.get(standard="QMS").ended_on is None) is certified


def test_a_visit_that_will_not_be_keeps_nobody_busy(contract, planner):
    dropped, joined = visit(contract, "stage1"), visit(contract, "stage2")
    other = Visit.objects.get(number=split_visit(joined.number, standards=["EMS"], on=DAY, by=planner).other)
    for one in (dropped, other):
        Appointment.objects.create(visit=one, starts_on=DAY, ends_on=DAY)

    drop_visit(dropped.number, reason="免于一阶段", on=DAY, by=planner)
    join_visits(joined.number, other.number, on=DAY, by=planner)
    assert catch_up(at=NOW).stumbled == set()

    assert not Appointment.objects.exists()
