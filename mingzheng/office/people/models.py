"""Who works for the body: persons, their roles, terms, leave and ties (ISO/IEC 17021-1 5.2, 7)."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from mingzheng.rulebook.roles import Role


class Person(AbstractBaseUser):
    """Everyone who works for the body, employed or engaged. Whoever may log in has a password."""

    login = models.CharField(max_length=40, unique=True)
    name_zh = models.CharField(max_length=40)
    name_en = models.CharField(max_length=80, blank=True)
    pinyin = models.CharField(max_length=120, blank=True)  # full and initials, for search: "wangfang wf"
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    department = models.CharField(max_length=40, blank=True)
    full_time = models.BooleanField(default=True)
    main_employer = models.CharField(max_length=120, blank=True)  # of a part-timer
    home = models.CharField(max_length=6, blank=True)  # 常驻地: region code, six digits
    languages = models.JSONField(default=list)  # rulebook.engagement.Language, besides Chinese
    weekdays = models.JSONField(default=list)  # 0 Monday … 6; empty: every working day
    days_a_year = models.PositiveSmallIntegerField(null=True, blank=True)  # agreed with a part-timer
    roles = models.JSONField(default=list)
    is_active = models.BooleanField(default=True)
    password_is_first = models.BooleanField(
        default=False
    )  # somebody else knows it: he changes it before he works

    USERNAME_FIELD = "login"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = BaseUserManager()

    def __str__(self) -> str:
        return self.name_zh or self.login

    def holds(self, role: Role) -> bool:
        return self.is_active and role in self.roles


class Employment(models.Model):
    """劳动合同（专职） or 聘用协议（兼职）: a contract with a person, from its first to its last day (7.3)."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="employments")
    number = models.CharField(max_length=40)
    full_time = models.BooleanField()
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)  # none: 无固定期限
    leaves = models.BooleanField(default=False)  # ended by notice: nobody is planned beyond its last day

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "first_day"], name="one_contract_begins_a_day"),
            models.CheckConstraint(
                condition=Q(last_day=None) | Q(last_day__gte=F("first_day")),
                name="a_contract_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.number}"


class Declaration(models.Model):
    """保密承诺 or 公正性声明, signed by the person and again every year (5.2.13, 8.4)."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="declarations")
    kind = models.CharField(max_length=16)  # rulebook.engagement.DeclarationKind
    signed_on = models.DateField()
    valid_until = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "signed_on"], name="a_declaration_is_signed_once_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind} {self.signed_on}"


class Insurance(models.Model):
    """保险: a policy that covers a person while he is out for the body."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="policies")
    kind = models.CharField(max_length=12)  # rulebook.engagement.InsuranceKind
    insurer = models.CharField(max_length=80)
    number = models.CharField(max_length=60)
    first_day = models.DateField()
    last_day = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "number", "first_day"], name="a_policy_is_entered_once"
            ),
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="a_policy_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.number}"


class UnionMember(models.Model):
    """工会会员: a person in the union of the body, from a day to a day."""

    number = models.CharField(max_length=20, unique=True)  # "GH2026-0001"
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="union_memberships")
    joined_on = models.DateField()
    left_on = models.DateField(null=True, blank=True)  # the first day he is none

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(left_on=None), name="a_person_is_in_the_union_once"
            ),
            models.CheckConstraint(
                condition=Q(left_on=None) | Q(left_on__gte=F("joined_on")),
                name="a_member_leaves_after_he_joined",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class Leave(models.Model):
    """请假: days on which a person is not available."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="leaves")
    first_day = models.DateField()
    last_day = models.DateField()
    reason = models.CharField(max_length=100, blank=True)
    cancelled_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="leave_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.first_day} {self.last_day}"


class Tie(models.Model):
    """利益关系: what binds a person to an organisation (5.2.10); named by its code, since clients come later."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="ties")
    uscc = models.CharField(max_length=30)
    organisation = models.CharField(max_length=200)
    kind = models.CharField(max_length=24)
    ended_on = models.DateField(null=True, blank=True)
    declared_on = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["uscc"], name="tie_uscc")]
        constraints = [
            models.UniqueConstraint(
                fields=["uscc"], condition=Q(kind="account", ended_on=None), name="one_looks_after_a_client"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind} {self.organisation}"
