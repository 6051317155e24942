"""An obstacle carries the code of the rule of its term; what stands already carries none."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """A column with an empty text."""

    dependencies = [("regie", "0170_werklijst")]

    operations = [
        migrations.AddField("belemmering", "regel", models.TextField(blank=True, default="")),
    ]
