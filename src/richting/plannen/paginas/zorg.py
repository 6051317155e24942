"""Pages of the plan: zorg."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
