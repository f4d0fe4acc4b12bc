from django.db import migrations, models
import django.db.models.deletion


def keep_the_marks(apps, schema_editor):
    """Whoever was entered as inspector of green products is one as long as the registration holds."""
    Mark = apps.get_model("registration", "GreenMark")
    green = apps.get_model("registration", "Registration").objects.filter(green=True)
    Mark.objects.bulk_create(
        Mark(registration_id=pk, first_day=first) for pk, first in green.values_list("pk", "valid_from")
    )


class Migration(migrations.Migration):

    dependencies = [
        ("registration", "0003_green"),
    ]

    operations = [
        migrations.CreateModel(
            name="GreenMark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("first_day", models.DateField()),
                ("last_day", models.DateField(blank=True, null=True)),
                ("evidence", models.CharField(blank=True, max_length=200)),
                ("ended_by", models.CharField(blank=True, max_length=200)),
                ("registration", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="green", to="registration.registration")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(condition=models.Q(("last_day", None)), fields=("registration",), name="a_registration_is_green_once"),
                    models.CheckConstraint(condition=models.Q(("last_day", None), ("last_day__gte", models.F("first_day")), _connector="OR"), name="green_ends_after_it_begins"),
                ],
            },
        ),
        migrations.RunPython(keep_the_marks, migrations.RunPython.noop),
    ]
