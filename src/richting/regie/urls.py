"""The addresses of the room `regie`."""

from __future__ import annotations

from django.urls import path

from richting.regie import paginas

app_name = "regie"
urlpatterns = [path("", paginas.werkvoorraad, name="werkvoorraad")]
