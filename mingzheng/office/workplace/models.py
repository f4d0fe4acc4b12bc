"""Consultations and notices, elections, care, donations, social insurance, activities, hazards, incidents, grievances."""

from django.db import models
from django.db.models import F, Q


class Consultation(models.Model):
    """民主协商 with the notice that came of it; everybody signs that he read it."""

    number = models.CharField(max_length=20, unique=True)  # "XS2026-0001"
    subject = models.CharField(max_length=200)
    held_on = models.DateField()
    minutes = models.TextField()
    notice = models.TextField()
    posted_on = models.DateField()

    def __str__(self) -> str:
        return self.number


class NoticeRead(models.Model):
    """签阅: one person read one notice."""

    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="readers")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    read_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "person"], name="a_notice_is_read_once_by_a_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.consultation_id} {self.person_id}"


class Election(models.Model):
    """工会选举: how many might vote, how many did, and who was elected."""

    number = models.CharField(max_length=20, unique=True)  # "XJ2026-0001"
    office = models.CharField(max_length=100)  # what was elected
    held_on = models.DateField()
    eligible = models.PositiveIntegerField()
    votes = models.PositiveIntegerField()
    elected = models.JSONField(default=list)  # names

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(votes__lte=F("eligible")), name="nobody_votes_who_may_not")
        ]

    def __str__(self) -> str:
        return self.number


class CareVisit(models.Model):
    """慰问: somebody of the staff was visited; what was brought is for the union alone to see."""

    number = models.CharField(max_length=20, unique=True)  # "WW2026-0001"
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=12)  # rulebook.workplace.CareReason
    visited_on = models.DateField()
    amount = models.DecimalField(max_digits=10, decimal_places=2)  # CNY

    def __str__(self) -> str:
        return self.number


class Drive(models.Model):
    """捐赠活动: the gifts of one drive, handed over against a receipt when it is closed."""

    number = models.CharField(max_length=20, unique=True)  # "JZ2026-0001"
    purpose = models.CharField(max_length=200)
    receiver = models.CharField(max_length=200)
    opened_on = models.DateField()
    handed_over = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    receipt = models.CharField(max_length=100, blank=True)
    closed_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on=None, receipt="") | Q(closed_on__isnull=False) & ~Q(receipt=""),
                name="a_closed_drive_has_its_receipt",
            )
        ]

    def __str__(self) -> str:
        return self.number


class Gift(models.Model):
    """捐款: by somebody of the staff, or by nobody who is named."""

    drive = models.ForeignKey(Drive, on_delete=models.PROTECT, related_name="gifts")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+", null=True)
    amount = models.DecimalField(max_digits=10, decimal_places=2)  # CNY
    given_on = models.DateField()

    def __str__(self) -> str:
        return f"{self.drive_id} {self.amount}"


class Contributions(models.Model):
    """社会保险: for whom it was paid in a month."""

    number = models.CharField(max_length=20, unique=True)  # "SB2026-0001"
    month = models.DateField(unique=True)  # its first day
    people = models.ManyToManyField("people.Person", related_name="+")
    entered_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(month__day=1), name="contributions_are_for_a_whole_month")
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}"


class Activity(models.Model):
    """活动: of the union or of the whole body, with who was there and what it cost."""

    number = models.CharField(max_length=20, unique=True)  # "HD2026-0001"
    title = models.CharField(max_length=200)
    place = models.CharField(max_length=100, blank=True)
    held_on = models.DateField()
    spent = models.DecimalField(max_digits=10, decimal_places=2)  # CNY
    participants = models.ManyToManyField("people.Person", related_name="+")
    n = models.PositiveIntegerField()  # of them; everybody once

    def __str__(self) -> str:
        return self.number


class Facility(models.Model):
    """设施: what the body keeps for its people, until it is taken off the list."""

    number = models.CharField(max_length=20, unique=True)  # "SS2026-0001"
    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=12)  # rulebook.workplace.FacilityKind
    place = models.CharField(max_length=100, blank=True)
    pieces = models.PositiveIntegerField()
    cost = models.DecimalField(max_digits=12, decimal_places=2)  # CNY, all pieces together
    since = models.DateField()
    retired_on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(retired_on=None) | Q(retired_on__gte=F("since")),
                name="a_facility_is_retired_after_it_came",
            )
        ]

    def __str__(self) -> str:
        return self.number


