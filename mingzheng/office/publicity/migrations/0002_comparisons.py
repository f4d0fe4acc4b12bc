import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("publicity", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Comparison",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("compared_on", models.DateField()),
                ("compared_by", models.CharField(max_length=40)),
                ("where", models.CharField(max_length=300)),
                ("missing", models.JSONField(default=list)),
                ("added", models.JSONField(default=list)),
                ("item", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="comparisons", to="publicity.item")),
            ],
        ),
    ]
