from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("library", "0004_former_profiles")]

    operations = [
        migrations.AddField(
            model_name="formerprofile", name="taken_back_on", field=models.DateField(null=True)
        ),
    ]
