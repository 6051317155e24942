"""The plan in one glance: the five answers, and what is missing before it can be fixed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from richting.akkoord.aannames import Aannames
from richting.akkoord.plan.vaststellen import Punt, Vaststelfeiten, punten
from richting.akkoord.plan.vijf_antwoorden import (
    Cel,
    Planactie,
    Vijffeiten,
    vijf_antwoorden,
    volledig,
)
from richting.akkoord.plan.woorden import Actieherkomst, Actiestaat
from richting.dossiers.models import Dossier
from richting.plannen.models import Actie, Planversie
from richting.plannen.overzichten.actielijst import acties_van, zien_niet_meer
from richting.plannen.overzichten.inhoud import Inhoud, inhoud
from richting.plannen.overzichten.rijen import planrijen
from richting.plannen.overzichten.slachtoffer import staande_toets
from richting.plannen.woorden import Planvraagsoort
from richting.regie.overzichten.regie import Wieregisseert, wie_regisseert


@dataclass(frozen=True)
class Planbeeld:
    """The plan as this reader may see it: content, actions, the five answers, what is missing."""

    inhoud: Inhoud
    acties: list[Actie]
    cellen: tuple[Cel, ...]
    punten: tuple[Punt, ...]
    regie: Wieregisseert

    @property
    def mag_vast(self) -> bool:
        """Nothing stops fixing."""
        return not any(punt.houdt_tegen for punt in self.punten)


def planbeeld(
    dossier: Dossier, nu: datetime, aannames: Aannames, *, iets_nieuws: bool
) -> Planbeeld:
    """The plan in one glance. Clausule 5.5, 7.1. A constant number of queries."""
    regie = wie_regisseert(dossier, nu, aannames)
    alles = inhoud(dossier.pk)
    nummer = max((versie.nummer for versie in planrijen(dossier.pk).van(Planversie)), default=0)
    acties = acties_van(dossier.pk)
    blind = zien_niet_meer(dossier.pk, acties)
    vijf = vijffeiten(regie, alles, acties, blind)
    feiten = Vaststelfeiten(
        slachtoffer_beantwoord=slachtoffer_beantwoord(dossier.pk),
        behoefte=_heeft(alles, Planvraagsoort.BEHOEFTE),
        veiligheid=_heeft(alles, Planvraagsoort.VEILIGHEID),
        startgesprek=bool(alles.gesprekken),
        motivatie=bool(alles.motivatie),
        instemming_gevraagd=bool(alles.over_versie(nummer)),
        zonder_medewerking=alles.zonder is not None,
        acties=len(acties),
        vijf_volledig=volledig(vijf),
        iets_nieuws=iets_nieuws,
    )
    return Planbeeld(alles, acties, vijf_antwoorden(vijf), punten(feiten), regie)


def vijffeiten(
    regie: Wieregisseert, alles: Inhoud, acties: list[Actie], blind: set[UUID]
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
        loopt_door=alles.loopt_door,
        procesregie=bool(regie.procesregie and regie.procesregie.organisatie),
        casusregie=bool(regie.casusregie and regie.casusregie.organisatie),
        casusregie_na=regie.casusregie_na.partij is not None,
    )


def slachtoffer_beantwoord(dossier: UUID) -> bool:
    """Somebody answered the question about victims, and nobody reopened it."""
    return staande_toets(dossier) is not None


def _heeft(alles: Inhoud, soort: Planvraagsoort) -> bool:
    return soort in alles.vragen and bool(alles.vragen[soort].tekst)