class Incident(models.Model):
    """事故: what happened to somebody at work, and the working days it cost."""

    number = models.CharField(max_length=20, unique=True)  # "SG2026-0001"
    kind = models.CharField(max_length=8)  # rulebook.workplace.IncidentKind
    happened_on = models.DateField()
    place = models.CharField(max_length=100)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    reported_on = models.DateField()
    lost_days = models.PositiveIntegerField(default=0)
    measure = models.TextField(blank=True)
    closed_on = models.DateField(null=True)

    def __str__(self) -> str:
        return self.number


class Hazard(models.Model):
    """危险源: what may hurt somebody at a kind of work, how likely and how badly, and what is done about it."""

    number = models.CharField(max_length=20, unique=True)  # "WX2026-0001"
    activity = models.CharField(max_length=100)
    hazard = models.CharField(max_length=200)
    likelihood = models.PositiveSmallIntegerField()  # 1 to 5, with the measure
    severity = models.PositiveSmallIntegerField()  # 1 to 5
    measure = models.TextField()
    owner = models.CharField(max_length=12)  # rulebook.indicators.meaning.Owner
    entered_on = models.DateField()
    looked_at_on = models.DateField()  # when it was entered or last reviewed
    ended_on = models.DateField(null=True)  # it is there no more

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(likelihood__range=(1, 5), severity__range=(1, 5)), name="a_hazard_is_on_the_scale"
            )
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def weight(self) -> int:
        return self.likelihood * self.severity


class Grievance(models.Model):
    """员工诉求: who brought it is known to himself and to the union alone."""

    number = models.CharField(max_length=20, unique=True)  # "YS2026-0001"
    kind = models.CharField(max_length=16)  # rulebook.workplace.GrievanceKind
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    received_on = models.DateField()
    result = models.TextField(blank=True)
    closed_on = models.DateField(null=True)

    def __str__(self) -> str:
        return self.number


class DayRate(models.Model):
    """劳务费标准: what a day of auditing is paid, from a day on, by role and, where one is named, grade."""

    number = models.CharField(max_length=20, unique=True)  # "LB2026-0001"
    role = models.CharField(max_length=10)  # rulebook.competence.TeamRole
    grade = models.CharField(max_length=12, blank=True)  # rulebook.competence.RegistrationGrade; empty: any
    per_day = models.DecimalField(max_digits=10, decimal_places=2)  # CNY
    valid_from = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["role", "grade", "valid_from"], name="one_day_rate_begins_a_day"),
            models.CheckConstraint(condition=Q(per_day__gt=0), name="a_day_is_paid_more_than_nothing"),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.grade} {self.valid_from}"


class Settlement(models.Model):
    """劳务费结算: the half-days somebody claims of a month, held against the schedule, approved and paid."""

    number = models.CharField(max_length=20, unique=True)  # "LW2026-0001"
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    month = models.DateField()  # its first day
    claimed = models.JSONField(default=list)  # half-days, as "2026-05-12 am"
    step = models.CharField(max_length=10, default="claimed")  # rulebook.day_fees.Step
    amount = models.DecimalField(max_digits=12, decimal_places=2, default=0)  # CNY, once checked
    remark = models.CharField(max_length=300, blank=True)  # of who checked it: what explains the differences
    refusal = models.CharField(max_length=300, blank=True)
    claimed_by = models.CharField(max_length=40)
    claimed_on = models.DateField()
    checked_by = models.CharField(max_length=40, blank=True)
    checked_on = models.DateField(null=True, blank=True)
    approved_by = models.CharField(max_length=40, blank=True)
    approved_on = models.DateField(null=True, blank=True)
    paid_on = models.DateField(null=True, blank=True)
    reference = models.CharField(max_length=60, blank=True)  # of the transfer

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "month"],
                condition=~Q(step="refused"),
                name="a_month_of_a_person_is_settled_once",
            ),
            models.CheckConstraint(
                condition=Q(checked_by="") | ~Q(checked_by=F("claimed_by")) & ~Q(checked_by=F("approved_by")),
                name="nobody_checks_what_he_claims_or_approves",
            ),
            models.CheckConstraint(
                condition=Q(approved_by="") | ~Q(approved_by=F("claimed_by")),
                name="nobody_approves_what_he_claims",
            ),
            models.CheckConstraint(
                condition=Q(paid_on=None) | Q(paid_on__gte=F("approved_on")),
                name="nothing_is_paid_before_its_approval",
            ),
            models.CheckConstraint(
                condition=Q(paid_on=None, reference="") | Q(step="paid", paid_on__isnull=False),
                name="only_a_paid_settlement_has_its_transfer",
            ),
            models.CheckConstraint(condition=Q(month__day=1), name="day_fees_are_settled_for_a_whole_month"),
        ]

    def __str__(self) -> str:
        return self.number


