"""A trial run holds the imports that were there when it was concluded."""

from typing import Any

from django.db import migrations, models


def fix(apps: Any, schema: Any) -> None:
    """One concluded before they were held: of its days."""
    imports = apps.get_model("moving_in", "Import").objects
    for run in apps.get_model("moving_in", "TrialRun").objects.exclude(concluded_on=None):
        run.imports.set(imports.filter(carried_on__lte=run.concluded_on))


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
