"""The addresses of the room `meldingen`."""

from __future__ import annotations

from django.urls import path

from richting.meldingen import bijpaginas, paginas
from richting.meldingen.risico.paginas import urlpatterns as risico

app_name = "meldingen"
urlpatterns = [
    path("postbus/", paginas.postbus, name="postbus"),
    path("dossiers/<uuid:dossier>/gezien/", paginas.bevestig, name="bevestig"),
    *bijpaginas.urlpatterns,
    *risico,
]
