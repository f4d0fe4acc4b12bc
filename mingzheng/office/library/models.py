"""Who the body is, what it works under, its approvals, its schemes and their rules (ISO/IEC 17021-1 4, 5, 8)."""

from django.db import models
from django.db.models import F, Q


class Body(models.Model):
    """机构档案: the certification body itself; one row. What it prints on papers and how it numbers certificates."""

    only = models.BooleanField(primary_key=True, default=True)
    name_zh = models.CharField(max_length=100)
    name_en = models.CharField(max_length=200)
    short_name_zh = models.CharField(max_length=30)
    short_name_en = models.CharField(max_length=60)
    uscc = models.CharField(max_length=18)
    approval_number = models.CharField(max_length=30)
    accreditation_number = models.CharField(max_length=60, blank=True)
    address_zh = models.CharField(max_length=200)
    address_en = models.CharField(max_length=300)
    phone = models.CharField(max_length=40)
    email = models.EmailField()
    complaints_phone = models.CharField(max_length=40)
    complaints_email = models.EmailField()
    certificate_prefix = models.CharField(
        max_length=3
    )  # 机构号, the first three digits of its certificate numbers
    day_rate = models.DecimalField(max_digits=10, decimal_places=2)  # CNY for one auditor-day
    application_fee = models.DecimalField(max_digits=10, decimal_places=2, default=0)  # CNY for one standard
    registration_fee = models.DecimalField(
        max_digits=10, decimal_places=2, default=0
    )  # CNY for one certificate
    since = models.DateField(null=True)  # of what papers print; None: as long as nothing else is known

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(only=True), name="there_is_one_body")]

    def __str__(self) -> str:
        return self.name_zh


class FormerProfile(models.Model):
    """机构档案旧版: what papers of other days print, as the body was named, approved and housed then."""

    number = models.CharField(max_length=20, unique=True)  # "JD2026-0001"
    said = models.JSONField()  # of the fields of Body that papers print; what is not in it is as now
    valid_from = models.DateField(null=True)  # None: as long as no other is known
    valid_until = models.DateField()  # its last day
    because_zh = models.CharField(max_length=300, blank=True)  # why it ended, by which document
    because_en = models.CharField(max_length=500, blank=True)
    taken_back_on = models.DateField(null=True)  # entered by mistake: papers print nothing of it

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_from=None) | Q(valid_until__gte=F("valid_from")),
                name="a_former_profile_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return self.number


class AccreditedScope(models.Model):
    """认可业务范围: a group of technical areas (two digits, 大类) for which the body is accredited under one standard."""

    standard = models.CharField(max_length=8)  # rulebook.standards.Standard
    group = models.CharField(max_length=2)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["standard", "group", "valid_from"], name="scope_begins_once_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.standard} {self.group}"


class AccreditationMark(models.Model):
    """认可标志: the mark of an accreditation, drawn on certificates issued under it while it is valid."""

    number = models.CharField(max_length=20, unique=True)  # "RB2026-0001"
    standard = models.CharField(max_length=8)  # rulebook.standards.Standard
    name = models.CharField(max_length=200)  # the file's own name
    media_type = models.CharField(max_length=20)
    sha256 = models.CharField(max_length=64)  # under which its content is kept
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)  # its last day

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["standard", "valid_from"], name="of_a_standard_one_mark_begins_on_a_day"
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                name="a_mark_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.standard}"


class Holiday(models.Model):
    """A day the public calendar does not know yet, entered by the body: a holiday or a working weekend."""

    day = models.DateField(primary_key=True)
    working = models.BooleanField()
    name = models.CharField(max_length=60, blank=True)

    def __str__(self) -> str:
        return f"{self.day} {self.working}"


