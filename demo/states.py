"""What must be there on the last day: work in every state, counted by the queries the screens use."""

from collections import Counter
from typing import Any

from django.db.models import Count, F, Q

from mingzheng.office.audits.models import Audit, Finding
from mingzheng.office.certificates.models import Certificate
from mingzheng.office.certificates.queries import (
    expiring,
    open_decisions,
    should_be_suspended,
    should_be_withdrawn,
)
from mingzheng.office.competence.expiring import expiring as people_expiring
from mingzheng.office.competence.models import Witnessing
from mingzheng.office.contracts.models import Application, Contract
from mingzheng.office.decisions.models import Decision, Review
from mingzheng.office.decisions.queries import transfers_to_decide
from mingzheng.office.documents.models import Reading as VersionRead
from mingzheng.office.documents.models import Version
from mingzheng.office.documents.queries import own_standards, public_documents, steps_governed
from mingzheng.office.evaluations.queries import STATES as EVALUATION_STATES
from mingzheng.office.evaluations.queries import evaluations
from mingzheng.office.fees.models import Invoice, Payment, Relief, ServiceOrder
from mingzheng.office.fees.queries import clients_by_source
from mingzheng.office.footprint.models import (
    Awareness,
    PrintCount,
    Reading,
    RemoteAudit,
    TemperatureCheck,
    Trip,
)
from mingzheng.office.governance.models import Ally, Demand, Happening, Look, Objective, PactCheck, TradeEvent
from mingzheng.office.governance.models import Contact as StakeholderContact
from mingzheng.office.governance.queries import (
    allies_on,
    duties_on,
    honours_seen_by,
    memberships_on,
    milestones,
    ranked,
)
from mingzheng.office.impartiality.models import Gift, Risk
from mingzheng.office.impartiality.queries import late_committee
from mingzheng.office.inspectors.models import Access
from mingzheng.office.learning.models import Course, GoodCase, Vote
from mingzheng.office.learning.queries import quarters_without_seminar
from mingzheng.office.library.models import Petition, Scheme
from mingzheng.office.library.queries import laws
from mingzheng.office.people.models import Leave, Person, Tie
from mingzheng.office.people.queries import holders_of
from mingzheng.office.prices.models import FloorException, Service
from mingzheng.office.programmes.models import Certification, Cycle, Visit
from mingzheng.office.programmes.queries import open_visits, without_programme
from mingzheng.office.publicity.models import Item
from mingzheng.office.publicity.queries import public_on
from mingzheng.office.quality.models import (
    Confirmation,
    Inspection,
    InternalFinding,
    ManagementReview,
    SpecialEvent,
)
from mingzheng.office.record.actors import CLOCK
from mingzheng.office.record.models import Event
from mingzheng.office.record.queue import QUEUES
from mingzheng.office.registration.models import Candidacy, Registration, Traineeship, Training
from mingzheng.office.schedule.queries import STATUSES, with_status
from mingzheng.office.voices.models import CallBack, Case, Survey
from mingzheng.office.voices.queries import CASE_STATES
from mingzheng.office.voices.queries import with_state as with_case_state
from mingzheng.office.workplace.models import (
    Activity,
    CareVisit,
    Consultation,
    Contributions,
    Drive,
    Election,
    Grievance,
    Incident,
    Settlement,
    StaffSurvey,
    Suggestion,
)
from mingzheng.rulebook.candidacy import Step
from mingzheng.rulebook.certificate_life import Status
from mingzheng.rulebook.contract_review import ApplicationStatus, Part
from mingzheng.rulebook.dated_numbers import last_day
from mingzheng.rulebook.decisions import DecisionAct
from mingzheng.rulebook.fees import Decided
from mingzheng.rulebook.prices import ImpartialityClass
from mingzheng.rulebook.responsibility import Result

from .world import World


def states(world: World) -> dict[str, int]:
    """How much there is of everything; nothing may be 0."""
    return {
        **_applications(),
        **_visits(world),
        **_files(world),
        **_certificates(world),
        **_people(world),
        **_voices(world),
        **_own_system(world),
        **_documents(world),
        **_evaluations(),
        **_prices(),
        **_footprint(),
        **_learning(world),
        **_workplace(),
        **_governance(world),
        **_queues(world),
    }


