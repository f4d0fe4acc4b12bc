"""What an auditor is registered for (ISO/IEC 17021-1 7.2.1; CCAA-101)."""

from django.db import models
from django.db.models import F, Q

from mingzheng.office.people.models import Person


class Registration(models.Model):
    """注册: a person's registration as auditor for one standard, with grade, number and validity."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    standard = models.CharField(max_length=8)  # rulebook.standards.Standard
    grade = models.CharField(max_length=12)
    number = models.CharField(max_length=40)
    valid_from = models.DateField()
    valid_until = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "standard", "valid_from"], name="one_registration_begins_a_day"
            ),
            models.CheckConstraint(
                condition=Q(valid_until__gte=F("valid_from")), name="registration_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.standard}"
