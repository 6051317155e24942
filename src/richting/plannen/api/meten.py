"""A screening over the API: answers that are checked all at once, then saved or fixed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from richting.akkoord.plan.antwoorden import als_json
from richting.akkoord.plan.feiten import Antwoord
from richting.akkoord.plan.vragenlijst import Vraagsoort, Vragenlijst, check_antwoord
from richting.akkoord.plan.woorden import Antwoordsoort, Leefgebied
from richting.kern.context import Wie
from richting.kern.probleem import Deelfout, Probleem
from richting.plannen.acties.screening import Bewaard, Inzending, bewaar, stel_vast
from richting.plannen.api.invoer import AntwoordIn, MetingIn
from richting.plannen.vragenlijsten import nieuwste


def meet(wie: Wie, dossier: UUID, inhoud: MetingIn, _nummer: Any) -> None:
    """Save in the shared draft, and fix it when asked. Clausule 5.1, 5.2.

    Raises Probleem: 400 with every answer that does not fit, 409 with the answers on which somebody
    else was first.
    """
    lijst = nieuwste(wie.vandaag)
    fouten: list[Deelfout] = []
    nieuw = antwoorden_per_gebied(lijst, inhoud.antwoorden, "antwoorden", fouten)
    oud = antwoorden_per_gebied(lijst, inhoud.gelezen, "gelezen", fouten)
    if fouten:
        raise Probleem(400, "Ongeldig verzoek", "Verbeter wat hieronder staat.", fouten)
    inzendingen = {
        gebied: Inzending({**oud.get(gebied, {}), **gezegd}, oud.get(gebied, {}))
        for gebied, gezegd in nieuw.items()
    }
    doe = stel_vast if inhoud.vaststellen else bewaar
    _check_verschil(doe(wie, dossier, inhoud.moment, inzendingen))


def antwoorden_per_gebied(
    lijst: Vragenlijst, gezegd: Iterable[AntwoordIn], veld: str, fouten: list[Deelfout]
) -> dict[Leefgebied, dict[str, Antwoord]]:
    """The answers by life area; what does not fit is added to `fouten`. No query."""
    uit: dict[Leefgebied, dict[str, Antwoord]] = {}
    for plek, een in enumerate(gezegd):
        vraag = lijst.vraag(een.vraag)
        try:
            if vraag is None:
                raise ValueError("Deze vraag staat niet in de vragenlijst.")
            antwoord = Antwoord(een.vraag, een.soort, _waarde(een, vraag.soort), een.bron)
            check_antwoord(vraag, antwoord)
        except ValueError as fout:
            fouten.append(Deelfout("body", f"{veld}.{plek}", "antwoord", str(fout)))
        else:
            uit.setdefault(vraag.leefgebied, {})[een.vraag] = antwoord
    return uit


def _waarde(een: AntwoordIn, soort: Vraagsoort) -> Any:
    if een.soort is not Antwoordsoort.GEGEVEN:
        return None
    if soort is Vraagsoort.DATUM and isinstance(een.waarde, str):
        try:
            return date.fromisoformat(een.waarde)
        except ValueError as fout:
            raise ValueError("Gebruik een datum zoals 2026-11-23.") from fout
    return een.waarde


def _check_verschil(bewaard: Bewaard) -> None:
    """Somebody else answered a question meanwhile: that one was not saved, the others were."""
    if not bewaard.verschillen:
        return
    zin = (
        "Iemand anders beantwoordde deze vragen intussen. De andere antwoorden staan in het "
        "concept; er is niets vastgesteld. Stuur uw keuze opnieuw, met in `gelezen` wat er nu "
        "staat."
    )
    fouten = [
        Deelfout("body", v.vraag, "veranderd", "Hier staat nu iets anders.")
        for v in bewaard.verschillen
    ]
    probleem = Probleem(409, "Botsing", zin, fouten)
    probleem.extra["nu"] = als_json({v.vraag: v.nu for v in bewaard.verschillen})
    raise probleem
