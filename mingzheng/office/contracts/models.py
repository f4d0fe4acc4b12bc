"""Applications, their review by three people, and contracts (ISO/IEC 17021-1 9.1.1, 9.1.2, 5.1.2)."""

from django.db import models
from django.db.models import Q

from mingzheng.rulebook.certificate_life import Status
from mingzheng.rulebook.transfer import Found, Point, TransferFacts


class Application(models.Model):
    """认证申请: what the applicant declared, as declared; a client exists only once it is accepted.

    The lists hold plain dictionaries, one a row of the form: `sites` (kind, name_zh, address_zh, address_en,
    activity_zh), `personnel` (kind, count, hours, shift, note), `existing_certificates` (body, number, standard,
    status, suspended_on, ended_on, expires_on), `consultancy` (name, ended_on). What the three reviewers find out
    lies beside it and never changes what was declared.
    """

    number = models.CharField(max_length=20, unique=True)
    token = models.CharField(max_length=43, unique=True)  # the secret in the applicant's link
    status = models.CharField(
        max_length=12, default="draft"
    )  # draft submitted questions accepted refused withdrawn
    uscc = models.CharField(max_length=30, blank=True)
    name_zh = models.CharField(max_length=200, blank=True)
    name_en = models.CharField(max_length=300, blank=True)
    pinyin = models.TextField(blank=True)  # what it is found by: clients.names.spelled
    address_zh = models.CharField(max_length=300, blank=True)
    address_en = models.CharField(max_length=400, blank=True)
    legal_representative = models.CharField(max_length=60, blank=True)
    contact_name = models.CharField(max_length=60, blank=True)
    contact_phone = models.CharField(max_length=40, blank=True)
    contact_email = models.EmailField(blank=True)
    standards = models.JSONField(default=list)  # ["QMS", "EMS"], in the order Q E S
    scope_zh = models.TextField(blank=True)
    scope_en = models.TextField(blank=True)
    sites = models.JSONField(default=list)
    personnel = models.JSONField(default=list)
    has_certificates = models.BooleanField(null=True)  # has or had some; None: not yet said
    existing_certificates = models.JSONField(default=list)
    used_consultancy = models.BooleanField(null=True)  # None: not yet said
    consultancy = models.JSONField(default=list)
    had_incident = models.BooleanField(null=True)  # a grave accident or a failed sampling; None: not yet said
    accident_on = models.DateField(
        null=True, blank=True
    )  # the last grave one of quality, environment or safety
    sampling_failed_on = models.DateField(null=True, blank=True)  # national sampling, not yet corrected
    ordered_to_stop = models.BooleanField(null=True)  # by an authority, and not allowed to go on yet
    outsourced = models.TextField(blank=True)
    operating_since = models.DateField(null=True, blank=True)
    internal_audit_on = models.DateField(null=True, blank=True)
    management_review_on = models.DateField(null=True, blank=True)
    wished_from = models.DateField(null=True, blank=True)
    begun_on = models.DateField()
    submitted_on = models.DateField(null=True, blank=True)
    concluded_on = models.DateField(null=True, blank=True)  # accepted, refused or withdrawn
    refusal_reason = models.TextField(blank=True)
    refusal_objections = models.JSONField(default=list)  # the rulebook's: [{"code", "clause", "details"}]
    applicants_answer = models.TextField(blank=True)  # to the refusal, kept with it (9.1.2.2)
    check_result = models.JSONField(default=dict)  # what market found out, actions.check_applicant
    technical_codes = models.JSONField(default=dict)  # {"QMS": ["17.10.02"]}, by the technical reviewer
    complexities = models.JSONField(default=dict)  # {"QMS": "medium"}, by the technical reviewer
    personnel_shares = models.JSONField(default=dict)  # {"0": {"percent", "reason"}}: rows that count in part
    integration_percent = models.PositiveSmallIntegerField(default=0)  # MD 11 reduction
    integration_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["status", "submitted_on"], name="application_status"),
            models.Index(fields=["uscc"], name="application_uscc"),
        ]

    def __str__(self) -> str:
        return self.number


class ApplicationReview(models.Model):
    """One of the three confirmations of an application: market, technical, programme."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="reviews")
    part = models.CharField(max_length=10)  # market technical programme
    confirmations = models.JSONField(default=list)  # codes of what the reviewer confirmed
    remarks = models.TextField(blank=True)
    reviewer = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    confirmed_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["application", "part"], name="each_part_is_confirmed_once"),
            models.UniqueConstraint(fields=["application", "reviewer"], name="one_person_confirms_one_part"),
        ]

    def __str__(self) -> str:
        return f"{self.application_id} {self.part}"


class Question(models.Model):
    """A question sent back to the applicant, and the answer."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="questions")
    part = models.CharField(max_length=10)
    text = models.TextField()
    asked_by = models.CharField(max_length=40)
    asked_on = models.DateField()
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.text[:40]


