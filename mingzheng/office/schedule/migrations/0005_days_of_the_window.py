"""An approval of days out that named none (before 0004), for a visit without dates: it is for the days the visit can be held on.

0004 gave it the day it was asked on, on which nobody goes. Where the window of the visit has no last day, nothing better is
known; such an approval has to be asked for again.
"""

from django.db import migrations


def give_the_window(apps, schema_editor):
    event, approval = apps.get_model("record", "Event"), apps.get_model("schedule", "SpecialApproval")
    dates = dict(apps.get_model("schedule", "Appointment").objects.values_list("visit_id", "starts_on"))
    asked = event.objects.filter(kind="special-approval.asked").values_list("subject", "facts")
    unnamed = {subject for subject, facts in asked if not facts.get("first_day")}
    for row in approval.objects.filter(limit="days-out").select_related("visit"):
        guessed = row.first_day == row.last_day == row.asked_on != dates.get(row.visit_id)
        if guessed and row.visit.latest and f"special-approval:{row.number}" in unnamed:
            row.first_day, row.last_day = row.visit.earliest or row.asked_on, row.visit.latest
            row.first_day = min(row.first_day, row.last_day)
            row.save(update_fields=["first_day", "last_day"])


class Migration(migrations.Migration):
    dependencies = [("schedule", "0004_approved_days"), ("programmes", "0006_transfer"), ("record", "0001_initial")]

    operations = [migrations.RunPython(give_the_window, migrations.RunPython.noop)]
