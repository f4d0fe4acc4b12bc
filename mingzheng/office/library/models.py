"""What the body certifies against and is accredited for, and who the body is (ISO/IEC 17021-1 4, 8)."""

from django.db import models
from django.db.models import Q


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

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(only=True), name="there_is_one_body")]

    def __str__(self) -> str:
        return self.name_zh


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


class Holiday(models.Model):
    """A day the public calendar does not know yet, entered by the body: a holiday or a working weekend."""

    day = models.DateField(primary_key=True)
    working = models.BooleanField()
    name = models.CharField(max_length=60, blank=True)

    def __str__(self) -> str:
        return f"{self.day} {self.working}"