def _applications() -> dict[str, int]:
    found = dict(Application.objects.values_list("status").annotate(Count("pk")))
    counts = {f"application {status}": found.get(status, 0) for status in ApplicationStatus}
    under_review = Application.objects.filter(status=ApplicationStatus.SUBMITTED)
    for confirmed in range(len(Part) + 1):
        rows = under_review.annotate(parts=Count("reviews")).filter(parts=confirmed)
        counts[f"application under review, {confirmed} parts confirmed"] = rows.count()
    counts["application answered after questions"] = under_review.filter(questions__isnull=False).count()
    counts["refusal answered by the applicant"] = Application.objects.exclude(applicants_answer="").count()
    counts["contract offered"] = Contract.objects.filter(signed_on=None, ended_on=None).count()
    counts["contract signed"] = Contract.objects.filter(signed_on__isnull=False).count()
    counts["programme to be opened"] = without_programme().count()
    return counts


def _visits(world: World) -> dict[str, int]:
    found = dict(with_status(Visit.objects.all()).order_by().values_list("status").annotate(Count("pk")))
    counts = {f"visit {status}": found.get(status, 0) for status in STATUSES}
    overdue = with_status(open_visits()).filter(status="to_schedule", latest__lt=world.today)
    counts["visit to schedule and overdue"] = overdue.count()
    kinds = Visit.objects.exclude(held_on=None).values_list("kind", flat=True).distinct()
    return counts | {f"visit held, {kind}": Visit.objects.filter(kind=kind).count() for kind in kinds}


def _files(world: World) -> dict[str, int]:
    audits = Audit.objects.exclude(visit__kind="stage1")
    closed = audits.filter(closed_on__isnull=False, reported_on=None)
    answered = Finding.objects.filter(verified_on=None, withdrawn_on=None, audit__closed_on__isnull=False)
    last = Review.objects.filter(passed=False, answered_on=None)
    combined = Review.objects.values("audit").annotate(
        good=Count("pk", Q(passed=True)), bad=Count("pk", Q(passed=False))
    )
    handed_in = audits.filter(handed_in_on__isnull=False)
    read = Review.objects.values("audit")
    decided = Decision.objects.exclude(audit=None).values("audit")
    return {
        "audit open today": audits.filter(closed_on=None, opened_on__lte=world.today).count(),
        "audit closed with open findings": answered.values("audit").distinct().count(),
        "finding overdue": answered.filter(responded_on=None, due_on__lt=world.today).count(),
        "report due": closed.count(),
        "file to be handed in": audits.filter(reported_on__isnull=False, handed_in_on=None).count(),
        "review waiting": handed_in.exclude(pk__in=read).count(),
        "file returned by section": last.count(),
        "part passed, part returned": combined.filter(
            good__gt=0, bad__gt=0, audit__in=last.values("audit")
        ).count(),
        "decision waiting": handed_in.filter(pk__in=read).exclude(pk__in=decided).count(),
        "certificate to issue": open_decisions(DecisionAct.GRANT, DecisionAct.RENEW).count(),
        "certification refused": Decision.objects.filter(act=DecisionAct.REFUSE).count(),
    }


def _certificates(world: World) -> dict[str, int]:
    on, living = world.today, Q(status=Status.IN_FORCE)
    conditions: dict[str, Q] = {f"certificate {status}": Q(status=status) for status in Status}
    conditions |= {
        "surveillance due soon": living & Q(surveillance_due_on__range=(on, last_day("due_soon", on))),
        "surveillance overdue": should_be_suspended(on),
        "suspension running out": Q(suspended_until__range=(on, last_day("suspension_notice", on))),
        "suspension run out": should_be_withdrawn(on),
        "expiring without renewal": expiring(on),
        "certificate of a second cycle": Q(cycle_number=1),
        "new version within a cycle": Q(replaces__isnull=False, cycle_number=F("replaces__cycle_number")),
    }
    counts = {name: Certificate.objects.filter(condition).count() for name, condition in conditions.items()}
    renewed = Event.objects.filter(kind="certificate.renewed")
    return counts | {
        "certificate taken over": Event.objects.filter(kind="certificate.taken-over").count(),
        "transfer to decide": transfers_to_decide().count(),
        "certificate restored": Event.objects.filter(kind="certificate.restored").count(),
        "recertified in time": renewed.filter(facts__outcome="renewed").count(),
        "recertified late": renewed.filter(facts__outcome="restored").count(),
        "certified anew after expiry": Certification.objects.filter(ended_on__isnull=False)
        .filter(pk__in=Cycle.objects.filter(ends_on__lt=on).values("certification"))
        .count(),
    }