class AuditTime(models.Model):
    """审核人日: the auditor-days determined for one standard of an application, with every step (IAF MD 5)."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="audit_times")
    standard = models.CharField(max_length=8)
    complexity = models.CharField(max_length=8)  # rulebook Complexity
    personnel = models.PositiveIntegerField()  # effective number of personnel
    factors = models.JSONField(default=list)  # [{"reason": …, "percent": -10}]
    table_days = models.DecimalField(max_digits=5, decimal_places=1)
    stage1_days = models.DecimalField(max_digits=5, decimal_places=1)
    stage2_days = models.DecimalField(max_digits=5, decimal_places=1)
    surveillance_days = models.DecimalField(max_digits=5, decimal_places=1)
    recertification_days = models.DecimalField(max_digits=5, decimal_places=1)
    steps = (
        models.JSONField()
    )  # derivations as printed, {"personnel", "initial", "surveillance", "recertification"}
    determined_on = models.DateField()
    determined_by = models.CharField(max_length=40)
    held_elsewhere: int | None = None  # surveillances before a transfer; `sorted_times` looks them up

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["application", "standard"], name="one_audit_time_per_standard")
        ]

    def __str__(self) -> str:
        return f"{self.application_id} {self.standard}"


class TransferReview(models.Model):
    """转换评审: what the review before a transfer found of one certification with another body, and passed (IAF MD 2)."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="transfers")
    standard = models.CharField(max_length=8)
    body = models.CharField(max_length=120)  # who issued the certificate, as declared
    certificate = models.CharField(max_length=60)  # its number there
    approval = models.CharField(max_length=20)  # 批准号 of that body
    lost_accreditation_on = models.DateField(null=True, blank=True)  # that body, or it ceased
    first_issued_on = models.DateField()
    issued_on = models.DateField()  # from which the cycle counts
    expires_on = models.DateField()
    cycle_number = models.PositiveSmallIntegerField()  # recertifications so far
    surveillances = models.PositiveSmallIntegerField()  # held in this cycle
    last_audit_on = models.DateField(null=True, blank=True)  # the last day of the latest of them
    points = models.JSONField()  # {"reason": "…"}: what was seen at each rulebook.transfer.Point
    reviewed_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    reviewed_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["application", "standard"], name="a_certification_is_taken_over_once"
            ),
            models.CheckConstraint(
                condition=Q(
                    first_issued_on__lte=models.F("issued_on"), issued_on__lte=models.F("expires_on")
                ),
                name="a_cycle_taken_over_has_its_days_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.application_id} {self.standard} {self.certificate}"

    @property
    def seen(self) -> list[tuple[str, str]]:
        """What was seen, point by point."""
        return [(point, self.points[point]) for point in Point if point in self.points]

    @property
    def found(self) -> Found:
        """What the rulebook needs to know. It was valid, accredited and without open majors, or it had not passed."""
        return Found(
            status=Status.IN_FORCE,
            first_issued=self.first_issued_on,
            issued=self.issued_on,
            expires=self.expires_on,
            approval=self.approval,
            accredited=True,
            issuer_lost_accreditation=self.lost_accreditation_on,
            cycle_number=self.cycle_number,
            surveillances=self.surveillances,
            last_audit_ended=self.last_audit_on,
        )

    @property
    def facts(self) -> TransferFacts:
        """What decides whether it may still be taken over."""
        return self.found.facts([Point(point) for point in self.points])


class Contract(models.Model):
    """认证合同: offered with its price, then signed by both; carried over from an earlier system it has no application."""

    number = models.CharField(max_length=100, unique=True)
    client = models.ForeignKey("clients.Client", on_delete=models.PROTECT, related_name="+")
    application = models.OneToOneField(
        Application, on_delete=models.PROTECT, related_name="contract", null=True
    )
    standards = models.JSONField(default=list)
    lines = models.JSONField(default=list)  # [{"what": words code, "quantity", "price", "amount"}], CNY
    total = models.DecimalField(max_digits=12, decimal_places=2, default=0)  # CNY, tax included
    discount_reason = models.CharField(max_length=300, blank=True)
    offered_on = models.DateField(null=True, blank=True)
    client_signatory = models.CharField(max_length=60, blank=True)
    body_signatory = models.CharField(max_length=60, blank=True)
    signed_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(signed_on=None) | Q(offered_on=None) | Q(signed_on__gte=models.F("offered_on")),
                name="contract_is_signed_after_it_is_offered",
            ),
        ]
        indexes = [
            models.Index(
                fields=["signed_on"],
                condition=Q(ended_on=None, application__isnull=False),
                name="contract_to_open",
            ),
        ]

    def __str__(self) -> str:
        return self.number
