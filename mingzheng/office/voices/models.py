"""What others say about the body: cases, surveys, call-backs (ISO/IEC 17021-1 9.7-9.8)."""

from django.db import models
from django.db.models import F, Q

from mingzheng.rulebook.questionnaires import STANDARD_FORMS, Form, Question
from mingzheng.rulebook.voices import CaseFacts, CaseKind, Outcome
from mingzheng.rulebook.voices import Limits as PublishedLimits


class Limits(models.Model):
    """公开承诺的处理期限: the limits the body publishes, from a day on; earlier ones stay for the cases of their time."""

    valid_from = models.DateField(unique=True)
    acknowledge = models.PositiveSmallIntegerField()  # calendar days from receipt
    complaint = models.PositiveSmallIntegerField()
    appeal = models.PositiveSmallIntegerField()

    def __str__(self) -> str:
        return f"{self.valid_from} {self.acknowledge}/{self.complaint}/{self.appeal}"

    @property
    def days(self) -> PublishedLimits:
        return PublishedLimits(self.acknowledge, self.complaint, self.appeal)


class Case(models.Model):
    """投诉、申诉、举报: one matter brought before the body. Who brought it stands here alone and can be erased."""

    number = models.CharField(max_length=20, unique=True)  # "TS2026-0003"
    code = models.CharField(max_length=14, unique=True)  # whoever has it follows the case: "K7Q2-9XHM-4TBW"
    kind = models.CharField(max_length=10)  # rulebook.voices.CaseKind
    topic = models.CharField(max_length=10)
    means = models.CharField(max_length=10)
    name = models.CharField(max_length=100, blank=True)  # empty: unnamed
    contact = models.CharField(max_length=100, blank=True)
    reference = models.CharField(max_length=200, blank=True)  # what he says it is about: a number, a name
    text = models.TextField()
    received_on = models.DateField()
    acknowledge_by = models.DateField()  # by the limits published on that day
    answer_by = models.DateField()
    call = models.ForeignKey(
        "CallBack", on_delete=models.PROTECT, related_name="cases", null=True, blank=True
    )  # the call-back it came up in

    acknowledged_on = models.DateField(null=True, blank=True)
    ours = models.BooleanField(null=True, blank=True)
    client = models.ForeignKey(
        "clients.Client", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    visit = models.ForeignKey(
        "programmes.Visit", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    decision = models.ForeignKey(
        "decisions.Decision", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    person = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    handler = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    assigned_on = models.DateField(null=True, blank=True)
    investigation = models.TextField(blank=True)
    investigated_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=10, blank=True)
    reasons = models.TextField(blank=True)
    corrective_action = models.TextField(blank=True)
    calls_for_visit = models.BooleanField(default=False)  # a special visit to the client (9.6.4.2)
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.CharField(max_length=40, blank=True)
    client_told = models.BooleanField(default=False)
    answered_on = models.DateField(null=True, blank=True)
    followed_up = models.TextField(blank=True)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_on=None) | Q(decided_on__isnull=False, answered_on__gte=F("decided_on")),
                name="a_case_is_answered_after_it_is_decided",
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(answered_on__isnull=False, closed_on__gte=F("answered_on")),
                name="a_case_is_closed_after_it_is_answered",
            ),
        ]
        indexes = [models.Index(fields=["kind", "received_on"], name="case_kind_received")]

    def __str__(self) -> str:
        return self.number

    @property
    def facts(self) -> CaseFacts:
        """What the rulebook needs to know of it."""
        return CaseFacts(
            kind=CaseKind(self.kind),
            ours=self.ours,
            handler=self.handler.login if self.handler else "",
            investigated=self.investigated_on is not None,
            outcome=Outcome(self.outcome) if self.outcome else None,
            about_client=self.client_id is not None and self.topic == "client",
            to_correct=bool(self.corrective_action),
            answered=self.answered_on is not None,
            closed=self.closed_on is not None,
        )


