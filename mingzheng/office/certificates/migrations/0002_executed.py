from django.db import migrations


def tell_decisions(apps, schema_editor):
    """What a decision was carried out on stands with the decision itself from now on."""
    decisions = apps.get_model("decisions", "Decision").objects
    for done in apps.get_model("certificates", "Execution").objects.select_related("certificate"):
        decisions.filter(pk=done.decision_id).update(
            executed_on=done.executed_on, executed_as=done.certificate.number
        )


class Migration(migrations.Migration):
    dependencies = [
        ("certificates", "0001_initial"),
        ("decisions", "0002_executed"),
    ]

    operations = [
        migrations.RunPython(tell_decisions, migrations.RunPython.noop),
        migrations.DeleteModel(name="Execution"),
    ]
