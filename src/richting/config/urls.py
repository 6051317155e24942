"""The addresses of the pages and the API, room by room."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("richting.web.urls")),
    path("", include("richting.partijen.urls")),
    path("", include("richting.regie.urls")),
    path("", include("richting.dossiers.urls")),
    path("", include("richting.delen.urls")),
    path("", include("richting.meldingen.urls")),
    path("", include("richting.plannen.urls")),
    path("", include("richting.berichten.urls")),
    path("", include("richting.overleg.urls")),
    path("api/", include("richting.api.urls")),
    path("taal/", include("django.conf.urls.i18n")),
]
handler400 = "richting.web.paginas.fout_400"
handler404 = "richting.web.paginas.fout_404"
handler500 = "richting.web.paginas.fout_500"