class Questionnaire(models.Model):
    """问卷、回访话术: one version of the questions asked; answers keep the version they were given to."""

    form = models.CharField(max_length=10)  # rulebook.questionnaires.Form
    version = models.PositiveSmallIntegerField()
    questions = models.JSONField()  # [{"code", "zh", "en", "expected"}]
    valid_from = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["form", "version"], name="versions_of_a_form_are_numbered")
        ]

    def __str__(self) -> str:
        return f"{self.form} {self.version}"


class Asked(models.Model):
    """Somebody is asked the questions of one version of a form; version 0 is the rulebook's own."""

    questionnaire = models.ForeignKey(
        Questionnaire, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    answers = models.JSONField(default=dict)

    FORM: Form

    class Meta:
        abstract = True

    @property
    def questions(self) -> tuple[Question, ...]:
        if self.questionnaire is None:
            return STANDARD_FORMS[self.FORM]
        return tuple(Question(**row) for row in self.questionnaire.questions)

    @property
    def version(self) -> int:
        return self.questionnaire.version if self.questionnaire else 0


class Survey(Asked):
    """满意度调查: what the client of one visit thinks; sealed from those who audited."""

    FORM = Form.SURVEY
    visit = models.OneToOneField("programmes.Visit", on_delete=models.PROTECT, related_name="+")
    token = models.CharField(max_length=43, unique=True)  # the secret of the client's link
    sent_on = models.DateField()
    answered_on = models.DateField(null=True, blank=True)
    comment = models.TextField(blank=True)
    signed = models.CharField(max_length=60, blank=True)
    entered_by = models.CharField(max_length=40, blank=True)  # who typed in a paper form; empty: by the link
    salt = models.CharField(max_length=32, blank=True)  # with the answers it gives the hash in the record

    class Meta:
        indexes = [models.Index(fields=["sent_on"], name="survey_sent_on")]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_on=None) | Q(answered_on__gte=F("sent_on")),
                name="a_survey_is_answered_after_it_was_sent",
            )
        ]

    def __str__(self) -> str:
        return f"{self.visit_id} {self.sent_on}"


class Draw(models.Model):
    """回访抽样: one random draw of visits to call back. Frame and seed are kept, so that anybody can draw it again."""

    number = models.CharField(max_length=20, unique=True)  # "HF2026-0002"
    first_day = models.DateField()  # visits held from …
    last_day = models.DateField()
    strata = models.JSONField()  # what they were stratified by: ["standard", "region"]
    count = models.PositiveSmallIntegerField()
    seed = models.BigIntegerField()
    frame = models.JSONField()  # [[visit, stratum], …]: every visit that could have been drawn
    drawn_on = models.DateField()
    drawn_by = models.CharField(max_length=40)

    def __str__(self) -> str:
        return self.number


class CallBack(Asked):
    """电话回访: one client to be called about one visit. Nobody of its team may know before it was made, or after."""

    FORM = Form.CALL_BACK
    draw = models.ForeignKey(Draw, on_delete=models.PROTECT, related_name="calls")
    visit = models.OneToOneField("programmes.Visit", on_delete=models.PROTECT, related_name="+")
    stratum = models.CharField(max_length=80)
    attempts = models.PositiveSmallIntegerField(default=0)
    outcome = models.CharField(
        max_length=12, blank=True
    )  # rulebook.questionnaires.CallOutcome, of the last attempt
    called_on = models.DateField(null=True, blank=True)
    called_by = models.CharField(max_length=40, blank=True)
    spoke_to = models.CharField(max_length=60, blank=True)
    unexpected = models.JSONField(default=list)  # codes of questions with another reply than hoped for
    remarks = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="") | Q(called_on__isnull=False), name="a_call_with_an_outcome_was_made"
            )
        ]

    def __str__(self) -> str:
        return f"{self.draw_id} {self.visit_id}"

    @property
    def key(self) -> str:
        """How the record names it: the draw and the visit."""
        return f"{self.draw.number}/{self.visit.number}"
