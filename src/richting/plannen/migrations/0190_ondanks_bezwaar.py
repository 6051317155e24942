"""Why a step outside is allowed although a party objects; what stands already has no such words."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """A column with an empty text."""

    dependencies = [("plannen", "0180_actie_niet_nodig")]

    operations = [
        migrations.AddField(
            "faseringsstap", "ondanks_bezwaar", models.TextField(blank=True, default="")
        ),
    ]
