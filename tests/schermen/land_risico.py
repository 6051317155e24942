"""A table of art. 18b around Lies: marked by Bram, with what parties share and agree."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from richting.akkoord.risico import Beoordeling, Bijdragesoort, Risicoafspraakstaat, Risiconiveau
from richting.kern import klok
from richting.meldingen.acties import risico
from tests.partijen.bouwers import Ploeg


def maak_tafel(ploeg: Ploeg, dossier: UUID) -> None:
    """Bram marks; he and Dirk share; each has something to do, and one thing is done."""
    vandaag = klok.vandaag()
    wat = Beoordeling(Risiconiveau.HOOG, "RISc", vandaag, vandaag + timedelta(days=120))
    bram, dirk = ploeg.bram.wie(), ploeg.dirk.wie()
    risico.markeer(bram, dossier, wat, "Dreiging naar een ex-partner")
    risico.deel(bram, dossier, Bijdragesoort.FEIT, "Rustig op de afdeling.")
    risico.deel(dirk, dossier, Bijdragesoort.MAATREGEL, "Een huisverbod wordt afgewogen.")
    week = vandaag + timedelta(days=7)
    for loket in (ploeg.bram.loket.pk, ploeg.dirk.loket.pk):
        risico.spreek_af(bram, dossier, "Bel elkaar voor het verlof.", loket, week)
    klaar = risico.spreek_af(dirk, dossier, "Vraag het advies op.", ploeg.dirk.loket.pk, vandaag)
    uitkomst = (Risicoafspraakstaat.NIET_GEDAAN, "Er is geen nieuw advies.")
    risico.rond_af(dirk, dossier, klaar.pk, *uitkomst)
