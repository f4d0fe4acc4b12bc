from django.db import migrations

from mingzheng.office.record.append_only import PUBLIC_LOG, guard, unguard


class Migration(migrations.Migration):
    dependencies = [("publication", "0001_initial")]
    operations = [
        migrations.RunPython(
            lambda apps, schema: guard(schema.connection, PUBLIC_LOG),
            lambda apps, schema: unguard(schema.connection, PUBLIC_LOG),
        ),
    ]
