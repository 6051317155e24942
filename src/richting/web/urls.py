"""The addresses of the room `web`."""

from __future__ import annotations

from django.urls import URLPattern, path

from richting.web import paginas

app_name = "web"
urlpatterns: list[URLPattern] = [
    path("stijlgids/", paginas.stijlgids, name="stijlgids"),
]
