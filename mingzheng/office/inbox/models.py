"""Mail that came to the body's address (own procedure; complaints and appeals may come so, ISO/IEC 17021-1 9.7-9.8)."""

from django.db import models
from django.db.models import Q


class Mail(models.Model):
    """来信: one message as it came. Who wrote it, and what, stands here alone and can be erased."""

    number = models.CharField(max_length=20, unique=True)  # "LX2026-0001"
    key = models.CharField(max_length=64, unique=True)  # of the message: rulebook/inbox.py
    raw = models.CharField(
        max_length=64
    )  # SHA-256 under which the message is kept as it came (files.content)
    sender = models.CharField(max_length=200, blank=True)
    address = models.CharField(max_length=254, blank=True)
    subject = models.CharField(max_length=300, blank=True)
    sent_on = models.DateField(null=True, blank=True)  # as its header says
    text = models.TextField(blank=True)  # never markup
    attachments = models.JSONField(default=list)  # [[name, bytes], …]
    received_on = models.DateField()
    deal_by = models.DateField()

    case = models.OneToOneField(
        "voices.Case", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    aside = models.CharField(max_length=10, blank=True)  # rulebook.inbox.Aside
    note = models.TextField(blank=True)
    settled_on = models.DateField(null=True, blank=True)
    settled_by = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(settled_on=None, case=None, aside="")
                | Q(
                    Q(case__isnull=False, aside="") | (Q(case=None) & ~Q(aside="")), settled_on__isnull=False
                ),
                name="a_mail_is_settled_once_as_a_case_or_set_aside",
            ),
        ]
        indexes = [models.Index(fields=["settled_on", "deal_by"], name="mail_settled_deal_by")]

    def __str__(self) -> str:
        return self.number

    @property
    def settled(self) -> bool:
        return self.settled_on is not None
