"""Review and decision, per standard, by people who did not audit (ISO/IEC 17021-1 9.5)."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from mingzheng.office.audits.models import Conclusion
from mingzheng.office.programmes.models import Visit, VisitPart


class File(Conclusion):
    """案卷: what a team concluded for one standard, with what `queries.file_rows` found of its review and decision."""

    class Meta:
        proxy = True

    @property
    def visit(self) -> Visit:
        return self.audit.visit

    @property
    def part(self) -> VisitPart:
        """What was audited: the certification, and its auditor-days."""
        return self.visit.parts.select_related("certification").get(certification__standard=self.standard)

    @property
    def state(self) -> str:
        """Where it stands: waiting, returned, answered, passed or decided."""
        found: Any = self
        if found.decision:
            return "decided"
        if found.passed is None:  # not read yet
            return "waiting"
        if found.passed:
            return "passed"
        return "answered" if found.answered_on else "returned"


class Review(models.Model):
    """评定: one reading of the file of an audit for one standard; a file sent back is read again, a new row."""

    audit = models.ForeignKey("audits.Audit", on_delete=models.PROTECT, related_name="+")
    standard = models.CharField(max_length=8)
    round = models.PositiveSmallIntegerField(default=1)
    reviewed_by = models.CharField(max_length=40)
    passed = models.BooleanField()
    notes = models.JSONField(default=list)  # [{"section": code, "text": …}] what was sent back, by section
    quality = models.CharField(max_length=10, blank=True)  # rulebook.review.Quality
    reviewed_on = models.DateField()
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["audit", "standard", "round"], name="review_rounds_are_numbered"),
            models.UniqueConstraint(
                fields=["audit", "standard"], condition=Q(passed=True), name="a_file_passes_review_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.audit_id} {self.standard} {self.round}"


class Decision(models.Model):
    """认证决定: grant, refuse, maintain, renew, suspend, restore, withdraw, extend, reduce … one certification.

    `carried` marks a decision another system recorded before the body moved in; its maker may be named only in words.
    """

    number = models.CharField(max_length=24, unique=True)  # "JD2026-0031"
    certification = models.ForeignKey("programmes.Certification", on_delete=models.PROTECT, related_name="+")
    audit = models.ForeignKey(
        "audits.Audit", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    act = models.CharField(max_length=12)  # rulebook.decisions.DecisionAct
    decided_on = models.DateField()
    decided_by = models.CharField(max_length=100)
    reason_code = models.CharField(max_length=4, blank=True)
    reasons = models.TextField(blank=True)
    scope_zh = models.TextField(blank=True)  # of an extended or reduced scope
    scope_en = models.TextField(blank=True)
    carried = models.BooleanField(default=False)
    executed_on = models.DateField(null=True, blank=True)  # used up; the certificate tells it
    executed_as = models.CharField(
        max_length=50, blank=True
    )  # number of the certificate it was carried out on

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["audit", "certification", "act"],
                condition=Q(audit__isnull=False),
                name="an_audit_is_decided_once",
            ),
            models.CheckConstraint(
                condition=Q(executed_on=None, executed_as="") | Q(executed_on__gte=F("decided_on")),
                name="a_decision_is_executed_after_it_is_made",
            ),
        ]
        indexes = [
            models.Index(fields=["certification", "decided_on"], name="decision_certification"),
            models.Index(fields=["-decided_on", "-number"], name="decision_latest"),
            models.Index(
                fields=["act", "decided_on"],
                condition=Q(carried=False, executed_on=None),
                name="decision_to_execute",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def executed(self) -> bool:
        """Used up: here, or in the system that recorded it."""
        return self.carried or self.executed_on is not None
