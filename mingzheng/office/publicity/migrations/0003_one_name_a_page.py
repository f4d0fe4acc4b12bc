"""Pages compared before are named as they are from now on, whichever way each was spelled."""

import re

from django.db import migrations

PAGE = re.compile(r"(?:https?:)?//(?P<host>[^/?#\s]+)(?P<rest>\S*)|(?P<www>www\.[^/?#\s]+)(?P<more>\S*)", re.I)


def named(where):
    where = " ".join(where.split())
    found = PAGE.fullmatch(where)
    if found is None:
        return where
    host = re.sub(r":(80|443)$", "", (found["host"] or found["www"]).lower())
    path = (found["rest"] or found["more"] or "").partition("#")[0]
    return f"https://{host}{path.rstrip('/')}"


def name_once(apps, schema_editor):
    for row in apps.get_model("publicity", "Comparison").objects.all():
        if (where := named(row.where)[:300]) != row.where:
            row.where = where
            row.save(update_fields=["where"])


class Migration(migrations.Migration):
    dependencies = [("publicity", "0002_comparisons")]

    operations = [migrations.RunPython(name_once, migrations.RunPython.noop)]
