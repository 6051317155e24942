"""What the timeline and the read log say of terms and of what was sent back. Clausule 5.4."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.akkoord.termijnen import REGEL, verschoven
from richting.akkoord.terugmelden import Gegeven, Terugantwoord
from richting.delen.namen import registreer_handeling
from richting.dossiers import tijdlijn
from richting.kern.instellingen import aannames_op
from richting.kern.models import Journaal
from richting.regie.woorden import ANTWOORDEN, GEGEVENS
from richting.web.datums import dag_in_woorden

EINDE = tijdlijn.VERTELLERS["einde_gewijzigd"]
"""How the room `dossiers` tells it; the terms come after."""


def _uitgesteld(rij: Journaal, namen: tijdlijn.Namen) -> str:
    wat = rij.na["zin"]
    return _("{loket} heeft iets uitgesteld tot {dag}: {wat}").format(
        loket=namen.loket(rij.na.get("loket")), dag=_dag(rij.na["tot"]), wat=_(wat)
    )


def _afgevinkt(rij: Journaal, namen: tijdlijn.Namen) -> str:
    regel = REGEL.get(rij.na["termijn"])
    return _("Gedaan op {dag}: {wat}").format(
        dag=_dag(rij.na["gedaan_op"]), wat=_(regel.zin) if regel else rij.na["termijn"]
    )


def _teruggemeld(rij: Journaal, namen: tijdlijn.Namen) -> str:
    return _("Teruggemeld aan {loket}: dit klopt niet ({wat}).").format(
        loket=namen.loket(rij.na.get("loket")), wat=GEGEVENS[Gegeven(rij.na["gegeven"])]
    )


def _beantwoord(rij: Journaal, namen: tijdlijn.Namen) -> str:
    return _("{loket} antwoordt over {wat}: {antwoord}.").format(
        loket=namen.loket(rij.na.get("loket")),
        wat=GEGEVENS[Gegeven(rij.na["gegeven"])],
        antwoord=ANTWOORDEN[Terugantwoord(rij.na["antwoord"])],
    )


def _einde(rij: Journaal, namen: tijdlijn.Namen) -> str:
    """What moved with the day of release: worked out, never kept. Clausule 5.4."""
    eerst, nu = _ontslag(rij.voor), _ontslag(rij.na)
    zin = EINDE(rij, namen)
    if nu is None:
        return f"{zin} {_('Daardoor vervallen de termijnen die terugtellen vanaf het vertrek.')}"
    anders = verschoven(eerst, nu, aannames_op(timezone.localtime(rij.tijdstip).date()))
    if not anders:
        return zin
    wat = " ".join(
        _("Uiterlijk {dag}: {wat}").format(dag=dag_in_woorden(dag), wat=_(regel.zin))
        for regel, _oud, dag in anders
        if dag
    )
    return f"{zin} {_('Daardoor schuiven termijnen mee.')} {wat}"


def _ontslag(wat: dict[str, Any]) -> date | None:
    tekst = wat.get("vroegst") or wat.get("laatst")
    return date.fromisoformat(tekst) if tekst else None


def _dag(tekst: str) -> str:
    return dag_in_woorden(date.fromisoformat(tekst))


def meld_aan() -> None:
    """Register the sentences and names; running it twice changes nothing."""
    for soort, verteller in (
        ("einde_gewijzigd", _einde),
        ("werk_uitgesteld", _uitgesteld),
        ("termijn_afgevinkt", _afgevinkt),
        ("teruggemeld", _teruggemeld),
        ("terugmelding_beantwoord", _beantwoord),
    ):
        tijdlijn.registreer(soort, verteller)
    registreer_handeling("termijnen", gettext_lazy("keek naar de termijnen"))
    registreer_handeling("dit klopt niet", gettext_lazy("keek naar gegevens die niet kloppen"))
    registreer_handeling("api termijnen", gettext_lazy("haalde de termijnen op met een systeem"))
    registreer_handeling(
        "api werkvoorraad", gettext_lazy("haalde de werkvoorraad op met een systeem")
    )
