from django.db import migrations, models

from mingzheng.office.clients.names import spelled


def spell(apps, schema_editor):
    for application in apps.get_model("contracts", "Application").objects.exclude(name_zh=""):
        application.pinyin = spelled([application.name_zh])
        application.save(update_fields=["pinyin"])


class Migration(migrations.Migration):

    dependencies = [
        ('contracts', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='application',
            name='pinyin',
            field=models.TextField(blank=True),
        ),
        migrations.RunPython(spell, migrations.RunPython.noop),
    ]
