"""Registrations, and what the body itself finds of its auditors."""

from datetime import date, timedelta
from decimal import Decimal

from mingzheng.office.competence.models import Competence, Witnessing
from mingzheng.office.files.actions.file_paper import file_paper
from mingzheng.office.registration.models import Candidacy, Registration, Training
from mingzheng.rulebook.candidacy import EVIDENCE, CandidacyKind, Outcome
from mingzheng.rulebook.competence import AuthorisationKind, RegistrationGrade, TeamRole
from mingzheng.rulebook.development import RequestKind
from mingzheng.rulebook.registration import AuditLog, TrainingKind
from mingzheng.rulebook.standards import Standard
from mingzheng.rulebook.witnessing import Outcome as Seen
from tests import rows
from tests.rows import DAY

from . import Call, Cast, Q, call, happy, plainly

EVALUATOR = "competence_evaluator"
plainly(
    "competence.authorise_person",
    "competence_evaluator",
    "auditor",
    AuthorisationKind.LEADER,
    basis="见证领审",
)
plainly("competence.recognise_competence", "competence_evaluator", "auditor", Q, "17.10.02", basis="从业经历")
plainly(
    "registration.register_auditor", "competence_evaluator", "auditor", Q,
    grade=RegistrationGrade.AUDITOR, number="N1", valid_from=DAY, valid_until=date(2029, 3, 1),
)  # fmt: skip
plainly(
    "registration.enter_experience", EVALUATOR, "auditor", Q,
    role=TeamRole.LEADER, organisation="示例厂", first_day=date(2026, 1, 5), last_day=date(2026, 1, 6),
    audit_days=Decimal(2), on_site_days=Decimal(2), evidence="审核经历记录表",
)  # fmt: skip
plainly(
    "registration.enter_training", "auditor", "auditor",
    kind=TrainingKind.COURSE, title="质量工具", hours=Decimal(8), held_on=DAY, evidence="结业证书",
)  # fmt: skip
plainly(
    "registration.open_candidacy", EVALUATOR, "auditor", Q, kind=CandidacyKind.ENTER, grade=RegistrationGrade.TRAINEE
)  # fmt: skip


@happy("competence.end_competence")
def _(cast: Cast) -> Call:
    rows.auditor("liu")
    code = Competence.objects.filter(standard=Q).get().code
    return call(
        "competence.end_competence", "liu", Q, code, reason="久未从事", by=cast["competence_evaluator"]
    )


@happy("competence.end_authorisation")
def _(cast: Cast) -> Call:
    rows.auditor("liu")
    kind, by = AuthorisationKind.LEADER, cast["competence_evaluator"]
    return call("competence.end_authorisation", "liu", kind, reason="履职评价不合格", by=by)


@happy("registration.end_registration")
def _(cast: Cast) -> Call:
    until = Registration.objects.filter(person=rows.auditor("liu"), standard=Q).get().valid_until
    by = cast["competence_evaluator"]
    return call(
        "registration.end_registration", "liu", Q, valid_until=until - timedelta(days=1), reason="撤销", by=by
    )


@happy("registration.confirm_registration")
def _(cast: Cast) -> Call:
    Registration.objects.filter(person=rows.auditor("liu")).update(confirm_by=DAY)
    return call("registration.confirm_registration", "liu", Q, evidence="平台截图", by=cast[EVALUATOR])


@happy("registration.mark_green")
def _(cast: Cast) -> Call:
    Registration.objects.filter(person=rows.auditor("liu"), standard=Q).update(standard=Standard.PRODUCT)
    told = {"first_day": DAY, "evidence": "公告"}
    return call("registration.mark_green", "liu", **told, by=cast[EVALUATOR])


@happy("registration.unmark_green")
def _(cast: Cast) -> Call:
    Registration.objects.get(person=rows.auditor("liu"), standard=Q).green.create(first_day=DAY)
    return call("registration.unmark_green", "liu", last_day=DAY, evidence="公告", by=cast[EVALUATOR])


@happy("registration.review_training")
def _(cast: Cast) -> Call:
    told = {"kind": TrainingKind.COURSE, "title": "质量工具", "hours": 8, "held_on": DAY, "evidence": "证书"}
    Training.objects.create(person=cast["auditor"], number=1, **told)
    return call("registration.review_training", "auditor", 1, accepted=True, by=cast[EVALUATOR])


