"""The addresses of the room `overleg`."""

from __future__ import annotations

from django.urls import path

from richting.overleg.paginas import dossier, houden, lijst, overleg

app_name = "overleg"
OVERLEG = "overleg/<uuid:nummer>/"
urlpatterns = [
    path("overleg/", lijst.overleglijst, name="lijst"),
    path("overleg/nieuw/", lijst.nieuw, name="nieuw"),
    path(OVERLEG, overleg.overleg, name="overleg"),
    path(f"{OVERLEG}overleg.ics", overleg.kalender, name="kalender"),
    path(f"{OVERLEG}houden/", houden.houden, name="houden"),
    path(f"{OVERLEG}verslag/", houden.verslag, name="verslag"),
    path(f"{OVERLEG}houden/bewaar/", houden.bewaar, name="bewaar"),
    path(f"{OVERLEG}punten/<uuid:punt>/<slug:daad>/", overleg.punt, name="punt"),
    path(f"{OVERLEG}<slug:daad>/", overleg.daad, name="daad"),
    path("dossiers/<uuid:dossier>/overleg/", dossier.dossier, name="dossier"),
    path("dossiers/<uuid:dossier>/overleg/voorstel/", dossier.voorstel, name="voorstel"),
    path("dossiers/<uuid:dossier>/overleg/<uuid:nummer>/", dossier.naar, name="naar"),
    path(
        "dossiers/<uuid:dossier>/overleg/afspraken/<uuid:nummer>/",
        dossier.afspraak,
        name="afspraak_klaar",
    ),
]
