from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("registration", "0002_ending"),
    ]

    operations = [
        migrations.AddField(model_name="registration", name="green", field=models.BooleanField(default=False)),
    ]
