"""Certificates 证书: versions of the paper that says what is certified (ISO/IEC 17021-1 8.2, 9.6.5)."""

from django.db import models
from django.db.models import F, Q

from mingzheng.rulebook.certificate_life import CertificateFacts, Status
from mingzheng.rulebook.standard_editions import EDITIONS, StandardEdition
from mingzheng.rulebook.standards import Standard

LIVING = ["in_force", "suspended"]
SUB_CARRIED_IN = "certificate.sub-carried-in"  # kind of the event that tells of a sub-certificate


class Certificate(models.Model):
    """One certificate number. Name, address and scope are as printed; replaced is not withdrawn.

    `decision` is the one that says the certification may be held: grant or renewal, or a change of its scope. A new
    version for a new name or address rests on the decision of the version it replaces.
    """

    number = models.CharField(max_length=50, unique=True)
    certification = models.ForeignKey("programmes.Certification", on_delete=models.PROTECT, related_name="+")
    cycle_number = models.PositiveSmallIntegerField()  # the k of Rk: 0 initial, 1 first recertification
    decision = models.ForeignKey("decisions.Decision", on_delete=models.PROTECT, related_name="+")
    edition = models.CharField(max_length=30, blank=True)  # an earlier one of its standard; empty: today's
    status = models.CharField(max_length=10)  # rulebook.certificate_life.Status
    name_zh = models.CharField(max_length=200)
    name_en = models.CharField(max_length=300, blank=True)
    address_zh = models.CharField(max_length=300)
    address_en = models.CharField(max_length=400, blank=True)
    scope_zh = models.TextField()
    scope_en = models.TextField(blank=True)
    sites = models.JSONField(
        default=list
    )  # of the annex: [{"name_zh", "address_zh", "activity_zh"}], "sub" where it has one
    first_issued_on = models.DateField()
    issued_on = models.DateField()
    expires_on = models.DateField()
    surveillance_due_on = models.DateField(
        null=True, blank=True
    )  # 最晚审核日 of the next surveillance; none when the recertification audit comes next
    put_off_from = models.DateField(
        null=True, blank=True
    )  # the last day of that surveillance by the rules, when an extraordinary event put it off
    prolonged_from = models.DateField(
        null=True, blank=True
    )  # its last day by the rules, when an extraordinary event prolonged it
    suspended_on = models.DateField(null=True, blank=True)
    suspended_until = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    reason_code = models.CharField(max_length=4, blank=True)  # of the suspension or of the end
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, related_name="+", null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["certification"],
                condition=Q(status__in=LIVING),
                name="a_certification_has_one_living_certificate",
            ),
            models.CheckConstraint(
                condition=Q(status="suspended", suspended_until__isnull=False)
                | (~Q(status="suspended") & Q(suspended_until=None)),
                name="suspended_means_until_a_day",
            ),
            models.CheckConstraint(
                condition=Q(status__in=LIVING, ended_on=None)
                | (~Q(status__in=LIVING) & Q(ended_on__isnull=False)),
                name="ended_means_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(expires_on__gte=F("issued_on")), name="certificate_expires_after_issue"
            ),
        ]
        indexes = [
            models.Index(  # holds all that the tabs of the register count by
                fields=["status", "expires_on", "surveillance_due_on"], name="certificate_status_expiry"
            ),
            models.Index(fields=["status", "surveillance_due_on"], name="certificate_status_due"),
            models.Index(fields=["edition"], condition=~Q(edition=""), name="certificate_old_edition"),
            models.Index(fields=["status", "issued_on"], name="certificate_status_issued"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def certified_to(self) -> Standard | StandardEdition:
        """What is printed as its standard: the earlier edition it is to, or today's."""
        return EDITIONS.get(self.edition) or Standard(self.certification.standard)

    @property
    def facts(self) -> CertificateFacts:
        """What the rulebook needs to know of it."""
        return CertificateFacts(
            status=Status(self.status),
            issued_on=self.issued_on,
            expires_on=self.expires_on,
            suspended_until=self.suspended_until,
            surveillance_latest=self.surveillance_due_on,
            prolonged_from=self.prolonged_from,
        )


class SubCertificate(models.Model):
    """子证书 of a site or a member of a group: it says what its main certificate says for that one, and stands with it."""

    number = models.CharField(max_length=50, unique=True)
    main = models.ForeignKey(Certificate, on_delete=models.PROTECT, related_name="subs")
    name_zh = models.CharField(max_length=200)
    name_en = models.CharField(max_length=300, blank=True)
    address_zh = models.CharField(max_length=300)
    scope_zh = models.TextField()
    issued_on = models.DateField()
    expires_on = models.DateField()
    ended_as = models.CharField(
        max_length=10, blank=True
    )  # Status, where it ended before its main certificate
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_as="", ended_on=None) | (~Q(ended_as="") & Q(ended_on__isnull=False)),
                name="a_sub_certificate_ends_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def status(self) -> str:
        return self.ended_as or self.main.status
