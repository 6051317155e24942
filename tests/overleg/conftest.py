"""The cast and one regular stay, as every test of the plan starts."""

from __future__ import annotations

from tests.plannen.conftest import ploeg, zaak

__all__ = ["ploeg", "zaak"]
