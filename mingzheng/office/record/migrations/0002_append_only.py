from django.db import migrations

from mingzheng.office.record.append_only import RECORD, guard, unguard


class Migration(migrations.Migration):
    dependencies = [("record", "0001_initial")]
    operations = [
        migrations.RunPython(
            lambda apps, schema: guard(schema.connection, RECORD),
            lambda apps, schema: unguard(schema.connection, RECORD),
        ),
    ]
