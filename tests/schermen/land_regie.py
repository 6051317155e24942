"""Who directs Jan's stay in the land of the screens: a handover on offer, a colleague away."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from richting.akkoord.overdracht import AfspraakOnderwerp, Overdrachtdaad, Puntstand
from richting.akkoord.regieverloop import Regietaak
from richting.kern import klok
from richting.regie.acties import overdracht as acties
from richting.regie.acties.overdracht import Voorbereiding
from richting.regie.acties.personeel import meld_afwezig, wijs_toe
from tests.partijen.bouwers import Ploeg, maak_medewerker


def maak_regie(ploeg: Ploeg, jan: UUID) -> UUID:
    """A handover that Anna has to answer; Jan's dossier is with a colleague who is away."""
    anna, bram = ploeg.anna.wie(), ploeg.bram.wie()
    wat = Voorbereiding(
        ploeg.anna.loket.pk,
        date(2027, 1, 25),
        op_vertrek=True,
        warm_op=date(2026, 11, 20),
        warm_vorm="Gebeld",
        warm_met="Nazorgcoördinator",
    )
    rij = acties.bereid_voor(bram, jan, Regietaak.CASUSREGIE, wat)
    onderwerp = AfspraakOnderwerp.ZORG_VOORZIENINGEN
    tekst = "De gemeente regelt onderdak en een uitkering."
    acties.spreek_af(bram, jan, rij.pk, onderwerp, ploeg.anna.loket.pk, tekst)
    acties.zet_punten(bram, jan, rij.pk, {"plan": (Puntstand.GEDAAN, "Besproken met Jan.")})
    acties.doe(bram, jan, rij.pk, Overdrachtdaad.AANBIEDEN, rij.versie)
    collega = maak_medewerker("joke", ploeg.bram.loket, "Joke Visser")
    wijs_toe(bram, [jan], collega.pk)
    vandaag = klok.vandaag()
    meld_afwezig(bram, ploeg.bram.medewerker.pk, collega.pk, vandaag, date(2026, 12, 1))
    wijs_toe(anna, [jan], ploeg.anna.medewerker.pk)
    return rij.pk
