from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("report", "0003_written"),
    ]

    operations = [
        migrations.AddField(model_name="report", name="by_weight", field=models.BooleanField(default=False)),
    ]
