"""A survey that was open when its groups became fixed (0006): who answered before counts among the others too.

Till then his marks stood in groups that nobody who answered later was counted in, so that those groups had no true share.
One that was closed since has no groups left, but everybody's marks.
"""

from django.db import migrations
from django.db.models import Sum

ALL, OTHERS, OTHER_GROUP = "all:", "others", "department:others"


def join_the_others(apps, schema_editor):
    survey_, mark_ = (apps.get_model("workplace", name) for name in ("StaffSurvey", "MarkGiven"))
    took_ = apps.get_model("workplace", "TookPart")
    for survey in survey_.objects.all():
        marks, took = mark_.objects.filter(survey=survey), took_.objects.filter(survey=survey)
        fixed = {ALL, OTHER_GROUP, *survey.cuts}
        if survey.closed_on is None:
            _move(marks, mark_, survey, fixed)
            known = [cut.partition(":")[2] for cut in survey.cuts if cut.startswith("department:")]
            took.exclude(department__in=known).update(department=OTHERS)
        elif OTHER_GROUP in survey.asked and not survey.asked.keys() <= fixed:
            marks.exclude(cut=ALL).delete()
            took.update(department=OTHERS)
            survey.asked = {cut: n for cut, n in survey.asked.items() if cut == ALL}
            survey.save(update_fields=["asked"])


def _move(marks, mark_, survey, fixed):
    """From groups that are counted no longer to the others; what somebody's engagement is, nobody is counted by."""
    left = marks.exclude(cut__in=fixed)
    moved = left.filter(cut__startswith="department:").values("question", "mark").annotate(more=Sum("n"))
    for row in list(moved.order_by("question", "mark")):
        one, _ = mark_.objects.get_or_create(
            survey=survey, cut=OTHER_GROUP, question=row["question"], mark=row["mark"]
        )
        one.n += row["more"]
        one.save()
    left.delete()


class Migration(migrations.Migration):
    dependencies = [("workplace", "0008_few_answers")]

    operations = [migrations.RunPython(join_the_others, migrations.RunPython.noop)]
