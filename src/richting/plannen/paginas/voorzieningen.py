"""Pages of the plan: voorzieningen."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
