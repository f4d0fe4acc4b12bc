import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):

    dependencies = [("contracts", "0005_transfer_review"), ("governance", "0005_support_of_a_day")]

    operations = [
        migrations.AlterField(
            model_name="sharedintake",
            name="application",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="contracts.application"
            ),
        ),
        migrations.AddConstraint(
            model_name="sharedintake",
            constraint=models.UniqueConstraint(
                condition=Q(consent_ended_on=None),
                fields=("application",),
                name="an_application_is_shared_once_at_a_time",
            ),
        ),
    ]