class Law(models.Model):
    """法律法规: one edition of a law, with what of the body's work it bears on."""

    number = models.CharField(max_length=20, unique=True)  # "FL2026-0012"
    name = models.CharField(max_length=200)
    document = models.CharField(max_length=100, blank=True)  # 文号 it was issued under
    kind = models.CharField(max_length=12)  # rulebook.laws.LawKind
    issuer = models.CharField(max_length=100, blank=True)
    applies_to = models.CharField(max_length=300)
    department = models.CharField(max_length=40, blank=True)  # watches it
    issued_on = models.DateField(null=True, blank=True)
    in_force_from = models.DateField()
    repealed_on = models.DateField(null=True, blank=True)  # its first day no more
    replaced_by = models.CharField(max_length=200, blank=True)
    entered_on = models.DateField()
    evaluated_on = models.DateField(null=True, blank=True)  # the last time
    compliance = models.CharField(max_length=8, blank=True)  # what was found then: rulebook.laws.Compliance

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name", "document"], name="an_edition_of_a_law_is_entered_once"),
            models.CheckConstraint(
                condition=Q(repealed_on=None) | Q(repealed_on__gt=F("in_force_from")),
                name="a_law_is_in_force_before_it_is_repealed",
            ),
            models.CheckConstraint(
                condition=Q(evaluated_on=None, compliance="")
                | Q(evaluated_on__isnull=False) & ~Q(compliance=""),
                name="an_evaluated_law_is_met_or_not",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class LawEvaluation(models.Model):
    """合规性评价: whether the body met a law, on a day."""

    law = models.ForeignKey(Law, on_delete=models.PROTECT, related_name="evaluations")
    evaluated_on = models.DateField()
    compliance = models.CharField(max_length=8)
    findings = models.CharField(max_length=500, blank=True)
    evaluated_by = models.CharField(max_length=40)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["law", "evaluated_on"], name="a_law_is_evaluated_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.law_id} {self.evaluated_on}"


class Norm(models.Model):
    """标准: one edition of a standard of others that the body works by."""

    number = models.CharField(max_length=20, unique=True)  # "BZ2026-0012"
    code = models.CharField(max_length=60, unique=True)  # "GB/T 19001-2016"
    level = models.CharField(max_length=16)  # rulebook.laws.Level
    branch = models.CharField(max_length=24)  # rulebook.laws.Branch
    title_zh = models.CharField(max_length=200)
    title_en = models.CharField(max_length=300, blank=True)
    in_force_from = models.DateField()
    withdrawn_on = models.DateField(null=True, blank=True)  # its first day no more
    replaced_by = models.CharField(max_length=60, blank=True)
    entered_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_on=None) | Q(withdrawn_on__gt=F("in_force_from")),
                name="a_standard_is_in_force_before_it_is_withdrawn",
            )
        ]

    def __str__(self) -> str:
        return self.code


class Qualification(models.Model):
    """资质: an approval, designation or accreditation of the body: categories, certificate, validity."""

    number = models.CharField(max_length=20, unique=True)  # "ZZ2026-0003"
    kind = models.CharField(max_length=16)  # rulebook.schemes.QualificationKind
    authority = models.CharField(max_length=100)
    certificate = models.CharField(max_length=60)  # its number
    scope = models.CharField(max_length=300)
    categories = models.JSONField(default=list)  # item codes: "A01" covers all that begins so
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)  # its last day
    ended_on = models.DateField(null=True, blank=True)  # before its last day
    petition = models.ForeignKey(
        "Petition", on_delete=models.PROTECT, related_name="qualifications", null=True, blank=True
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                name="a_qualification_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return self.certificate


class Petition(models.Model):
    """资质申请: an application to an authority, with what was submitted and answered as a thread."""

    number = models.CharField(max_length=20, unique=True)  # "ZS2026-0002"
    kind = models.CharField(max_length=16)  # rulebook.schemes.QualificationKind
    title = models.CharField(max_length=200)
    authority = models.CharField(max_length=100)
    opened_on = models.DateField()
    last_on = models.DateField()  # of the latest submission or reply
    next_due = models.DateField(null=True, blank=True)  # the body's next step
    outcome = models.CharField(max_length=8, blank=True)  # rulebook.schemes.Outcome
    concluded_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(concluded_on=None, outcome="") | Q(concluded_on__isnull=False) & ~Q(outcome=""),
                name="a_concluded_petition_has_an_outcome",
            )
        ]

    def __str__(self) -> str:
        return self.title


class Exchange(models.Model):
    """One submission to the authority, or one reply of it."""

    petition = models.ForeignKey(Petition, on_delete=models.PROTECT, related_name="exchanges")
    submitted = models.BooleanField()  # by the body; else a reply
    on = models.DateField()
    text = models.TextField()

    def __str__(self) -> str:
        return f"{self.petition_id} {self.on}"


class Scheme(models.Model):
    """认证方案: from the idea to the market."""

    number = models.CharField(max_length=20, unique=True)  # "FA2026-0001"
    kind = models.CharField(max_length=8)  # rulebook.schemes.SchemeKind
    name_zh = models.CharField(max_length=100)
    name_en = models.CharField(max_length=200, blank=True)
    category = models.CharField(max_length=20)  # 认证项目编码
    standard = models.CharField(max_length=8, blank=True)  # of a management system scheme
    stage = models.CharField(max_length=8)  # rulebook.schemes.Stage
    entered_on = models.DateField()
    stage_since = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["standard"],
                condition=~Q(standard="") & ~Q(stage="ended"),
                name="a_standard_has_one_scheme",
            )
        ]

    def __str__(self) -> str:
        return self.name_zh


class Rule(models.Model):
    """认证规则: one version of the rule of a scheme, and its filing with the authority."""

    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="rules")
    version = models.CharField(max_length=20)
    adopted_on = models.DateField()
    promise = models.TextField()  # made to the public in it
    filing_number = models.CharField(max_length=60, blank=True)  # 备案号
    filed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scheme", "version"], name="a_version_of_a_rule_is_adopted_once"),
            models.CheckConstraint(
                condition=Q(filed_on=None, filing_number="")
                | Q(filed_on__isnull=False) & ~Q(filing_number=""),
                name="a_filed_rule_has_a_number",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme_id} {self.version}"
