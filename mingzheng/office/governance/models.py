"""Stakeholders and their demands, weights of issues, objectives, memberships, honours, the chronicle, activities of the trade,
duties, pacts, commitments, applications shared with laboratories, support of clients."""

from django.db import models
from django.db.models import F, Q


class Stakeholder(models.Model):
    """相关方: somebody the body answers to; every one is spoken with at least once a year."""

    number = models.CharField(max_length=20, unique=True)  # "XG2026-0001"
    party = models.CharField(max_length=12)  # rulebook.responsibility.Party
    zh = models.CharField(max_length=200)
    en = models.CharField(max_length=200, blank=True)
    entered_on = models.DateField()
    ended_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["zh"], condition=Q(ended_on=None), name="a_stakeholder_is_listed_once"
            )
        ]

    def __str__(self) -> str:
        return self.zh


class Contact(models.Model):
    """沟通记录: one talk with a stakeholder, whoever of the body took part."""

    stakeholder = models.ForeignKey(Stakeholder, on_delete=models.PROTECT, related_name="contacts")
    channel = models.CharField(max_length=8)  # rulebook.responsibility.Channel
    held_on = models.DateField()
    text = models.TextField()

    def __str__(self) -> str:
        return f"{self.stakeholder_id} {self.held_on}"


class Demand(models.Model):
    """诉求: what a stakeholder requires and expects, and what the body does about it."""

    number = models.CharField(max_length=20, unique=True)  # "SQY2026-0001"
    stakeholder = models.ForeignKey(Stakeholder, on_delete=models.PROTECT, related_name="demands")
    zh = models.CharField(max_length=200)  # 要求
    en = models.CharField(max_length=300, blank=True)
    expects_zh = models.CharField(max_length=200, blank=True)  # 期望
    expects_en = models.CharField(max_length=300, blank=True)
    raised_on = models.DateField()
    answer_zh = models.TextField(blank=True)  # 对应措施
    answer_en = models.TextField(blank=True)
    answered_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_on=None, answer_zh="") | Q(answered_on__isnull=False) & ~Q(answer_zh=""),
                name="an_answered_demand_has_its_answer",
            )
        ]

    def __str__(self) -> str:
        return self.number


class Weight(models.Model):
    """议题重要性: how much one issue of ISO 26000 matters in a year, to stakeholders and to the body."""

    number = models.CharField(max_length=20, unique=True)  # "2026-6.4.6"
    year = models.PositiveSmallIntegerField()
    issue = models.CharField(max_length=8)  # clause of ISO 26000
    stakeholders = models.PositiveSmallIntegerField()  # 1 to 5
    body = models.PositiveSmallIntegerField()  # 1 to 5
    reason = models.TextField()
    weighed_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year", "issue"], name="an_issue_is_weighed_once_a_year"),
            models.CheckConstraint(
                condition=Q(stakeholders__range=(1, 5), body__range=(1, 5)), name="a_weight_is_on_the_scale"
            ),
        ]

    def __str__(self) -> str:
        return self.number


class Objective(models.Model):
    """年度社会责任目标: with what it is measured by, and what came of it."""

    number = models.CharField(max_length=20, unique=True)  # "MB2026-0001"
    year = models.PositiveSmallIntegerField()
    zh = models.CharField(max_length=200)
    en = models.CharField(max_length=300, blank=True)
    target = models.CharField(max_length=200)
    owner = models.CharField(max_length=12)  # rulebook.indicators.meaning.Owner
    due_on = models.DateField()
    result = models.CharField(max_length=8, blank=True)  # rulebook.responsibility.Result
    told_zh = models.TextField(blank=True)
    told_en = models.TextField(blank=True)
    evidence = models.CharField(max_length=300, blank=True)
    told_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(result__in=("", "missed")) | ~Q(evidence=""),
                name="nothing_is_met_without_evidence",
            )
        ]

    def __str__(self) -> str:
        return self.number


