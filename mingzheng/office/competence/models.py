"""What the body itself holds a person competent for and authorises him to do (ISO/IEC 17021-1 7.1.3, 7.2)."""

from django.db import models
from django.db.models import F, Q

from mingzheng.office.people.models import Person


class Competence(models.Model):
    """专业能力: a person is competent for a technical area of one standard, on a stated basis."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    standard = models.CharField(max_length=8)  # rulebook.standards.Standard
    code = models.CharField(max_length=12)  # technical area code, e.g. "17.10.02"
    basis = models.CharField(max_length=200)
    evaluated_on = models.DateField()
    evaluated_by = models.CharField(max_length=40)
    evidence = models.CharField(max_length=200, blank=True)
    reviewed_on = models.DateField(null=True, blank=True)
    review_by = models.DateField(null=True, blank=True)  # the last day of the next review
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "standard", "code"],
                condition=Q(ended_on=None),
                name="competence_is_held_once",
            ),
        ]
        indexes = [
            models.Index(fields=["review_by"], condition=Q(ended_on=None), name="competence_to_review"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.standard} {self.code}"


class Authorisation(models.Model):
    """资格授权: what the body itself authorises a person for, on a stated basis: to lead, review, decide, witness (7.1.3)."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16)  # rulebook.competence.AuthorisationKind
    since = models.DateField()
    confirm_by = models.DateField(null=True, blank=True)  # the last day of the next yearly confirmation
    ended_on = models.DateField(null=True, blank=True)
    basis = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind"], condition=Q(ended_on=None), name="an_authorisation_is_held_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind}"


class Witnessing(models.Model):
    """见证: an auditor seen at work by an authorised witness (7.2.10)."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    standard = models.CharField(max_length=8)
    witness = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    planned_for = models.DateField()
    visit = models.CharField(
        max_length=20, blank=True
    )  # number of the visit, which comes later: "XM2026-0012"
    held_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=12, blank=True)  # rulebook.witnessing.Outcome
    remarks = models.TextField(blank=True)
    cancelled_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(person=F("witness")), name="nobody_witnesses_himself"),
            models.CheckConstraint(
                condition=Q(held_on=None) | Q(cancelled_on=None), name="what_was_seen_is_not_cancelled"
            ),
            models.UniqueConstraint(
                fields=["person", "standard"],
                condition=Q(held_on=None, cancelled_on=None),
                name="one_witnessing_waits_for_a_standard",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.standard} {self.planned_for}"


class Development(models.Model):
    """发展计划: somebody is to become competent for a technical area within a year, and what came of it."""

    number = models.CharField(max_length=20, unique=True)  # "FZ2026-0001"
    year = models.PositiveSmallIntegerField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    standard = models.CharField(max_length=8)  # rulebook.standards.Standard
    code = models.CharField(max_length=12)  # technical area code
    measure = models.CharField(
        max_length=300
    )  # how: a course, audits beside an expert, a trade's own standard
    due_on = models.DateField()
    planned_on = models.DateField()
    achieved = models.BooleanField(null=True)  # none: no result yet
    result = models.CharField(max_length=300, blank=True)
    concluded_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["year", "person", "standard", "code"], name="an_area_is_planned_once_a_year"
            ),
            models.CheckConstraint(
                condition=Q(concluded_on=None, achieved=None)
                | Q(concluded_on__isnull=False, achieved__isnull=False),
                name="a_result_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class Request(models.Model):
    """见证、晋升申请: an auditor asks to be seen at work or to rise, and is answered."""

    number = models.CharField(max_length=20, unique=True)  # "JS2026-0001"
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12)  # rulebook.development.RequestKind
    standard = models.CharField(max_length=8)  # rulebook.standards.Standard
    reason = models.CharField(max_length=300)
    asked_on = models.DateField()
    agreed = models.BooleanField(null=True)  # none: not answered yet
    answer = models.CharField(max_length=300, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "standard"],
                condition=Q(answered_on=None),
                name="one_request_waits_for_a_standard",
            ),
            models.CheckConstraint(
                condition=Q(answered_on=None, agreed=None) | Q(answered_on__isnull=False) & ~Q(answer=""),
                name="an_answered_request_has_its_answer",
            ),
        ]

    def __str__(self) -> str:
        return self.number
