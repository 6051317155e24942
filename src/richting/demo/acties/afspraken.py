"""Regional agreements of the demo: two in force and one proposed, by managers of the accounts."""

from __future__ import annotations

from datetime import date, datetime, time

from richting.akkoord.grondslagen.register import PBW_18A, WGS
from richting.akkoord.grondslagen.soorten import Grondslag
from richting.akkoord.grondslagen.verlening import toegestaan
from richting.akkoord.regioafspraken import Afspraakdeel
from richting.akkoord.woorden import Gegevenscategorie as C
from richting.akkoord.woorden import Loketsoort
from richting.delen.acties.regioafspraken import Invoer, bevestig, stel_voor
from richting.delen.models import Regioafspraak
from richting.demo.acties.planspel import AMSTERDAM
from richting.kern.context import Wie
from richting.kern.instellingen import aannames_op
from richting.partijen.models import Lidmaatschap


def maak_afspraken(vandaag: date) -> int:
    """Agree in the region of the accounts; how many agreements, 0 when there are some already."""
    if Regioafspraak.objects.exists():
        return 0
    wie = _beheerders(vandaag)
    gemeente, ander, pi = wie["gemeente"], wie["andere-gemeente"], wie["pi"]
    reclassering, huis = wie["reclassering"], wie["veiligheidshuis"]
    sneller = _afspraak(
        "Sneller antwoorden in Utrecht",
        PBW_18A,
        vandaag,
        [pi, reclassering],
        antwoord_werkdagen=5,
        toelichting="Wie binnenkort thuiskomt, kan niet twee weken wachten.",
    )
    _maak(gemeente, sneller, [pi, reclassering])
    minder = _afspraak(
        "Wat het Veiligheidshuis niet nodig heeft",
        WGS,
        vandaag,
        [huis, reclassering],
        delen=(_zonder(WGS, Loketsoort.PROCESREGIE, vandaag, C.NETWERK, C.MOTIVATIE),),
        toelichting="Netwerk en motivatie bespreken partijen in het plan, niet in het huis.",
    )
    _maak(gemeente, minder, [huis, reclassering])
    wacht = _afspraak(
        "Rust over het netwerk in Arnhem",
        PBW_18A,
        vandaag,
        [gemeente, pi],
        delen=(_zonder(PBW_18A, Loketsoort.NAZORG, vandaag, C.NETWERK),),
        toelichting="De gemeente doet met het netwerk niets zolang iemand binnen is.",
    )
    _maak(ander, wacht, [])
    return Regioafspraak.objects.count()


def _maak(voorsteller: Wie, invoer: Invoer, ja: list[Wie]) -> None:
    rij = stel_voor(voorsteller, invoer)
    for wie in ja:
        bevestig(wie, rij.pk)


def _afspraak(
    naam: str,
    wet: Grondslag,
    vandaag: date,
    met: list[Wie],
    *,
    toelichting: str,
    delen: tuple[Afspraakdeel, ...] = (),
    antwoord_werkdagen: int | None = None,
) -> Invoer:
    return Invoer(
        naam=naam,
        doel=wet.doel,
        grondslagen=(wet.code,),
        loketten=tuple(wie.loket for wie in met if wie.loket),
        vindplaats="Convenant regio Utrecht, zaak 2026-114 (verzonnen)",
        geldig_vanaf=vandaag,
        delen=delen,
        antwoord_werkdagen=antwoord_werkdagen,
        toelichting=toelichting,
    )


def _zonder(wet: Grondslag, soort: Loketsoort, vandaag: date, *weg: C) -> Afspraakdeel:
    over = toegestaan(wet, soort, aannames_op(vandaag)) - set(weg)
    return Afspraakdeel(wet.code, soort, over)


def _beheerders(vandaag: date) -> dict[str, Wie]:
    """The demo accounts that manage their desk, this morning."""
    nu = datetime.combine(vandaag, time(8), AMSTERDAM)
    leden = Lidmaatschap.objects.filter(rol=Lidmaatschap.BEHEERDER).select_related(
        "loket", "medewerker"
    )
    return {
        lid.medewerker.gebruikersnaam: Wie(
            loket=lid.loket_id,
            loketsoort=lid.loket.soort,
            vandaag=vandaag,
            nu=nu,
            ingang="opdracht:demo laad",
            medewerker=lid.medewerker_id,
            naam=lid.medewerker.naam,
        )
        for lid in leden
    }
