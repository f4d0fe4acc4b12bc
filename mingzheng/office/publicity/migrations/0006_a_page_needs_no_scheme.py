"""Pages compared before are named as they are from now on, with or without a scheme."""

import re

from django.db import migrations

PAGE = re.compile(
    r"(?:https?:)?//(?P<host>[^/?#\s]+)(?P<rest>\S*)"
    # Typed without its scheme: words like a host, of a domain everybody knows or with a path behind them.
    r"|(?P<bare>www\.[^/?#\s]+|(?:[a-z0-9-]+\.)+(?:(?:com|cn|net|org|gov|edu)|[a-z]{2,}(?=[:/]))(?::\d+)?)"
    r"(?P<more>(?:[/?#]\S*)?)",
    re.I,
)


def named(where):
    where = " ".join(where.split())
    found = PAGE.fullmatch(where)
    if found is None:
        return where
    host = re.sub(r":(80|443)$", "", (found["host"] or found["bare"]).lower())
    path = (found["rest"] or found["more"] or "").partition("#")[0]
    return f"https://{host}{path.rstrip('/')}"


def name_once(apps, schema_editor):
    for row in apps.get_model("publicity", "Comparison").objects.all():
        if (where := named(row.where)) != row.where and len(where) <= 300:
            row.where = where
            row.save(update_fields=["where"])


class Migration(migrations.Migration):
    dependencies = [("publicity", "0005_links_of_any_length")]

    operations = [migrations.RunPython(name_once, migrations.RunPython.noop)]
