"""Consultations in the land of the screens: held with fixed minutes, coming, and called off."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from richting.akkoord.overleg import Overlegsoort
from richting.akkoord.plan.woorden import Leefgebied
from richting.kern import klok
from richting.overleg.acties import beleggen, houden
from richting.overleg.acties.beleggen import Uitnodiging
from richting.overleg.acties.houden import Toezegging
from richting.overleg.models import Overleg
from tests.overleg.bouwers import LANG, belegd, punt_van
from tests.partijen.bouwers import Ploeg


def maak_overleggen(ploeg: Ploeg, jan: UUID) -> tuple[UUID, UUID, UUID]:
    """Returns the one held, the one coming, and an agreement that Anna has to do."""
    bram, nu = ploeg.bram.wie(), klok.nu()
    geweest = belegd(ploeg.bram, [ploeg.anna, ploeg.cato], [jan])
    afspraak = _houd(ploeg, geweest)
    volgende = nu + timedelta(days=9)
    komend = belegd(
        ploeg.bram, [ploeg.anna], [jan], begin=volgende, eind=volgende + LANG, plaats="Zaal 2"
    )
    weg = beleggen.beleg(
        bram, Uitnodiging(Overlegsoort.CASUSOVERLEG, volgende, volgende + LANG), []
    )
    beleggen.gelast_af(bram, weg.pk, 1, "Te weinig mensen konden komen")
    return geweest.pk, komend.pk, afspraak


def _houd(ploeg: Ploeg, geweest: Overleg) -> UUID:
    bram, punt = ploeg.bram.wie(), punt_van(ploeg.bram, geweest)
    nummer, anna = geweest.pk, ploeg.anna.loket.pk
    houden.noteer_aanwezig(bram, nummer, {ploeg.bram.loket.pk, anna})
    houden.schrijf_verslag(
        bram, nummer, punt, "onderdak", "Jan kan tot 1 februari bij zijn zus.\nDaarna niet.", 0
    )
    houden.schrijf_verslag(bram, nummer, punt, "plan", "Jan was er zelf bij.", 0)
    kamer = Toezegging("Vraag een kamer in Zuilen", anna, Leefgebied.ONDERDAK)
    houden.spreek_af(bram, nummer, punt, kamer)
    bel = Toezegging("Bel Jan zijn zus", anna, uiterlijk=klok.vandaag() + timedelta(days=4))
    afspraak = houden.spreek_af(bram, nummer, punt, bel)
    houden.stel_verslag_vast(bram, nummer, 2)
    houden.vul_aan(ploeg.anna.wie(), nummer, punt, "plan", "De zus is gebeld.")
    return afspraak.pk
