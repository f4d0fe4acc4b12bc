"""标志使用: what clients ask to show, and what was found misused (ISO/IEC 17021-1 8.3)."""

from django.db import models
from django.db.models import F, Q

from mingzheng.rulebook.certificate_life import Status
from mingzheng.rulebook.marks import Mark, MarkUse, Place


class MarkRequest(models.Model):
    """A client asks to show a mark somewhere; the body agrees or says why not."""

    number = models.CharField(max_length=20, unique=True)  # BZ2026-0001
    certificate = models.ForeignKey("certificates.Certificate", on_delete=models.PROTECT, related_name="+")
    mark = models.CharField(max_length=12)  # rulebook.marks.Mark
    place = models.CharField(max_length=12)  # rulebook.marks.Place
    description = models.CharField(max_length=400)  # the artwork: what, where, how large
    asked_on = models.DateField()
    answered_on = models.DateField(null=True, blank=True)
    agreed = models.BooleanField(null=True, blank=True)
    reason = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_on=None, agreed=None)
                | Q(answered_on__isnull=False, agreed__isnull=False),
                name="answered_means_yes_or_no",
            ),
            models.CheckConstraint(
                condition=Q(answered_on=None) | Q(answered_on__gte=F("asked_on")), name="answered_after_asked"
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def use(self) -> MarkUse:
        """What the rulebook needs to know of it."""
        held = self.certificate
        return MarkUse(Mark(self.mark), Place(self.place), Status(held.status), held.certification.accredited)


class Misuse(models.Model):
    """误用: a mark or a certificate shown where or as it must not be, by whom it may."""

    number = models.CharField(max_length=20, unique=True)  # WY2026-0001
    certificate = models.ForeignKey(
        "certificates.Certificate", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )  # none where it was never one of the body's
    who = models.CharField(max_length=200)
    what = models.TextField()
    found_on = models.DateField()
    source = models.CharField(max_length=200, blank=True)  # who told, where it was seen
    closed_on = models.DateField(null=True, blank=True)
    action = models.TextField(blank=True)  # what was done: correction asked for, suspension, publication, law

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on=None) | (Q(closed_on__gte=F("found_on")) & ~Q(action="")),
                name="misuse_closed_after_something_was_done",
            ),
        ]

    def __str__(self) -> str:
        return self.number
