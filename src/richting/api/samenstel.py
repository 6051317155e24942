"""The API: the routers of the rooms under one roof. See docs/api.md and docs/keuzes/008-api.md."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema, get_schema

from richting.api import problemen
from richting.api.openapi import vul_aan
from richting.api.sleutel import Sleutel
from richting.api.versie import VERSIE
from richting.berichten.api import router as berichten
from richting.delen.afspraakapi import router as regioafspraken
from richting.delen.api import router as dossiers
from richting.delen.verwerkingenapi import router as verwerkingen
from richting.meldingen.abonnementapi import router as abonnementen
from richting.meldingen.api import router as meldingen
from richting.meldingen.bijapi import router as bij
from richting.meldingen.risico.api import router as risico
from richting.overleg.api import router as overleggen
from richting.plannen.api import router as plannen
from richting.plannen.api.voorzieningen import router as voorzieningen
from richting.regie.api.begin_einde import router as begin_einde
from richting.regie.api.ladder import router as ladder
from richting.regie.api.werk import router as werk
from richting.regie.api_regie import router as regie
from richting.regie.besluitapi import router as besluiten
from richting.regie.huisapi import router as huis

UITLEG = """Verblijfsberichten aanleveren, dossiers en meldingen lezen waarvoor uw loket een grond
heeft, en meewerken aan het plan. Wat u niet mag zien, bestaat voor u niet (404). Elke lezing wordt
vastgelegd. Het schema van een bericht staat op `/api/v1/schemas/verblijfsbericht.json`."""
CONTACT = {
    "name": "De bouwers van Richting",
    "url": "https://richting.example/api",
    "email": "api@richting.example",
}


class RichtingApi(NinjaAPI):
    """The API with its description built once."""

    @cached_property
    def beschrijving(self) -> OpenAPISchema:
        """The OpenAPI document, completed by the NLGov rules."""
        schema = get_schema(self, path_prefix="")
        vul_aan(schema)
        return schema

    def get_openapi_schema(self, **_rest: Any) -> OpenAPISchema:
        """The OpenAPI document; its paths are relative to `servers`."""
        return self.beschrijving


api = RichtingApi(
    title="Richting",
    version=VERSIE,
    description=UITLEG,
    openapi_url="/openapi.json",
    docs_url=None,
    servers=[{"url": "/api/v1", "description": "Deze omgeving"}],
    urls_namespace="api-1",
    openapi_extra={
        "info": {"contact": CONTACT, "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"}},
        "tags": [
            {"name": "dossiers", "description": "Dossiers waarvoor uw loket een grond heeft."},
            {"name": "meldingen", "description": "De postbus van uw loket."},
            {
                "name": "bestuurlijke-informatie",
                "description": "De BIJ, voor het systeem van een burgemeester.",
            },
            {
                "name": "abonnementen",
                "description": "Webhooks van uw loket en hoe het gaat.",
            },
            {"name": "overleggen", "description": "Overleggen over dossiers, en de route."},
            {"name": "plannen", "description": "Het plan van een dossier, samen gemaakt."},
            {"name": "voorzieningen", "description": "Voorzieningen en hun plaatsen."},
            {"name": "regioafspraken", "description": "Afspraken tussen partijen, binnen de wet."},
            {"name": "regie", "description": "Wie regisseert, wat te doen en te laat is."},
            {"name": "besluiten", "description": "Besluiten die anderen raken, en wie wat weet."},
            {"name": "verwerkingen", "description": "Het register van verwerkingen."},
            {"name": "risico", "description": "De tafel van artikel 18b, apart van het plan."},
            {"name": "verblijfsberichten", "description": "Berichten over een verblijf, van DJI."},
        ],
    },
)
problemen.registreer(api)
api.add_router("", dossiers, auth=Sleutel("dossiers:lezen"))
api.add_router("", meldingen, auth=Sleutel("meldingen:lezen"))
api.add_router("", bij, auth=Sleutel("bij:lezen", "bij:schrijven"))
api.add_router("", risico, auth=Sleutel("risico:lezen", "risico:schrijven"))
api.add_router("", abonnementen, auth=Sleutel("abonnementen:beheren"))
api.add_router("", berichten, auth=Sleutel("verblijfsberichten:schrijven"))
api.add_router("", werk, auth=Sleutel("plannen:lezen", "plannen:schrijven"))
api.add_router("", plannen, auth=Sleutel("plannen:lezen", "plannen:schrijven"))
api.add_router("", voorzieningen, auth=Sleutel("plannen:lezen", "plannen:schrijven"))
api.add_router("", ladder, auth=Sleutel("dossiers:lezen"))
api.add_router("", begin_einde, auth=Sleutel("meldingen:lezen"))
api.add_router("", regie, auth=Sleutel("plannen:lezen", "plannen:schrijven"))
api.add_router("", huis, auth=Sleutel("plannen:lezen", "plannen:schrijven"))
api.add_router("", overleggen, auth=Sleutel("plannen:lezen", "plannen:schrijven"))
api.add_router("", besluiten, auth=Sleutel("plannen:lezen", "plannen:schrijven"))
api.add_router("", regioafspraken, auth=Sleutel("plannen:lezen", "plannen:schrijven"))
api.add_router("", verwerkingen, auth=Sleutel("dossiers:lezen"))
