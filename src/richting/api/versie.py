"""The version of the API, by Semantic Versioning; the changelog stands in docs/api.md."""

from __future__ import annotations

VERSIE = "1.1.0"
