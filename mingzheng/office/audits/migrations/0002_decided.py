from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("audits", "0001_initial"),
        ("programmes", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="audit",
            name="decided_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddIndex(
            model_name="audit",
            index=models.Index(fields=["handed_in_on", "reported_on", "closed_on"], name="audit_in_work"),
        ),
        migrations.AddIndex(
            model_name="audit",
            index=models.Index(fields=["decided_on", "handed_in_on"], name="audit_to_decide"),
        ),
    ]
