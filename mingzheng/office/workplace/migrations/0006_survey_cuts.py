"""The groups of a survey that are counted; an open one counts everybody to come among the others."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("workplace", "0005_hazards")]

    operations = [
        migrations.AddField(model_name="staffsurvey", name="cuts", field=models.JSONField(default=list)),
    ]