class Membership(models.Model):
    """会员与联盟: an association the body belongs to, as what, and until when."""

    number = models.CharField(max_length=20, unique=True)  # "HY2026-0001"
    bond = models.CharField(max_length=12)  # rulebook.responsibility.Bond
    zh = models.CharField(max_length=200)
    en = models.CharField(max_length=300, blank=True)
    standing = models.CharField(max_length=12)  # rulebook.responsibility.Standing
    since = models.DateField()
    until = models.DateField(null=True)  # None: until it is left
    left_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=F("since")), name="a_membership_ends_after_it_begins"
            )
        ]

    def __str__(self) -> str:
        return self.zh


class Ally(models.Model):
    """联盟成员: another member of an alliance the body belongs to."""

    number = models.CharField(max_length=20, unique=True)  # "LM2026-0001"
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="allies")
    name = models.CharField(max_length=200)
    since = models.DateField()
    left_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["membership", "name"],
                condition=Q(left_on=None),
                name="an_ally_is_in_an_alliance_once",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Honour(models.Model):
    """荣誉与试点: what the body was given or chosen for, by whom; its certificate is filed with it."""

    number = models.CharField(max_length=20, unique=True)  # "RY2026-0001"
    kind = models.CharField(max_length=8)  # rulebook.responsibility.HonourKind
    zh = models.CharField(max_length=200)
    en = models.CharField(max_length=300, blank=True)
    given_by = models.CharField(max_length=200)
    given_on = models.DateField()
    until = models.DateField(null=True)

    def __str__(self) -> str:
        return self.number


class Happening(models.Model):
    """大事记、沿革: proposed by anybody, taken into the chronicle by the general office."""

    number = models.CharField(max_length=20, unique=True)  # "DS2026-0001"
    happened_on = models.DateField()
    zh = models.CharField(max_length=300)
    en = models.CharField(max_length=500, blank=True)
    milestone = models.BooleanField(default=False)  # 沿革
    of_year = models.BooleanField(default=False)  # 大事记
    proposed_on = models.DateField()
    proposed_by = models.CharField(max_length=80)
    taken_on = models.DateField(null=True)
    left_on = models.DateField(null=True)
    left_because = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(milestone=True) | Q(of_year=True), name="the_chronicle_says_what_it_is"
            ),
            models.CheckConstraint(
                condition=Q(taken_on=None) | Q(left_on=None), name="a_proposal_is_taken_or_left"
            ),
        ]

    def __str__(self) -> str:
        return self.number


class TradeEvent(models.Model):
    """行业活动: of an association, a conference or a working group; it counts once whoever of the body was there."""

    number = models.CharField(max_length=20, unique=True)  # "XH2026-0001"
    zh = models.CharField(max_length=200)
    en = models.CharField(max_length=300, blank=True)
    organiser = models.CharField(max_length=200)
    place = models.CharField(max_length=100, blank=True)
    held_on = models.DateField()
    people = models.ManyToManyField("people.Person", related_name="+")
    n = models.PositiveIntegerField()  # of them

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["zh", "organiser", "held_on"], name="an_activity_of_the_trade_is_entered_once"
            )
        ]

    def __str__(self) -> str:
        return self.number


class Duty(models.Model):
    """职责: one position answers for it, others help."""

    number = models.CharField(max_length=20, unique=True)  # "ZZ2026-0001"
    zh = models.CharField(max_length=200)
    en = models.CharField(max_length=300, blank=True)
    position = models.CharField(max_length=24)  # rulebook.roles.Role
    supporting = models.JSONField(default=list)  # rulebook.roles.Role
    given_on = models.DateField()
    ended_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["zh"], condition=Q(ended_on=None), name="one_position_answers_for_a_duty"
            )
        ]

    def __str__(self) -> str:
        return self.number


