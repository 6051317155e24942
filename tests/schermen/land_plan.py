"""The plan of Jan in the land of the screens: something of everything, and a fixed version."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from richting.akkoord.plan.fasering import Stapsoort
from richting.akkoord.plan.woorden import Leefgebied
from richting.plannen.acties import advies, behandelplan, slachtoffer
from richting.plannen.acties import inhoud as acties
from richting.plannen.acties.versies import stel_vast
from richting.plannen.acties.zorg import bewaar_zorg
from richting.plannen.woorden import (
    Adviesaanvrager,
    Adviesbeslissing,
    Factoraard,
    Gespreksvorm,
    Instemmingsantwoord,
    Motivatiestand,
    Planvraagsoort,
    Slachtofferbelangsoort,
    Zittingsoort,
)
from tests.partijen.bouwers import Ploeg

DAG, VERLOF = date(2026, 11, 20), date(2026, 12, 10)


def maak_plan(ploeg: Ploeg, jan: UUID) -> None:
    """Question, support, start, motivation and agreement; version 1 is fixed."""
    bram, anna = ploeg.bram.wie(), ploeg.anna.wie()
    acties.bewaar_planvraag(bram, jan, Planvraagsoort.BEHOEFTE, "Een eigen kamer en werk.", 0)
    acties.leg_ondersteuning_vast(
        anna, jan, Leefgebied.SCHULDEN, "Schuldhulp", "Gemeente Utrecht", date(2026, 3, 1)
    )
    acties.voeg_factor_toe(
        bram, jan, Factoraard.BESCHERMEND, Leefgebied.NETWERK, "Zus komt elke week"
    )
    acties.noteer_start(
        bram, jan, DAG, Gespreksvorm.SAMEN, ["Bram Willems", "Jan zelf"], ["Anna de Boer"]
    )
    acties.voeg_doel_toe(bram, jan, "Weer kok zijn")
    acties.noteer_motivatie(
        bram, jan, DAG, Motivatiestand.TWIJFELT, "Wil eerst slapen", "Gesprek op de afdeling"
    )
    acties.noteer_poging(bram, jan, DAG, "Gebeld met zus", "Zij praat met hem")
    slachtoffer.voeg_belang_toe(
        bram, jan, Slachtofferbelangsoort.CONTACTVERBOD, "Geen contact met het gezin", None
    )
    behandelplan.neem_stap_voor(
        bram, jan, Stapsoort.VERLOF_KORT, VERLOF, VERLOF, "Woning", ["Om 18 uur terug"], "Overlegd"
    )
    behandelplan.plan_zitting(bram, jan, Zittingsoort.ANDERS, date(2027, 1, 5))
    bewaar_zorg(bram, jan, {"afspraak_bij": "Huisarts in Utrecht"}, 0)
    maak_advies(ploeg, jan)
    stel_vast(bram, jan, 0, "Eerste plan")
    acties.noteer_instemming(bram, jan, DAG, Instemmingsantwoord.EENS, "Ja, zo wil ik het")


def maak_advies(ploeg: Ploeg, jan: UUID) -> None:
    """Two advices: one decided, one being written with an open question to Anna."""
    cato = ploeg.cato.wie()
    for beslissing in (Adviesbeslissing.SCHORSING, Adviesbeslissing.STRAFZITTING):
        verzoek = advies.leg_adviesverzoek_vast(
            cato, jan, Adviesaanvrager.OM, beslissing, DAG, date(2026, 12, 14)
        )
        (vraag, _inkomen) = advies.vraag_inbreng(
            cato,
            jan,
            verzoek.pk,
            ploeg.anna.loket.pk,
            [Leefgebied.ONDERDAK, Leefgebied.INKOMEN],
            "Is er een kamer, en een uitkering?",
        )
    kan = {"antwoord": "kan", "vanaf": date(2026, 12, 15), "toelichting": "Opvang Oost"}
    advies.geef_inbreng(ploeg.anna.wie(), jan, vraag.pk, 1, kan)
    advies.stel_advies_vast(cato, jan, verzoek.pk, 1, "Reclasseringstoezicht is haalbaar.")
    advies.noteer_uitkomst(cato, jan, verzoek.pk, 2, "Volgt het advies.", DAG)
