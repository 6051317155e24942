"""Short ways to keep provisions and ask places in tests."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from richting.akkoord.plan.voorzieningen import Plaatsdaad, Voorzieningsoort
from richting.akkoord.plan.woorden import Leefgebied
from richting.kern.werk import verwerking
from richting.partijen.models import Organisatie
from richting.plannen.acties import plaatsen as acties
from richting.plannen.acties import voorzieningen as beheer
from richting.plannen.acties.plaatsen import Stap
from richting.plannen.acties.voorzieningen import Inhoud
from richting.plannen.models import Actie, Plaatsing, Voorziening
from tests.berichten.bouwers import programma
from tests.partijen.bouwers import Lid
from tests.plannen.bouwers_actie import eigen

VANDAAG = date(2026, 11, 23)
VANAF = date(2027, 1, 11)
VAST = VANDAAG + timedelta(days=14)
D = Plaatsdaad


def opvang(**anders: Any) -> Inhoud:
    """A shelter with one place."""
    velden: dict[str, Any] = {
        "naam": "Opvang Oost",
        "soort": Voorzieningsoort.OPVANG,
        "leefgebied": Leefgebied.ONDERDAK,
        "plaatsen": 1,
        "geldig_vanaf": date(2026, 1, 1),
    }
    return Inhoud(**{**velden, **anders})


def voorziening(lid: Lid, **anders: Any) -> Voorziening:
    """A provision of this desk."""
    return beheer.voeg_toe(lid.wie(), opvang(**anders))


def gevraagd(lid: Lid, zaak: UUID, bij: Voorziening, **anders: Any) -> Plaatsing:
    """A place that this desk asks, for an action of its own."""
    actie: Actie = anders.pop("actie", None) or eigen(lid, zaak)
    velden = {"vanaf": VANAF, "toelichting": "Kan niet alleen slapen", **anders}
    return acties.vraag_plaats(lid.wie(), zaak, actie.pk, bij.pk, **velden)


def doe(lid: Lid, plaats: Plaatsing, daad: Plaatsdaad, versie: int = 1, **anders: Any) -> None:
    """One act on a place, with what it needs."""
    nodig: dict[str, Any] = {
        D.RESERVEREN: {"gereserveerd_tot": VAST},
        D.BEVESTIGEN: {},
        D.WEIGEREN: {"reden": "past_niet"},
        D.INTREKKEN: {"reden": "anders_geregeld"},
        D.VRIJGEVEN: {"reden": "doorgestroomd"},
    }[daad]
    acties.doe(lid.wie(), plaats.pk, versie, Stap(daad, **{**nodig, **anders}))


def vers(plaats: Plaatsing) -> Plaatsing:
    """The place as it stands now, as the program sees it."""
    with verwerking(programma()):
        return Plaatsing.objects.select_related("voorziening").get(pk=plaats.pk)


def zelfde_regio(*leden: Lid) -> None:
    """These municipalities lie in one region."""
    codes = [lid.loket.organisatie.code for lid in leden]
    Organisatie.objects.filter(code__in=codes).update(regio="VR09")
    for lid in leden:
        lid.loket.organisatie.refresh_from_db()
