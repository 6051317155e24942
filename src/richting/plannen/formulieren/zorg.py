"""The form about how care goes on."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from richting.plannen import namen
from richting.plannen.formulieren.inhoud import Versieveld, keuze, tekst, zin
from richting.web.formulieren import Datumveld


class Zorgformulier(Versieveld):
    """Where care goes on, and what goes along: no diagnosis, no treatment."""

    afspraak_bij = zin(
        gettext_lazy("Waar gaat de zorg verder?"),
        uitleg=gettext_lazy("Alleen de plek, geen behandeling of diagnose."),
    )
    afspraak_op = Datumveld(label=gettext_lazy("Eerste afspraak op"), required=False)
    vervolg = tekst(
        gettext_lazy("Wat moeten anderen weten om de zorg te laten doorgaan?"),
        regels=2,
        uitleg=gettext_lazy("Bijvoorbeeld wie belt, en wanneer."),
    )
    overdrachtsbrief = keuze(
        gettext_lazy("Overdrachtsbrief mee op de dag zelf"),
        namen.MEEGEVEN.items(),
        gettext_lazy("Maak een keuze."),
    )
