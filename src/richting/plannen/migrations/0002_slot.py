"""The second lock on the tables of the plan."""

from __future__ import annotations

from django.db import migrations

from richting.plannen.slot import sloten

TABELLEN = (
    "plannen_actie",
    "plannen_actiestap",
    "plannen_adviesinbreng",
    "plannen_adviesverzoek",
    "plannen_afname",
    "plannen_standafwijking",
    "plannen_behandeldoel",
    "plannen_faseringsstap",
    "plannen_stapreactie",
    "plannen_zitting",
    "plannen_zorgoverdracht",
    "plannen_slachtofferbelang",
    "plannen_slachtoffertoets",
    "plannen_doel",
    "plannen_factor",
    "plannen_geenantwoord",
    "plannen_instemming",
    "plannen_motivatie",
    "plannen_ondersteuning",
    "plannen_planversie",
    "plannen_planversiedeel",
    "plannen_planvraag",
    "plannen_planwerkregel",
    "plannen_poging",
    "plannen_startgesprek",
    "plannen_verzoekbericht",
    "plannen_zondermedewerking",
)
"""The tables of the first migration; one that came later is locked by the migration that makes it."""


class Migration(migrations.Migration):
    """Lock every table of the plan; the grounds it asks about stand in `delen`."""

    dependencies = [("delen", "0002_slot"), ("plannen", "0001_initial")]
    operations = sloten(TABELLEN)
