from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("footprint", "0001_initial")]

    operations = [migrations.AddField("remoteaudit", "unapproved", models.BooleanField(default=False))]
