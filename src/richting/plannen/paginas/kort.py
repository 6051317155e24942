"""Pages of the plan: kort."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
