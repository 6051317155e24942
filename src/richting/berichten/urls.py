"""The addresses of the room `berichten`."""

from __future__ import annotations

from django.urls import URLPattern, path

from richting.berichten import paginas

app_name = "berichten"
urlpatterns: list[URLPattern] = [
    path("berichten/aanleveren/", paginas.aanleveren, name="aanleveren"),
    path("berichten/aanleveren/<int:nummer>/", paginas.aanlevering, name="aanlevering"),
    path("berichten/aanleveren/voorbeeld.<slug:formaat>", paginas.voorbeeld, name="voorbeeld"),
    path("berichten/quarantaine/", paginas.quarantaine, name="quarantaine"),
    path("berichten/quarantaine/<int:nummer>/", paginas.bericht, name="bericht"),
    path("personen/controle/", paginas.personen, name="personen"),
    path("personen/controle/<int:nummer>/", paginas.voorstel, name="voorstel"),
]
