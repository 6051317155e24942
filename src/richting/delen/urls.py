"""The addresses of the room `delen`."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "delen"
urlpatterns: list[URLPattern] = []
