"""The plan in one glance: the five answers, and what is missing before it can be fixed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from richting.akkoord.aannames import Aannames
from richting.akkoord.feiten import Feiten
from richting.akkoord.plan.vaststellen import Punt, Vaststelfeiten, punten
from richting.akkoord.plan.vijf_antwoorden import (
    Cel,
    Planactie,
    Vijffeiten,
    vijf_antwoorden,
    volledig,
)
from richting.akkoord.plan.woorden import Actieherkomst, Actiestaat
from richting.akkoord.regie import Houder, casusregie, procesregie
from richting.dossiers.feiten import feiten_uit_rijen
from richting.dossiers.models import Dossier
from richting.plannen.models import Actie
from richting.plannen.overzichten.actielijst import acties_van, zien_niet_meer
from richting.plannen.overzichten.inhoud import Inhoud, inhoud
from richting.plannen.overzichten.slachtoffer import staande_toets
from richting.plannen.woorden import Planvraagsoort


@dataclass(frozen=True)
class Planbeeld:
    """The plan as this reader may see it: content, actions, the five answers, what is missing."""

    inhoud: Inhoud
    acties: list[Actie]
    cellen: tuple[Cel, ...]
    punten: tuple[Punt, ...]

    @property
    def mag_vast(self) -> bool:
        """Nothing stops fixing."""
        return not any(punt.houdt_tegen for punt in self.punten)


def planbeeld(dossier: Dossier, op: date, aannames: Aannames, *, iets_nieuws: bool) -> Planbeeld:
    """The plan in one glance. Clausule 5.5, 7.1. A constant number of queries."""
    alles = inhoud(dossier.pk)
    acties = acties_van(dossier.pk)
    blind = zien_niet_meer(dossier.pk, acties)
    vijf = vijffeiten(feiten_uit_rijen(dossier), alles, acties, blind, op, aannames)
    feiten = Vaststelfeiten(
        slachtoffer_beantwoord=slachtoffer_beantwoord(dossier.pk),
        behoefte=_heeft(alles, Planvraagsoort.BEHOEFTE),
        veiligheid=_heeft(alles, Planvraagsoort.VEILIGHEID),
        startgesprek=bool(alles.gesprekken),
        motivatie=bool(alles.motivatie),
        instemming_gevraagd=bool(alles.instemmingen),
        zonder_medewerking=alles.zonder is not None,
        acties=len(acties),
        vijf_volledig=volledig(vijf),
        iets_nieuws=iets_nieuws,
    )
    return Planbeeld(alles, acties, vijf_antwoorden(vijf), punten(feiten))


def vijffeiten(
    feiten: Feiten,
    alles: Inhoud,
    acties: list[Actie],
    blind: set[UUID],
    op: date,
    aannames: Aannames,
) -> Vijffeiten:
    """What the rule of the five answers looks at; `blind`: actions of a desk without a ground.

    No query. Clausule 5.5.
    """
    return Vijffeiten(
        acties=tuple(
            Planactie(
                Actieherkomst(actie.herkomst),
                Actiestaat(actie.staat),
                uitvoerder=actie.uitvoerder_id is not None,
                ziet_dossier=actie.pk not in blind,
            )
            for actie in acties
        ),
        geen=alles.geen,
        onbeslist=alles.onbeslist,
        procesregie=procesregie(feiten, op, aannames).partij is not None,
        casusregie=casusregie(feiten, op, aannames).partij is not None,
        casusregie_na=casusregie_na(feiten, op, aannames).partij is not None,
    )


def casusregie_na(feiten: Feiten, op: date, aannames: Aannames) -> Houder:
    """Who directs the case once the stay is over; an unknown end may be today. Clausule 1.7."""
    verwacht = feiten.verwacht_einde
    einde = feiten.einde or max(verwacht.laatst or verwacht.vroegst or op, op)
    return casusregie(replace(feiten, einde=einde), einde + timedelta(days=1), aannames)


def slachtoffer_beantwoord(dossier: UUID) -> bool:
    """Somebody answered the question about victims, and nobody reopened it."""
    return staande_toets(dossier) is not None


def _heeft(alles: Inhoud, soort: Planvraagsoort) -> bool:
    return soort in alles.vragen and bool(alles.vragen[soort].tekst)
