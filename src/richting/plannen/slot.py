"""Which rows of this room's tables a desk may read: those in a category it has a ground for.

A new table of a plan is locked by standing in OP_CATEGORIE; a test proves that none is forgotten.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import migrations

from richting.kern.slot import beveilig

OP_CATEGORIE: tuple[str, ...] = (
    "plannen_actie",
    "plannen_actiestap",
    "plannen_adviesinbreng",
    "plannen_adviesverzoek",
    "plannen_afname",
    "plannen_standafwijking",
    "plannen_behandeldoel",
    "plannen_brongegeven",
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
"""Tables whose column `categorie` names the compartment of each row. Clausule 6.4."""


def sloten(tabellen: Iterable[str]) -> list[migrations.RunSQL]:
    """The steps that lock these tables; a migration names those that it makes."""
    return [beveilig(tabel, kolom="categorie") for tabel in tabellen]
