"""A trial run holds the imports that were there when it was concluded."""

from typing import Any

from django.db import migrations, models


def fix(apps: Any, schema: Any) -> None:
    """One concluded before they were held: of its days, without what the run of another system concluded earlier holds."""
    imports, runs = apps.get_model("moving_in", "Import").objects, apps.get_model("moving_in", "TrialRun").objects
    for run in runs.exclude(concluded_on=None).order_by("concluded_on", "pk"):
        of_others = runs.exclude(system=run.system)
        run.imports.set(imports.filter(carried_on__lte=run.concluded_on).exclude(trial_runs__in=of_others))


class Migration(migrations.Migration):
    dependencies = [("moving_in", "0001_imports_and_trial_runs")]
    operations = [
        migrations.AddField(
            "trialrun",
            "imports",
            models.ManyToManyField(related_name="trial_runs", to="moving_in.import"),
        ),
        migrations.RunPython(fix, migrations.RunPython.noop),
    ]
