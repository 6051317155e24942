"""Actions as blocks, for a fixed version, paper and comparing; and as sentences of the timeline."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from richting.akkoord.plan.overgangen import OPEN
from richting.akkoord.plan.woorden import Actiekader, Actiestaat
from richting.dossiers import tijdlijn
from richting.dossiers.models import Dossier
from richting.kern.models import Journaal
from richting.plannen import actienamen, namen
from richting.plannen.models import Actie
from richting.plannen.onderdelen import Blok, Regel
from richting.plannen.overzichten.actielijst import acties_van
from richting.web.datums import dag_in_woorden


def blokken(dossier: Dossier) -> Iterator[Blok]:
    """The actions, a block per life area. One query. Clausule 4.3, 5.5."""
    alle = acties_van(dossier.pk)
    for gebied, naam in namen.LEEFGEBIEDEN.items():
        regels = tuple(_regel(rij) for rij in alle if rij.leefgebied == gebied)
        if regels:
            titel = _("{gebied}: acties").format(gebied=naam)
            yield Blok(f"acties_{gebied.value}", titel, gebied.categorie.value, regels)


def _regel(rij: Actie) -> Regel:
    return Regel(str(rij.pk), actienamen.omschrijving(rij), " · ".join(_delen(rij)))


def _delen(rij: Actie) -> Iterator[str]:
    """Who, how far, by when, and what came of it."""
    wie = rij.verantwoordelijk.naam
    yield f"{wie} ({rij.uitvoerder.naam})" if rij.uitvoerder else wie
    yield str(actienamen.STATEN[Actiestaat(rij.staat)])
    if rij.uiterlijk and rij.staat in OPEN:
        yield _("klaar uiterlijk {dag}").format(dag=dag_in_woorden(rij.uiterlijk))
    if rij.klaar_op:
        yield _("klaar op {dag}").format(dag=dag_in_woorden(rij.klaar_op))
    if rij.kader == Actiekader.BIJZONDERE_VOORWAARDE:
        yield str(actienamen.KADERS[Actiekader.BIJZONDERE_VOORWAARDE])
    if reden := actienamen.reden_nu(rij.staat, rij.reden):
        yield reden
    if rij.resultaat:
        yield rij.resultaat


def meld_aan() -> None:
    """Tell what happens to actions on the timeline."""
    tijdlijn.registreer("actie_gemaakt", _gemaakt)
    tijdlijn.registreer("actie_stap", _stap)
    tijdlijn.registreer("actie_gewijzigd", _gewijzigd)
    tijdlijn.registreer("actie_uitvoerder", _uitvoerder)


def _gemaakt(rij: Journaal, _namen: tijdlijn.Namen) -> str:
    if rij.na["staat"] == Actiestaat.GEVRAAGD:
        return _("Een ander loket is gevraagd: {wat}.").format(wat=rij.na["wat"])
    if rij.na["staat"] == Actiestaat.NIET_NODIG:
        return _("Dit is niet nodig: {wat}.").format(wat=rij.na["wat"])
    return _("Nieuwe actie: {wat}.").format(wat=rij.na["wat"])


def _stap(rij: Journaal, _namen: tijdlijn.Namen) -> str:
    staat = str(actienamen.STATEN[Actiestaat(rij.na["staat"])])
    if reden := rij.na.get("reden"):
        staat = f"{staat} ({actienamen.redenzin(reden)})"
    return _("Actie „{wat}” staat nu op: {staat}.").format(wat=rij.na["wat"], staat=staat)


def _gewijzigd(rij: Journaal, _namen: tijdlijn.Namen) -> str:
    return _("Actie „{wat}” is aangepast.").format(wat=rij.na["wat"])


def _uitvoerder(rij: Journaal, _namen: tijdlijn.Namen) -> str:
    return _("Actie „{wat}” heeft een andere uitvoerder.").format(wat=rij.na["wat"])
