
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Letter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=20, unique=True)),
                ('cause', models.CharField(max_length=100)),
                ('kind', models.CharField(max_length=60)),
                ('to', models.EmailField(max_length=254)),
                ('subject', models.CharField(max_length=300)),
                ('text', models.TextField()),
                ('written_on', models.DateField()),
                ('sent_on', models.DateField(blank=True, null=True)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('next_try_at', models.DateTimeField(blank=True, null=True)),
                ('fault', models.CharField(blank=True, max_length=300)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('sent_on', None)), fields=['next_try_at'], name='letter_waiting'), models.Index(fields=['-written_on', '-number'], name='letter_latest')],
                'constraints': [models.UniqueConstraint(fields=('cause', 'to'), name='a_letter_is_written_once_for_what_happened')],
            },
        ),
    ]
