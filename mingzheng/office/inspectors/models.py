"""Who of an authority may look at what of the body, and for how long (ISO/IEC 17021-1:2015 8.4)."""

from django.db import models
from django.db.models import F, Q

from mingzheng.rulebook.inspectors import LONGEST_CARD, LONGEST_NAME, Term
from mingzheng.rulebook.roles import Role


class Access(models.Model):
    """查阅权限: opened for one inspection, from a day to a day, to the whole body or to what is named."""

    number = models.CharField(max_length=20, unique=True)  # "CY2026-0001"
    inspection = models.ForeignKey("quality.Inspection", on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    first_day = models.DateField()
    last_day = models.DateField()
    whole = models.BooleanField(default=False)  # every certification and every auditor
    clients = models.ManyToManyField("clients.Client", related_name="+")  # with all their certifications
    certifications = models.ManyToManyField("programmes.Certification", related_name="+")
    people = models.ManyToManyField("people.Person", related_name="+")
    fees = models.BooleanField(default=False)  # what the certifications cost, too
    opened_on = models.DateField()
    opened_by = models.CharField(max_length=40)
    closed_on = models.DateField(null=True, blank=True)
    closing_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="an_access_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None, closing_reason="")
                | Q(closed_on__isnull=False) & ~Q(closing_reason=""),
                name="a_closed_access_has_its_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def term(self) -> Term:
        return Term(self.first_day, self.last_day, self.closed_on)


class Inspector(models.Model):
    """检查人员: one person an access is opened to. He acts by the name of the access; his own stands in this row alone."""

    access = models.ForeignKey(Access, on_delete=models.PROTECT, related_name="inspectors")
    place = models.PositiveSmallIntegerField()  # within the access
    name = models.CharField(max_length=LONGEST_NAME)
    card = models.CharField(max_length=LONGEST_CARD)  # 执法证件号
    token = models.CharField(max_length=43, unique=True)  # the secret of his link
    code = models.CharField(max_length=14)  # told apart from the link: "K7Q2-9XHM-4TBW"

    is_authenticated = True  # whoever is known by link and code has come in
    roles = (Role.INSPECTOR,)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["access", "place"], name="inspectors_of_an_access_are_numbered")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def login(self) -> str:
        return f"inspector:{self.access.number}/{self.place}"

    def get_username(self) -> str:
        """What an export names him by; a file's name holds no colon and no stroke."""
        return f"{self.access.number}-{self.place}"

    def holds(self, role: Role) -> bool:
        return role is Role.INSPECTOR
