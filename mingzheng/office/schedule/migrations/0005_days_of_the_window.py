"""An approval of days out that named none (before 0004), for a visit without dates: it is for the days the visit can be held on.

0004 gave it the day it was asked on, on which nobody goes. A visit that has been given dates since has its days from them. Where
the window of one still without dates has no last day, nothing better is known; such an approval has to be asked for again.
"""

from django.db import migrations


def window(row):
    """The days its visit can be held on; its own where no last one is known."""
    if not (latest := row.visit.latest):
        return row.first_day, row.last_day
    return min(row.visit.earliest or row.asked_on, latest), latest


def give_the_window(apps, schema_editor):
    event, approval = apps.get_model("record", "Event"), apps.get_model("schedule", "SpecialApproval")
    appointed = apps.get_model("schedule", "Appointment").objects.values_list("visit_id", "starts_on", "ends_on")
    dates = {visit: days for visit, *days in appointed}
    asked = event.objects.filter(kind="special-approval.asked").values_list("subject", "facts")
    unnamed = {subject for subject, facts in asked if not facts.get("first_day")}
    for row in approval.objects.filter(limit="days-out").select_related("visit"):
        guessed = row.first_day == row.last_day == row.asked_on
        if guessed and f"special-approval:{row.number}" in unnamed:
            row.first_day, row.last_day = dates.get(row.visit_id) or window(row)
            row.save(update_fields=["first_day", "last_day"])


class Migration(migrations.Migration):
    dependencies = [("schedule", "0004_approved_days"), ("programmes", "0006_transfer"), ("record", "0001_initial")]

    operations = [migrations.RunPython(give_the_window, migrations.RunPython.noop)]
