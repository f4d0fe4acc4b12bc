"""Day fees are approved by another than who claimed them, and paid afterwards."""

from django.db import migrations, models
from django.db.models import F, Q


def make_true(apps, schema_editor):
    """What the two constraints would stop on: who claimed cannot have approved, and a payment counts from its approval on.

    The settlement says in its remark, behind the words of who checked it, what stood there as far as there is room; the record
    keeps it too.
    """
    for row in apps.get_model("workplace", "Settlement").objects.exclude(approved_on=None):
        told = []
        if row.paid_on and row.paid_on < row.approved_on:
            told.append(f"付款日原为 {row.paid_on}，早于批准 / paid on {row.paid_on}, before the approval")
            row.paid_on = row.approved_on
        if row.approved_by and row.approved_by == row.claimed_by:
            told.append(f"原由申报人 {row.approved_by} 批准 / approved by the claimant {row.approved_by}")
            row.approved_by = ""
            if row.step == "approved":  # another approves it, before it is paid
                row.step, row.approved_on = "checked", None
        if told:
            row.remark = "；".join([*([row.remark] if row.remark else []), *told])[:300]
            row.save()


class Migration(migrations.Migration):
    dependencies = [("workplace", "0006_survey_cuts")]

    operations = [
        migrations.RunPython(make_true, migrations.RunPython.noop),
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