class SettledHalf(models.Model):
    """One half-day of a settlement as it was checked: agreed and owed, or different from the schedule and not."""

    settlement = models.ForeignKey(Settlement, on_delete=models.PROTECT, related_name="halves")
    day = models.DateField()
    half = models.CharField(max_length=2)  # am pm
    held = models.CharField(max_length=12)  # rulebook.day_fees.Held
    visit = models.CharField(max_length=20, blank=True)  # its number
    role = models.CharField(max_length=10, blank=True)
    grade = models.CharField(max_length=12, blank=True)
    amount = models.DecimalField(max_digits=10, decimal_places=2)  # CNY

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["settlement", "day", "half"], name="a_half_day_stands_in_a_settlement_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.settlement_id} {self.day} {self.half}"


class StaffSurvey(models.Model):
    """员工满意度调查 of a year."""

    number = models.CharField(max_length=20, unique=True)  # "YM2026"
    questions = models.JSONField()  # [{"code", "zh", "en"}], as they were asked
    opened_on = models.DateField()
    ends_on = models.DateField()  # the last day to answer
    closed_on = models.DateField(null=True, blank=True)
    cuts = models.JSONField(default=list)  # counted besides "all:", fixed at opening; once closed, those kept
    asked = models.JSONField(default=dict)  # once closed: how many were asked, by cut
    took = models.PositiveIntegerField(default=0)
    staff = models.PositiveIntegerField(default=0)  # once closed: how many were asked

    def __str__(self) -> str:
        return self.number


class TookPart(models.Model):
    """That somebody answered, and from which of the groups counted; never what."""

    survey = models.ForeignKey(StaffSurvey, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    department = models.CharField(max_length=40, blank=True)
    full_time = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["survey", "person"], name="everybody_answers_a_staff_survey_once")
        ]

    def __str__(self) -> str:
        return f"{self.survey_id} {self.person_id}"


class MarkGiven(models.Model):
    """How often a mark was given to a question, by everybody or by one group: all that is kept of the answers."""

    survey = models.ForeignKey(StaffSurvey, on_delete=models.PROTECT, related_name="marks")
    cut = models.CharField(max_length=60)  # "all:", "department:审核部", "department:others", "engaged:full"
    question = models.CharField(max_length=20)
    mark = models.PositiveSmallIntegerField()
    n = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["survey", "cut", "question", "mark"], name="a_mark_is_counted_in_one_place"
            )
        ]

    def __str__(self) -> str:
        return f"{self.cut} {self.question} {self.mark}: {self.n}"


class Suggestion(models.Model):
    """建议: by somebody who gives his name, or by nobody; read and answered before everybody."""

    number = models.CharField(max_length=20, unique=True)  # "JY2026-0001"
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+", null=True)
    text = models.TextField()
    made_on = models.DateField()
    answer = models.TextField(blank=True)
    adopted = models.BooleanField(null=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_on=None, adopted=None) | Q(answered_on__isnull=False) & ~Q(answer=""),
                name="an_answered_suggestion_has_its_answer",
            )
        ]

    def __str__(self) -> str:
        return self.number
