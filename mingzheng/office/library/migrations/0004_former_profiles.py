from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("library", "0003_accreditation_marks")]

    operations = [
        migrations.AddField("body", "since", models.DateField(null=True)),
        migrations.CreateModel(
            "FormerProfile",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=20, unique=True)),
                ("said", models.JSONField()),
                ("valid_from", models.DateField(null=True)),
                ("valid_until", models.DateField()),
                ("because_zh", models.CharField(blank=True, max_length=300)),
                ("because_en", models.CharField(blank=True, max_length=500)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("valid_from", None), ("valid_until__gte", models.F("valid_from")), _connector="OR"),
                        name="a_former_profile_ends_after_it_begins",
                    )
                ]
            },
        ),
    ]