class Pact(models.Model):
    """自律公约、廉洁承诺: what the body signed with others, and looks every year whether it keeps."""

    number = models.CharField(max_length=20, unique=True)  # "GY2026-0001"
    kind = models.CharField(max_length=16)  # rulebook.responsibility.PactKind
    zh = models.CharField(max_length=200)
    en = models.CharField(max_length=300, blank=True)
    parties = models.CharField(max_length=200)
    signed_on = models.DateField()
    ended_on = models.DateField(null=True)

    def __str__(self) -> str:
        return self.number


class PactCheck(models.Model):
    """自查: whether the body keeps a pact."""

    pact = models.ForeignKey(Pact, on_delete=models.PROTECT, related_name="checks")
    checked_on = models.DateField()
    keeps = models.BooleanField()
    text = models.TextField()

    def __str__(self) -> str:
        return f"{self.pact_id} {self.checked_on}"


class Look(models.Model):
    """承诺履行: how a public commitment was kept in a year, and by what that is shown."""

    item = models.ForeignKey("publicity.Item", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    kept = models.CharField(max_length=8)  # rulebook.responsibility.Kept
    zh = models.TextField()
    en = models.TextField(blank=True)
    evidence = models.CharField(max_length=300)
    looked_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "year"], name="a_commitment_is_looked_at_once_a_year")
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.year}"


class SharedIntake(models.Model):
    """检测认证一站式受理: one application of a client, and two orders: ours by its contract, the laboratory's by its number."""

    number = models.CharField(max_length=20, unique=True)  # "YZ2026-0001"
    application = models.ForeignKey("contracts.Application", on_delete=models.PROTECT, related_name="+")
    laboratory = models.CharField(max_length=200)
    laboratory_uscc = models.CharField(max_length=18)
    related = models.BooleanField()  # the laboratory was a related body on the day
    safeguard = models.TextField(blank=True)  # how impartiality is kept with a related one
    order = models.CharField(max_length=60, blank=True)  # the laboratory's number of its order
    consent_by = models.CharField(max_length=60)  # who signed for the client
    consented_on = models.DateField()
    consent_ended_on = models.DateField(null=True)
    taken_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(related=False) | ~Q(safeguard=""),
                name="a_related_laboratory_has_its_safeguard",
            ),
            models.CheckConstraint(
                condition=~Q(consent_by="") & Q(consented_on__lte=F("taken_on")),
                name="an_application_is_shared_by_consent",
            ),
            models.UniqueConstraint(
                fields=["application"],
                condition=Q(consent_ended_on=None),
                name="an_application_is_shared_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class Passing(models.Model):
    """信息传递: what went from one house to the other, when, and who received it."""

    intake = models.ForeignKey(SharedIntake, on_delete=models.PROTECT, related_name="passings")
    direction = models.CharField(max_length=16)  # rulebook.shared_intake.Direction
    content = models.CharField(max_length=16)  # rulebook.shared_intake.Content
    what = models.CharField(max_length=300)
    recipient = models.CharField(max_length=60)
    passed_on = models.DateField()
    by = models.CharField(max_length=80)  # login

    def __str__(self) -> str:
        return f"{self.intake_id} {self.passed_on}"


class Support(models.Model):
    """帮扶记录: one thing done for one client in hard times. What the record has anyway is pointed to by `proof`."""

    number = models.CharField(max_length=20, unique=True)  # "BF2026-0001"
    client = models.ForeignKey("clients.Client", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16)  # rulebook.support.SupportKind
    occasion = models.CharField(max_length=60)  # 复工复产
    what = models.CharField(max_length=300)
    proof = models.CharField(max_length=80, blank=True)  # subject of the record: "relief:JM2026-0001"
    done_on = models.DateField()
    taken_back_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "proof", "done_on"],
                condition=~Q(proof="") & Q(taken_back_on=None),
                name="what_was_done_is_tagged_once",
            )
        ]

    def __str__(self) -> str:
        return self.number
