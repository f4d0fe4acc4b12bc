from django.db import migrations, models


def tell_audits(apps, schema_editor):
    """An audit whose every standard was decided is decided since the last of them."""
    made: dict[int, dict[int, object]] = {}
    for decision in apps.get_model("decisions", "Decision").objects.exclude(audit=None):
        made.setdefault(decision.audit_id, {})[decision.certification_id] = decision.decided_on
    parts = apps.get_model("programmes", "VisitPart").objects
    for audit in apps.get_model("audits", "Audit").objects.filter(pk__in=made):
        of_visit = parts.filter(visit_id=audit.visit_id).values_list("certification_id", flat=True)
        if set(of_visit) <= made[audit.pk].keys():
            audit.decided_on = max(made[audit.pk].values())
            audit.save(update_fields=["decided_on"])


class Migration(migrations.Migration):

    dependencies = [
        ('audits', '0002_decided'),
        ('decisions', '0001_initial'),
        ('programmes', '0002_visit_to_come'),
    ]

    operations = [
        migrations.AddField(
            model_name='decision',
            name='executed_as',
            field=models.CharField(blank=True, max_length=50),
        ),
        migrations.AddField(
            model_name='decision',
            name='executed_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddIndex(
            model_name='decision',
            index=models.Index(fields=['-decided_on', '-number'], name='decision_latest'),
        ),
        migrations.AddIndex(
            model_name='decision',
            index=models.Index(condition=models.Q(('carried', False), ('executed_on', None)), fields=['act', 'decided_on'], name='decision_to_execute'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('executed_as', ''), ('executed_on', None)), ('executed_on__gte', models.F('decided_on')), _connector='OR'), name='a_decision_is_executed_after_it_is_made'),
        ),
        migrations.RunPython(tell_audits, migrations.RunPython.noop),
    ]
