from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("registration", "0004_green_marks"),
    ]

    operations = [
        migrations.RemoveField(model_name="registration", name="green"),
    ]
