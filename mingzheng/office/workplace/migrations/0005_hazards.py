from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("workplace", "0004_staff_voice"),
    ]

    operations = [
        migrations.CreateModel(
            name="Hazard",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=20, unique=True)),
                ("activity", models.CharField(max_length=100)),
                ("hazard", models.CharField(max_length=200)),
                ("likelihood", models.PositiveSmallIntegerField()),
                ("severity", models.PositiveSmallIntegerField()),
                ("measure", models.TextField()),
                ("owner", models.CharField(max_length=12)),
                ("entered_on", models.DateField()),
                ("looked_at_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("likelihood__range", (1, 5)), ("severity__range", (1, 5))), name="a_hazard_is_on_the_scale"),
                ],
            },
        ),
    ]
