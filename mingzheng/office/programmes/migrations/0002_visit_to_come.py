from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('clients', '0001_initial'),
        ('contracts', '0001_initial'),
        ('programmes', '0001_initial'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='visit',
            index=models.Index(condition=models.Q(('begun_on', None), ('dropped_on', None)), fields=['latest', 'number'], name='visit_to_come'),
        ),
    ]
