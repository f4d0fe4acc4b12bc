"""The three-year audit programme: what is certified, in which cycle, by which visits (ISO/IEC 17021-1 9.1.3-9.1.6)."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q

from mingzheng.rulebook.audit_cycle import VisitKind
from mingzheng.rulebook.programme import VisitState


class Certification(models.Model):
    """认证: a client held to one standard, from its contract on; what is maintained, not the paper."""

    client = models.ForeignKey("clients.Client", on_delete=models.PROTECT, related_name="+")
    standard = models.CharField(max_length=8)
    contract = models.ForeignKey("contracts.Contract", on_delete=models.PROTECT, related_name="+")
    scope_zh = models.TextField()
    scope_en = models.TextField(blank=True)
    technical_codes = models.JSONField(default=list)
    complexity = models.CharField(max_length=8, blank=True)
    personnel = models.PositiveIntegerField()  # effective number of personnel
    accredited = models.BooleanField(default=True)
    transfer = (
        models.OneToOneField(  # the review by which it was taken over from another body; None: begun here
            "contracts.TransferReview", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
        )
    )
    opened_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "standard"],
                condition=Q(ended_on=None),
                name="a_client_is_certified_once_to_a_standard",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.client_id} {self.standard}"

    @property
    def subject_key(self) -> str:
        """How the record names it: code of the client and standard."""
        return f"{self.client.uscc}/{self.standard}"


class Cycle(models.Model):
    """认证周期: three years of one certification. Number 0 begins with the initial audit, 1 with the first recertification.

    One that another body began goes on with the days it had there."""

    certification = models.ForeignKey(Certification, on_delete=models.PROTECT, related_name="cycles")
    number = models.PositiveSmallIntegerField()
    starts_on = models.DateField(null=True, blank=True)  # the decision; unknown until then
    issued_on = models.DateField(null=True, blank=True)  # the certificate of this cycle
    ends_on = models.DateField(null=True, blank=True)  # the certificate's last day
    prolonged_until = models.DateField(null=True, blank=True)  # in an extraordinary event
    surveillance_days = models.DecimalField(max_digits=5, decimal_places=1)
    recertification_days = models.DecimalField(max_digits=5, decimal_places=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["certification", "number"], name="cycles_are_numbered"),
            models.CheckConstraint(
                condition=Q(starts_on=None, issued_on=None, ends_on=None)
                | Q(starts_on__isnull=False, issued_on__isnull=False, ends_on__isnull=False),
                name="a_cycle_begins_with_its_certificate",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.certification_id} R{self.number}"


class Visit(models.Model):
    """审核: one trip for one or several standards. Its window is what the standards allow; the date is the schedule's."""

    number = models.CharField(max_length=20, unique=True)  # project number, "XM2026-0012"
    client = models.ForeignKey("clients.Client", on_delete=models.PROTECT, related_name="+")
    contract = models.ForeignKey("contracts.Contract", on_delete=models.PROTECT, related_name="+")
    site = models.ForeignKey(  # where it is held; None: at the client's own address
        "clients.Site", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    apart_from = models.ForeignKey(  # the visit whose site is audited here on a trip of its own; its decision waits for this
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    kind = models.CharField(max_length=16)  # stage1 stage2 surveillance recertification special
    ordinal = models.PositiveSmallIntegerField(default=1)  # 监一, 监二
    earliest = models.DateField(null=True, blank=True)
    latest = models.DateField(null=True, blank=True)  # 最晚审核日
    window_clause = models.CharField(max_length=120, blank=True)
    reason = models.CharField(max_length=200, blank=True)  # of a special visit
    begun_on = models.DateField(null=True, blank=True)  # the audit's opening meeting, as the audit tells it
    held_on = models.DateField(null=True, blank=True)  # the audit's last day
    dropped_on = models.DateField(null=True, blank=True)  # no longer needed

    class Meta:
        indexes = [
            models.Index(fields=["kind", "latest"], name="visit_kind_latest"),
            models.Index(
                fields=["latest", "number"],
                condition=Q(begun_on=None, dropped_on=None),
                name="visit_to_come",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(earliest=None) | Q(latest=None) | Q(latest__gte=F("earliest")),
                name="visit_window_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(held_on=None) | Q(begun_on__isnull=False, held_on__gte=F("begun_on")),
                name="a_visit_is_held_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def state(self) -> VisitState:
        """How far it has come, as the rulebook asks."""
        return VisitState(self.begun_on, self.held_on, self.dropped_on)

    @property
    def name(self) -> str:
        """Words code of what it is called: the surveillances are told apart by their ordinal."""
        return f"visit-kind.{self.kind}{f'-{self.ordinal}' if self.kind == VisitKind.SURVEILLANCE else ''}"

    @property
    def standards(self) -> list[str]:
        """The standards it is for, from its parts (prefetch them with their certifications)."""
        return [part.certification.standard for part in self.parts.all()]

    @property
    def days(self) -> Decimal:
        """Auditor-days of all its parts."""
        return sum((part.days for part in self.parts.all()), Decimal(0))


class VisitPart(models.Model):
    """What a visit does for one certification, and how many auditor-days that takes."""

    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, related_name="parts")
    certification = models.ForeignKey(Certification, on_delete=models.PROTECT, related_name="+")
    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="+")
    days = models.DecimalField(max_digits=5, decimal_places=1)  # auditor-days
    put_off_until = models.DateField(null=True, blank=True)  # in an extraordinary event

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["visit", "certification"], name="a_visit_has_one_part_per_standard"
            )
        ]

    def __str__(self) -> str:
        return f"{self.visit_id} {self.certification_id}"
