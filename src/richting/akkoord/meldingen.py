"""Who must be told what of a change, and by when. Clausule 5.4: always share what touches another.

No ground, no melding. A party that lost its ground hears only that, in a sentence without data.
The sentences hold no names, dates or places: those are on the dossier, behind the ground.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from richting.akkoord.aannames import AANNAMES, Aannames
from richting.akkoord.feiten import Feiten
from richting.akkoord.grondslagen import Grond, grondslag, is_geldig
from richting.akkoord.kalender import plus_werkdagen
from richting.akkoord.levensloop import rekendatum, spoor
from richting.akkoord.meldregel import IEDEREEN as IEDEREEN
from richting.akkoord.meldregel import PLANPARTIJEN as PLANPARTIJEN
from richting.akkoord.meldregel import VEILIGHEIDSPARTIJEN as VEILIGHEIDSPARTIJEN
from richting.akkoord.meldregel import Meldregel as Meldregel
from richting.akkoord.meldregels_bij import BIJREGELS
from richting.akkoord.meldregels_zicht import ZICHTREGELS
from richting.akkoord.partij import Partij
from richting.akkoord.plan.voorzieningen import HOUDERS
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.uitkomst import Bron
from richting.akkoord.woorden import Feitsoort, Gegevenscategorie, Loketsoort, Spoor

APART = frozenset({Gegevenscategorie.RISICO, Gegevenscategorie.BIJ})


@dataclass(frozen=True)
class Meldplicht:
    """A party that must be told something, at the latest on a day. Clausule 5.4, 6.1."""

    soort: Feitsoort
    partij: Partij
    uiterlijk: date
    zin: str
    bronnen: tuple[Bron, ...] = ()


MELDREGELS = (
    Meldregel(
        Feitsoort.VERBLIJF_BEGONNEN, _("Het verblijf is begonnen."), PLANPARTIJEN, begin=True
    ),
    Meldregel(Feitsoort.VERBLIJF_AANGEKONDIGD, _("Er komt een verblijf aan."), PLANPARTIJEN),
    Meldregel(Feitsoort.OVERGEPLAATST, _("Deze persoon is overgeplaatst."), PLANPARTIJEN),
    Meldregel(
        Feitsoort.EINDE_GEWIJZIGD,
        _("Het verwachte einde van het verblijf is veranderd."),
        IEDEREEN,
        einde=True,
    ),
    Meldregel(
        Feitsoort.EINDE_ONBEKEND,
        _("Het is niet meer bekend wanneer het verblijf eindigt."),
        IEDEREEN,
        begin=True,
    ),
    Meldregel(Feitsoort.VERTROKKEN, _("Het verblijf is voorbij."), IEDEREEN, spoed=True),
    Meldregel(Feitsoort.VERLOF, _("Deze persoon gaat met verlof."), IEDEREEN, buiten=True),
    Meldregel(
        Feitsoort.BUITEN_GEPLAATST,
        _("Deze persoon gaat naar buiten, terwijl de straf of maatregel doorloopt."),
        IEDEREEN,
        buiten=True,
    ),
    Meldregel(
        Feitsoort.OVERLEDEN,
        _("Deze persoon is overleden. Rond af wat nog loopt."),
        IEDEREEN,
        spoed=True,
    ),
    Meldregel(
        Feitsoort.ONTVLUCHT,
        _("Deze persoon is ontvlucht of niet teruggekeerd."),
        IEDEREEN,
        spoed=True,
    ),
    Meldregel(
        Feitsoort.GEMEENTE_GEWIJZIGD,
        _("De gemeenten bij deze terugkeer zijn veranderd."),
        PLANPARTIJEN | {Loketsoort.OPENBARE_ORDE},
    ),
    Meldregel(
        Feitsoort.GECORRIGEERD, _("Een eerder gegeven over het verblijf is verbeterd."), IEDEREEN
    ),
    Meldregel(
        Feitsoort.TOEZICHT_GEWIJZIGD,
        _("Het toezicht is veranderd."),
        PLANPARTIJEN,
        Gegevenscategorie.TOEZICHT,
    ),
    Meldregel(Feitsoort.INGETROKKEN, _("De melding van dit verblijf is ingetrokken."), frozenset()),
    Meldregel(
        Feitsoort.NIET_MEER_VAN_U,
        _("Een dossier op uw lijst is niet meer van u. U ziet het niet meer."),
        frozenset(),
    ),
    Meldregel(
        Feitsoort.ACTIE_GEVRAAGD,
        _("Een andere partij vraagt uw loket om iets te doen voor dit plan."),
        PLANPARTIJEN,
        Gegevenscategorie.PLAN,
    ),
    Meldregel(
        Feitsoort.ACTIE_BEANTWOORD,
        _("Een andere partij heeft uw vraag voor dit plan beantwoord."),
        PLANPARTIJEN,
        Gegevenscategorie.PLAN,
    ),
    Meldregel(
        Feitsoort.ACTIE_GEEINDIGD,
        _("Een actie die u vroeg of deed voor dit plan, is klaar of gestopt."),
        PLANPARTIJEN,
        Gegevenscategorie.PLAN,
    ),
    Meldregel(
        Feitsoort.VERZOEK_GEDAAN,
        _("Een andere gemeente vraagt of deze persoon bij u mag gaan wonen."),
        frozenset({Loketsoort.NAZORG}),
        Gegevenscategorie.PLAN,
    ),
    Meldregel(
        Feitsoort.VERZOEK_BEANTWOORD,
        _("Er is iets veranderd aan de vraag of deze persoon in een andere gemeente gaat wonen."),
        frozenset({Loketsoort.NAZORG}),
        Gegevenscategorie.PLAN,
    ),
    Meldregel(
        Feitsoort.INBRENG_GEVRAAGD,
        _("De reclassering vraagt wat uw gemeente kan regelen. Een rechter beslist binnenkort."),
        frozenset({Loketsoort.NAZORG}),
        Gegevenscategorie.PLAN,
    ),
    Meldregel(
        Feitsoort.INBRENG_GEGEVEN,
        _("Een gemeente heeft geantwoord op uw vraag voor het advies aan de rechter."),
        frozenset({Loketsoort.RECLASSERING}),
        Gegevenscategorie.JUSTITIEEL_ADVIES,
    ),
    Meldregel(
        Feitsoort.PLAATS_GEVRAAGD,
        _("Een andere partij vraagt een plek bij een voorziening van uw loket."),
        HOUDERS,
        Gegevenscategorie.PLAN,
    ),
    Meldregel(
        Feitsoort.PLAATS_BEANTWOORD,
        _("Er is geantwoord op uw vraag om een plek bij een voorziening."),
        PLANPARTIJEN,
        Gegevenscategorie.PLAN,
    ),
    Meldregel(
        Feitsoort.PLAATS_GEEINDIGD,
        _("Een plek bij een voorziening is ingetrokken of weer vrij."),
        PLANPARTIJEN,
        Gegevenscategorie.PLAN,
    ),
    Meldregel(
        Feitsoort.TERUGGEMELD,
        _("Een andere partij zegt dat een gegeven van u in dit dossier niet klopt."),
        PLANPARTIJEN,
    ),
    Meldregel(
        Feitsoort.TERUGMELDING_BEANTWOORD,
        _("U krijgt antwoord op een gegeven dat volgens u niet klopt."),
        PLANPARTIJEN,
    ),
    Meldregel(
        Feitsoort.HERINNERING,
        _("Uw loket moest iets doen waarvan de uiterste dag voorbij is. Het is nog niet gedaan."),
        IEDEREEN,
    ),
    Meldregel(
        Feitsoort.REGIE_OVERGENOMEN,
        _("De regie is door iemand overgenomen, teruggegeven of weer volgens de regel."),
        PLANPARTIJEN,
    ),
    Meldregel(
        Feitsoort.OVERDRACHT_AANGEBODEN,
        _("Een andere partij biedt u de regie aan. Aanvaard of weiger de overdracht."),
        PLANPARTIJEN,
    ),
    Meldregel(
        Feitsoort.OVERDRACHT_BEANTWOORD,
        _("Er is iets veranderd aan een overdracht van de regie."),
        PLANPARTIJEN,
    ),
    Meldregel(
        Feitsoort.REGIE_VAN_RECHTSWEGE,
        _("De regie ging over zonder aanvaarde overdracht."),
        PLANPARTIJEN,
    ),
    Meldregel(
        Feitsoort.OVERLEG_UITNODIGING,
        _("Uw loket is uitgenodigd voor een overleg. Zeg of u komt."),
        PLANPARTIJEN,
        Gegevenscategorie.PLAN,
    ),
    Meldregel(
        Feitsoort.OVERLEG_GEWIJZIGD,
        _("Een overleg waar uw loket aan meedoet, is verzet of gaat niet door."),
        PLANPARTIJEN,
        Gegevenscategorie.PLAN,
    ),
    Meldregel(
        Feitsoort.OVERLEG_AFSPRAAK,
        _("In een overleg is iets afgesproken dat uw loket doet."),
        PLANPARTIJEN,
        Gegevenscategorie.PLAN,
    ),
    Meldregel(
        Feitsoort.VEILIGHEIDSHUIS_GEWIJZIGD,
        _("Er is iets veranderd aan de inbreng bij het Zorg- en Veiligheidshuis."),
        PLANPARTIJEN,
    ),
    Meldregel(
        Feitsoort.BESLUIT_VOORGENOMEN,
        _("Een andere partij wil een besluit nemen dat u raakt. Zeg wat u ervan vindt."),
        PLANPARTIJEN,
        Gegevenscategorie.PLAN,
    ),
    Meldregel(
        Feitsoort.BESLUIT_REACTIE,
        _("Een andere partij heeft gereageerd op een besluit van uw loket."),
        PLANPARTIJEN,
        Gegevenscategorie.PLAN,
    ),
    Meldregel(
        Feitsoort.BESLUIT_GEWIJZIGD,
        _("Er is iets veranderd aan een besluit dat u raakt."),
        PLANPARTIJEN,
        Gegevenscategorie.PLAN,
    ),
    Meldregel(
        Feitsoort.BESLUIT_DEFINITIEF,
        _("Een besluit dat u raakt, staat nu vast."),
        PLANPARTIJEN,
        Gegevenscategorie.PLAN,
    ),
    Meldregel(
        Feitsoort.BESLUIT_INGETROKKEN,
        _("Een besluit dat u raakte, gaat niet door."),
        PLANPARTIJEN,
        Gegevenscategorie.PLAN,
    ),
    Meldregel(
        Feitsoort.SPOEDBESLUIT,
        _("Een andere partij nam met spoed een besluit dat u raakt. Zeg alsnog wat u vindt."),
        PLANPARTIJEN,
        Gegevenscategorie.PLAN,
        spoed=True,
    ),
    Meldregel(
        Feitsoort.STAP_VOORGENOMEN,
        _("De inrichting wil een stap naar buiten zetten. Zeg wat uw loket ervan vindt."),
        PLANPARTIJEN,
        Gegevenscategorie.PLAN,
    ),
    Meldregel(
        Feitsoort.STAP_GEWIJZIGD,
        _("Er is iets veranderd aan een stap naar buiten."),
        PLANPARTIJEN,
        Gegevenscategorie.PLAN,
    ),
    Meldregel(
        Feitsoort.PLAN_VASTGESTELD,
        _("Er is een nieuwe versie van het plan vastgesteld."),
        PLANPARTIJEN,
        Gegevenscategorie.PLAN,
    ),
    *BIJREGELS,
    *ZICHTREGELS,
)
"""One for every kind of fact. A stay that was withdrawn leaves no grounds, so nobody but losers."""

_REGEL = {regel.feit: regel for regel in MELDREGELS}


def regel_voor(feit: Feitsoort) -> Meldregel:
    """What is told of a kind of fact, and to which desks."""
    return _REGEL[feit]


def verliezers(voor: frozenset[Grond], na: frozenset[Grond], op: date) -> frozenset[Partij]:
    """Who saw the dossier until this change, and does not any more. Clausule 5.4, 6.4.

    Not who only would have seen it later: a party that never saw it must not hear that it was
    there. Nor who keeps a ground for a while.
    """
    zagen = {grond.partij for grond in voor if is_geldig(grond, op)}
    houden = {grond.partij for grond in na if _loopt_nog(grond, op)}
    return frozenset(zagen - houden)


def verplicht(
    feit: Feitsoort,
    feiten: Feiten,
    feitdatum: date,
    ontvangen: date,
    gronden: frozenset[Grond],
    *,
    verloren: frozenset[Partij] = frozenset(),
    aannames: Aannames = AANNAMES,
) -> frozenset[Meldplicht]:
    """Who must be told of a fact, and by when. Clausule 5.4, 6.1, 6.4.

    `feitdatum` is the day of the fact, `ontvangen` the day we heard of it. Only who has a ground
    on or after that day; who has one later is told when it begins. `verloren`: see `verliezers`.
    """
    regel = _REGEL[feit]
    bruikbaar = _per_partij(grond for grond in gronden if _loopt_nog(grond, ontvangen))
    uiterlijk = _uiterste_dag(regel, feiten, feitdatum, ontvangen, aannames)
    plichten = {
        _plicht(regel, partij, uiterlijk, eigen)
        for partij, alle in bruikbaar.items()
        if partij.loketsoort in regel.aan
        and (eigen := _gewoon([grond for grond in alle if regel.categorie in grond.categorieen]))
    }
    afscheid = plus_werkdagen(ontvangen, aannames.melden_werkdagen)
    plichten |= {_afscheid(partij, afscheid) for partij in verloren if partij not in bruikbaar}
    return frozenset(plichten)


def _loopt_nog(grond: Grond, ontvangen: date) -> bool:
    return grond.geldig_tot is None or ontvangen < grond.geldig_tot


def _per_partij(gronden: Iterable[Grond]) -> dict[Partij, list[Grond]]:
    per_partij: dict[Partij, list[Grond]] = defaultdict(list)
    for grond in gronden:
        per_partij[grond.partij].append(grond)
    return per_partij


def _gewoon(gronden: list[Grond]) -> list[Grond]:
    """The grounds apart from art. 18b and BIJ, if there are any: those stay in their own lane."""
    return [grond for grond in gronden if not grond.categorieen & APART] or gronden


def _uiterste_dag(
    regel: Meldregel, feiten: Feiten, feitdatum: date, ontvangen: date, aannames: Aannames
) -> date:
    """'As soon as possible', and in any case before what is to come. Clausule 3.3, 6.1.

    Who may be out today or tomorrow leaves no time for a working day.
    """
    kort = regel.begin and spoor(feiten, ontvangen, aannames).waarde == Spoor.KORT
    if regel.spoed or kort:
        return plus_werkdagen(ontvangen, aannames.spoed_werkdagen)
    gewoon = plus_werkdagen(ontvangen, aannames.melden_werkdagen)
    if regel.einde:
        komend = rekendatum(feiten)
    else:
        komend = feitdatum if regel.buiten or feitdatum > ontvangen else None
    return gewoon if komend is None else min(gewoon, max(ontvangen, komend))


def _plicht(regel: Meldregel, partij: Partij, uiterlijk: date, gronden: list[Grond]) -> Meldplicht:
    begin = min(grond.geldig_vanaf for grond in gronden)
    artikelen = sorted({grondslag(grond.grondslag).artikel for grond in gronden})
    bronnen = (Bron("clausule", "5.4"), *(Bron("artikel", artikel) for artikel in artikelen))
    return Meldplicht(regel.feit, partij, max(uiterlijk, begin), regel.zin, bronnen)


def _afscheid(partij: Partij, uiterlijk: date) -> Meldplicht:
    regel = _REGEL[Feitsoort.NIET_MEER_VAN_U]
    bronnen = (Bron("clausule", "6.4"),)
    return Meldplicht(Feitsoort.NIET_MEER_VAN_U, partij, uiterlijk, regel.zin, bronnen)
