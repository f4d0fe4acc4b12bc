from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("publicity", "0004_links")]

    operations = [migrations.AlterField("link", "address", models.TextField())]
