from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('decisions', '0002_executed'),
        ('programmes', '0002_visit_to_come'),
    ]

    operations = [
        migrations.CreateModel(
            name='File',
            fields=[
            ],
            options={
                'proxy': True,
                'indexes': [],
                'constraints': [],
            },
            bases=('programmes.visitpart',),
        ),
    ]
