"""The subjects of the plan that are lists of rows: one line per table, the shape made from it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from richting.akkoord.woorden import Gegevenscategorie
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.plannen.api.basis import als_rij, kameel, lijstvorm, rijvorm
from richting.plannen.api.hang import Leesdeur
from richting.plannen.models import (
    Adviesinbreng,
    Adviesverzoek,
    Behandeldoel,
    Doel,
    Factor,
    Faseringsstap,
    GeenAntwoord,
    Instemming,
    Motivatie,
    Ondersteuning,
    Planrij,
    Planvraag,
    Poging,
    Slachtofferbelang,
    Slachtoffertoets,
    Standafwijking,
    Stapreactie,
    Startgesprek,
    Zitting,
    ZonderMedewerking,
    Zorgoverdracht,
)

ZORG, SLACHTOFFER = Gegevenscategorie.ZORG.value, Gegevenscategorie.SLACHTOFFER.value
BEHANDELING, PLAN = Gegevenscategorie.BEHANDELING.value, Gegevenscategorie.PLAN.value
MOTIVATIE = Gegevenscategorie.MOTIVATIE.value
ADVIES = Gegevenscategorie.JUSTITIEEL_ADVIES.value


def _deur(
    pad: str,
    model: type[Planrij],
    velden: tuple[str, ...],
    uitleg: str,
    *,
    nodig: str = PLAN,
    geldend: dict[str, Any] | None = None,
    alleen: str = "",
) -> Leesdeur:
    """The endpoint for one table; `geldend` keeps out what ended, `alleen`: one compartment."""
    kop = model.__name__
    veld = kameel(pad.replace("-", "_"))
    vorm = lijstvorm(f"{kop}lijstUit", veld, rijvorm(f"{kop}Uit", model, *velden))

    def functie(rij: Dossier, _mijn: set[str], _wie: Wie) -> dict[str, Any]:
        rijen: Iterable[Planrij] = model._default_manager.filter(
            dossier=rij.pk, **(geldend or {})
        ).order_by("gemaakt_op", "pk")
        return {veld: [als_rij(een, *velden) for een in rijen]}

    toont = frozenset({alleen}) if alleen else None
    naam = f"lees{kop}lijst"
    titel = f"Lees: {pad}"
    return Leesdeur(pad, naam, titel, uitleg, vorm, functie, nodig, toont)


OPEN = {"beeindigd_op": None}
RIJDEUREN = (
    _deur(
        "planvragen",
        Planvraag,
        ("soort", "tekst"),
        "Wat iemand nodig heeft, wat de veiligheid vraagt en wat wordt aangeboden.",
        alleen=PLAN,
    ),
    _deur(
        "motivaties",
        Motivatie,
        ("op", "stand", "toelichting", "gedaan"),
        "Hoe de motivatie in de tijd liep en wat is gedaan om haar te vergroten.",
        nodig=MOTIVATIE,
        alleen=MOTIVATIE,
    ),
    _deur(
        "pogingen",
        Poging,
        ("op", "hoe", "uitkomst"),
        "Pogingen om iemand te bereiken of te winnen.",
        nodig=MOTIVATIE,
        alleen=MOTIVATIE,
    ),
    _deur(
        "factoren",
        Factor,
        ("aard", "leefgebied", "tekst"),
        "Wat beschermt en wat een risico is, per leefgebied.",
        geldend=OPEN,
    ),
    _deur(
        "ondersteuningen",
        Ondersteuning,
        (
            "leefgebied",
            "wat",
            "aanbieder",
            "sinds",
            "lot",
            "reden",
            "besloten_op",
            "besloten_door",
        ),
        "Hulp die al liep voor het verblijf, en wat ermee gebeurt.",
    ),
    _deur(
        "startgesprekken",
        Startgesprek,
        (
            "op",
            "vorm",
            "deelnemers",
            "afwezigen",
            "met_persoon",
            "reden_zonder_persoon",
            "toelichting",
        ),
        "De gezamenlijke start: wie erbij was en wie niet kwam.",
        alleen=PLAN,
    ),
    _deur(
        "doelen",
        Doel,
        ("tekst", "beeindigd_op", "bereikt"),
        "De eigen doelen van de persoon, in eigen woorden.",
        alleen=PLAN,
    ),
    _deur(
        "instemmingen",
        Instemming,
        ("planversie", "op", "antwoord", "toelichting"),
        "Wat de persoon van het plan vindt; zonder versie gaat het over de werkversie.",
        alleen=PLAN,
    ),
    _deur(
        "tegenwerkingen",
        ZonderMedewerking,
        ("sinds", "reden", "terugval", "beeindigd_op", "eindreden"),
        "Wanneer het plan zonder medewerking verder ging, en wat dan toch gebeurt.",
        alleen=PLAN,
    ),
    _deur(
        "lege-antwoorden",
        GeenAntwoord,
        ("antwoord",),
        "Welke van de vijf antwoorden met opzet leeg zijn.",
        geldend=OPEN,
        alleen=PLAN,
    ),
    _deur(
        "slachtoffertoetsen",
        Slachtoffertoets,
        ("heropend_op",),
        "Wanneer is beantwoord of een slachtoffer het plan raakt, en weer opengezet; niet het "
        "antwoord zelf.",
        alleen=PLAN,
    ),
    _deur(
        "adviesverzoeken",
        Adviesverzoek,
        (
            "aanvrager",
            "beslissing",
            "toelichting",
            "gevraagd_op",
            "zitting_op",
            "tekst",
            "vastgesteld_op",
            "vastgesteld_door",
            "uitkomst",
            "uitkomst_op",
        ),
        "Advies aan de rechter, van verzoek tot uitkomst; alleen wie die grond heeft, ziet het.",
        nodig=ADVIES,
        alleen=ADVIES,
    ),
    _deur(
        "adviesinbrengen",
        Adviesinbreng,
        (
            "verzoek_id",
            "categorie",
            "aan_id",
            "gevraagd_door_id",
            "vraag",
            "gevraagd_op",
            "antwoord_uiterlijk",
            "antwoord",
            "vanaf",
            "toelichting",
            "beantwoord_op",
        ),
        "Wat gemeenten voor een advies is gevraagd, en wat zij kunnen regelen. Beantwoord zonder "
        "antwoord: vervallen, want het advies was er al.",
    ),
    _deur(
        "afwijkingen",
        Standafwijking,
        ("leefgebied", "op_ontslag", "stand", "reden"),
        "Waar een partij van de berekende stand afwijkt, met de reden.",
        geldend=OPEN,
    ),
    _deur(
        "zorggegevens",
        Zorgoverdracht,
        (
            "afspraak_bij",
            "afspraak_op",
            "vervolg",
            "overdrachtsbrief",
        ),
        "Wat andere partijen van de zorg mogen weten, zonder medische inhoud.",
        nodig=ZORG,
        alleen=ZORG,
    ),
    _deur(
        "slachtofferbelangen",
        Slachtofferbelang,
        ("soort", "tekst", "geldig_tot"),
        "Wensen en voorwaarden van slachtoffers; geef ze nooit aan de persoon.",
        nodig=SLACHTOFFER,
        geldend=OPEN,
        alleen=SLACHTOFFER,
    ),
    _deur(
        "behandeldoelen",
        Behandeldoel,
        ("tekst", "stand", "evaluatie", "geevalueerd_op"),
        "De doelen van de behandeling; alleen de instelling ziet ze.",
        nodig=BEHANDELING,
        alleen=BEHANDELING,
    ),
    _deur(
        "faseringsstappen",
        Faseringsstap,
        (
            "soort",
            "van",
            "tot",
            "doel",
            "voorwaarden",
            "afwijking",
            "staat",
            "reden",
            "ondanks_bezwaar",
        ),
        "De stappen naar buiten, met hun voorwaarden.",
        alleen=PLAN,
    ),
    _deur(
        "stapreacties",
        Stapreactie,
        ("stap_id", "van_loket_id", "antwoord", "toelichting"),
        "Wat partijen van een stap naar buiten vinden.",
        alleen=PLAN,
    ),
    _deur(
        "zittingen",
        Zitting,
        ("soort", "op", "uitkomst", "uitspraak_op"),
        "Zittingen waaraan het einde van het verblijf hangt.",
        alleen=PLAN,
    ),
)
"""The doors to these lists."""
