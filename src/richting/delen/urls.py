"""The addresses of the room `delen`."""

from __future__ import annotations

from django.urls import path

from richting.delen import paginas
from richting.delen.paginas import regioafspraken

app_name = "delen"
urlpatterns = [
    path("dossiers/<uuid:dossier>/delen/", paginas.dossier, name="dossier"),
    path("afgeschermd/", paginas.afgeschermd, name="afgeschermd"),
    path("afgeschermd/<uuid:dossier>/", paginas.afscherming, name="afscherming"),
    path(
        "afgeschermd/<uuid:dossier>/<int:nummer>/beeindigen/",
        paginas.beeindig,
        name="beeindig",
    ),
    path("verwerkingen/", paginas.verwerkingen, name="verwerkingen"),
    path("verwerkingen/register.csv", paginas.verwerkingen_csv, name="verwerkingen_csv"),
    path("instellingen/", paginas.instellingen, name="instellingen"),
    *regioafspraken.urlpatterns,
    path("instellingen/<slug:naam>/", paginas.instelling, name="instelling"),
]
