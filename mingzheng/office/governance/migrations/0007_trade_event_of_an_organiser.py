from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("governance", "0006_shared_again")]

    operations = [
        migrations.RemoveConstraint(model_name="tradeevent", name="an_activity_of_the_trade_is_entered_once"),
        migrations.AddConstraint(
            model_name="tradeevent",
            constraint=models.UniqueConstraint(
                fields=("zh", "organiser", "held_on"), name="an_activity_of_the_trade_is_entered_once"
            ),
        ),
    ]
