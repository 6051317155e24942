"""The addresses of the room `regie`."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "regie"
urlpatterns: list[URLPattern] = []
