"""The processing log names the regime of each processing; rows from before keep none."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the column."""

    dependencies = [("delen", "0100_regioafspraken")]
    operations = [
        migrations.AddField(
            model_name="verwerking",
            name="regime",
            field=models.TextField(db_default="", default=""),
        ),
    ]
