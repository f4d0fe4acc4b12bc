"""Of surveys closed before, no marks are kept of groups that fewer than five answered, nor of those beside them."""

from django.db import migrations
from django.db.models import Sum

FEW = 5


def forget(apps, schema_editor):
    survey_, mark_ = (apps.get_model("workplace", name) for name in ("StaffSurvey", "MarkGiven"))
    for survey in survey_.objects.exclude(closed_on=None):
        marks = mark_.objects.filter(survey=survey)
        questions = max(1, len(survey.questions))
        took = {row["cut"]: row["n"] / questions for row in marks.values("cut").annotate(n=Sum("n"))}
        for family in {cut.partition(":")[0] for cut, n in took.items() if n < FEW}:
            marks.filter(cut__startswith=f"{family}:").delete()
            if family != "all":
                survey.asked = {cut: n for cut, n in survey.asked.items() if not cut.startswith(f"{family}:")}
        if survey.took < FEW:
            marks.delete()
        survey.save(update_fields=["asked"])


class Migration(migrations.Migration):
    dependencies = [("workplace", "0007_approved_and_paid")]

    operations = [migrations.RunPython(forget, migrations.RunPython.noop)]
