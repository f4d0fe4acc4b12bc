"""The record: who did what, when, on which grounds. Written once, never changed (ISO/IEC 17021-1:2015 9.9)."""

from django.db import models


class Event(models.Model):
    """One thing that happened to one subject. The database itself refuses to change or delete a row."""

    subject = models.CharField(
        max_length=80
    )  # what it happened to, readable for ever: "certificate:06426Q00012R0M"
    sequence = models.PositiveIntegerField()  # 1, 2, 3 … of this subject: two people cannot both be first
    kind = models.CharField(max_length=60)
    on = models.DateField(db_index=True)  # the day it counts for
    at = models.DateTimeField()  # the moment it was written
    by = models.CharField(max_length=80)  # a login, not a key: the record outlives its people
    facts = models.JSONField()
    salt = models.CharField(max_length=32)
    digest = models.CharField(max_length=64)  # RFC 6962 leaf hash over all of the above

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subject", "sequence"], name="one_event_is_next_of_its_subject")
        ]
        indexes = [models.Index(fields=["kind", "on"], name="event_kind_on")]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"

    @property
    def key(self) -> str:
        """What a person calls the subject: "XM2026-0012"."""
        return self.subject.partition(":")[2]


class LogEntry(models.Model):
    """The place of an event in the one Merkle log of the body."""

    position = models.PositiveBigIntegerField(primary_key=True)
    event = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="log_entry")

    def __str__(self) -> str:
        return f"{self.position} {self.event_id}"


class Checkpoint(models.Model):
    """The root of the log when it had `size` entries."""

    size = models.PositiveBigIntegerField(primary_key=True)
    root = models.CharField(max_length=64)
    peaks = models.JSONField()  # roots of the perfect subtrees, oldest first: enough to append
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.size} {self.root[:12]}"


class Follower(models.Model):
    """How far one reader of the record has read."""

    name = models.CharField(max_length=60, primary_key=True)
    position = models.PositiveBigIntegerField(default=0)  # the next position to read

    def __str__(self) -> str:
        return f"{self.name} {self.position}"
