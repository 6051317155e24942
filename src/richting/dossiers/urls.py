"""The addresses of the room `dossiers`."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "dossiers"
urlpatterns: list[URLPattern] = []
