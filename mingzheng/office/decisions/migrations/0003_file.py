from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('decisions', '0002_executed'),
        ('audits', '0002_decided'),
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
            bases=('audits.conclusion',),
        ),
    ]
