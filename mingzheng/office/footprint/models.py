"""Energy, temperatures, paper, travel, audits from afar, awareness."""

from django.db import models
from django.db.models import Q


class Reading(models.Model):
    """用能读数: one meter for one month. `co2_kg` by the factor of its month; None where there is no factor."""

    number = models.CharField(max_length=20, unique=True)  # "NY2026-0001"
    meter = models.CharField(max_length=12)  # rulebook.footprint.Meter
    month = models.DateField()  # its first day
    amount = models.DecimalField(max_digits=12, decimal_places=2)  # kWh or m3
    co2_kg = models.DecimalField(max_digits=12, decimal_places=3, null=True)
    entered_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meter", "month"], name="a_meter_is_read_once_a_month"),
            models.CheckConstraint(condition=Q(month__day=1), name="a_month_is_its_first_day"),
        ]

    def __str__(self) -> str:
        return f"{self.meter} {self.month:%Y-%m}"


class TemperatureCheck(models.Model):
    """空调温度巡查: what a room was set to."""

    number = models.CharField(max_length=20, unique=True)  # "WD2026-0001"
    checked_on = models.DateField()
    place = models.CharField(max_length=100)
    season = models.CharField(max_length=8)  # rulebook.footprint.Season
    degrees = models.DecimalField(max_digits=4, decimal_places=1)
    conforming = models.BooleanField()

    def __str__(self) -> str:
        return self.number


class PrintCount(models.Model):
    """打印统计: the sheets of a month, printed on one side and on both."""

    number = models.CharField(max_length=20, unique=True)  # "ZZ2026-0001"
    month = models.DateField(unique=True)
    single_sided = models.PositiveIntegerField()
    double_sided = models.PositiveIntegerField()  # each saves a sheet
    entered_on = models.DateField()

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}"


class Trip(models.Model):
    """差旅: one person's way to a visit and back; without its mode it waits to be completed."""

    number = models.CharField(max_length=20, unique=True)  # "CL2026-0001"
    visit = models.ForeignKey("programmes.Visit", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    travelled_on = models.DateField()
    mode = models.CharField(max_length=8, blank=True)  # rulebook.footprint.Mode
    km = models.DecimalField(max_digits=8, decimal_places=1)
    co2_kg = models.DecimalField(max_digits=12, decimal_places=3, null=True)

    class Meta:
        indexes = [
            models.Index(fields=["travelled_on"], name="trip_travelled"),
            models.Index(fields=["travelled_on", "number"], condition=Q(mode=""), name="trip_without_mode"),
        ]

    def __str__(self) -> str:
        return self.number


class RemoteAudit(models.Model):
    """远程审核: how much of a visit was held from afar, and the travel that saved."""

    number = models.CharField(max_length=20, unique=True)  # "YC2026-0001"
    visit = models.OneToOneField("programmes.Visit", on_delete=models.PROTECT, related_name="+")
    share = models.PositiveSmallIntegerField()  # percent of the auditor-days
    unapproved = models.BooleanField(
        default=False
    )  # a deviation: beyond the limit, and nobody approved it before
    means = models.CharField(max_length=200)  # video conference …, and the recordings kept
    risk = models.TextField()  # of using them, and what both sides agreed
    saved_km = models.DecimalField(max_digits=8, decimal_places=1)
    saved_mode = models.CharField(max_length=8)  # how they would have travelled
    saved_co2_kg = models.DecimalField(max_digits=12, decimal_places=3, null=True)
    held_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(share__range=(1, 100)), name="a_share_is_of_a_hundred")
        ]

    def __str__(self) -> str:
        return self.number


class Awareness(models.Model):
    """宣贯记录: a client was made aware of something during a visit, and signed for it."""

    number = models.CharField(max_length=20, unique=True)  # "XG2026-0001"
    visit = models.ForeignKey("programmes.Visit", on_delete=models.PROTECT, related_name="+")
    topic = models.CharField(max_length=24)  # rulebook.footprint.Topic
    signed_by = models.CharField(max_length=60)
    signed_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["visit", "topic"], name="a_topic_is_spoken_of_once_a_visit")
        ]

    def __str__(self) -> str:
        return self.number
