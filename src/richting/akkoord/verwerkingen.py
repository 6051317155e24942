"""The register of processings, made from the legal bases: nothing in it is written twice.

Artikel AVG 30. Artikel Richtlijn 2016/680 24. Clausule 6.7: every processing names its regime.
"""

from __future__ import annotations

from dataclasses import dataclass

from richting.akkoord.grondslagen.register import GRONDSLAGEN
from richting.akkoord.grondslagen.soorten import Grondslag, Ontvanger
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.woorden import Gegevenscategorie, Loketsoort, Regime


@dataclass(frozen=True)
class Verwerkingsregel:
    """One processing: one kind of desk works with these data on one legal basis.

    `herkomst` are the kinds of desks the data come from, `ontvangers` those that see some of the
    same data on the same basis. The term of keeping is `grondslag.einde`.
    """

    grondslag: Grondslag
    wie: Loketsoort
    regime: Regime
    categorieen: frozenset[Gegevenscategorie]
    herkomst: tuple[Loketsoort, ...]
    ontvangers: tuple[Loketsoort, ...]

    @property
    def code(self) -> str:
        """Its own key: `pbw_18a:nazorg`."""
        return f"{self.grondslag.code}:{self.wie.value}"


@dataclass(frozen=True)
class Steunregel:
    """A processing of the house itself, that carries the others: logs, accounts, messages.

    `termijn` is "" when no source gives one: then it is not decided here.
    """

    code: str
    naam: str
    doel: str
    gegevens: str
    betrokkenen: str
    bron: str
    termijn: str = ""


STEUN = (
    Steunregel(
        "journaal",
        _("Journaal"),
        _("laten zien wie wat veranderde, wanneer en op welke grond"),
        _("de verandering zelf, de medewerker en het loket"),
        _("de persoon van het dossier en de medewerker"),
        "Richtlijn 2016/680 art. 25; AVG art. 5 lid 2",
    ),
    Steunregel(
        "inzage",
        _("Leeslog"),
        _("laten zien wie een dossier bekeek, en op welke grond"),
        _("dossier, medewerker, loket, soort gegevens, tijdstip"),
        _("de persoon van het dossier en de medewerker"),
        "Richtlijn 2016/680 art. 25; BIO2 8.15",
    ),
    Steunregel(
        "verwerkingenlog",
        _("Verwerkingenlogboek"),
        _("per persoon laten zien welke verwerkingen er waren"),
        _("dossier, soort verwerking, organisatie, tijdstip; geen medewerker"),
        _("de persoon van het dossier"),
        "LDV",
    ),
    Steunregel(
        "bij_vernietiging",
        _("Bewijs van vernietiging (BIJ)"),
        _("laten zien dat bestuurlijke informatie op tijd is vernietigd"),
        _("nummer van het bericht, loket, dagen; geen dossier en geen inhoud"),
        _("niemand: het bewijs wijst geen persoon aan"),
        "Bjsg art. 11a; AVG art. 5 lid 2",
    ),
    Steunregel(
        "verblijfsberichten",
        _("Berichten over verblijven"),
        _("van elk bericht precies één keer een dossier maken of bijwerken"),
        _("wat DJI over een verblijf stuurt"),
        _("de persoon van het dossier"),
        "Wjsg art. 51c lid 2",
    ),
    Steunregel(
        "medewerkers",
        _("Medewerkers en systemen"),
        _("aanmelden, en weten namens welk loket iemand werkt"),
        _("naam, gebruikersnaam, functie, loketten, laatste aanmelding"),
        _("medewerkers"),
        "AVG art. 32",
    ),
)
"""What the house keeps so that the rest can be shown and checked."""


def verwerkingsregister() -> tuple[Verwerkingsregel, ...]:
    """Every processing on a legal basis that opens a dossier. Artikel AVG 30. Clausule 6.4, 6.7."""
    return tuple(
        _regel(grondslag, ontvanger)
        for grondslag in GRONDSLAGEN
        if grondslag.opent
        for ontvanger in grondslag.ontvangers
    )


def _regel(grondslag: Grondslag, ontvanger: Ontvanger) -> Verwerkingsregel:
    anderen = (
        een.loketsoort
        for een in grondslag.ontvangers
        if een is not ontvanger and een.categorieen & ontvanger.categorieen
    )
    return Verwerkingsregel(
        grondslag,
        ontvanger.loketsoort,
        ontvanger.regime,
        ontvanger.categorieen,
        tuple(soort for soort in grondslag.van if soort is not ontvanger.loketsoort),
        tuple(anderen),
    )
