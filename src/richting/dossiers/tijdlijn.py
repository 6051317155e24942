"""The journal of a dossier in plain words: one sentence per kind of change. Clausule 5.4."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from richting.akkoord.grondslagen import grondslag
from richting.akkoord.woorden import SoortPlaats, Zekerheid
from richting.dossiers.namen import PLAATSEN, VRAGEN
from richting.kern.models import Journaal

WIE = gettext_lazy("De functioneel beheerder heeft gecontroleerd om wie het gaat.")
"""No more than this, and no reason: another stay may not be known to this reader."""
ZINNEN = {
    "ingetrokken": gettext_lazy("Het bericht over dit verblijf is ingetrokken."),
    "toezicht_gewijzigd": gettext_lazy("Het toezicht is veranderd."),
    "persoon_gewijzigd": gettext_lazy("De persoonsgegevens zijn veranderd."),
    "keten_gewijzigd": gettext_lazy("De nummers uit de strafrechtketen zijn veranderd."),
    "veroordeling_gewijzigd": gettext_lazy("De gegevens over de veroordeling zijn veranderd."),
    "risico_gewijzigd": gettext_lazy("De markering voor artikel 18b is veranderd."),
    "inbreng_gewijzigd": gettext_lazy("De inbreng bij het Veiligheidshuis is veranderd."),
    "samengevoegd": WIE,
    "koppeling_afgewezen": WIE,
    "gesplitst": WIE,
    "buiten_doelgroep": gettext_lazy("Dit verblijf valt buiten het akkoord."),
    "gecorrigeerd": gettext_lazy("Gegevens van dit verblijf zijn gecorrigeerd."),
}
ANDERS = gettext_lazy("Er is iets veranderd.")
ONTSTAAN, VERVALLEN = "grond_ontstaan", "grond_vervallen"


@dataclass(frozen=True)
class Namen:
    """What the organisations (by code) and desks (by number) in the journal are called."""

    organisaties: dict[str, str] = field(default_factory=dict)
    loketten: dict[int, str] = field(default_factory=dict)

    def organisatie(self, code: str) -> str:
        """The name of an organisation; the code itself when nobody knows it."""
        return self.organisaties.get(code, code)

    def loket(self, nummer: int | None) -> str:
        """The name of a desk."""
        return self.loketten.get(nummer or 0) or _("een loket")


@dataclass(frozen=True)
class Regel:
    """A line of the timeline."""

    moment: datetime
    zin: str
    wie: str
    toelichting: str
    nieuw: bool


def regels(journaal: Iterable[Journaal], nieuw: set[int], namen: Namen) -> list[Regel]:
    """The journal, newest first, as lines to read.

    Grounds that end and begin in one change are one line: who may see, who no longer.
    """
    return [regel for groep in _groepen(list(journaal)) for regel in _lees(groep, nieuw, namen)]


def codes(journaal: Iterable[Journaal]) -> set[str]:
    """The organisations that the journal names."""
    gevonden: set[str] = set()
    for rij in journaal:
        gevonden |= {rij.na["inrichting"]} if rij.na.get("inrichting") else set()
        gevonden |= {code for code, _rol in rij.na.get("gemeenten", ())}
    return gevonden


def loketten(journaal: Iterable[Journaal]) -> set[int]:
    """The desks that the journal names."""
    gevonden: set[int] = set()
    for rij in journaal:
        gevonden |= {grond["loket"] for grond in _gronden(rij)}
        gevonden |= {rij.na["loket"]} if rij.na.get("loket") else set()
    return gevonden


def _groepen(rijen: list[Journaal]) -> Iterator[list[Journaal]]:
    """Each change alone, but the grounds of one change together."""
    groep: list[Journaal] = []
    for rij in rijen:
        if groep and not _hoort_bij(groep[-1], rij):
            yield groep
            groep = []
        groep.append(rij)
    if groep:
        yield groep


def _hoort_bij(vorige: Journaal, rij: Journaal) -> bool:
    van_gronden = {vorige.soort, rij.soort} <= {ONTSTAAN, VERVALLEN}
    return van_gronden and (vorige.trace, vorige.tijdstip) == (rij.trace, rij.tijdstip)


def _lees(groep: list[Journaal], nieuw: set[int], namen: Namen) -> Iterator[Regel]:
    rij = groep[0]
    is_nieuw = any(deel.pk in nieuw for deel in groep)
    if rij.soort not in (ONTSTAAN, VERVALLEN):
        reden = "" if ZINNEN.get(rij.soort) is WIE else rij.reden
        yield Regel(rij.tijdstip, zin(rij, namen), rij.door, reden, is_nieuw)
        return
    for tekst, artikelen in _toegang(groep, namen):
        yield Regel(rij.tijdstip, tekst, rij.door, artikelen, is_nieuw)


def _gronden(rij: Journaal) -> list[dict[str, Any]]:
    gronden: list[dict[str, Any]] = rij.na.get("gronden") or rij.voor.get("gronden") or []
    return gronden


def _toegang(groep: list[Journaal], namen: Namen) -> Iterator[tuple[str, str]]:
    """Who may see the dossier from now on, for whom that changed, and who may no longer."""
    erbij = [grond for rij in groep if rij.soort == ONTSTAAN for grond in _gronden(rij)]
    eraf = [grond for rij in groep if rij.soort == VERVALLEN for grond in _gronden(rij)]
    nu, eerst = {g["loket"] for g in erbij}, {g["loket"] for g in eraf}
    minder = eerst & {g["loket"] for g in erbij if g.get("regioafspraken")}
    for zin_, wie, gronden in (
        (_("Mag dit dossier niet langer zien: {wie}."), eerst - nu, eraf),
        (_("Mag dit dossier nu zien: {wie}."), nu - eerst, erbij),
        (_("Ziet door een regionale afspraak minder dan de wet toestaat: {wie}."), minder, erbij),
        (
            _("Waarom of hoe lang dit te zien is, is veranderd voor: {wie}."),
            (nu & eerst) - minder,
            erbij,
        ),
    ):
        if wie:
            deze = [grond for grond in gronden if grond["loket"] in wie]
            yield zin_.format(wie=_opsomming(namen.loket(nr) for nr in wie)), _artikelen(deze)


def _artikelen(gronden: list[dict[str, Any]]) -> str:
    artikelen = sorted({grondslag(grond["grondslag"]).artikel for grond in gronden})
    return _("Op grond van {artikelen}").format(artikelen=_opsomming(artikelen))


def _opsomming(delen: Iterable[str]) -> str:
    return "; ".join(sorted(delen))


def zin(rij: Journaal, namen: Namen) -> str:
    """One change in one sentence."""
    verteller = VERTELLERS.get(rij.soort)
    return verteller(rij, namen) if verteller else str(ZINNEN.get(rij.soort, ANDERS))


def _dag(tekst: str | None) -> str:
    return date_format(date.fromisoformat(tekst), "j F Y") if tekst else _("onbekend")


def _geopend(rij: Journaal, namen: Namen) -> str:
    return _("Dossier geopend. Het verblijf begint op {dag}.").format(dag=_dag(rij.na["begin"]))


def _einde(rij: Journaal, namen: Namen) -> str:
    na: dict[str, Any] = rij.na
    nieuw = na.get("vroegst") or na.get("laatst")
    if na.get("zekerheid") == Zekerheid.ONBEKEND or not nieuw:
        return _("De einddatum is nu onbekend.")
    voor = rij.voor.get("vroegst") or rij.voor.get("laatst")
    if voor == nieuw:
        return _("De verwachte einddatum blijft {dag}; hoe zeker die is, is veranderd.").format(
            dag=_dag(nieuw)
        )
    if voor:
        return _("De verwachte einddatum is nu {dag}; eerst was dat {oud}.").format(
            dag=_dag(nieuw), oud=_dag(voor)
        )
    return _("De verwachte einddatum is nu {dag}.").format(dag=_dag(nieuw))


def _plaats(rij: Journaal, namen: Namen) -> str:
    code = rij.na.get("inrichting")
    soort = str(PLAATSEN[SoortPlaats(rij.na["soort"])])
    return _("Verblijft vanaf {dag} in: {plaats}.").format(
        dag=_dag(rij.na["van"]), plaats=namen.organisatie(code) if code else soort
    )


def _buiten(rij: Journaal, namen: Namen) -> str:
    soort = PLAATSEN[SoortPlaats(rij.na["soort"])]
    tot = rij.na.get("tot")
    if tot:
        return _("Vanaf {dag} tot {tot}: {plaats}.").format(
            dag=_dag(rij.na["van"]), tot=_dag(tot), plaats=soort
        )
    return _("Vanaf {dag}: {plaats}.").format(dag=_dag(rij.na["van"]), plaats=soort)


def _vertrokken(rij: Journaal, namen: Namen) -> str:
    return _("Het verblijf is geëindigd op {dag}.").format(dag=_dag(rij.na["einde"]))


def _overleden(rij: Journaal, namen: Namen) -> str:
    return _("Deze persoon is overleden op {dag}.").format(dag=_dag(rij.na["einde"]))


def _gemeenten(rij: Journaal, namen: Namen) -> str:
    codes_ = dict.fromkeys(code for code, _rol in rij.na.get("gemeenten", ()))
    if not codes_:
        return _("Er is geen gemeente meer bekend.")
    gemeenten = _opsomming(namen.organisatie(code) for code in codes_)
    return _("Gemeente in beeld is nu: {gemeenten}.").format(gemeenten=gemeenten)


def _vragen(rij: Journaal) -> str:
    return ", ".join(str(VRAGEN.get(code, code)) for code in rij.na.get("codes", ()))


def _vraag_gesteld(rij: Journaal, namen: Namen) -> str:
    return _("Nog niet bekend: {wat}.").format(wat=_vragen(rij))


def _vraag_vervallen(rij: Journaal, namen: Namen) -> str:
    return _("Nu bekend, of niet meer nodig: {wat}.").format(wat=_vragen(rij))


def _bevestigd(rij: Journaal, namen: Namen) -> str:
    return _("{loket} heeft dit gezien.").format(loket=namen.loket(rij.na.get("loket")))


Verteller = Callable[[Journaal, Namen], str]


def registreer(soort: str, verteller: Verteller) -> None:
    """Let another room say in one sentence what a kind of change of its own means."""
    VERTELLERS[soort] = verteller


VERTELLERS: dict[str, Verteller] = {
    "dossier_geopend": _geopend,
    "einde_gewijzigd": _einde,
    "overgeplaatst": _plaats,
    "verlof": _buiten,
    "ontvlucht": _buiten,
    "buiten_geplaatst": _buiten,
    "vertrokken": _vertrokken,
    "overleden": _overleden,
    "gemeente_gewijzigd": _gemeenten,
    "vraag_gesteld": _vraag_gesteld,
    "vraag_vervallen": _vraag_vervallen,
    "bevestigd": _bevestigd,
}
