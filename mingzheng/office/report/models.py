"""Frozen years: the figures of a year as they stood at the cut-off, and the part of the record they were counted from."""

from django.db import models


class Snapshot(models.Model):
    """The figures of one year. Never changed: what comes late is told beside them 期后调整."""

    year = models.PositiveSmallIntegerField(unique=True)
    figures = models.JSONField()  # figures.figures_of(year)
    digest = models.CharField(max_length=64)  # SHA-256 of the figures, figures.digest_of
    log_size = models.PositiveBigIntegerField()  # counted from the first so many events of the log
    log_root = models.CharField(max_length=64)
    frozen_on = models.DateField()
    frozen_by = models.CharField(max_length=80)  # a login

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(frozen_on__year__gt=models.F("year")),
                name="a_year_is_frozen_after_its_end",
            )
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.digest[:12]}"


class Kept(models.Model):
    """One record behind a frozen figure. Events need not be kept: the log's first so many are always the same."""

    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, related_name="kept")
    figure = models.CharField(max_length=60)
    part = models.CharField(max_length=100, blank=True)
    row = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["snapshot", "figure", "row"], name="a_record_is_kept_once_behind_a_figure"
            )
        ]

    def __str__(self) -> str:
        return f"{self.snapshot_id} {self.figure} {self.row}"
