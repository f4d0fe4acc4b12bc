"""What the body reports to the regulator's platform: each duty, what was sent for it, and the answer."""

from django.db import models
from django.db.models import F, Q


class Duty(models.Model):
    """上报义务: one report of one period. `rows` are those of the file as it was sent, for the reports that are rows."""

    number = models.CharField(max_length=40, unique=True)  # "certificates-2026-03", "yearly-2026"
    kind = models.CharField(max_length=16)  # rulebook.return_duties.DutyKind
    first = models.DateField()  # of the period
    due_on = models.DateField()
    sent_on = models.DateField(null=True, blank=True)
    sent_by = models.CharField(max_length=40, blank=True)
    layout = models.CharField(max_length=20, blank=True)  # version of the layout it was checked against
    rows = models.JSONField(default=list)
    digest = models.CharField(max_length=64, blank=True)  # SHA-256 of the rows
    answered_on = models.DateField(null=True, blank=True)
    accepted = models.BooleanField(null=True)
    receipt = models.CharField(max_length=80, blank=True)  # 回执号
    remark = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "first"], name="a_report_is_owed_once_for_a_period"),
            models.CheckConstraint(
                condition=Q(sent_on__isnull=False) | Q(answered_on=None), name="nothing_unsent_is_answered"
            ),
            models.CheckConstraint(
                condition=Q(answered_on=None) | Q(answered_on__gte=F("sent_on")),
                name="a_return_is_answered_after_it_was_sent",
            ),
        ]

    def __str__(self) -> str:
        return self.number
