"""Letters 信函: what the body writes to its clients because of what happened (ISO/IEC 17021-1 8.5)."""

from django.db import models
from django.db.models import Q

MOST_TRIES = 6  # the body's parameter: how often a letter is sent off before a person looks at it


class Letter(models.Model):
    """One letter to one address. `cause` is the event it follows from: "application:SQ2026-0012#3"."""

    number = models.CharField(max_length=20, unique=True)  # "XH2026-0001"
    cause = models.CharField(max_length=100)
    kind = models.CharField(max_length=60)  # of the event; words "mail.<kind>.subject", "mail.<kind>.text"
    to = models.EmailField()
    subject = models.CharField(max_length=300)
    text = models.TextField()
    written_on = models.DateField()
    sent_on = models.DateField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)  # that failed
    next_try_at = models.DateTimeField(null=True, blank=True)  # none: at once
    fault = models.CharField(max_length=300, blank=True)  # what the mail server said last

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["cause", "to"], name="a_letter_is_written_once_for_what_happened"
            ),
        ]
        indexes = [
            models.Index(fields=["next_try_at"], condition=Q(sent_on=None), name="letter_waiting"),
            models.Index(fields=["-written_on", "-number"], name="letter_latest"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def state(self) -> str:
        """Where it stands: sent, waiting, or stuck until a person sends it off again."""
        if self.sent_on:
            return "sent"
        return "stuck" if self.tries >= MOST_TRIES else "waiting"

    @property
    def about(self) -> str:
        """The subject of the record it is about."""
        return self.cause.partition("#")[0]
