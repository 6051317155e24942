"""Pages of the plan: papier."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
