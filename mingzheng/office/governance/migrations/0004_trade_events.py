from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("governance", "0003_support"),
        ("people", "0002_leaves"),
    ]

    operations = [
        migrations.CreateModel(
            name="TradeEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=20, unique=True)),
                ("zh", models.CharField(max_length=200)),
                ("en", models.CharField(blank=True, max_length=300)),
                ("organiser", models.CharField(max_length=200)),
                ("place", models.CharField(blank=True, max_length=100)),
                ("held_on", models.DateField()),
                ("n", models.PositiveIntegerField()),
                ("people", models.ManyToManyField(related_name="+", to="people.person")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("zh", "held_on"), name="an_activity_of_the_trade_is_entered_once"),
                ],
            },
        ),
    ]
