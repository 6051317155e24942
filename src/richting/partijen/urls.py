"""The addresses of the room `partijen`."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "partijen"
urlpatterns: list[URLPattern] = []
