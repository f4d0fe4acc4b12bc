"""The floor of prices, exceptions from it, and services beside certification (ISO/IEC 17021-1 5.2)."""

from django.db import models
from django.db.models import Q


class FeeFloor(models.Model):
    """最低收费: what an auditor-day costs at least, from a day on."""

    number = models.CharField(max_length=20, unique=True)  # "DJ2026-0001"
    per_day = models.DecimalField(max_digits=10, decimal_places=2)  # CNY
    valid_from = models.DateField(unique=True)
    reason = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(per_day__gt=0), name="the_floor_is_more_than_nothing")
        ]

    def __str__(self) -> str:
        return f"{self.valid_from} {self.per_day}"


class FloorException(models.Model):
    """低于底价的报价: asked for one application, decided by a director."""

    number = models.CharField(max_length=20, unique=True)  # "DL2026-0001"
    application = models.CharField(max_length=20)  # its number; applications come later than prices
    applicant = models.CharField(max_length=200)
    per_day = models.DecimalField(max_digits=10, decimal_places=2)  # CNY, what may be quoted
    floor = models.DecimalField(max_digits=10, decimal_places=2)  # as it was on the day
    reason = models.CharField(max_length=300)
    asked_by = models.CharField(max_length=40)
    asked_on = models.DateField()
    state = models.CharField(max_length=10, default="asked")  # words of exception-state
    decided_by = models.CharField(max_length=40, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    remark = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["application"],
                condition=Q(state="asked"),
                name="one_exception_waits_for_an_application",
            ),
            models.CheckConstraint(
                condition=Q(state="asked", decided_on=None) | ~Q(state="asked") & Q(decided_on__isnull=False),
                name="a_decided_exception_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class Service(models.Model):
    """其他服务: what the body offers beside certification; without a class it is not quoted."""

    number = models.CharField(max_length=20, unique=True)  # "FL2026-0001"
    kind = models.CharField(max_length=20)  # rulebook.prices.IncomeKind
    name_zh = models.CharField(max_length=100)
    name_en = models.CharField(max_length=200)
    impartiality = models.CharField(max_length=10, blank=True)  # rulebook.prices.ImpartialityClass
    analysis = models.TextField(blank=True)
    entered_on = models.DateField()
    classified_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name_zh
