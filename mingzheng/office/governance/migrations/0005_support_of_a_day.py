from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):

    dependencies = [("governance", "0004_trade_events")]

    operations = [
        migrations.RemoveConstraint(model_name="support", name="what_was_done_is_tagged_once"),
        migrations.AddConstraint(
            model_name="support",
            constraint=models.UniqueConstraint(
                condition=~Q(proof="") & Q(taken_back_on=None),
                fields=("kind", "proof", "done_on"),
                name="what_was_done_is_tagged_once",
            ),
        ),
    ]