def _people(world: World) -> dict[str, int]:
    on = world.today
    steps = Counter(bid.step for bid in Candidacy.objects.all())
    ending = Counter(row["what"] for row in people_expiring(on))
    return {
        **{
            f"candidacy {step}": steps[step]
            for step in (Step.OPENED, Step.SUBMITTED, Step.GRANTED, Step.WITHDRAWN)
        },
        **{
            f"ending: {what}": ending[what]
            for what in ("registration", "confirmation", "witnessing", "contract")
        },
        "trainee with a mentor": Traineeship.objects.filter(ended_on=None).count(),
        "witnessing planned": Witnessing.objects.filter(held_on=None, cancelled_on=None).count(),
        "education not accepted": Training.objects.filter(accepted=False).count(),
        "leave": Leave.objects.filter(first_day__lte=on, last_day__gte=on, cancelled_on=None).count(),
        "tie": Tie.objects.filter(ended_on=None).count(),
        "registration expiring": Registration.objects.filter(
            valid_until__range=(on, last_day("renew_soon", on))
        ).count(),
        "registration lapsed": Person.objects.filter(pk__in=Registration.objects.values("person"))
        .exclude(pk__in=Registration.objects.filter(valid_until__gte=on).values("person"))
        .count(),
    }


def _voices(world: World) -> dict[str, int]:
    found = dict(with_case_state(Case.objects.all()).order_by().values_list("state").annotate(Count("pk")))
    calls = dict(CallBack.objects.values_list("outcome").annotate(Count("pk")))
    return {
        **{f"case {state}": found.get(state, 0) for state in CASE_STATES},
        "case overdue": with_case_state(Case.objects.all()).filter(due__lt=world.today).count(),
        "case that is not ours": Case.objects.filter(ours=False).count(),
        "case upheld": Case.objects.filter(outcome="upheld").count(),
        "survey answered by link": Survey.objects.filter(answered_on__isnull=False, entered_by="").count(),
        "survey answered on paper": Survey.objects.exclude(entered_by="").count(),
        "survey not answered": Survey.objects.filter(answered_on=None).count(),
        "call-back completed": calls.get("completed", 0),
        "call-back to make": calls.get("", 0),
    }


def _footprint() -> dict[str, int]:
    checks = TemperatureCheck.objects
    return {
        "meter reading": Reading.objects.count(),
        "reading corrected": Event.objects.filter(kind="reading.corrected").count(),
        "room too cold or too warm": checks.filter(conforming=False).count(),
        "sheets counted": PrintCount.objects.count(),
        "trip without a mode": Trip.objects.filter(mode="").count(),
        "trip by train": Trip.objects.filter(mode="train").count(),
        "audit from afar": RemoteAudit.objects.count(),
        "client made aware": Awareness.objects.count(),
    }


def _learning(world: World) -> dict[str, int]:
    return {
        "course held": Course.objects.filter(held_on__isnull=False).count(),
        "course cancelled": Course.objects.filter(cancelled_on__isnull=False).count(),
        "quarter without a seminar": len(quarters_without_seminar(world.today.year - 1, world.today)),
        "good case published": GoodCase.objects.filter(published_on__isnull=False).count(),
        "vote for a good case": Vote.objects.count(),
    }


def _workplace() -> dict[str, int]:
    closed = {"closed_on__isnull": False}
    return {
        "notice read": Consultation.objects.filter(readers__isnull=False).distinct().count(),
        "election": Election.objects.count(),
        "care visit": CareVisit.objects.count(),
        "drive handed over": Drive.objects.filter(**closed).count(),
        "month of contributions": Contributions.objects.count(),
        "activity": Activity.objects.count(),
        "incident closed": Incident.objects.filter(**closed).count(),
        "hazard looked at again": Event.objects.filter(kind="hazard.reviewed").count(),
        "grievance closed": Grievance.objects.filter(**closed).count(),
        "staff survey closed": StaffSurvey.objects.filter(**closed).count(),
        "suggestion answered": Suggestion.objects.exclude(answered_on=None).count(),
        "day fees paid": Settlement.objects.filter(step="paid").count(),
    }


