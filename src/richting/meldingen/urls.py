"""The addresses of the room `meldingen`."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "meldingen"
urlpatterns: list[URLPattern] = []
