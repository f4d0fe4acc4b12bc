"""What was carried in from an earlier system, and how the two ran side by side (ISO/IEC 17021-1 9.9.1)."""

from django.db import models
from django.db.models import F, Q

from mingzheng.rulebook.moving_in import TrialFacts


class Import(models.Model):
    """接转: one file of a register, carried in. It keeps what became of its rows, not the file, which is named by its digest."""

    number = models.CharField(max_length=20, unique=True)  # "DR2026-0001"
    register = models.CharField(max_length=20)  # words of register
    file = models.CharField(max_length=255)
    digest = models.CharField(max_length=64)  # SHA-256 of the file
    rows = models.PositiveIntegerField()
    taken = models.PositiveIntegerField()
    mended = models.PositiveIntegerField()  # taken, after something in it was put right
    repeated = models.PositiveIntegerField()
    known = models.PositiveIntegerField()  # carried in before
    refused = models.PositiveIntegerField()
    keys = models.JSONField(default=list)  # of the rows taken, mended ones too
    refusals = models.JSONField(default=list)  # place, key, why in Chinese, why in English
    unread = models.JSONField(default=list)  # sheets of the file that are none of this register
    carried_on = models.DateField()
    carried_by = models.CharField(max_length=40)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(rows=F("taken") + F("mended") + F("repeated") + F("known") + F("refused")),
                name="every_row_of_an_import_is_accounted_for",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class TrialRun(models.Model):
    """试运行: the earlier system and this one side by side."""

    number = models.CharField(max_length=20, unique=True)  # "SY2026-0001"
    system = models.CharField(max_length=100)  # the earlier one
    begun_on = models.DateField()
    begun_by = models.CharField(max_length=40)
    concluded_on = models.DateField(null=True, blank=True)
    concluded_by = models.CharField(max_length=40, blank=True)
    succeeded = models.BooleanField(null=True, blank=True)
    conclusion = models.TextField(blank=True)
    imports = models.ManyToManyField(Import, related_name="trial_runs")  # it held when it was concluded

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["system"],
                condition=Q(concluded_on=None),
                name="a_system_is_on_trial_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(concluded_on=None, succeeded=None)
                | Q(concluded_on__gte=F("begun_on"), succeeded__isnull=False),
                name="a_concluded_trial_run_succeeded_or_failed",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def facts(self) -> TrialFacts:
        """What the rulebook needs to know of it."""
        compared = [(row.measure, row.compared_by) for row in self.comparisons.all()]
        return TrialFacts(
            begun_on=self.begun_on,
            concluded=self.concluded_on is not None,
            measures=frozenset(measure for measure, _ in compared),
            compared_by=frozenset(by for _, by in compared),
        )


class Comparison(models.Model):
    """比对: one figure in both systems on one day."""

    run = models.ForeignKey(TrialRun, on_delete=models.PROTECT, related_name="comparisons")
    measure = models.CharField(max_length=20)  # rulebook.moving_in.Measure
    there = models.PositiveIntegerField()  # as the earlier system shows it
    here = models.PositiveIntegerField()  # as this one counts it
    explanation = models.CharField(max_length=300, blank=True)
    compared_on = models.DateField()
    compared_by = models.CharField(max_length=40)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(there=F("here")) | ~Q(explanation=""),
                name="where_two_systems_differ_is_explained",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.run_id} {self.measure} {self.compared_on}"