def _governance(world: World) -> dict[str, int]:
    on, happenings = world.today, Happening.objects
    return {
        "stakeholder spoken with": StakeholderContact.objects.values("stakeholder").distinct().count(),
        "demand answered": Demand.objects.exclude(answered_on=None).count(),
        "issue weighed this year": ranked(on.year).count(),
        **{f"objective {result}": Objective.objects.filter(result=result).count() for result in Result},
        "membership": memberships_on(on).count(),
        "ally": allies_on(on).count(),
        "ally gone": Ally.objects.exclude(left_on=None).count(),
        "honour with its certificate": honours_seen_by(CLOCK).filter(filed=True).count(),
        "event of the year": happenings.filter(of_year=True, taken_on__isnull=False).count(),
        "activity of the trade": TradeEvent.objects.filter(n__gt=1).count(),
        "milestone": milestones(on).count(),
        "proposal left out": happenings.exclude(left_on=None).count(),
        "duty": duties_on(on).count(),
        "pact checked": PactCheck.objects.count(),
        "commitment looked at": Look.objects.count(),
    }


def _prices() -> dict[str, int]:
    found = dict(FloorException.objects.values_list("state").annotate(Count("pk")))
    classes = dict(Service.objects.values_list("impartiality").annotate(Count("pk")))
    return {
        **{
            f"quotation below the floor {state}": found.get(state, 0)
            for state in ("asked", "granted", "refused")
        },
        "invoice paid in part": Invoice.objects.filter(paid__gt=0, paid__lt=F("amount")).count(),
        "invoice credited": Invoice.objects.filter(credits__isnull=False).count(),
        "payment": Payment.objects.count(),
        **{f"relief {state}": Relief.objects.filter(state=state).count() for state in Decided},
        **{f"source {source}": n for source, n in clients_by_source().items()},
        "order delivered": ServiceOrder.objects.filter(held_on__isnull=False).count(),
        "order withdrawn": ServiceOrder.objects.filter(withdrawn_on__isnull=False).count(),
        **{f"service {held or 'without a class'}": classes.get(held, 0) for held in ("", *ImpartialityClass)},
    }


def _own_system(world: World) -> dict[str, int]:
    return {
        "inspectors' access": Access.objects.count(),
        "inspection concluded": Inspection.objects.exclude(concluded_on=None).count(),
        "committee late": len(late_committee(world.today)),
        "publicity in public": public_on(world.today).count(),
        "publicity flagged": sum(1 for item in Item.objects.all() if item.flags),
        "register confirmed": Confirmation.objects.count(),
        "internal finding closed": InternalFinding.objects.exclude(closed_on=None).count(),
        "management review": ManagementReview.objects.count(),
        "risk accepted": Risk.objects.exclude(accepted_by="").count(),
        "gift settled": Gift.objects.exclude(settled_on=None).count(),
        "extraordinary event": SpecialEvent.objects.count(),
    }


def _evaluations() -> dict[str, int]:
    counted = dict(evaluations().values_list("state").annotate(Count("pk")))
    return {f"evaluation {state}": counted.get(state, 0) for state in EVALUATION_STATES}


def _documents(world: World) -> dict[str, int]:
    return {
        "law repealed": laws(world.today).filter(state="ended").count(),
        "own standard": own_standards(world.today).count(),
        "version returned or waiting": Version.objects.filter(approved_on=None).count(),
        "version signed": VersionRead.objects.count(),
        "public document": public_documents(world.today).count(),
        "step governed": steps_governed(world.today).count(),
        **{f"scheme {stage}": Scheme.objects.filter(stage=stage).count() for stage in ("trial", "live")},
        "petition concluded": Petition.objects.exclude(concluded_on=None).count(),
    }


def _queues(world: World) -> dict[str, int]:
    """Every work queue has something for somebody, but one: the last transition to a new edition ended before these years."""
    counts: dict[str, Any] = {}
    for name, queue in QUEUES.items():
        if name == "certificates.old-edition":
            continue
        people = {person for role in queue.roles for person in holders_of(role)}
        counts[f"queue {name}"] = sum(queue.waiting(person, world.today).count() for person in people)
    return counts
