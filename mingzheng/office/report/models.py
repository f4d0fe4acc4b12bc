"""Frozen years, the records behind their figures, and the report written about a year."""

from django.db import models
from django.db.models import F, Q


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


class Report(models.Model):
    """The report of one year. What is released stays as it is; a correction is a new edition."""

    year = models.PositiveSmallIntegerField(unique=True)
    edition = models.PositiveSmallIntegerField(default=1)
    opened_on = models.DateField()
    opened_by = models.CharField(max_length=80)
    by_weight = models.BooleanField(default=False)  # subjects and issues stand in the order of their weight
    signed_on = models.DateField(null=True, blank=True)
    signed_by = models.CharField(max_length=80, blank=True)
    doubts_because = models.CharField(max_length=300, blank=True)  # why doubtful wordings stand
    released_on = models.DateField(null=True, blank=True)
    released_by = models.CharField(max_length=80, blank=True)
    digest = models.CharField(max_length=64, blank=True)  # SHA-256 of what was signed, document.digest_of

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(released_on=None) | Q(signed_on__isnull=False),
                name="what_is_released_was_signed",
            )
        ]

    def __str__(self) -> str:
        return f"{self.year}"


class Block(models.Model):
    """The text of one chapter or issue; of an issue left out the reason why."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="blocks")
    code = models.CharField(max_length=20)  # rulebook.report_outline
    zh = models.TextField(blank=True)
    en = models.TextField(blank=True)
    left_out = models.BooleanField(default=False)
    owner = models.CharField(max_length=12)  # rulebook.indicators.meaning.Owner
    supporting = models.JSONField(default=list)
    written_on = models.DateField()
    written_by = models.CharField(max_length=80)
    reviewed_on = models.DateField(null=True, blank=True)
    reviewed_by = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "code"], name="a_chapter_stands_once_in_a_report"),
            models.CheckConstraint(
                condition=Q(reviewed_on=None) | ~Q(reviewed_by=F("written_by")),
                name="nobody_reviews_what_he_wrote",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report_id} {self.code}"


class Comment(models.Model):
    """What somebody remarks on a chapter, until it is settled."""

    block = models.ForeignKey(Block, on_delete=models.PROTECT, related_name="comments")
    number = models.PositiveSmallIntegerField()  # within the chapter
    text = models.TextField()
    made_on = models.DateField()
    made_by = models.CharField(max_length=80)
    answer = models.TextField(blank=True)
    settled_on = models.DateField(null=True, blank=True)
    settled_by = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["block", "number"], name="comments_of_a_chapter_are_numbered")
        ]

    def __str__(self) -> str:
        return f"{self.block_id} {self.number}"


class Edition(models.Model):
    """A released edition, word for word; what is printed of it later is printed from this."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField()
    zh = models.JSONField()  # seal.report.document.Document
    en = models.JSONField()
    digest = models.CharField(max_length=64)  # as signed
    released_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="editions_of_a_report_are_numbered")
        ]

    def __str__(self) -> str:
        return f"{self.report_id} {self.number}"
