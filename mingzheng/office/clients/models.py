"""Clients 客户: organisations, their sites and contacts (ISO/IEC 17021-1 8.5)."""

from django.db import models
from django.db.models import Q


class Client(models.Model):
    """An organisation, known by its unified social credit code; foreign clients have a registration number instead."""

    uscc = models.CharField(max_length=30, unique=True)
    name_zh = models.CharField(max_length=200)
    name_en = models.CharField(max_length=300, blank=True)
    pinyin = models.TextField(blank=True)  # what it is found by: clients.names.spelled
    former_names = models.JSONField(default=list, blank=True)  # [{"name_zh", "until"}]
    address_zh = models.CharField(max_length=300, blank=True)
    address_en = models.CharField(max_length=400, blank=True)
    district = models.CharField(max_length=6, blank=True)  # 行政区划代码
    industry = models.CharField(max_length=100, blank=True)  # GB/T 4754 four-digit classes
    legal_representative = models.CharField(max_length=60, blank=True)
    employees = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["name_zh"], name="client_name_zh")]

    def __str__(self) -> str:
        return self.name_zh


class ClientTier(models.Model):
    """客户分级评价: how a client is served from a day on, and why; the last one counts."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="tiers")
    tier = models.CharField(max_length=10)  # rulebook.client_tiers.Tier
    set_on = models.DateField()
    reason = models.CharField(max_length=300)
    set_by = models.CharField(max_length=40)

    class Meta:
        indexes = [models.Index(fields=["client", "set_on"], name="client_tier_since")]

    def __str__(self) -> str:
        return f"{self.client_id} {self.tier} {self.set_on}"


class Sector(models.Model):
    """行业开发项目: a sector the body prepares to serve, and the tag of the clients that belong to it."""

    number = models.CharField(max_length=20, unique=True)  # "HY2026-0001"
    name_zh = models.CharField(max_length=60, unique=True)
    name_en = models.CharField(max_length=100)
    purpose = models.CharField(max_length=300)
    opened_on = models.DateField()

    def __str__(self) -> str:
        return self.name_zh


class SectorRecord(models.Model):
    """What was done to develop a sector: surveyed, auditors trained, documents prepared."""

    sector = models.ForeignKey(Sector, on_delete=models.PROTECT, related_name="records")
    step = models.CharField(max_length=20)  # rulebook.client_sectors.SectorStep
    done_on = models.DateField()
    what = models.TextField()

    def __str__(self) -> str:
        return f"{self.sector_id} {self.step} {self.done_on}"


class SectorTag(models.Model):
    """行业标签: a client belongs to a sector from a day on, until the tag is taken off."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="sector_tags")
    sector = models.ForeignKey(Sector, on_delete=models.PROTECT, related_name="tags")
    tagged_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "sector"],
                condition=Q(ended_on=None),
                name="a_client_is_tagged_once_as_one_of_a_sector",
            )
        ]

    def __str__(self) -> str:
        return f"{self.client_id} {self.sector_id}"


class Site(models.Model):
    """场所: where the client works; permanent, temporary or virtual."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="sites")
    kind = models.CharField(max_length=10)  # permanent, temporary, virtual
    name_zh = models.CharField(max_length=200)
    address_zh = models.CharField(max_length=300)
    address_en = models.CharField(max_length=400, blank=True)
    activity_zh = models.CharField(max_length=300, blank=True)
    district = models.CharField(max_length=6, blank=True)  # 行政区划代码: travel is counted to its seat
    closed_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name_zh


class Contact(models.Model):
    """联系人 of a client."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="contacts")
    name = models.CharField(max_length=60)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    left_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name
