from django.db import migrations


def carry_over(apps, schema_editor):
    """Whoever was marked as premium among his wishes is a premium client since the day he was last marked."""
    wishes = apps.get_model("planning", "ClientWishes").objects.filter(premium=True).select_related("client")
    event, tier = apps.get_model("record", "Event"), apps.get_model("clients", "ClientTier")
    for row in wishes:
        said = event.objects.filter(subject=f"client:{row.client.uscc}", kind="client.wishes-stated")
        last = said.order_by("sequence").last()
        if last:
            tier.objects.create(
                client=row.client, tier="premium", set_on=last.on, set_by=last.by, reason="客户意愿登记：重点客户"
            )


class Migration(migrations.Migration):
    dependencies = [
        ("planning", "0001_initial"),
        ("clients", "0003_client_tiers"),
        ("record", "0001_initial"),
    ]

    operations = [
        migrations.RunPython(carry_over, migrations.RunPython.noop),
        migrations.RemoveField(model_name="clientwishes", name="premium"),
    ]