@happy("registration.assign_mentor")
def _(cast: Cast) -> Call:
    rows.auditor("chen", ("QMS",), grade="trainee")
    rows.auditor("liu", ("QMS",))
    return call("registration.assign_mentor", "chen", Q, "liu", by=cast[EVALUATOR])


def candidacy(cast: Cast, kind: CandidacyKind = CandidacyKind.ENTER, **more: object) -> None:
    grade, days = RegistrationGrade.TRAINEE, {"opened_on": DAY}
    Candidacy.objects.create(
        person=cast["auditor"], standard=Q, kind=kind, grade=grade, education="bachelor", **days, **more
    )


@happy("registration.complete_candidacy")
def _(cast: Cast) -> Call:
    candidacy(cast)
    for paper in EVIDENCE[CandidacyKind.ENTER]:
        content = b"%PDF-1.7 " + paper.encode()
        file_paper("person:auditor", kind=paper, name="x.pdf", content=content, on=DAY, by=cast[EVALUATOR])
    return call("registration.complete_candidacy", "auditor", Q, held_here=AuditLog(), by=cast[EVALUATOR])


@happy("registration.submit_candidacy")
def _(cast: Cast) -> Call:
    candidacy(cast, completed_on=DAY)
    return call("registration.submit_candidacy", "auditor", Q, by=cast[EVALUATOR])


@happy("registration.conclude_candidacy")
def _(cast: Cast) -> Call:
    candidacy(cast, completed_on=DAY, submitted_on=DAY)
    days = {"valid_from": DAY, "valid_until": date(2029, 3, 1)}
    granted = {"outcome": Outcome.GRANTED, "number": "N1", **days}
    return call("registration.conclude_candidacy", "auditor", Q, **granted, by=cast[EVALUATOR])


@happy("competence.review_competence")
def _(cast: Cast) -> Call:
    rows.auditor("liu")
    return call("competence.review_competence", "liu", Q, basis="审核表现", by=cast[EVALUATOR])


@happy("competence.confirm_authorisation")
def _(cast: Cast) -> Call:
    rows.auditor("liu")
    kind = AuthorisationKind.LEADER
    return call("competence.confirm_authorisation", "liu", kind, basis="领审 9 次", by=cast[EVALUATOR])


def to_be_seen(cast: Cast) -> None:
    Witnessing.objects.create(
        person=rows.auditor("chen"), standard=Q, witness=cast["auditor"], planned_for=DAY
    )


@happy("competence.plan_witnessing")
def _(cast: Cast) -> Call:
    rows.auditor("chen")
    rows.authorised(cast["auditor"], "witness")
    return call("competence.plan_witnessing", "chen", Q, "auditor", planned_for=DAY, by=cast[EVALUATOR])


@happy("competence.record_witnessing")
def _(cast: Cast) -> Call:
    to_be_seen(cast)
    seen = {"held_on": DAY, "outcome": Seen.PASSED, "remarks": "提问得当"}
    return call("competence.record_witnessing", "chen", Q, **seen, by=cast["auditor"])


@happy("competence.cancel_witnessing")
def _(cast: Cast) -> Call:
    to_be_seen(cast)
    return call("competence.cancel_witnessing", "chen", Q, reason="客户改期", by=cast[EVALUATOR])


plainly(
    "competence.plan_development", EVALUATOR, "auditor",
    standard=Q, code="17.10.02", measure="跟组见习", due_on=date(2026, 12, 31),
)  # fmt: skip


@happy("competence.conclude_development")
def _(cast: Cast) -> Call:
    told = {"standard": Q, "code": "17.10.02", "measure": "跟组见习", "due_on": DAY}
    number = call("competence.plan_development", "auditor", **told, by=cast[EVALUATOR])().number
    call("competence.recognise_competence", "auditor", Q, "17", basis="见习", by=cast[EVALUATOR])()
    return call("competence.conclude_development", number, achieved=True, by=cast[EVALUATOR])


@happy("competence.request_step")
def _(cast: Cast) -> Call:
    told = {"standard": Q, "reason": "拟申报高级"}
    return call("competence.request_step", RequestKind.PROMOTION, **told, by=rows.auditor("liu"))


@happy("competence.answer_step_request")
def _(cast: Cast) -> Call:
    told = {"standard": Q, "reason": "拟申报高级", "by": rows.auditor("liu")}
    number = call("competence.request_step", RequestKind.WITNESSING, **told)().number
    return call("competence.answer_step_request", number, agreed=True, answer="四月安排", by=cast[EVALUATOR])
