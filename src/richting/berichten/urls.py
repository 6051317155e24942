"""The addresses of the room `berichten`."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "berichten"
urlpatterns: list[URLPattern] = []
