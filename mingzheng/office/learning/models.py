"""Courses and who was there, good cases and the votes for them."""

from django.db import models
from django.db.models import Q


class Course(models.Model):
    """培训、研讨: planned, then held or cancelled."""

    number = models.CharField(max_length=20, unique=True)  # "PX2026-0001"
    kind = models.CharField(max_length=16)  # rulebook.learning.CourseKind
    title = models.CharField(max_length=200)
    department = models.CharField(max_length=40, blank=True)
    planned_on = models.DateField()
    hours = models.DecimalField(max_digits=5, decimal_places=1)  # of one who is there from beginning to end
    held_on = models.DateField(null=True, blank=True)
    cancelled_on = models.DateField(null=True, blank=True)
    remark = models.TextField(blank=True)  # what it was about, or why it was cancelled

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(held_on=None) | Q(cancelled_on=None), name="a_course_is_held_or_cancelled"
            )
        ]

    def __str__(self) -> str:
        return self.number


class Attendance(models.Model):
    """到场: one person at one course, with his hours."""

    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="attendances")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    hours = models.DecimalField(max_digits=5, decimal_places=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["course", "person"], name="a_person_is_at_a_course_once")
        ]

    def __str__(self) -> str:
        return f"{self.course_id} {self.person_id}"


class GoodCase(models.Model):
    """良好案例: handed in with the client's name, published without it."""

    number = models.CharField(max_length=20, unique=True)  # "AL2026-0001"
    title = models.CharField(max_length=200)
    text = models.TextField()
    client = models.ForeignKey("clients.Client", on_delete=models.PROTECT, related_name="+", null=True)
    author = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    submitted_on = models.DateField()
    published_title = models.CharField(max_length=200, blank=True)
    published_text = models.TextField(blank=True)
    published_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.number


class Vote(models.Model):
    """One person's vote for a good case."""

    case = models.ForeignKey(GoodCase, on_delete=models.PROTECT, related_name="votes")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    voted_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "person"], name="a_person_votes_once_for_a_case")
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.person_id}"
