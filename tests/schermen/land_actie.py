"""The actions of Jan in the land of the screens: in every state, asked and taken on, one late."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from richting.akkoord.plan.overgangen import Daad
from richting.akkoord.plan.woorden import Actiekader, Leefgebied
from richting.plannen.acties.actielijst import Inhoud, doe, neem_op_je, vraag_loket
from richting.plannen.acties.actievoorstel import Keuze, uit_sjabloon
from tests.partijen.bouwers import Ploeg


def maak_acties(ploeg: Ploeg, jan: UUID) -> UUID:
    """Actions in every state; returns the one that Anna has to answer."""
    anna, bram = ploeg.anna.wie(), ploeg.bram.wie()
    uit_sjabloon(bram, jan, [Keuze("id-zoeken"), Keuze("uitkering-aanvragen", anna.loket)])
    laat = neem_op_je(
        anna,
        jan,
        Inhoud(Leefgebied.ONDERDAK, "Bel de verhuurder", uiterlijk=date(2026, 11, 13)),
    )
    doe(anna, jan, laat.pk, Daad.BEGINNEN, 1)
    for wat, daad, reden in (
        ("Zoek een kamer", Daad.AFRONDEN, ""),
        ("Begeleid wonen in Arnhem", Daad.ONMOGELIJK, "niet_toegelaten"),
        ("Logeren bij zijn zus", Daad.STOPPEN, "wil_niet"),
        ("Een woning ruilen", Daad.UITSTELLEN, "wacht_op_ander"),
    ):
        rij = neem_op_je(anna, jan, Inhoud(Leefgebied.ONDERDAK, wat))
        doe(anna, jan, rij.pk, daad, 1, reden, "Besproken met Jan.", date(2027, 1, 4))
    nee = vraag_loket(
        bram,
        jan,
        Inhoud(Leefgebied.MOTIVATIE, "Training", kader=Actiekader.BIJZONDERE_VOORWAARDE),
        ploeg.cato.loket.pk,
    )
    doe(ploeg.cato.wie(), jan, nee.pk, Daad.WEIGEREN, 1, "geen_plek", "De groep is vol.")
    vraag = vraag_loket(
        bram,
        jan,
        Inhoud(
            Leefgebied.SCHULDEN,
            "Meld Jan aan voor schuldhulp",
            "Hij wil graag van zijn schulden af.\nDe lijst ligt klaar.",
            uiterlijk=date(2027, 1, 11),
        ),
        ploeg.anna.loket.pk,
    )
    return vraag.pk
