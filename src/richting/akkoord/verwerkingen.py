"""The register of processings, made from the legal bases: nothing in it is written twice.

Artikel AVG 30. Artikel Richtlijn 2016/680 24. Clausule 6.7: every processing names its regime.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

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

    `regimes` are those under which it can fall: with more than one, that of the desk that acts
    (`regime_van`). `termijn` is "" when no source gives one: then it is not decided here.
    """

    code: str
    naam: str
    doel: str
    gegevens: str
    betrokkenen: str
    bron: str
    regimes: tuple[Regime, ...]
    termijn: str = ""


BEIDE = (Regime.AVG, Regime.RICHTLIJN)
STEUN = (
    Steunregel(
        "journaal",
        _("Journaal"),
        _("laten zien wie wat veranderde, wanneer en op welke grond"),
        _("de verandering zelf, de medewerker en het loket"),
        _("de persoon van het dossier en de medewerker"),
        "Richtlijn 2016/680 art. 25; AVG art. 5 lid 2",
        BEIDE,
    ),
    Steunregel(
        "inzage",
        _("Leeslog"),
        _("laten zien wie een dossier bekeek, en op welke grond"),
        _("dossier, medewerker, loket, soort gegevens, tijdstip"),
        _("de persoon van het dossier en de medewerker"),
        "Richtlijn 2016/680 art. 25; BIO2 8.15",
        BEIDE,
    ),
    Steunregel(
        "verwerkingenlog",
        _("Verwerkingenlogboek"),
        _("per persoon laten zien welke verwerkingen er waren"),
        _("dossier, soort verwerking, organisatie, tijdstip; geen medewerker"),
        _("de persoon van het dossier"),
        "LDV",
        BEIDE,
    ),
    Steunregel(
        "bij_vernietiging",
        _("Bewijs van vernietiging (BIJ)"),
        _("laten zien dat bestuurlijke informatie op tijd is vernietigd"),
        _("nummer van het bericht, loket, dagen; geen dossier en geen inhoud"),
        _("niemand: het bewijs wijst geen persoon aan"),
        "Bjsg art. 11a; AVG art. 5 lid 2",
        BEIDE,
    ),
    Steunregel(
        "verblijfsberichten",
        _("Berichten over verblijven"),
        _("van elk bericht precies één keer een dossier maken of bijwerken"),
        _("wat DJI over een verblijf stuurt"),
        _("de persoon van het dossier"),
        "Wjsg art. 51c lid 2",
        (Regime.RICHTLIJN,),
    ),
    Steunregel(
        "koppelen",
        _("Personen herkennen"),
        _("berichten over dezelfde persoon bij elkaar zetten, en weten om wie het gaat"),
        _("BSN, ketennummer, naam en geboortedatum"),
        _("de persoon van het dossier"),
        "Wabb art. 10 tot en met 12; Wjsg art. 51c lid 2",
        (Regime.RICHTLIJN,),
    ),
    Steunregel(
        "weigeren",
        _("Verblijven buiten het akkoord"),
        _("onthouden welk verblijf is geweigerd, zodat ook latere berichten niet blijven"),
        _("een afdruk van de sleutel van het verblijf; geen persoonsgegevens"),
        _("wie buiten het akkoord valt"),
        "akkoord, deel 3",
        (Regime.RICHTLIJN,),
    ),
    Steunregel(
        "meldingen",
        _("Postbus, mail en webhooks"),
        _("elk loket op tijd vertellen wat het moet weten, en dat aantonen"),
        _("dossier, soort feit, dag, wie het las; mail en webhooks noemen geen persoon"),
        _("de persoon van het dossier en de medewerker"),
        "akkoord, deel 5",
        BEIDE,
    ),
    Steunregel(
        "werkvoorraad",
        _("Werkvoorraad en herinneringen"),
        _("laten zien wat een loket te doen heeft, en wat blijft liggen"),
        _("dossier, wat er moet gebeuren, uiterste dag, wie het doet"),
        _("de persoon van het dossier en de medewerker"),
        "akkoord, deel 5 en 7",
        BEIDE,
    ),
    Steunregel(
        "afscherming",
        _("Afscherming"),
        _("een dossier alleen laten zien aan wie het mag zien"),
        _("dossier, medewerker, loket en reden"),
        _("de persoon van het dossier en de medewerker"),
        "akkoord, deel 3; AVG art. 32",
        BEIDE,
    ),
    Steunregel(
        "medewerkers",
        _("Medewerkers en systemen"),
        _("aanmelden, en weten namens welk loket iemand werkt"),
        _("naam, gebruikersnaam, functie, loketten, laatste aanmelding"),
        _("medewerkers"),
        "AVG art. 32",
        (Regime.AVG,),
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


@cache
def regime_van(loketsoort: str) -> Regime:
    """Under which regime a kind of desk works. Clausule 6.7.

    Every legal basis gives one kind of desk the same regime; a test holds that. Administration and
    privacy (no law names them as receiver) keep watch under the AVG; what DJI delivers, and the
    program that takes it in, under the directive.
    """
    for regel in verwerkingsregister():
        if regel.wie == loketsoort:
            return regel.regime
    return Regime.AVG if loketsoort in (Loketsoort.BEHEER, Loketsoort.PRIVACY) else Regime.RICHTLIJN


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
