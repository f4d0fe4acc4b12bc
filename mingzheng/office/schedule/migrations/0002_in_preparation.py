from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('programmes', '0002_visit_to_come'),
        ('schedule', '0001_initial'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='appointment',
            index=models.Index(condition=models.Q(('plan_sent_on', None)), fields=['visit'], name='appointment_in_preparation'),
        ),
    ]
