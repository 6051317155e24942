"""The addresses of the room `dossiers`."""

from __future__ import annotations

from django.urls import path

from richting.dossiers import paginas, routepagina

app_name = "dossiers"
urlpatterns = [
    path("dossiers/<uuid:dossier>/", paginas.dossier, name="dossier"),
    path("dossiers/<uuid:dossier>/route/", routepagina.route, name="route"),
    path("zoeken/", paginas.zoeken, name="zoeken"),
    path("akkoord/", paginas.akkoord, name="akkoord"),
]
