"""Pages of the plan: slachtoffer."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
