import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("people", "0002_leaves"),
        ("programmes", "0006_transfer"),
        ("schedule", "0002_in_preparation"),
    ]

    operations = [
        migrations.AddField(
            model_name="appointment",
            name="remote_percent",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.CreateModel(
            name="SpecialApproval",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=20, unique=True)),
                ("limit", models.CharField(max_length=12)),
                ("share", models.PositiveSmallIntegerField(default=0)),
                ("reason", models.CharField(max_length=300)),
                ("asked_by", models.CharField(max_length=40)),
                ("asked_on", models.DateField()),
                ("state", models.CharField(default="asked", max_length=10)),
                ("decided_by", models.CharField(blank=True, max_length=40)),
                ("decided_on", models.DateField(null=True)),
                ("remark", models.CharField(blank=True, max_length=300)),
                ("person", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person")),
                ("visit", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="programmes.visit")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(condition=models.Q(("limit", "remote"), ("state", "asked")), fields=("visit",), name="one_approval_from_afar_waits_for_a_visit"),
                    models.UniqueConstraint(condition=models.Q(("limit", "days-out"), ("state", "asked")), fields=("visit", "person"), name="one_approval_of_days_out_waits_for_a_person"),
                    models.CheckConstraint(condition=models.Q(models.Q(("decided_on", None), ("state", "asked")), models.Q(models.Q(("state", "asked"), _negated=True), ("decided_on__isnull", False)), _connector="OR"), name="a_decided_special_approval_has_its_day"),
                ],
            },
        ),
    ]
