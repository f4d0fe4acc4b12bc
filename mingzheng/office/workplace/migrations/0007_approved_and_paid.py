"""Day fees are approved by another than who claimed them, and paid afterwards."""

from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    dependencies = [("workplace", "0006_survey_cuts")]

    operations = [
        migrations.AddConstraint(
            model_name="settlement",
            constraint=models.CheckConstraint(
                condition=Q(approved_by="") | ~Q(approved_by=F("claimed_by")),
                name="nobody_approves_what_he_claims",
            ),
        ),
        migrations.AddConstraint(
            model_name="settlement",
            constraint=models.CheckConstraint(
                condition=Q(paid_on=None) | Q(paid_on__gte=F("approved_on")),
                name="nothing_is_paid_before_its_approval",
            ),
        ),
    ]
