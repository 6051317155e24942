"""What the stay shows on the route: stay, places, leave, end, terms, supervision, afterwards.

Row security leaves out what the reader has no ground for. Joint work (terms, requests to another
municipality, the months after) is not for the mayor's desk, OM and police. Clausule 6.3.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.akkoord.feiten import Feiten
from richting.akkoord.kalender import plus_maanden
from richting.akkoord.levensloop import (
    BUITENZINNEN,
    laatste_dag,
    rekendatum,
    route,
    sleuteldata,
)
from richting.akkoord.levensloop import Stuk as Routestuk
from richting.akkoord.meldingen import VEILIGHEIDSPARTIJEN
from richting.akkoord.termijnen import termijnen
from richting.akkoord.verzoeken import in_behandeling
from richting.akkoord.woorden import Gegevenscategorie, SoortPlaats, Zekerheid
from richting.dossiers.feiten import feiten_uit_rijen
from richting.dossiers.models import Dossier
from richting.dossiers.namen import PLAATSEN
from richting.kern.instellingen import aannames_op
from richting.kern.lezen import Lezing
from richting.partijen.overzichten import namen_van
from richting.web.bronnen import in_woorden
from richting.web.route import Band, Punt, Routebron, registreer
from richting.web.route.bron import Item, Kleur, Maker

VERBLIJF = Gegevenscategorie.VERBLIJF.value
TOEZICHT = Gegevenscategorie.TOEZICHT.value
EINDEN = frozenset({"verwacht_einde", "verwacht_laatst", "einde", "overleden"})


def verblijf(lees: Lezing, dossier: Dossier) -> Iterator[Item]:
    """The stay as a whole: what was, and what is expected. Clausule 3.9, 5.12."""
    feiten = feiten_uit_rijen(dossier)
    einde = laatste_dag(feiten)
    if einde:
        yield Band(_("In detentie"), feiten.begin, einde, VERBLIJF)
        return
    verwacht = rekendatum(feiten)
    if verwacht is None or verwacht <= lees.wie.vandaag:
        yield Band(_("In detentie, einde onbekend"), feiten.begin, None, VERBLIJF)
        return
    yield Band(_("In detentie"), feiten.begin, None, VERBLIJF, straks=verwacht)


def plaatsen(lees: Lezing, dossier: Dossier) -> Iterator[Item]:
    """Where somebody was and is, apart from leave. One query. Clausule 3.5."""
    feiten = feiten_uit_rijen(dossier)
    stukken = [stuk for stuk in route(feiten) if stuk.soort is not SoortPlaats.VERLOF]
    namen = namen_van({stuk.inrichting for stuk in stukken if stuk.inrichting})
    verwacht, vandaag = rekendatum(feiten), lees.wie.vandaag
    for stuk in stukken:
        straks = verwacht if stuk.tot is None and verwacht and verwacht > vandaag else None
        naam = _plek(stuk, namen)
        yield Band(naam, stuk.van, stuk.tot, VERBLIJF, _kleur(stuk), straks=straks)


def verlof(_lees: Lezing, dossier: Dossier) -> Iterator[Item]:
    """Leave, once each. Clausule 3.5."""
    for stuk in route(feiten_uit_rijen(dossier)):
        if stuk.soort is SoortPlaats.VERLOF:
            yield Band(_("Verlof"), stuk.van, stuk.tot, VERBLIJF, "aandacht")


def vertrek(_lees: Lezing, dossier: Dossier) -> Iterator[Item]:
    """The end: what it was, or the span in which it is expected and how sure that is."""
    feiten = feiten_uit_rijen(dossier)
    verwacht = feiten.verwacht_einde
    vroegst, laatst = verwacht.vroegst, verwacht.laatst
    if feiten.einde is None and vroegst and laatst and vroegst < laatst:
        yield Band(_("Vertrek ergens hier"), vroegst, laatst, VERBLIJF, "verwacht", _zeker(feiten))
    for datum in sleuteldata(feiten):
        if datum.datum is not None and datum.code in EINDEN:
            zekerheid = datum.zekerheid.value
            yield Punt(_(datum.naam), datum.datum, VERBLIJF, zekerheid, _zeker(feiten))


def toezicht(lees: Lezing, dossier: Dossier) -> Iterator[Item]:
    """Supervision by probation, from its begin or else from the end of the stay. Clausule 3.9."""
    feiten = feiten_uit_rijen(dossier)
    namen = namen_van({band.organisatie for band in feiten.toezicht})
    for band in feiten.toezicht:
        van = band.van or rekendatum(feiten)
        if van is None:
            continue
        naam = _("Toezicht: {wie}").format(wie=namen.get(band.organisatie, band.organisatie))
        kleur: Kleur = "verwacht" if van > lees.wie.vandaag else "licht"
        yield Band(naam, van, band.tot, TOEZICHT, kleur)


def gemeenten(lees: Lezing, dossier: Dossier) -> Iterator[Item]:
    """When another municipality was asked to receive the person. One query. Clausule 5.7."""
    feiten = feiten_uit_rijen(dossier)
    namen = namen_van({verzoek.gemeente for verzoek in feiten.verzoeken})
    for verzoek in feiten.verzoeken:
        stuk = in_behandeling(verzoek)
        if stuk:
            naam = _("Gevraagd: {gemeente}").format(
                gemeente=namen.get(verzoek.gemeente, verzoek.gemeente)
            )
            yield Band(naam, stuk.van or verzoek.gevraagd_op, stuk.tot, VERBLIJF, "aandacht")


def termijnpunten(lees: Lezing, dossier: Dossier) -> Iterator[Item]:
    """The last days of the terms that run from the begin of the stay. Clausule 5.1."""
    feiten = feiten_uit_rijen(dossier)
    for termijn in termijnen(feiten, aannames_op(lees.wie.vandaag)):
        kleur: Kleur = "licht" if termijn.uiterlijk < lees.wie.vandaag else "aandacht"
        bron = in_woorden(termijn.bron)
        yield Punt(_(termijn.zin), termijn.uiterlijk, VERBLIJF, toelichting=bron, kleur=kleur)


def erna(lees: Lezing, dossier: Dossier) -> Iterator[Item]:
    """The months after release in which the parties still work together. Clausule 5.12, 8.2."""
    feiten, vandaag = feiten_uit_rijen(dossier), lees.wie.vandaag
    vertrek_op = rekendatum(feiten)
    if vertrek_op is None or feiten.persoon.overleden_op:
        return
    einde = plus_maanden(vertrek_op, aannames_op(vandaag).nazorg_maanden)
    kleur: Kleur = "licht" if feiten.einde else "verwacht"
    yield Band(_("Nazorg na het vertrek"), vertrek_op, einde, VERBLIJF, kleur)


def _alleen_driehoek(maker: Callable[[Lezing, Dossier], Iterable[Item]]) -> Maker:
    """Nothing for the desks of the safety side: the joint work is not theirs. Clausule 6.3."""

    def maak(lees: Lezing, dossier: Dossier) -> Iterable[Item]:
        return () if lees.wie.loketsoort in VEILIGHEIDSPARTIJEN else maker(lees, dossier)

    return maak


def _plek(stuk: Routestuk, namen: dict[str, str]) -> str:
    if stuk.inrichting:
        return namen.get(stuk.inrichting, stuk.inrichting)
    return str(PLAATSEN[stuk.soort]) if stuk.soort else _("onbekend")


def _kleur(stuk: Routestuk) -> Kleur:
    return "licht" if stuk.soort in BUITENZINNEN or not stuk.binnen else "vol"


ZEKERHEDEN = {
    Zekerheid.VAST: gettext_lazy("staat vast"),
    Zekerheid.VERWACHT: gettext_lazy("verwacht"),
    Zekerheid.ONBEKEND: gettext_lazy("niet bekend"),
    Zekerheid.RECHTERLIJK: gettext_lazy("hangt af van de rechter"),
}


def _zeker(feiten: Feiten) -> str:
    """How sure the end is, in words."""
    vast = feiten.einde is not None
    return str(ZEKERHEDEN[Zekerheid.VAST if vast else feiten.verwacht_einde.zekerheid])


def meld_aan() -> None:
    """Register the lanes of the stay."""
    bronnen = (
        Routebron("verblijf", 10, gettext_lazy("Verblijf"), verblijf),
        Routebron("plaatsen", 20, gettext_lazy("Plaatsen"), plaatsen),
        Routebron("verlof", 30, gettext_lazy("Verlof"), verlof),
        Routebron("vertrek", 40, gettext_lazy("Vertrek"), vertrek),
        Routebron("termijnen", 60, gettext_lazy("Termijnen"), _alleen_driehoek(termijnpunten)),
        Routebron("gemeenten", 80, gettext_lazy("Gemeente"), _alleen_driehoek(gemeenten)),
        Routebron("toezicht", 90, gettext_lazy("Toezicht"), toezicht),
        Routebron("erna", 100, gettext_lazy("Daarna"), _alleen_driehoek(erna)),
    )
    for bron in bronnen:
        registreer(bron)
