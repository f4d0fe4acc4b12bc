"""What is said in public, and who approved it (ISO/IEC 17021-1 8.1)."""

from django.db import models
from django.db.models import Q

from mingzheng.rulebook.proofreading.finding import Finding
from mingzheng.rulebook.publicity import Approval as Which
from mingzheng.rulebook.publicity import ItemFacts, Medium, flags, not_in_evidence


class Item(models.Model):
    """宣传信息: one version of one thing said in public. Another text is another version, approved anew."""

    number = models.CharField(max_length=20, unique=True)  # "XC2026-0003"
    medium = models.CharField(max_length=10)  # rulebook.publicity.Medium
    title_zh = models.CharField(max_length=100)
    title_en = models.CharField(max_length=200)
    text_zh = models.TextField()
    text_en = models.TextField()
    department = models.CharField(max_length=40)  # answers for it
    evidence = models.TextField(blank=True)
    version = models.PositiveSmallIntegerField(default=1)
    replaces = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="versions", null=True, blank=True
    )
    proposed_by = models.CharField(max_length=40)
    proposed_on = models.DateField()
    published_on = models.DateField(null=True, blank=True)
    returned_on = models.DateField(null=True, blank=True)
    returned_because = models.CharField(max_length=300, blank=True)
    taken_down_on = models.DateField(null=True, blank=True)
    taken_down_because = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(taken_down_on=None) | Q(published_on__isnull=False),
                name="only_what_was_published_is_taken_down",
            ),
            models.CheckConstraint(
                condition=Q(returned_on=None) | Q(published_on=None),
                name="what_was_returned_is_not_published",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def flags(self) -> list[Finding]:
        """Wordings to think twice about, and what a claim says and its evidence does not."""
        found = flags(f"{self.title_zh}。\n{self.text_zh}")
        if self.medium != Medium.CLAIM:
            return found
        return found + not_in_evidence(f"{self.title_zh}。\n{self.text_zh}", self.evidence)

    @property
    def facts(self) -> ItemFacts:
        """What the rulebook needs to know of it."""
        return ItemFacts(
            proposed_by=self.proposed_by,
            department=self.department,
            approvals=[(Which(row.approval), row.approved_by) for row in self.approvals.all()],
            flags=len(self.flags),
            returned=self.returned_on is not None,
            taken_down=self.taken_down_on is not None,
        )


class Approval(models.Model):
    """审批: by the department, or by the direction."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="approvals")
    approval = models.CharField(max_length=10)  # rulebook.publicity.Approval
    approved_by = models.CharField(max_length=40)
    approved_on = models.DateField()
    reason = models.CharField(max_length=300, blank=True)  # why a flagged wording may stand

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["item", "approval"], name="an_item_is_approved_once_at_each_step"
            ),
            models.UniqueConstraint(fields=["item", "approved_by"], name="an_item_is_approved_by_two"),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.approval}"


class Comparison(models.Model):
    """网页核对: what an item's page was found to say beside what was approved."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="comparisons")
    compared_on = models.DateField()
    compared_by = models.CharField(max_length=40)
    where = models.CharField(max_length=300)  # the address of the page, or where it was printed
    missing = models.JSONField(default=list)  # sentences that were approved and are not there
    added = models.JSONField(default=list)  # sentences that are there and were not approved

    def __str__(self) -> str:
        return f"{self.item_id} {self.compared_on}"

    @property
    def differs(self) -> bool:
        return bool(self.missing or self.added)


class Link(models.Model):
    """An address a public item names, and what it answered when it was last asked."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="links")
    address = models.TextField()
    status = models.PositiveSmallIntegerField()  # of HTTP; 0: no answer
    checked_on = models.DateField()
    dead_since = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "address"], name="an_item_names_an_address_once"),
        ]

    def __str__(self) -> str:
        return self.address
