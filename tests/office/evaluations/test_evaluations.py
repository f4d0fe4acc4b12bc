"""Products, services and social responsibility: ordered, evaluated, decided, certified, looked at again."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from mingzheng.doors.clock.followers import catch_up
from mingzheng.office.certificates.actions.issue_certificate import issue_certificate
from mingzheng.office.certificates.actions.put_off_surveillance import put_off_surveillance
from mingzheng.office.certificates.actions.renew_certificate import renew_certificate
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.certificates.queues import surveillance_coming
from mingzheng.office.evaluations.actions.begin_evaluation import begin_evaluation
from mingzheng.office.evaluations.actions.decide_evaluation import decide_evaluation
from mingzheng.office.evaluations.actions.drop_evaluation import drop_evaluation
from mingzheng.office.evaluations.actions.evaluate_again import evaluate_again
from mingzheng.office.evaluations.actions.order_evaluation import order_evaluation
from mingzheng.office.evaluations.actions.record_activity import record_activity
from mingzheng.office.evaluations.queries import evaluations
from mingzheng.office.evaluations.queues import to_begin, to_carry_out, to_decide
from mingzheng.office.fees.models import Charge
from mingzheng.office.people.models import Person
from mingzheng.office.record.queue import QUEUES
from mingzheng.office.registration.models import Registration
from mingzheng.office.report.year import figures_of
from mingzheng.rulebook import evaluations as rules
from mingzheng.rulebook.audit_cycle import DUE_SOON_DAYS
from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.evaluations import Activity, Purpose
from mingzheng.rulebook.own_system import Deviation, Window
from mingzheng.rulebook.schemes import NOT_APPROVED, NOT_LIVE, SchemeKind
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.verdict import NOT_YOURS
from tests import certified, rows
from tests.office.library import test_schemes as schemes
from tests.office.voices.test_cases import refused
from tests.rows import DAY

pytestmark = pytest.mark.django_db
KINDS = {
    Standard.PRODUCT: (SchemeKind.PRODUCT, "A0301", None),
    Standard.SERVICE: (SchemeKind.SERVICE, "A0401", None),
    Standard.CSR: (SchemeKind.SYSTEM, "A0201", Standard.CSR),
}
SIGNED = {"amount": Decimal(12000), "client_signatory": "程某", "body_signatory": "沈某"}
REPORT = {"report": "抽样三件，均符合。", "conforms": True}


def scheme(cast, standard: Standard = Standard.PRODUCT) -> str:
    kind, category, of = KINDS[standard]
    return schemes.live(cast["director"], kind=kind, name_zh="示例方案", category=category, standard=of)


def inspector(standard: Standard = Standard.PRODUCT) -> str:
    person, new = Person.objects.get_or_create(login="inspector", defaults={"name_zh": "检查员"})
    if new:
        Registration.objects.create(
            person=person,
            standard=Standard.QMS if standard is Standard.CSR else standard,
            grade="auditor",
            number="N1-inspector",
            valid_from=date(2025, 1, 1),
            valid_until=date(2030, 12, 31),
        )
    return person.login


def ordered(cast, standard: Standard = Standard.PRODUCT) -> str:
    told = {"scope_zh": "家用开关", "scope_en": "Switches", **SIGNED, "on": DAY, "by": cast["market"]}
    return order_evaluation(scheme(cast, standard), rows.client().uscc, **told).number


def begun(cast, standard: Standard = Standard.PRODUCT) -> str:
    number = ordered(cast, standard)
    begin_evaluation(number, on=DAY, by=cast["programme_manager"])
    return number


def recorded(cast, number: str, kind: Activity, on: date = DAY, **more) -> None:
    who = {"laboratory": "示例实验室"} if kind is Activity.TYPE_TEST else {"people": [inspector()]}
    told = {"kind": kind, "first_day": on, "last_day": on, **who, **REPORT, **more}
    record_activity(number, **told, on=on, by=cast["technical"])


def evaluated(cast, standard: Standard = Standard.PRODUCT) -> str:
    """Everything was done, nothing decided."""
    number = begun(cast, standard)
    inspector(standard)
    for kind in rules.WHOLE[standard]:
        recorded(cast, number, kind)
    return number


def issued(cast, standard: Standard = Standard.PRODUCT) -> tuple[str, Certificate]:
    certified.body()
    number = evaluated(cast, standard)
    made = decide_evaluation(number, act=DecisionAct.GRANT, on=DAY, by=cast["decision_maker"]).number
    certificate = issue_certificate(made, on=DAY, by=certified.clerk()).number
    catch_up(at=timezone.now())
    return number, Certificate.objects.get(number=certificate)


@pytest.mark.parametrize("standard", list(KINDS))
def test_a_case_of_each_kind_goes_from_the_order_to_its_row_of_the_table(cast, standard):
    number, certificate = issued(cast, standard)

    row = figures_of(DAY.year)["certificates"][standard]
    assert (row["valid"], row["initial"], row["surveillance"]) == (1, 1, 0)
    assert certificate.certification.cycles.get().issued_on == DAY
    assert Charge.objects.get().amount == SIGNED["amount"]
    later = DAY + timedelta(days=300)
    again = evaluate_again(
        number, purpose=Purpose.SURVEILLANCE, on=later, by=cast["programme_manager"]
    ).number
    for kind in rules.AGAIN[standard]:
        recorded(cast, again, kind, later)
    decide_evaluation(again, act=DecisionAct.MAINTAIN, on=later, by=cast["decision_maker"])
    catch_up(at=timezone.now())
    row = figures_of(DAY.year)["certificates"][standard]
    assert (row["valid"], row["initial"], row["surveillance"]) == (1, 1, 1)
    certificate.refresh_from_db()
    assert certificate.surveillance_due_on == date(later.year + 1, 12, 31)


@pytest.mark.parametrize("standard", list(KINDS))
def test_a_surveillance_is_on_the_desk_before_it_is_due_and_until_it_begins(cast, standard):
    number, certificate = issued(cast, standard)
    by, due = cast["programme_manager"], certificate.surveillance_due_on
    waiting = QUEUES["certificates.to-evaluate-again"]
    soon = due - timedelta(days=DUE_SOON_DAYS)
    assert not surveillance_coming(by, soon - timedelta(days=1)).exists()
    for day in (soon, due + timedelta(days=1)):
        item = waiting.item(surveillance_coming(by, day).get(), day)
        assert (item.subject, item.due) == (f"evaluation:{number}", due)

    again = evaluate_again(number, purpose=Purpose.SURVEILLANCE, on=soon, by=by).number

    assert not surveillance_coming(by, soon).exists()
    drop_evaluation(again, reason="客户改期", on=soon, by=by)
    assert surveillance_coming(by, soon).get() == certificate


def test_a_system_waits_for_its_visit_and_not_for_an_evaluation(cast):
    held = certified.certificate("QMS")
    assert not surveillance_coming(cast["programme_manager"], held.surveillance_due_on).exists()


def test_a_surveillance_put_off_in_an_extraordinary_event_moves_the_day_on_the_certificate(cast):
    _, certificate = issued(cast)
    until = certificate.surveillance_due_on + timedelta(days=60)
    event = Window(DAY, None, (Deviation.POSTPONED,))
    manager = cast["programme_manager"]
    put_off_surveillance(certificate.number, until=until, reason="疫情", events=[event], on=DAY, by=manager)
    assert not catch_up(at=timezone.now()).stumbled
    certificate.refresh_from_db()
    assert certificate.surveillance_due_on == until


def test_a_certificate_is_renewed_on_the_evaluation_for_it(cast):
    number, certificate = issued(cast)
    later = certificate.expires_on - timedelta(days=40)
    again = evaluate_again(number, purpose=Purpose.RENEWAL, on=later, by=cast["programme_manager"]).number
    for kind in rules.WHOLE[Standard.PRODUCT]:
        recorded(cast, again, kind, later)
    made = decide_evaluation(again, act=DecisionAct.RENEW, on=later, by=cast["decision_maker"]).number

    renewed = renew_certificate(made, on=later, by=certified.clerk())

    assert renewed.previous_becomes == "replaced" and renewed.cycle_number == 1


def test_what_waits_is_on_the_desk_of_who_does_it(cast):
    number = ordered(cast)
    assert to_begin(cast["programme_manager"], DAY).get().number == number
    begin_evaluation(number, on=DAY, by=cast["programme_manager"])
    assert to_carry_out(cast["programme_manager"], DAY).get().number == number
    recorded(cast, number, Activity.TYPE_TEST)
    assert not to_decide(cast["decision_maker"], DAY).exists()
    recorded(cast, number, Activity.FACTORY_INSPECTION)
    assert to_decide(cast["decision_maker"], DAY).get().number == number
    assert not to_carry_out(cast["programme_manager"], DAY).exists()


def test_nothing_is_ordered_under_a_scheme_that_is_not_live(cast):
    trial = schemes.filed(cast["director"], kind=SchemeKind.PRODUCT, category="A0301", standard=None)
    told = {"scope_zh": "开关", **SIGNED, "on": DAY}
    refused(
        lambda: order_evaluation(trial, rows.client().uscc, **told, by=cast["market"]), NOT_LIVE, NOT_APPROVED
    )
    refused(lambda: order_evaluation(trial, rows.client().uscc, **told, by=cast["auditor"]), NOT_YOURS)


def test_what_is_certified_to_the_client_already_is_not_ordered_again(cast):
    number, certificate = issued(cast)
    row = evaluations().get(number=number)
    told = {"scope_zh": "插座", **SIGNED, "on": DAY, "by": cast["market"]}
    uscc = certificate.certification.client.uscc
    refused(lambda: order_evaluation(row.scheme.number, uscc, **told), rules.CERTIFIED_ALREADY)


def test_only_registered_people_evaluate_and_only_what_the_scheme_asks(cast):
    number = begun(cast)
    refused(lambda: recorded(cast, number, Activity.SERVICE_EVALUATION), rules.NOT_ASKED)
    refused(
        lambda: recorded(cast, number, Activity.FACTORY_INSPECTION, people=["market"]), rules.NOT_REGISTERED
    )
    refused(lambda: recorded(cast, number, Activity.TYPE_TEST, laboratory=""), rules.LABORATORY_MISSING)


def test_who_evaluated_does_not_decide_and_nothing_incomplete_is_granted(cast):
    number = begun(cast)
    recorded(cast, number, Activity.TYPE_TEST, conforms=False)
    grant = {"act": DecisionAct.GRANT, "on": DAY}
    refused(
        lambda: decide_evaluation(number, **grant, by=cast["decision_maker"]),
        rules.NOT_COMPLETE,
        rules.DOES_NOT_CONFORM,
    )
    other = evaluated(cast, Standard.SERVICE)
    himself = Person.objects.get(login="inspector")
    himself.roles = ["decision_maker"]
    refused(lambda: decide_evaluation(other, **grant, by=himself), rules.EVALUATED_IT)


def test_a_first_evaluation_given_up_leaves_nothing_certified(cast):
    number = begun(cast)
    refused(
        lambda: drop_evaluation(number, reason=" ", on=DAY, by=cast["programme_manager"]),
        rules.REASON_MISSING,
    )
    drop_evaluation(number, reason="客户撤回", on=DAY, by=cast["programme_manager"])
    row = evaluations().get(number=number)
    assert row.state == "dropped" and row.certification.ended_on == DAY
    refused(lambda: recorded(cast, number, Activity.TYPE_TEST), rules.CLOSED)
