"""What an auditor is registered for, and what he shows for it (ISO/IEC 17021-1 7.2.1; CCAA-101)."""

from django.db import models
from django.db.models import F, Q

from mingzheng.office.people.models import Person
from mingzheng.rulebook.candidacy import Step


class Registration(models.Model):
    """注册: a person's registration as auditor for one standard, with grade, number and validity."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    standard = models.CharField(max_length=8)  # rulebook.standards.Standard
    grade = models.CharField(max_length=12)
    number = models.CharField(max_length=40)
    valid_from = models.DateField()
    valid_until = models.DateField()
    confirm_by = models.DateField(null=True, blank=True)  # 年度确认: the last day of the next; none is left
    witness_by = models.DateField(null=True, blank=True)  # the last day to be seen at work again

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "standard", "valid_from"], name="one_registration_begins_a_day"
            ),
            models.CheckConstraint(
                condition=Q(valid_until__gte=F("valid_from")), name="registration_ends_after_it_begins"
            ),
        ]
        indexes = [models.Index(fields=["valid_until"], name="registration_ends")]

    def __str__(self) -> str:
        return f"{self.number} {self.standard}"

    @property
    def is_green(self) -> bool:
        """Is it one of an inspector of green products, as long as it holds? (Prefetch `green`.)"""
        return any(mark.last_day is None for mark in self.green.all())


class GreenMark(models.Model):
    """绿色产品检查员: a registration for products is one of an inspector of green products, from a day on."""

    registration = models.ForeignKey(Registration, on_delete=models.PROTECT, related_name="green")
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)  # none: as long as the registration holds
    evidence = models.CharField(max_length=200, blank=True)  # where CCAA says so; none: with the registration
    ended_by = models.CharField(max_length=200, blank=True)  # where CCAA says that it is over

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["registration"], condition=Q(last_day=None), name="a_registration_is_green_once"
            ),
            models.CheckConstraint(
                condition=Q(last_day=None) | Q(last_day__gte=F("first_day")),
                name="green_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.registration_id} {self.first_day}"


class Confirmation(models.Model):
    """年度确认: the yearly confirmation of a registration that was due by a day."""

    registration = models.ForeignKey(Registration, on_delete=models.PROTECT, related_name="confirmations")
    due_on = models.DateField()
    confirmed_on = models.DateField()
    evidence = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["registration", "due_on"], name="a_registration_is_confirmed_once_a_year"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.registration_id} {self.due_on}"


class Candidacy(models.Model):
    """申报: one application to CCAA for a person and standard, from its opening to what came of it."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    standard = models.CharField(max_length=8)
    kind = models.CharField(max_length=10)  # rulebook.candidacy.CandidacyKind
    grade = models.CharField(max_length=12)  # sought
    education = models.CharField(max_length=10)  # rulebook.registration.Education
    work_years = models.PositiveSmallIntegerField(default=0)
    field_years = models.PositiveSmallIntegerField(default=0)
    former_body = models.CharField(max_length=120, blank=True)  # of a transfer
    opened_on = models.DateField()
    completed_on = models.DateField(null=True, blank=True)
    submitted_on = models.DateField(null=True, blank=True)
    concluded_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=10, blank=True)  # rulebook.candidacy.Outcome
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "standard"],
                condition=Q(concluded_on=None),
                name="one_candidacy_is_open_for_a_standard",
            ),
            models.CheckConstraint(
                condition=Q(submitted_on=None) | Q(completed_on__isnull=False),
                name="only_what_is_complete_is_submitted",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.standard} {self.kind}"

    @property
    def step(self) -> Step:
        """How far it is."""
        if self.outcome:
            return Step(self.outcome)
        if self.submitted_on:
            return Step.SUBMITTED
        return Step.COMPLETE if self.completed_on else Step.OPENED


class Traineeship(models.Model):
    """实习: a trainee's mentor for one standard, and the days he is to reach."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    standard = models.CharField(max_length=8)
    mentor = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    target_days = models.PositiveSmallIntegerField()  # auditor-days
    target_on_site_days = models.PositiveSmallIntegerField()
    begun_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "standard"],
                condition=Q(ended_on=None),
                name="a_trainee_has_one_mentor_for_a_standard",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.standard}"


class Experience(models.Model):
    """审核经历: an audit held elsewhere, or before this system, that counts for a registration."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    standard = models.CharField(max_length=8)
    role = models.CharField(max_length=10)  # rulebook.competence.TeamRole
    organisation = models.CharField(max_length=200)
    body = models.CharField(max_length=120, blank=True)  # the certification body it was held for
    first_day = models.DateField()
    last_day = models.DateField()
    audit_days = models.DecimalField(max_digits=5, decimal_places=1)
    on_site_days = models.DecimalField(max_digits=5, decimal_places=1)
    evidence = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="an_audit_ends_after_it_begins"
            ),
            models.UniqueConstraint(
                fields=["person", "standard", "organisation", "first_day"],
                name="an_audit_counts_once_for_a_standard",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.standard} {self.organisation}"


class Training(models.Model):
    """继续教育: what a person learned, for how many hours, and whether that was accepted."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()  # within the person
    standard = models.CharField(max_length=8, blank=True)  # of the field; empty: general
    kind = models.CharField(max_length=12)  # rulebook.registration.TrainingKind
    title = models.CharField(max_length=120)
    hours = models.DecimalField(max_digits=5, decimal_places=1)
    held_on = models.DateField()
    evidence = models.CharField(max_length=200)
    accepted = models.BooleanField(null=True)  # none: not reviewed yet
    reviewed_by = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "number"], name="training_is_numbered")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.number}"
