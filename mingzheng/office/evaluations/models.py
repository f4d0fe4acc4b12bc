"""Evaluations of products, services and social responsibility, and what was done in each (ISO/IEC 17065 7)."""

from django.db import models
from django.db.models import F, Q

from mingzheng.rulebook.evaluations import Activity as Kind
from mingzheng.rulebook.evaluations import Done, EvaluationFacts, Purpose
from mingzheng.rulebook.standards import Standard


class Evaluation(models.Model):
    """评价: for a first certificate, for its surveillance, or for the next one. Until it begins it is only ordered."""

    number = models.CharField(max_length=20, unique=True)  # "PJ2026-0003"
    contract = models.ForeignKey("contracts.Contract", on_delete=models.PROTECT, related_name="+")
    scheme = models.ForeignKey("library.Scheme", on_delete=models.PROTECT, related_name="+")
    standard = models.CharField(max_length=8)  # CSR, product, service
    purpose = models.CharField(max_length=12)  # rulebook.evaluations.Purpose
    scope_zh = models.TextField()
    scope_en = models.TextField(blank=True)
    ordered_on = models.DateField()
    certification = models.ForeignKey(
        "programmes.Certification", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    begun_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)  # the last day of what was done, once it is decided
    decision = models.OneToOneField(
        "decisions.Decision", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    dropped_on = models.DateField(null=True, blank=True)
    dropped_because = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["certification"],
                condition=Q(certification__isnull=False, decision=None, dropped_on=None),
                name="one_evaluation_of_a_certification_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(begun_on=None, certification=None)
                | Q(begun_on__gte=F("ordered_on"), certification__isnull=False),
                name="an_evaluation_begins_with_its_certification",
            ),
            models.CheckConstraint(
                condition=Q(decision=None, ended_on=None)
                | Q(decision__isnull=False, ended_on__isnull=False, dropped_on=None),
                name="an_evaluation_is_decided_when_it_has_ended",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def facts(self) -> EvaluationFacts:
        """What the rulebook needs to know of it; prefetch the activities of many."""
        return EvaluationFacts(
            standard=Standard(self.standard),
            purpose=Purpose(self.purpose),
            begun_on=self.begun_on,
            closed=self.decision_id is not None or self.dropped_on is not None,
            done=tuple(one.facts for one in self.activities.all()),
        )


class Activity(models.Model):
    """评价活动: one test, inspection, measurement or audit, and what it found."""

    evaluation = models.ForeignKey(Evaluation, on_delete=models.PROTECT, related_name="activities")
    kind = models.CharField(max_length=12)  # rulebook.evaluations.Activity
    first_day = models.DateField()
    last_day = models.DateField()
    people = models.JSONField(default=list)  # logins
    laboratory = models.CharField(max_length=100, blank=True)  # of a type test
    report = models.TextField()
    conforms = models.BooleanField()
    recorded_on = models.DateField()
    recorded_by = models.CharField(max_length=40)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["evaluation", "kind"], name="each_activity_is_recorded_once"),
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="an_activity_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.evaluation_id} {self.kind}"

    @property
    def facts(self) -> Done:
        return Done(Kind(self.kind), self.last_day, self.conforms, frozenset(self.people))
