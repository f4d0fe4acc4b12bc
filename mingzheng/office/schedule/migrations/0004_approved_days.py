from django.db import migrations, models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce


def give_days(apps, schema_editor):
    """What was asked for so far is of the days of its visit; of one without days, of the day it was asked on."""
    dates = apps.get_model("schedule", "Appointment").objects.filter(visit=OuterRef("visit"))
    apps.get_model("schedule", "SpecialApproval").objects.filter(limit="days-out").update(
        first_day=Coalesce(Subquery(dates.values("starts_on")[:1]), F("asked_on")),
        last_day=Coalesce(Subquery(dates.values("ends_on")[:1]), F("asked_on")),
    )


class Migration(migrations.Migration):

    dependencies = [("schedule", "0003_special_approvals")]

    operations = [
        migrations.AddField("specialapproval", "first_day", models.DateField(null=True)),
        migrations.AddField("specialapproval", "last_day", models.DateField(null=True)),
        migrations.RunPython(give_days, migrations.RunPython.noop),
        migrations.AddConstraint("appointment", models.CheckConstraint(
            condition=Q(remote_percent__lte=100), name="no_more_than_all_of_a_visit_is_from_afar",
        )),
        migrations.AddConstraint("specialapproval", models.CheckConstraint(
            condition=~Q(limit="remote") | Q(share__range=(1, 100)), name="an_approval_from_afar_has_its_share",
        )),
        migrations.AddConstraint("specialapproval", models.CheckConstraint(
            condition=~Q(limit="days-out")
            | Q(person__isnull=False, first_day__isnull=False, last_day__gte=F("first_day")),
            name="an_approval_of_days_out_has_its_person_and_days",
        )),
        migrations.AddConstraint("specialapproval", models.CheckConstraint(
            condition=~Q(decided_by=F("asked_by")), name="nobody_approves_what_he_asked_for",
        )),
    ]
